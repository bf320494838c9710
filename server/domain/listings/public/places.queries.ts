import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { slugOf } from '../listings.tokens.ts'
import { SHOWN } from './public.filters.ts'
import { readBriefly } from './read-briefly.ts'

const MOST_PLACES = 6
const MOST_STREETS = 4
/** A hint of how much there is, not a figure. */
const COUNT_CAP = 101
/** Fewer letters are in half of all streets. */
const LEAST_LETTERS = 3

const KINDS = {
  town: { slug: Prisma.sql`city_slug`, name: Prisma.sql`city` },
  neighborhood: { slug: Prisma.sql`subdivision_slug`, name: Prisma.sql`subdivision_name` },
  zip: { slug: Prisma.sql`postal_code`, name: Prisma.sql`postal_code` },
} as const
type Kind = keyof typeof KINDS

type Place = { kind: Kind; slug: string; name: string; city: string; count: number }

/** Places of one kind. Each name costs one step through an index, however many homes bear it. */
async function placesOf(db: Db, kind: Kind, part: string): Promise<Place[]> {
  const { slug, name } = KINDS[kind]
  const rows = await db.$queryRaw<Omit<Place, 'kind'>[]>`
    WITH RECURSIVE place(slug) AS (
      (SELECT ${slug} FROM listing WHERE ${slug} IS NOT NULL ORDER BY ${slug} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${slug} FROM listing WHERE ${slug} > place.slug ORDER BY ${slug} LIMIT 1)
        FROM place WHERE place.slug IS NOT NULL),
    meant AS (
      SELECT slug, position(${part} IN slug) AS at FROM place WHERE position(${part} IN slug) > 0
       ORDER BY position(${part} IN slug) > 1, length(slug), slug LIMIT ${MOST_PLACES * 2})
    SELECT meant.slug, one.name, one.city,
           (SELECT count(*) FROM (SELECT FROM listing WHERE ${slug} = meant.slug AND ${SHOWN} LIMIT ${COUNT_CAP}) AS home)::int AS count
      FROM meant CROSS JOIN LATERAL (SELECT ${name} AS name, city FROM listing WHERE ${slug} = meant.slug AND ${SHOWN} LIMIT 1) AS one
     ORDER BY at > 1, length(meant.slug), meant.slug LIMIT ${MOST_PLACES}`
  return rows.map((row) => ({ kind, ...row }))
}

type Street = { listingKey: string; streetAddress: string; city: string }

const literally = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`)

/** Homes by their street, where it may be told. */
const findStreets = (db: Db, q: string) => db.$queryRaw<Street[]>`
  SELECT listing_key AS "listingKey", street_address AS "streetAddress", city FROM listing
   WHERE street_address ILIKE ${`%${literally(q)}%`} AND internet_address_display_yn AND ${SHOWN}
   ORDER BY street_address, listing_key LIMIT ${MOST_STREETS}`

/** Where somebody may want to look, from what they have typed so far: towns, neighborhoods, zip codes and single homes. */
export function findPlaces({ db }: PublicContext, { q }: { q: string }) {
  const part = slugOf(q)
  return readBriefly(db, async (tx): Promise<{ places: Place[]; streets: Street[] }> => {
    if (part === '') return { places: await placesOf(tx, 'town', ''), streets: [] }
    const places = [
      ...(await placesOf(tx, 'town', part)),
      ...(/^\d+$/.test(part) ? await placesOf(tx, 'zip', part) : await placesOf(tx, 'neighborhood', part)),
    ]
    return { places, streets: q.length >= LEAST_LETTERS ? await findStreets(tx, q) : [] }
  })
}
