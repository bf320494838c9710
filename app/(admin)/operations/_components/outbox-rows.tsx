'use client'

import { MAIL_STATE_LOOKS } from '../../../_mails/mail-states.words.ts'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import table from '../../../_ui/table.module.css'
import { TextLink } from '../../../_ui/text-link.tsx'
import unseen from '../../../_ui/unseen.module.css'
import { When } from '../../../_ui/when.tsx'
import { mailKindInWords } from '../_outbox.words.ts'
import type { OutboxRow } from '../_queries.ts'
import classes from './outbox-rows.module.css'
import { ResendMail } from './resend-mail.tsx'

/** What happened to it, in a line: the server's answer, why it was held back, or when it is tried again. */
function Story({ mail }: { mail: OutboxRow }) {
  if (mail.suppressedReason) return <>Held back: {mail.suppressedReason}</>
  const attempts = mail.attempts > 1 ? `${mail.attempts} attempts. ` : ''
  if (mail.state === 'queued' && mail.attempts > 0) {
    return (
      <>
        {attempts}
        {mail.lastError} Tried again <When at={mail.notBefore} />.
      </>
    )
  }
  return <>{mail.lastError ? `${attempts}${mail.lastError}` : attempts}</>
}

type Opens = { onOpen: (mailId: string) => void }

function Row({ mail, onOpen }: { mail: OutboxRow } & Opens) {
  const { tone, label } = MAIL_STATE_LOOKS[mail.state]
  return (
    <tr data-row>
      <td>
        <StatusBadge tone={tone} variant="plain">
          {label}
        </StatusBadge>
      </td>
      <th scope="row">
        {mail.contactId ? <TextLink href={`/contacts/${mail.contactId}`}>{mail.recipient}</TextLink> : mail.recipient}
      </th>
      <td>
        <button type="button" className={classes.open} onClick={() => onOpen(mail.id)}>
          {mail.subject ?? mailKindInWords(mail.kind)}
        </button>
        <span className={classes.story}>
          <Story mail={mail} />
        </span>
      </td>
      <td className={classes.when}>
        <When at={mail.sentAt ?? mail.createdAt} />
      </td>
      <td className={classes.action}>{mail.state === 'failed' && <ResendMail mail={mail} />}</td>
    </tr>
  )
}

/** Mails as a table, newest first. */
export const OutboxRows = ({ mails, onOpen }: { mails: readonly OutboxRow[] } & Opens) => (
  <table className={`${table.table} ${classes.mails}`}>
    <thead>
      <tr>
        <th scope="col">State</th>
        <th scope="col">To</th>
        <th scope="col">Mail</th>
        <th scope="col">When</th>
        <th scope="col">
          <span className={unseen.unseen}>Actions</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {mails.map((mail) => (
        <Row key={mail.id} mail={mail} onOpen={onOpen} />
      ))}
    </tbody>
  </table>
)
