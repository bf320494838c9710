import { render } from '@react-email/render'
import { createElement } from 'react'
import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { DoorMail } from './mails/door-mail.tsx'
import { type DoorMailView, textOf } from './mails/door-mail.view.ts'
import { roleWords } from './org.words.ts'
import { secretOf } from './tokens.service.ts'

const payloadSchema = z.object({ tokenId: z.uuid(), invitedById: z.uuid().optional() })

const linkSelect = {
  kind: true,
  newEmail: true,
  usedAt: true,
  expiresAt: true,
  person: {
    select: {
      fullName: true,
      email: true,
      role: true,
      removedAt: true,
      office: { select: { name: true, postalAddress: true, phone: true } },
    },
  },
} as const satisfies Prisma.PersonTokenSelect
type LinkRow = Prisma.PersonTokenGetPayload<{ select: typeof linkSelect }>

type Words = Omit<DoorMailView, 'button' | 'office'> & { path: string; label: string }

function wordsFor({ kind, person, newEmail }: LinkRow, inviter: string | undefined): Words {
  const firstName = person.fullName.split(' ')[0] ?? person.fullName
  switch (kind) {
    case 'invitation':
      return {
        subject: `Your way into Palmetto at ${person.office.name}`,
        heading: `Welcome, ${firstName}`,
        lines: [
          `${inviter ?? 'Your office'} has set up a Palmetto account for you at ${person.office.name}, as ${roleWords[person.role].name.toLowerCase()}.`,
          'Choose a password, and you are in.',
        ],
        path: 'invitation',
        label: 'Choose a password',
        afterwards: 'The link works once, for seven days. If you did not expect it, do nothing.',
      }
    case 'passwordReset':
      return {
        subject: 'Set a new password for Palmetto',
        heading: 'Set a new password',
        lines: [`Hello ${firstName}, somebody asked for a new password for ${person.email}.`],
        path: 'reset',
        label: 'Set a new password',
        afterwards: 'The link works once, for an hour. If it was not you, do nothing: your password stays as it is.',
      }
    case 'confirmation':
      return {
        subject: 'Confirm your new e-mail for Palmetto',
        heading: 'Confirm your new e-mail',
        lines: [`Hello ${firstName}, you asked to sign in as ${newEmail} from now on.`],
        path: 'confirm',
        label: 'Confirm this address',
        afterwards: `The link works once, for a day. Until then you sign in as before. If it was not you, do nothing.`,
      }
  }
}

async function inviterOf(db: Db, id: string | undefined) {
  if (!id) return undefined
  const person = await db.person.findUnique({ where: { id }, select: { fullName: true } })
  return person?.fullName
}

/**
 * Invitations, confirmations and resets. The payload holds the token's id; its secret exists in this mail alone, so
 * the copy that stays in the outbox has a dead link.
 */
export async function composeOrgMail(db: Db, mail: QueuedMail): Promise<Composed> {
  const { tokenId, invitedById } = payloadSchema.parse(mail.payload)
  const link = await db.personToken.findUnique({ where: { id: tokenId }, select: linkSelect })
  if (!link || link.usedAt || link.expiresAt <= new Date()) return { suppress: 'link-over' }
  if (link.person.removedAt) return { suppress: 'person-removed' }
  const { path, label, ...words } = wordsFor(link, await inviterOf(db, invitedById))
  const viewWith = (secret: string): DoorMailView => ({
    ...words,
    office: link.person.office,
    button: { label, href: `${env.APP_URL}/${path}/${secret}` },
  })
  const { html, text } = await contentOf(viewWith(secretOf(tokenId)))
  return {
    send: {
      // An office's name may hold a line break, and a line break in a subject is a header of its own.
      subject: words.subject.replace(/\s+/g, ' '),
      html,
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
      kept: await contentOf(viewWith('used-or-hidden')),
    },
  }
}

/** The mail as it leaves: for readers with HTML, and for those without. */
export const contentOf = async (view: DoorMailView) => ({
  html: await render(createElement(DoorMail, { view })),
  text: textOf(view),
})
