import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import type { DoorMailView } from '#server/domain/org/mails/door-mail.view.ts'
import { contentOf } from '#server/domain/org/org.mails.ts'
import { env } from '#server/env.ts'

/** Mails to such an address only do harm, also when somebody asks for one. */
const CLOSED = ['bounced', 'complained']

/**
 * The way to one's homes and searches. Who asked for no more alerts gets it all the same: they asked for this one. The
 * copy that stays in the outbox has a dead link.
 */
export async function composePortalLink(tx: Db, { recipient, contactId }: QueuedMail): Promise<Composed> {
  const address = await tx.mailAddress.findUnique({ where: { email: recipient } })
  if (!address) return { suppress: 'link-over' }
  if (CLOSED.includes(address.suppressionReason ?? '')) return { suppress: address.suppressionReason ?? 'manual' }
  const contact = await tx.contact.findFirst({
    where: { id: contactId ?? '', removedAt: null },
    select: {
      ...{ fullName: true, email: true },
      agent: { select: { office: { select: { name: true, postalAddress: true, phone: true } } } },
    },
  })
  if (!contact) return { suppress: 'contact-removed' }
  // Who was only added to the search of this contact is not called by their name.
  const isOwn = contact.email?.toLowerCase() === recipient.toLowerCase()
  const viewWith = (token: string): DoorMailView => ({
    subject: 'Your homes and searches',
    heading: isOwn ? `Hello ${contact.fullName.split(' ')[0] ?? contact.fullName}` : 'Hello',
    lines: ['Here are the homes we wrote to you about, what you thought of them, and your searches.'],
    button: { label: 'Open my homes', href: `${env.APP_URL}/preferences/${token}` },
    afterwards: 'The link is yours alone and keeps working: whoever has it sees the same as you.',
    office: contact.agent.office,
  })
  const view = viewWith(address.token)
  return {
    send: {
      subject: view.subject,
      ...(await contentOf(view)),
      headers: { 'Auto-Submitted': 'auto-generated' },
      kept: await contentOf(viewWith('used-or-hidden')),
    },
  }
}
