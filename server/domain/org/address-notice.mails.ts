import { z } from 'zod'
import type { Db } from '#server/db.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { DoorMailView } from './mails/door-mail.view.ts'
import { contentOf } from './org.mails.ts'

const payloadSchema = z.object({ tokenId: z.uuid(), moment: z.enum(['requested', 'confirmed']) })
type Notice = z.infer<typeof payloadSchema> & { to: string }

/** Tells the address that somebody has signed in with so far. It is the only place an intruder does not read. */
export function queueAddressNotice(tx: Db, { to, tokenId, moment }: Notice) {
  const dedupeKey = `address-notice:${moment}:${tokenId}`
  return queueMail(tx, { kind: 'address-notice', recipient: to, dedupeKey, payload: { tokenId, moment } })
}

const linkSelect = {
  newEmail: true,
  usedAt: true,
  person: {
    select: { fullName: true, removedAt: true, office: { select: { name: true, postalAddress: true, phone: true } } },
  },
} as const satisfies Prisma.PersonTokenSelect
type LinkRow = Prisma.PersonTokenGetPayload<{ select: typeof linkSelect }>

/** "a…@example.com": enough to know one's own, too little for whoever reads this mailbox by now. */
const shortened = (email: string) => email.replace(/^(.)[^@]*/u, '$1…')

function viewOf({ person, newEmail }: LinkRow, moment: Notice['moment']): DoorMailView {
  const { office } = person
  const firstName = person.fullName.split(' ')[0] ?? person.fullName
  const address = shortened(newEmail ?? '')
  if (moment === 'requested') {
    return {
      subject: 'Somebody asked to change your e-mail for Palmetto',
      heading: 'Is this you?',
      lines: [
        `Hello ${firstName}, somebody signed in as you and asked to sign in as ${address} from now on.`,
        'If it was you, there is nothing to do here: follow the link in the mail to the new address.',
        'If it was not you, somebody knows your password. Set a new one now: that signs everybody out and stops the change.',
      ],
      button: { label: 'Set a new password', href: `${env.APP_URL}/forgot` },
      afterwards: 'Until the new address is confirmed, you sign in as before.',
      office,
    }
  }
  return {
    subject: 'Your e-mail for Palmetto was changed',
    heading: 'Your e-mail was changed',
    lines: [
      `Hello ${firstName}, from now on you sign in as ${address}. This address opens nothing any more.`,
      `If it was not you, call ${office.name} at once: ${office.phone}. An admin can lock the account while you are on the phone, and give it back to you.`,
    ],
    button: null,
    afterwards: 'If it was you, there is nothing to do. This is the last mail about your account to this address.',
    office,
  }
}

/** What the old address is told when an account's e-mail is about to change, and when it has. */
export async function composeAddressNotice(db: Db, mail: QueuedMail): Promise<Composed> {
  const { tokenId, moment } = payloadSchema.parse(mail.payload)
  const link = await db.personToken.findUnique({ where: { id: tokenId }, select: linkSelect })
  if (!link?.newEmail) return { suppress: 'link-over' }
  if (link.person.removedAt) return { suppress: 'person-removed' }
  // Confirmed or called off in between: to say that it can still be stopped would be wrong.
  if (moment === 'requested' && link.usedAt) return { suppress: 'link-over' }
  const view = viewOf(link, moment)
  const headers = { 'Auto-Submitted': 'auto-generated' }
  return { send: { subject: view.subject, ...(await contentOf(view)), headers } }
}
