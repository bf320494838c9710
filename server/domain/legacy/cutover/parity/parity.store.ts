import type { Db } from '#server/db.ts'
import type { LegacyParity } from '#server/generated/prisma/client.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { STREAM_LABELS } from '../../sync/records.store.ts'
import type { Judged } from './verdicts.ts'

/** Enough to see what is wrong; the counts are complete. */
const MOST_KEPT = 1_000

/** The pass that is underway; begun by this call where there is none. */
export async function openPass(db: Db, stream: LegacyStream, startedAt: Date): Promise<LegacyParity> {
  await db.$executeRaw`
    INSERT INTO legacy_parity (stream, started_at) VALUES (${STREAM_LABELS[stream]}::legacy_stream, ${startedAt})
    ON CONFLICT (stream) WHERE ended_at IS NULL DO NOTHING`
  return db.legacyParity.findFirstOrThrow({ where: { stream, endedAt: null } })
}

export const lastPass = (db: Db, stream: LegacyStream) =>
  db.legacyParity.findFirst({ where: { stream, endedAt: { not: null } }, orderBy: { startedAt: 'desc' } })

type Tally = Pick<LegacyParity, 'compared' | 'equal' | 'differing' | 'missing' | 'surplus' | 'quarantined'> & {
  fields: Record<string, number>
}

const COUNTED = { differs: 'differing', missing: 'missing', surplus: 'surplus' } as const

export function tallyOf(judged: readonly Judged[]): Tally {
  const tally: Tally = { compared: 0, equal: 0, differing: 0, missing: 0, surplus: 0, quarantined: 0, fields: {} }
  for (const { verdict } of judged) {
    if (verdict.kind === 'absent') continue
    if (verdict.kind === 'quarantined') {
      tally.quarantined += 1
      continue
    }
    tally.compared += 1
    if (verdict.kind === 'equal') tally.equal += 1
    else tally[COUNTED[verdict.kind]] += 1
    for (const { field } of verdict.fields) tally.fields[field] = (tally.fields[field] ?? 0) + 1
  }
  return tally
}

/** Moves a pass on. False when another run has moved it meanwhile: nothing of the page may stand then. */
export async function advancePass(
  tx: Db,
  { id, afterSourceId }: LegacyParity,
  next: string,
  { fields, ...tally }: Tally,
): Promise<boolean> {
  const moved = await tx.$executeRaw`
    UPDATE legacy_parity SET after_source_id = ${next}, compared = compared + ${tally.compared},
           equal = equal + ${tally.equal}, differing = differing + ${tally.differing},
           missing = missing + ${tally.missing}, surplus = surplus + ${tally.surplus},
           quarantined = quarantined + ${tally.quarantined},
           fields = (SELECT coalesce(jsonb_object_agg(key, count), '{}') FROM (
                       SELECT key, sum(value::int) AS count
                         FROM (SELECT * FROM jsonb_each_text(fields)
                               UNION ALL SELECT * FROM jsonb_each_text(${JSON.stringify(fields)}::jsonb)) AS parts
                        GROUP BY key) AS sums)
     WHERE id = ${id}::uuid AND ended_at IS NULL AND after_source_id IS NOT DISTINCT FROM ${afterSourceId}`
  return moved === 1
}

type Unequal = Pick<Judged, 'targetId'> & {
  key: string
  kind: 'differs' | 'missing' | 'surplus' | 'only_here'
  fields: Judged['verdict']['fields']
}

export const unequalOf = (judged: readonly Judged[]): Unequal[] =>
  judged.flatMap(({ sourceId, targetId, verdict }) =>
    verdict.kind === 'differs' || verdict.kind === 'missing' || verdict.kind === 'surplus'
      ? [{ key: sourceId, targetId, kind: verdict.kind, fields: verdict.fields }]
      : [],
  )

/** Keeps what is unequal, with since when; one that was known before is only seen again. */
export async function keepMismatches(tx: Db, stream: LegacyStream, found: Unequal[], at: Date): Promise<void> {
  if (found.length === 0) return
  const open = await tx.legacyMismatch.count({ where: { stream, resolvedAt: null } })
  const room = Math.max(0, MOST_KEPT - open)
  const label = STREAM_LABELS[stream]
  await tx.$executeRaw`
    WITH found AS (
      SELECT f.*, k.key IS NOT NULL AS is_known,
             row_number() OVER (PARTITION BY k.key IS NULL ORDER BY f.key) AS place
        FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
          AS f(key text, kind mismatch_kind, "targetId" uuid, fields jsonb)
        LEFT JOIN legacy_mismatch k ON k.stream = ${label}::legacy_stream AND k.key = f.key
    )
    INSERT INTO legacy_mismatch AS m (stream, key, kind, target_id, fields, first_seen_at, last_seen_at)
    SELECT ${label}::legacy_stream, key, kind, "targetId", fields, ${at}, ${at}
      FROM found WHERE is_known OR place <= ${room}::int
    ON CONFLICT (stream, key) DO UPDATE SET
      kind = excluded.kind, target_id = excluded.target_id, fields = excluded.fields,
      -- One that comes back begins anew.
      first_seen_at = CASE WHEN m.resolved_at IS NULL THEN m.first_seen_at ELSE excluded.first_seen_at END,
      last_seen_at = greatest(m.last_seen_at, excluded.last_seen_at), resolved_at = NULL`
}

/** Closes what was unequal and is not any more. */
export async function resolveMismatches(
  tx: Db,
  stream: LegacyStream,
  keys: readonly string[],
  at: Date,
): Promise<void> {
  if (keys.length === 0) return
  await tx.legacyMismatch.updateMany({
    where: { stream, key: { in: [...keys] }, resolvedAt: null, lastSeenAt: { lte: at } },
    data: { resolvedAt: at },
  })
}

/** The same for rows without a document: all that this pass has not seen. */
export async function resolveOnlyHere(tx: Db, stream: LegacyStream, seen: readonly string[], at: Date): Promise<void> {
  await tx.legacyMismatch.updateMany({
    where: { stream, kind: 'onlyHere', resolvedAt: null, key: { notIn: [...seen] } },
    data: { resolvedAt: at },
  })
}
