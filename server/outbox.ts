import type { Db } from '#server/db.ts'
import { failpoint } from '#server/failpoint.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { Sweep } from '#server/sweep.ts'

/** A fact in the past tense, with ids only: what `<subject>.events.ts` files make. */
export type Fact = { name: `${string}/${string}`; data: Prisma.InputJsonObject }

/** Takes the transaction, so a fact is announced if and only if it was committed. */
export const announce = (tx: Db, { name, data }: Fact) =>
  tx.outboxEvent.create({ data: { name, data }, select: { id: true } })

/** Many at once, in their order: what a whole page of another system means takes one statement, and not a thousand. */
export const announceAll = (tx: Db, facts: readonly Fact[]) =>
  tx.outboxEvent.createMany({ data: facts.map(({ name, data }) => ({ name, data })) })

export type SendFacts = (facts: { id: string; name: string; data: Record<string, unknown> }[]) => Promise<unknown>

const BATCH = 200
const LEASE_SECONDS = 30
const MAX_ATTEMPTS = 50

type Claimed = { id: string; name: string; data: Record<string, unknown>; isNudge: boolean }

/** Facts, or those of them that say only that something waits, such as `mail/queued`; the database knows which (`is_nudge`). */
type RelayKind = 'facts' | 'nudges'

/** Of nudges of one name one is enough: it leaves after all of them were committed. */
function withoutRepeats(facts: readonly Claimed[]): Claimed[] {
  const nudged = new Set<string>()
  return facts.filter(({ name, isNudge }) => {
    if (!isNudge) return true
    const isFirst = !nudged.has(name)
    nudged.add(name)
    return isFirst
  })
}

/**
 * Sends what is due. At least once: a crash between sending and marking sends again, and the executor drops the
 * repeated id. Several relays may run at once; a row is leased to one of them.
 */
export async function relayOutbox({
  db,
  send,
  only,
}: {
  db: Db
  send: SendFacts
  /** Only of this kind; else all. */
  only?: RelayKind
}): Promise<{ sent: number; failed: number }> {
  let sent = 0
  for (;;) {
    const facts = await db.$queryRaw<Claimed[]>`
      /* one plan */ UPDATE outbox_event SET state = 'sending', attempts = attempts + 1,
             lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
       WHERE id IN (SELECT id FROM outbox_event
                     WHERE not_before <= now() AND (state = 'queued' OR (state = 'sending' AND lease_until < now()))
                       AND (${only === undefined} OR is_nudge(name) = ${only === 'nudges'})
                     ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
      RETURNING id, name, data, is_nudge(name) AS "isNudge"`
    if (facts.length === 0) return { sent, failed: 0 }
    failpoint('relay.after-claim')
    const ids = facts.map(({ id }) => id)
    try {
      await send(withoutRepeats(facts).map(({ id, name, data }) => ({ id, name, data })))
      failpoint('relay.after-send')
      await db.$executeRaw`
        /* one plan */ UPDATE outbox_event SET state = 'sent', sent_at = ${new Date()}, lease_until = NULL
         WHERE id = ANY(${ids}::uuid[])`
      sent += facts.length
      // Whoever adds another one wakes a relay.
      if (facts.length < BATCH) return { sent, failed: 0 }
    } catch (error) {
      const lastError = error instanceof Error ? error.message.slice(0, 500) : 'unknown error'
      await db.$executeRaw`
        UPDATE outbox_event SET last_error = ${lastError}, lease_until = NULL,
               state = (CASE WHEN attempts >= ${MAX_ATTEMPTS} THEN 'failed' ELSE 'queued' END)::outbox_state,
               not_before = now() + make_interval(secs => least(300, power(2, least(attempts, 8))))
         WHERE id = ANY(${ids}::uuid[])`
      return { sent, failed: facts.length }
    }
  }
}

const sweepEvents =
  (state: 'sent' | 'failed'): Sweep =>
  (db, before, limit) =>
    db.$executeRaw`
  DELETE FROM outbox_event WHERE id IN (
    SELECT id FROM outbox_event
     WHERE id < first_uuid_of(${before}) AND state = ${state}::outbox_state ORDER BY id LIMIT ${limit})`

/** Facts that were told; their ids tell their age. */
export const sweepTold = sweepEvents('sent')
/** Facts that could not be told, after the last attempt. */
export const sweepUntold = sweepEvents('failed')
