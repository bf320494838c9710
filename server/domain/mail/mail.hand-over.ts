import type { Mailer } from '#server/adapters/mail/mail.ts'
import type { Db, RootDb } from '#server/db.ts'
import { failpoint } from '#server/failpoint.ts'
import type { Claimed } from './mail.claim.ts'
import { isSettled, nextLook, nextTry } from './mail.retry.ts'
import { asSent, record, type Sendable, type Settled, settle } from './mail.settle.ts'
import type { Composed, ComposeMail } from './mail.types.ts'

export type DeliveryDeps = { db: RootDb; mailer: Mailer; compose: ComposeMail; now: () => Date }

/** Longer than any hand-over; shorter than the lease. */
const TIMEOUT = { maxWait: 20_000, timeout: 100_000 }
const MAX_COMPOSE_ATTEMPTS = 5
/** What the outbox shows of a mail that left in a crash, when it can't be composed any more. */
const LOST: Sendable = {
  send: { subject: 'A mail that left just before a crash', html: '', text: 'Its content was not kept.' },
}

/** Bounced and complained stand above every kind of mail; the row is held, so that it stays true until the mail left. */
async function findBlock(tx: Db, recipient: string): Promise<string | null> {
  const [address] = await tx.$queryRaw<{ reason: string | null }[]>`
    SELECT suppression_reason AS reason FROM mail_address WHERE email = ${recipient}::citext FOR SHARE`
  return address?.reason === 'bounced' || address?.reason === 'complained' ? address.reason : null
}

async function composeUnlessBlocked({ compose }: DeliveryDeps, tx: Db, mail: Claimed, now: Date): Promise<Composed> {
  const blocked = await findBlock(tx, mail.recipient)
  return blocked ? { suppress: blocked } : compose(tx, mail, now)
}

/**
 * A mail that was handed over before is looked up first, where the provider keeps a record. Null: it is not there for
 * certain, and may be handed over.
 */
async function lookUp(deps: DeliveryDeps, tx: Db, mail: Claimed, composed: Composed): Promise<Settled | null> {
  const { inDoubtSince, attempts } = mail
  if (!deps.mailer.find || (attempts === 1 && !inDoubtSince)) return null
  const at = deps.now()
  const since = await tx.outboxMail.findUniqueOrThrow({ where: { id: mail.id }, select: { createdAt: true } })
  const { found, reply } = await deps.mailer.find(mail.messageId, since.createdAt)
  if (found === 'accepted') return asSent('send' in composed ? composed : LOST, reply, inDoubtSince ?? at)
  if (found === 'rejected') return { state: 'failed', lastError: reply, inDoubtSince: null, refusal: reply }
  if (found === 'nothing' && isSettled(inDoubtSince, at)) return null
  if (inDoubtSince) return { state: 'unknown', notBefore: nextLook(inDoubtSince, at), lastError: reply }
  const notBefore = nextTry({ attempts, outcome: 'later' }, at)
  return notBefore ? { state: 'queued', notBefore, lastError: reply } : { state: 'failed', lastError: reply }
}

/** Composes, hands over and records one mail in a transaction that holds whatever could forbid it. */
async function handOverInTransaction(deps: DeliveryDeps, mail: Claimed, remember: (settled: Settled) => void) {
  const { db, mailer, now } = deps
  return db.$transaction(async (tx) => {
    const composed = await composeUnlessBlocked(deps, tx, mail, now())
    let settled = await lookUp(deps, tx, mail, composed)
    if (!settled && 'suppress' in composed) settled = { state: 'suppressed', suppressedReason: composed.suppress }
    if (!settled && 'send' in composed) {
      failpoint('mail.before-hand-over')
      const outcome = await mailer.send({ ...composed.send, to: mail.recipient, messageId: mail.messageId })
      failpoint('mail.after-hand-over')
      settled = settle(mail, composed, outcome, now(), mailer.find !== undefined)
    }
    if (!settled) throw new Error('A mail was neither composed nor held back.')
    remember(settled)
    await record(tx, mail, settled, now())
    return settled
  }, TIMEOUT)
}

function asUncomposed(mail: Claimed, error: unknown, at: Date): Settled {
  const lastError = `Could not be composed: ${error instanceof Error ? error.message.slice(0, 300) : 'unknown error'}`
  const last = mail.attempts >= MAX_COMPOSE_ATTEMPTS
  const notBefore = last ? null : nextTry({ attempts: mail.attempts, outcome: 'later' }, at)
  return notBefore ? { state: 'queued', notBefore, lastError } : { state: 'failed', lastError }
}

/**
 * Hands one mail over. What cannot even be composed hurts only itself: it is tried again and ends as a dead letter.
 * When the database is lost after the hand-over, what is known is written as soon as it is back; should that fail too,
 * the lease runs out and the mail is in doubt: never is it queued as if it had not left.
 */
export async function handOver(deps: DeliveryDeps, mail: Claimed): Promise<Settled> {
  const known: { settled?: Settled } = {}
  try {
    const settled = await handOverInTransaction(deps, mail, (outcome) => {
      known.settled = outcome
    })
    failpoint('mail.after-record')
    return settled
  } catch (error) {
    const at = deps.now()
    const settled = known.settled ?? asUncomposed(mail, error, at)
    await deps.db.$transaction((tx) => record(tx, mail, settled, at))
    return settled
  }
}
