import type { SourceRange } from '#server/adapters/mongo/mongo.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { STREAM_LABELS } from '../sync/records.store.ts'
import type { Digest } from './digest.ts'

/** A part of a collection: on their side by ids, on ours by places. */
export type Range = SourceRange & { from: Uint8Array; to: Uint8Array }

const FIRST = Buffer.from([0])
const LAST = Buffer.from([255])

/** Cuts a stream into parts of about the same size. Bounds are ids whose places are exact: no documents, no decimals. */
export async function cutRanges(tx: Db, stream: LegacyStream, parts: number): Promise<Range[]> {
  const bounds = await tx.$queryRaw<{ idJson: string; place: Uint8Array }[]>`
    WITH placed AS (
      SELECT source_order, id_json, ntile(${parts}::int) OVER (ORDER BY source_order) AS part
        FROM legacy_document WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND gone_at IS NULL
         AND (id_json LIKE '{"_id":{"$oid":%' OR id_json LIKE '{"_id":{"$numberInt":%' OR id_json ~ '^\\{"_id":"[ -~]{1,200}"\\}$')
    )
    SELECT DISTINCT ON (part) id_json AS "idJson", source_order AS place FROM placed ORDER BY part, source_order DESC`
  // The last bound is left out: what came after it belongs to the last part.
  const inner = bounds.slice(0, -1)
  return [...inner, null].map((bound, index) => {
    const before = inner[index - 1]
    return {
      after: before?.idJson ?? null,
      upTo: bound?.idJson ?? null,
      from: before?.place ?? FIRST,
      to: bound?.place ?? LAST,
    }
  })
}

/** Our side's digest of each range, in one query. */
export async function digestsOf(tx: Db, stream: LegacyStream, ranges: readonly Range[]): Promise<Digest[]> {
  const froms = ranges.map(({ from }) => Buffer.from(from).toString('hex'))
  const tos = ranges.map(({ to }) => Buffer.from(to).toString('hex'))
  const rows = await tx.$queryRaw<{ count: number; a: bigint; b: bigint; c: bigint; d: bigint }[]>`
    SELECT coalesce(x.n, 0)::int AS count, coalesce(x.a, 0) AS a, coalesce(x.b, 0) AS b, coalesce(x.c, 0) AS c, coalesce(x.d, 0) AS d
      FROM unnest(${froms}::text[], ${tos}::text[]) WITH ORDINALITY AS r("from", "to", place)
      LEFT JOIN LATERAL (
        SELECT count(*) AS n, bit_xor(substr(hash, 1, 8)::bigint) AS a, bit_xor(substr(hash, 9, 8)::bigint) AS b,
               bit_xor(substr(hash, 17, 8)::bigint) AS c, bit_xor(substr(hash, 25, 8)::bigint) AS d
          FROM legacy_document
         WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND gone_at IS NULL
           AND source_order > decode(r."from", 'hex') AND source_order <= decode(r."to", 'hex')) x ON true
     ORDER BY r.place`
  return rows.map(({ count, a, b, c, d }) => {
    const xor = Buffer.alloc(32)
    for (const [at, part] of [a, b, c, d].entries()) xor.writeBigInt64BE(part, at * 8)
    return { count, xor }
  })
}

/** What we hold of a range: each document's hash, by its source id. */
export async function hashesOf(tx: Db, stream: LegacyStream, { from, to }: Range): Promise<Map<string, Held>> {
  const rows = await tx.$queryRaw<(Held & { sourceId: string })[]>`
    SELECT source_id AS "sourceId", encode(hash, 'hex') AS hash, id_json AS "idJson"
      FROM legacy_document
     WHERE stream = ${STREAM_LABELS[stream]}::legacy_stream AND gone_at IS NULL
       AND source_order > ${from} AND source_order <= ${to}`
  return new Map(rows.map(({ sourceId, hash, idJson }) => [sourceId, { hash, idJson }]))
}
export type Held = { hash: string; idJson: string }
