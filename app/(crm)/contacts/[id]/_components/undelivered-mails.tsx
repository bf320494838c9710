import { IconMailX } from '@tabler/icons-react'
import { Note } from '../../../../_ui/note.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import type { ContactDetail } from '../../_queries.ts'
import classes from './contact-head.module.css'

/** Mails that could not be delivered: the one thing about them that needs somebody now. */
export function UndeliveredMails({ mails }: { mails: ContactDetail['mails'] }) {
  const failed = mails.filter(({ state }) => state === 'failed')
  if (failed.length === 0) return null
  return (
    <Note
      tone="bad"
      icon={IconMailX}
      title={failed.length === 1 ? 'A mail could not be delivered' : `${failed.length} mails could not be delivered`}
    >
      Check the e-mail address with them.
      <ul className={classes.failed}>
        {failed.slice(0, 3).map(({ id, subject, createdAt }) => (
          <li key={id}>
            <TextLink href={`/mails/${id}`}>{subject ?? 'A mail'}</TextLink>, <When at={createdAt} />
          </li>
        ))}
      </ul>
    </Note>
  )
}
