import type { LegacyReads } from '#server/adapters/mongo/mongo.reads.ts'
import type { Db } from '#server/db.ts'
import { readDealsById } from '#server/domain/deals/deals.read.ts'
import type { DealRow } from '#server/domain/deals/deals.rows.ts'
import { latestDate } from '../sync/reading.ts'
import { dealsFrom } from './deals.documents.ts'

const EXAMPLES = 20

export type Comparison = {
  /** Deals that the old system's answer held. */
  compared: number
  differing: number
  /** Some of them, with the fields that differ; "missing" where this database has none. */
  examples: { dealId: string; fields: string[] }[]
}

const spelled = (value: unknown) =>
  JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${one}` : one))

function differences({ version: _theirs, ...there }: DealRow, here: DealRow | undefined): string[] {
  if (!here) return ['missing']
  const { version: _ours, ...stored } = here
  const ours = new Map<string, unknown>(Object.entries(stored))
  return Object.entries(there).flatMap(([field, value]) => (spelled(value) === spelled(ours.get(field)) ? [] : field))
}

/**
 * Asks both databases for the same deals, those changed last, as a page would, and says where the answers differ. Those
 * of the last minute may be on their way.
 */
export async function compareDeals(
  db: Db,
  reads: LegacyReads,
  { now, sample }: { now: Date; sample: number },
): Promise<Comparison> {
  const latest = latestDate(now)
  const { documents } = await reads.newest('deals', [], { before: { at: latest, isIncluded: true }, limit: sample })
  const there = await dealsFrom(db, documents, latest)
  const here = new Map(
    (
      await readDealsById(
        db,
        there.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const found = there.flatMap((row) => {
    const fields = differences(row, here.get(row.id))
    return fields.length > 0 ? [{ dealId: row.id, fields }] : []
  })
  return { compared: there.length, differing: found.length, examples: found.slice(0, EXAMPLES) }
}
