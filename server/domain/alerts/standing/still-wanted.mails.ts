import type { Db } from '#server/db.ts'
import { ensureAddresses, queueMail } from '#server/domain/mail/mail.service.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import type { DoorMailView } from '#server/domain/org/mails/door-mail.view.ts'
import { contentOf } from '#server/domain/org/org.mails.ts'
import { env } from '#server/env.ts'
import { holdRecipient } from '../mails/hold-recipient.sql.ts'
import { readAsked } from './asked.queries.ts'
import { dayInWords, slowingInWords } from './standing.words.ts'

type Order = { email: string; contactId: string; at: Date }

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Asks a person whether they still want their mails: once a day at most, for all of their searches together. */
export async function queueStillWanted(tx: Db, { email, contactId, at }: Order): Promise<void> {
  await ensureAddresses(tx, [email])
  const dedupeKey = `still-wanted:${email.toLowerCase()}:${dayOf(at)}`
  await queueMail(tx, { kind: 'still-wanted', recipient: email, contactId, dedupeKey, payload: {} })
}

type Asked = Awaited<ReturnType<typeof readAsked>>[number]

const lineOf = ({ name, summary, cadence, dueAt, atRest }: Asked) =>
  atRest || !dueAt
    ? `“${name}” (${summary}) is at rest: you get no more mails for it.`
    : `“${name}” (${summary}) ${slowingInWords(cadence)}, from ${dayInWords(dueAt)}.`

/**
 * "Still want these?", as it stands when the mail leaves: who has given a sign of life since, or has stopped the mails
 * themselves, is not asked. The link opens a page; only a tap on it changes anything.
 */
export async function composeStillWanted(tx: Db, mail: QueuedMail): Promise<Composed> {
  await holdRecipient(tx, mail)
  const address = await tx.mailAddress.findUnique({ where: { email: mail.recipient } })
  if (!address) return { suppress: 'link-over' }
  if (address.suppressedAt) return { suppress: address.suppressionReason ?? 'manual' }
  const contact = await tx.contact.findFirst({
    where: { id: mail.contactId ?? '', removedAt: null },
    select: {
      fullName: true,
      agent: {
        select: { fullName: true, email: true, office: { select: { name: true, postalAddress: true, phone: true } } },
      },
    },
  })
  if (!contact) return { suppress: 'contact-removed' }
  const asked = await readAsked(tx, address.email)
  if (asked.length === 0) return { suppress: 'no-longer-asked' }
  const { agent } = contact
  const allAtRest = asked.every(({ atRest }) => atRest)
  const viewWith = (token: string): DoorMailView => ({
    subject: allAtRest ? 'Your home alerts are at rest' : 'Still want these home alerts?',
    heading: allAtRest ? 'Your home alerts are at rest' : 'Still want these?',
    lines: [
      `Hello ${contact.fullName.split(' ')[0] ?? contact.fullName}, we have written to you for a while and do not know whether our mails are of any use.`,
      ...asked.map(lineOf),
      allAtRest
        ? 'One tap brings them back as they were.'
        : 'One tap keeps them as they are. You can also choose fewer, or none.',
    ],
    button: { label: allAtRest ? 'Bring them back' : 'Keep them', href: `${env.APP_URL}/preferences/${token}/wanted` },
    afterwards: `Reply to this mail to reach ${agent.fullName}. The link is yours alone.`,
    office: agent.office,
  })
  const view = viewWith(address.token)
  return {
    send: {
      subject: view.subject,
      ...(await contentOf(view)),
      kept: await contentOf(viewWith('used-or-hidden')),
      replyTo: `"${agent.fullName.replace(/["\\\r\n]/g, '')}" <${agent.email}>`,
      headers: {
        'List-Unsubscribe': `<${env.APP_URL}/api/unsubscribe/${address.token}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
    },
  }
}
