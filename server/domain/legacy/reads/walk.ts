import type { Before, LegacyReads } from '#server/adapters/mongo/mongo.reads.ts'
import type { Context } from '#server/context.ts'
import type { DealRow } from '#server/domain/deals/deals.rows.ts'
import { latestDate } from '../sync/reading.ts'
import { dealsFrom } from './deals.documents.ts'
import type { Scope } from './scope.ts'

const BATCH = 250
/** Undated documents are few; more of them than this are dirt that nobody pages through. */
const MOST_UNDATED = 500

/** The order of lists: the latest change first, then by id. */
export const newestFirst = (a: DealRow, b: DealRow): number =>
  b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)

export type Walked = {
  rows: DealRow[]
  /** All rows changed at or after this moment are among them; null when that is all there is. */
  floor: Date | null
}

type Options = { before: Before | null; enough: (rows: readonly DealRow[]) => boolean; most: number }

/**
 * Goes through the deals of the old system from the latest change backwards, until there are enough that one may see, or
 * `most` documents were read. Rows come in the order of lists.
 */
export async function walkDeals(
  { db, now }: Context,
  reads: LegacyReads,
  { filters, mayShow }: Scope,
  { before, enough, most }: Options,
): Promise<Walked> {
  const latest = latestDate(now())
  const undated = await reads.undated('deals', filters, { latest, limit: MOST_UNDATED })
  const aside = (await dealsFrom(db, undated, latest)).filter(mayShow)
  const rows: DealRow[] = []
  let [place, floor, read]: [Before, Date | null, number] = [before ?? { at: latest, isIncluded: true }, null, 0]
  for (;;) {
    const { documents, isLast } = await reads.newest('deals', filters, { before: place, limit: BATCH })
    rows.push(...(await dealsFrom(db, documents, latest)).filter(mayShow))
    read += documents.length
    const last = documents.at(-1)?.updatedAt
    floor = isLast || !last ? null : last
    if (!floor || enough(rows) || read >= most) break
    place = { at: floor, isIncluded: false }
  }
  const isDue = ({ updatedAt }: DealRow) => floor === null || updatedAt >= floor
  return { rows: [...rows, ...aside.filter(isDue)].toSorted(newestFirst), floor }
}
