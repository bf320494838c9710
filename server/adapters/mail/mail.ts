import type { Envelope } from '#server/domain/mail/mail.types.ts'

export type OutgoingMail = Envelope & { to: string; messageId: string }

/**
 * What became of one hand-over.
 * `later`: worth another try, after `waitSeconds` where the provider named a time. `refused`: certainly not accepted,
 * and never will be. `unknown`: nothing came back after the content had left; it may have been accepted.
 */
export type SendOutcome =
  | { outcome: 'accepted'; reply: string }
  | { outcome: 'later'; reason: string; waitSeconds?: number }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'unknown'; reason: string }

/** What a provider knows of a message that was handed over before. `no-answer`: it could not be asked. */
export type Finding = { found: 'accepted' | 'rejected' | 'nothing' | 'no-answer'; reply: string }

export type Mailer = {
  /** Never throws: every failure is one of the outcomes. */
  send: (mail: OutgoingMail) => Promise<SendOutcome>
  /** Asks what became of a message; only providers that keep a record can tell. Never throws. */
  find?: (messageId: string, since: Date) => Promise<Finding>
  /** Hand-overs that may be under way at once; a few where nothing is said. */
  lanes?: number
  close: () => void
}
