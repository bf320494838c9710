import type { SendOutcome } from '#server/adapters/mail/mail.ts'
import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { Claimed } from './mail.claim.ts'
import { nextTry } from './mail.retry.ts'
import type { Composed, MailNote } from './mail.types.ts'

type Update = Pick<
  Prisma.OutboxMailUncheckedUpdateInput,
  'state' | 'sentAt' | 'subject' | 'providerReply' | 'happenedAt' | 'inDoubtSince'
>

/** What becomes of a mail: its new state, what it was, and what there is to tell of it. */
export type Settled = Update & {
  /** What the mail was, kept apart from it. */
  body?: { html: string; text: string }
  suppressedReason?: string
  lastError?: string | null
  notBefore?: Date
  note?: MailNote | undefined
  /** The provider's words when it refused the mail for good. */
  refusal?: string
}

export type Sendable = Extract<Composed, { send: unknown }>

const contentOf = ({ send, happenedAt, note }: Sendable) => {
  const { html, text } = send.kept ?? send
  return { subject: send.subject, body: { html, text }, happenedAt: happenedAt ?? null, note }
}

/** The mail has left, now or, as the provider's record says, at `sentAt`. */
export const asSent = (composed: Sendable, reply: string, sentAt: Date): Settled => ({
  ...contentOf(composed),
  ...{ state: 'sent', sentAt, providerReply: reply, lastError: null, inDoubtSince: null },
})

/** What a hand-over's outcome makes of the mail. */
export function settle(
  mail: Claimed,
  composed: Sendable,
  outcome: SendOutcome,
  now: Date,
  canBeFound: boolean,
): Settled {
  if (outcome.outcome === 'accepted') return asSent(composed, outcome.reply, now)
  const lastError = outcome.reason
  const { note: _untold, ...content } = contentOf(composed)
  if (outcome.outcome === 'refused') {
    return { ...content, state: 'failed', lastError, inDoubtSince: null, refusal: outcome.reason }
  }
  const notBefore = nextTry({ attempts: mail.attempts, canBeFound, ...outcome }, now)
  const inDoubtSince = outcome.outcome === 'unknown' ? now : null
  if (!notBefore) return { ...content, state: 'failed', lastError, inDoubtSince }
  // What was handed over is kept: when it turns out that it arrived, the mail is shown as it was.
  if (outcome.outcome === 'unknown') return { ...content, state: 'unknown', notBefore, lastError, inDoubtSince }
  return { state: 'queued', notBefore, lastError, inDoubtSince }
}

/** Writes what became of the mail and, in the same transaction, the fact for the contact's timeline. */
export async function record(tx: Db, mail: Claimed, { body, note, refusal, ...settled }: Settled, now: Date) {
  // Only the holder of this attempt may write: a slow one whose lease ran out must not undo the next one's work.
  const { count } = await tx.outboxMail.updateMany({
    where: { id: mail.id, state: 'sending', attempts: mail.attempts },
    data: { ...settled, leaseUntil: null },
  })
  if (count === 0) return
  // A mail that was sent again after it had failed keeps what was sent last.
  if (body) await tx.mailBody.upsert({ where: { mailId: mail.id }, create: { mailId: mail.id, ...body }, update: body })
  if (refusal) {
    const detail = refusal.slice(0, 500)
    const providerEventId = `refused:${mail.attempts}`
    await tx.mailEvent.createMany({
      data: [{ mailId: mail.id, kind: 'refused', providerEventId, detail, occurredAt: now, recordedAt: now }],
      skipDuplicates: true,
    })
  }
  if (settled.state !== 'sent' || !note) return
  const { contactId, kind, summary } = note
  await recordFacts(tx, [
    { contactId, kind, summary, refs: { mailId: mail.id }, occurredAt: now, factKey: `mail:${mail.id}` },
  ])
}
