import type { Envelope } from '#server/domain/mail/mail.types.ts'

export type OutgoingMail = Envelope & { to: string; messageId: string }

/**
 * What became of one hand-over.
 * `later`: certainly not accepted, worth another try. `refused`: certainly not accepted, and never will be.
 * `unknown`: the connection broke after the content had left; it may have arrived.
 */
export type SendOutcome =
  | { outcome: 'accepted'; reply: string }
  | { outcome: 'later' | 'refused' | 'unknown'; reason: string }

/** Never throws: every failure is one of the outcomes. */
export type Mailer = { send: (mail: OutgoingMail) => Promise<SendOutcome>; close: () => void }
