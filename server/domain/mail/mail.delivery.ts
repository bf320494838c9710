import type { Mailer, SendOutcome } from '#server/adapters/mail/mail.ts'
import type { Db, RootDb } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { failpoint } from '#server/failpoint.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { nextTry } from './mail.retry.ts'
import type { ComposeMail, Envelope, MailNote, QueuedMail } from './mail.types.ts'

export type DeliveryDeps = { db: RootDb; mailer: Mailer; compose: ComposeMail; now: () => Date }

/** Why mails could not be sent, worth telling a human: the reason and how many it hit. */
export type DeliveryCounts = {
  sent: number
  failed: number
  suppressed: number
  deferred: number
  unknown: number
  lastReason: string | null
}

const BATCH = 20
/** Longer than any hand-over can take; after it, whoever held the mail is taken for dead. */
const LEASE_MS = 120_000
const LANES = 4

type Claimed = QueuedMail & { attempts: number; messageId: string; contactId: string | null }

/** Leases what is due. A mail whose holder died in the middle is claimed again, under the same Message-ID. */
const claim = (db: Db, now: Date) => db.$queryRaw<Claimed[]>`
  UPDATE outbox_mail SET state = 'sending', attempts = attempts + 1, lease_until = ${new Date(now.getTime() + LEASE_MS)}
   WHERE id IN (SELECT id FROM outbox_mail
                 WHERE (state IN ('queued', 'unknown') AND not_before <= ${now}) OR (state = 'sending' AND lease_until < ${now})
                 ORDER BY not_before LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, recipient::text AS recipient, payload, attempts, message_id AS "messageId", contact_id AS "contactId"`

type Settled = Pick<Prisma.OutboxMailUncheckedUpdateInput, 'state' | 'sentAt' | 'subject' | 'providerReply'> & {
  /** What the mail was, kept apart from it. */
  body?: { html: string; text: string }
  suppressedReason?: string
  lastError?: string | null
  notBefore?: Date
}

function settle(mail: Claimed, envelope: Envelope, outcome: SendOutcome, now: Date): Settled {
  const { subject } = envelope
  const { html, text } = envelope.kept ?? envelope
  const body = { html, text }
  if (outcome.outcome === 'accepted') {
    return { state: 'sent', sentAt: now, subject, body, providerReply: outcome.reply, lastError: null }
  }
  if (outcome.outcome === 'refused') return { state: 'failed', subject, body, lastError: outcome.reason }
  const notBefore = nextTry({ attempts: mail.attempts, outcome: outcome.outcome }, now)
  if (!notBefore) return { state: 'failed', subject, body, lastError: outcome.reason }
  return { state: outcome.outcome === 'unknown' ? 'unknown' : 'queued', notBefore, lastError: outcome.reason }
}

/** Writes what became of the mail and, in the same transaction, the fact for the contact's timeline. */
async function record(db: RootDb, mail: Claimed, { body, ...settled }: Settled, note: MailNote | undefined, now: Date) {
  await db.$transaction(async (tx) => {
    // Only the holder of this attempt may write: a slow one whose lease ran out must not undo the next one's work.
    const { count } = await tx.outboxMail.updateMany({
      where: { id: mail.id, state: 'sending', attempts: mail.attempts },
      data: { ...settled, leaseUntil: null },
    })
    if (count === 0) return
    // A mail that was sent again after it had failed keeps what was sent last.
    if (body)
      await tx.mailBody.upsert({ where: { mailId: mail.id }, create: { mailId: mail.id, ...body }, update: body })
    if (settled.state !== 'sent' || !note) return
    const { contactId, kind, summary } = note
    await recordFacts(tx, [
      { contactId, kind, summary, refs: { mailId: mail.id }, occurredAt: now, factKey: `mail:${mail.id}` },
    ])
  })
}

async function deliverOne({ db, mailer, compose, now }: DeliveryDeps, mail: Claimed): Promise<Settled> {
  const composed = await compose(db, mail)
  if ('suppress' in composed) {
    const settled: Settled = { state: 'suppressed', suppressedReason: composed.suppress }
    await record(db, mail, settled, undefined, now())
    return settled
  }
  failpoint('mail.before-hand-over')
  const outcome = await mailer.send({ ...composed.send, to: mail.recipient, messageId: mail.messageId })
  failpoint('mail.after-hand-over')
  const settled = settle(mail, composed.send, outcome, now())
  await record(db, mail, settled, composed.note, now())
  failpoint('mail.after-record')
  return settled
}

/** A mail that cannot even be composed hurts only itself: it is tried again and ends as a dead letter. */
async function deliverSafely(deps: DeliveryDeps, mail: Claimed): Promise<Settled> {
  try {
    return await deliverOne(deps, mail)
  } catch (error) {
    const reason = `Could not be composed: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown error'}`
    const at = deps.now()
    const notBefore = mail.attempts >= 5 ? null : nextTry({ attempts: mail.attempts, outcome: 'later' }, at)
    const settled: Settled = notBefore
      ? { state: 'queued', notBefore, lastError: reason }
      : { state: 'failed', lastError: reason }
    await record(deps.db, mail, settled, undefined, at)
    return settled
  }
}

/** Sends what is due, a few at a time, until nothing is or `limit` mails were tried. */
export async function deliverMails(deps: DeliveryDeps, { limit }: { limit: number }): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, failed: 0, suppressed: 0, deferred: 0, unknown: 0, lastReason: null }
  for (let tried = 0; tried < limit; ) {
    const mails = await claim(deps.db, deps.now())
    if (mails.length === 0) break
    failpoint('mail.after-claim')
    tried += mails.length
    const waiting = [...mails]
    const lane = async () => {
      for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
        const { state, lastError } = await deliverSafely(deps, mail)
        if (state === 'queued') counts.deferred += 1
        else if (state === 'sent' || state === 'failed' || state === 'suppressed' || state === 'unknown')
          counts[state] += 1
        if (lastError) counts.lastReason = lastError
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }
  return counts
}
