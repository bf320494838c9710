import { IconMail } from '@tabler/icons-react'
import { summariseCriteria, summariseEvents } from '#server/domain/alerts/searches.words.ts'
import type { CriteriaDraft, Draft } from '../../_draft.ts'
import classes from './editor.module.css'

type Props = { criteria: CriteriaDraft; cadence: Draft['rhythm']['cadence']; to: string | null }

const WHEN: Record<Props['cadence'], string> = {
  Instant: 'within 15 minutes',
  Daily: 'the next morning',
  Weekly: 'on Friday morning',
  Monthly: 'on the first of the month',
}

/** What the mail will say and when it comes, word for word. */
export const MailSentence = ({ criteria, cadence, to }: Props) => (
  <div className={classes.sentence}>
    <IconMail size={20} stroke={1.6} aria-hidden />
    <p>
      <strong>{summariseCriteria(criteria)}.</strong>{' '}
      {criteria.events.length > 0
        ? `${summariseEvents(criteria)}, ${to ?? 'the person'} hears of it ${WHEN[cadence]}.`
        : 'Pick a reason to write below.'}
    </p>
  </div>
)
