import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { STREAM_LABELS } from '../sync/records.store.ts'
import type { WaitReason } from './writes.words.ts'

/** A record that waits to be written across; `version` as it stood when it was asked for. */
export type Queued = { stream: LegacyStream; targetId: string; version: number; changedAt: Date }
type Which = Pick<Queued, 'stream' | 'targetId'>

/** Longer than a batch can take with every call at its time-out; after it, whoever held a record is taken for dead. */
const LEASE_MS = 120_000

const toQueued = (rows: { stream: LegacyStream; targetId: string; version: bigint; changedAt: Date }[]): Queued[] =>
  rows.map((row) => ({ ...row, version: Number(row.version) }))

const select = { stream: true, targetId: true, version: true, changedAt: true } as const

/** Leases what is due, the oldest first. Any number of relays may ask at once; a record goes to one of them. */
export async function claimWrites(
  db: Db,
  { now, streams, most }: { now: Date; streams: readonly LegacyStream[]; most: number },
): Promise<Which[]> {
  const labels = streams.map((stream) => STREAM_LABELS[stream])
  const rows = await db.$queryRaw<{ label: string; targetId: string }[]>`
    UPDATE legacy_write w SET lease_until = ${new Date(now.getTime() + LEASE_MS)}, attempts = attempts + 1
      FROM (SELECT stream, target_id FROM legacy_write
             WHERE state = 'queued' AND not_before <= ${now} AND (lease_until IS NULL OR lease_until < ${now})
               AND stream = ANY(${labels}::legacy_stream[])
             ORDER BY not_before LIMIT ${most} FOR UPDATE SKIP LOCKED) due
     WHERE w.stream = due.stream AND w.target_id = due.target_id
    RETURNING w.stream::text AS label, w.target_id::text AS "targetId"`
  return streams.flatMap((stream) =>
    rows.flatMap(({ label, targetId }) => (label === STREAM_LABELS[stream] ? [{ stream, targetId }] : [])),
  )
}

/** Those of these records that still wait. */
export async function queuedAmong(tx: Db, stream: LegacyStream, targetIds: readonly string[]): Promise<Queued[]> {
  const where = { stream, state: 'queued' as const, targetId: { in: [...targetIds] } }
  return toQueued(await tx.legacyWrite.findMany({ where, select }))
}

/** Is across as it stood in this version; if it has changed since, it goes on waiting, without a lease. */
export async function settleWrite(tx: Db, { stream, targetId, version }: Omit<Queued, 'changedAt'>, at: Date) {
  const which = { stream, targetId }
  await tx.legacyWrite.updateMany({ where: which, data: { leaseUntil: null } })
  await tx.legacyWrite.updateMany({
    where: { ...which, version, state: 'queued' },
    data: { state: 'done', writtenVersion: version, writtenAt: at, attempts: 0, reason: null, detail: null },
  })
}

type Wait = { reason: WaitReason | null; detail?: string | null; until: Date }

/** Tried again then. Who was changed meanwhile is due at once, and is not touched. */
export async function postponeWrite(tx: Db, { stream, targetId, version }: Omit<Queued, 'changedAt'>, wait: Wait) {
  const which = { stream, targetId }
  await tx.legacyWrite.updateMany({ where: which, data: { leaseUntil: null } })
  await tx.legacyWrite.updateMany({
    where: { ...which, version, state: 'queued' },
    data: { reason: wait.reason, detail: wait.detail ?? null, notBefore: wait.until },
  })
}

/** One that waits, and as which version it was looked at. */
export type PostponedWrite = Omit<Queued, 'changedAt'> & Wait

/**
 * Many that wait, in one statement; `leftOut` are those that somebody is changing at this moment. Waiting for them with
 * others in hand could make two who change many wait for each other: the caller does them one by one.
 */
export async function postponeWrites(
  tx: Db,
  waits: readonly PostponedWrite[],
): Promise<{ leftOut: ReadonlySet<string> }> {
  const rows = waits.map(({ stream, ...wait }) => ({ ...wait, label: STREAM_LABELS[stream] }))
  const done = await tx.$queryRaw<{ label: string; targetId: string }[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(label legacy_stream, "targetId" uuid,
             version bigint, reason text, detail text, until timestamptz)),
    held AS (
      SELECT w.stream, w.target_id, g.*, w.version = g.version AND w.state = 'queued' AS "isSame"
        FROM legacy_write w JOIN given g ON g.label = w.stream AND g."targetId" = w.target_id FOR UPDATE OF w SKIP LOCKED)
    UPDATE legacy_write w SET lease_until = NULL,
           reason = CASE WHEN "isSame" THEN held.reason ELSE w.reason END,
           detail = CASE WHEN "isSame" THEN held.detail ELSE w.detail END,
           not_before = CASE WHEN "isSame" THEN held.until ELSE w.not_before END
      FROM held WHERE w.stream = held.stream AND w.target_id = held.target_id
    RETURNING w.stream::text AS label, w.target_id::text AS "targetId"`
  const found = new Set(done.map(({ label, targetId }) => `${label} ${targetId}`))
  const missed = waits.filter(({ stream, targetId }) => !found.has(`${STREAM_LABELS[stream]} ${targetId}`))
  return { leftOut: new Set(missed.map(({ targetId }) => targetId)) }
}

/** Lets go of what was claimed and not tried, without counting it as an attempt. */
export async function releaseWrites(db: Db, which: readonly Which[]): Promise<void> {
  for (const { stream, targetId } of which) {
    await db.legacyWrite.updateMany({ where: { stream, targetId }, data: { leaseUntil: null } })
  }
}

/** Queues records whose own row did not change: theirs has to be made as ours again. */
export async function raiseWrites(tx: Db, stream: LegacyStream, targetIds: readonly string[], at: Date): Promise<void> {
  if (targetIds.length === 0) return
  await tx.$executeRaw`
    INSERT INTO legacy_write AS w (stream, target_id, version, queued_at, changed_at, not_before)
    SELECT ${STREAM_LABELS[stream]}::legacy_stream, id, nextval('legacy_write_version'), ${at}, ${at}, ${at}
      FROM unnest(${[...targetIds]}::uuid[]) AS id
    ON CONFLICT (stream, target_id) DO UPDATE SET
      version = excluded.version, state = 'queued', not_before = excluded.not_before, attempts = 0,
      queued_at = CASE WHEN w.state = 'done' THEN excluded.queued_at ELSE w.queued_at END,
      changed_at = CASE WHEN w.state = 'done' THEN excluded.changed_at ELSE w.changed_at END`
}
