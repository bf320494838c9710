import type { TimelineFact } from '#server/domain/timeline/timeline.service.ts'
import type { MailEventKind } from '#server/generated/prisma/enums.ts'

/** An event as it was kept, with the mail that it is about. */
export type ToldEvent = {
  mailId: string
  kind: MailEventKind
  detail: string | null
  occurredAt: Date
  recipient: string
  contactId: string | null
  subject: string | null
  /** It went to somebody who was added to a search of the contact: what they do with it is not the contact's doing. */
  isFurther: boolean
}

const NO_MORE = 'No more mails go to this address.'

/** What there is to tell: kind and words. A delivery is what everybody expects, and a delay may still end well. */
function tell({ kind, detail, subject }: ToldEvent, isSoftBouncer: boolean): { kind: string; summary: string } | null {
  const mail = subject ? `“${subject}”` : 'a mail'
  const because = detail ? `: ${detail}` : ''
  switch (kind) {
    case 'bounced':
      return { kind: 'mail.bounced', summary: `${subject ? mail : 'A mail'} came back${because}. ${NO_MORE}` }
    case 'delayed':
      return isSoftBouncer
        ? { kind: 'mail.bounced', summary: `Three mails in a row could not be delivered${because}. ${NO_MORE}` }
        : null
    case 'complained':
      return { kind: 'mail.complained', summary: `Reported ${mail} as spam. ${NO_MORE}` }
    case 'unsubscribed':
      return { kind: 'alerts.stopped', summary: 'Asked for no more alert mails' }
    case 'opened':
      return { kind: 'mail.opened', summary: `Opened ${mail}` }
    case 'clicked':
      return { kind: 'mail.clicked', summary: `Followed a link in ${mail}` }
    default:
      return null
  }
}

/** The fact for the contact's timeline, told once a mail and kind; null when nobody needs it there. */
export function factOf(event: ToldEvent, isSoftBouncer: boolean): TimelineFact | null {
  const { contactId, mailId, occurredAt, recipient, isFurther } = event
  const told = tell(event, isSoftBouncer)
  if (!told || !contactId) return null
  const summary = isFurther ? `${recipient}: ${told.summary}` : told.summary
  return { contactId, kind: told.kind, summary, refs: { mailId }, occurredAt, factKey: `${told.kind}:${mailId}` }
}
