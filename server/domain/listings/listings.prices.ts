import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

type Bar = { fromDollars: number; toDollars: number; count: number }

const STEP_DOLLARS = 100_000
const BARS = 21

/** Homes by price: twenty stretches up to two million, and one above. */
export async function countPriceBars(db: Db, where: Prisma.Sql): Promise<Bar[]> {
  const rows = await db.$queryRaw<{ bar: number; count: number }[]>`
    SELECT least(${BARS - 1}::int, list_price_cents / ${STEP_DOLLARS * 100}::bigint)::int AS bar, count(*)::int AS count
      FROM listing WHERE ${where} GROUP BY bar`
  const counts = new Map(rows.map(({ bar, count }) => [bar, count]))
  return Array.from({ length: BARS }, (_, bar) => ({
    fromDollars: bar * STEP_DOLLARS,
    toDollars: (bar + 1) * STEP_DOLLARS,
    count: counts.get(bar) ?? 0,
  }))
}
