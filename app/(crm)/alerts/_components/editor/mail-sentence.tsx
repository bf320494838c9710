import { IconMail } from '@tabler/icons-react'
import { summariseCriteria, summariseEvents } from '#server/domain/alerts/searches.words.ts'
import type { CriteriaDraft } from '../../_draft.ts'
import classes from './editor.module.css'

type Props = { criteria: CriteriaDraft; to: string | null }

/** What the mail will say and when it comes, word for word. */
export const MailSentence = ({ criteria, to }: Props) => (
  <div className={classes.sentence}>
    <IconMail size={20} stroke={1.6} aria-hidden />
    <p>
      <strong>{summariseCriteria(criteria)}.</strong>{' '}
      {criteria.events.length > 0
        ? `${summariseEvents(criteria)}, ${to ?? 'the person'} hears of it within 15 minutes.`
        : 'Pick a reason to write below.'}
    </p>
  </div>
)
