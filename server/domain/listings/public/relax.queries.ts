import type { PublicContext } from '#server/context.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { wherePublic } from './public.filters.ts'
import type { PublicFilters } from './public.schema.ts'
import { readBriefly } from './read-briefly.ts'

const COUNT_CAP = 101

/** Each wish, and what a search is without it. */
const WITHOUT = {
  price: { listPriceMin: undefined, listPriceMax: undefined },
  beds: { bedroomsMin: undefined },
  baths: { bathroomsMin: undefined },
  types: { propertySubTypes: [] },
  size: { livingAreaMin: undefined, livingAreaMax: undefined },
  lot: { lotSizeMin: undefined },
  year: { yearBuiltMin: undefined },
  features: { features: [] },
  places: { citySlugs: [], postalCodes: [], subdivisions: [], areas: [] },
  box: { box: undefined },
} as const satisfies Record<string, Partial<PublicFilters>>
type Wish = keyof typeof WITHOUT
type Relaxed = { wish: Wish; homes: number }

const isAsked = (filters: PublicFilters, part: Partial<PublicFilters>) =>
  Object.keys(part).some((key) => {
    const value = Object.entries(filters).find(([name]) => name === key)?.[1]
    return Array.isArray(value) ? value.length > 0 : value !== undefined
  })

/** For a search that finds nothing: which one wish to let go, and how many homes there are without it, up to 101. */
export async function relaxHomes({ db }: PublicContext, filters: PublicFilters): Promise<Relaxed[]> {
  const wishes = Object.entries(WITHOUT)
    .filter(([, part]) => isAsked(filters, part))
    .map(([wish, part]) => ({ wish, where: wherePublic({ ...filters, ...part }) }))
  if (wishes.length === 0) return []
  const counts = wishes.map(
    ({ wish, where }) => Prisma.sql`SELECT ${wish}::text AS wish, (SELECT count(*) FROM
      (SELECT FROM listing WHERE ${where} LIMIT ${COUNT_CAP}) AS home)::int AS homes`,
  )
  const rows = await readBriefly(db, (tx) => tx.$queryRaw<Relaxed[]>`${Prisma.join(counts, ' UNION ALL ')}`)
  return rows.filter(({ homes }) => homes > 0).sort((a, b) => a.homes - b.homes || (a.wish < b.wish ? -1 : 1))
}
