import type { MailKind } from '#server/domain/mail/mail.types.ts'
import type { Tone } from '../../_ui/tone.ts'

const OUTBOX_STATES = ['queued', 'sending', 'sent', 'failed', 'suppressed', 'unknown'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

type Look = { label: string; tone: Tone; about: string }

/** How each state of a mail is called, and what it means for the person it is for. */
export const outboxLook: Record<OutboxState, Look> = {
  queued: { label: 'Waiting', tone: 'waiting', about: 'Leaves with the next delivery.' },
  sending: { label: 'Leaving', tone: 'waiting', about: 'Being handed to the mail server.' },
  sent: { label: 'Sent', tone: 'good', about: 'The mail server has taken it.' },
  failed: { label: 'Failed', tone: 'bad', about: 'It will not leave by itself any more.' },
  suppressed: { label: 'Held back', tone: 'neutral', about: 'This address is not to be written to.' },
  unknown: { label: 'Uncertain', tone: 'warning', about: 'The connection broke; it may or may not have arrived.' },
}

const KINDS = {
  alert: 'Property alert',
  invitation: 'Invitation',
  confirmation: 'Address to confirm',
  'password-reset': 'New password',
  'address-notice': 'Notice to the old address',
} as const satisfies Record<MailKind, string>

const isKind = (kind: string): kind is MailKind => Object.hasOwn(KINDS, kind)

/** "password-reset" -> "New password". */
export const mailKindInWords = (kind: string) => (isKind(kind) ? KINDS[kind] : kind)

/** Reads the state from the address bar; anything else means all. */
export const readState = (value: unknown): OutboxState | undefined => OUTBOX_STATES.find((state) => state === value)
