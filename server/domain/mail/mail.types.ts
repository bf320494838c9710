import type { Db } from '#server/db.ts'

/** Who composes a mail. A closed list: a kind without a composer does not compile. */
export const MAIL_KINDS = [
  'alert',
  'invitation',
  'confirmation',
  'password-reset',
  'address-notice',
  'portal-link',
  'still-wanted',
  'agent-digest',
  'sign-up',
  'inquiry',
  'inquiry-receipt',
  'set-away',
  'offer',
  'lead-idle',
  'lead-taken-back',
  'slack-channel',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** A row of the outbox, as its composer sees it. */
export type QueuedMail = { id: string; kind: string; recipient: string; contactId: string | null; payload: unknown }

export type Envelope = {
  subject: string
  html: string
  text: string
  from?: string
  replyTo?: string
  headers?: Record<string, string>
  /** What the outbox keeps instead of the content, when the content holds a secret such as a sign-in link. */
  kept?: { html: string; text: string }
}

/**
 * Composed at send time, so that what changed since it was queued is respected: send it, or say why not.
 * `happenedAt`: when the first of the things that it tells of was recorded.
 */
export type Composed = { send: Envelope; note?: MailNote; happenedAt?: Date } | { suppress: string }

/** A fact for the contact's timeline, told once the mail has left. */
export type MailNote = { contactId: string; kind: string; summary: string }

/**
 * Takes the transaction in which the mail is then handed over: what it locks (FOR SHARE) cannot change before the mail
 * has left, so that whoever is told "you get no more mails" gets none.
 */
export type ComposeMail = (tx: Db, mail: QueuedMail, now: Date) => Promise<Composed>
