import type { PublicContext } from '#server/context.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { PLACED, SHOWN } from './public.filters.ts'
import { cardsOf } from './public.queries.ts'
import type { PublicCard } from './public.views.ts'
import { readBriefly } from './read-briefly.ts'

const SIMILAR = 8
/** About seven miles. */
const NEAR_DEGREES = 0.1
const STILL_TO_BUY = Prisma.sql`standard_status IN ('Active', 'Coming Soon')`

/**
 * Homes of the same kind and about the same price near another one, the most alike first. Where its address is withheld,
 * those of its town: the nearest ones would tell where it stands.
 */
export const listSimilarHomes = (
  { db, now }: PublicContext,
  { listingKey }: { listingKey: string },
): Promise<PublicCard[]> =>
  readBriefly(db, async (tx) => {
    const home = await tx.listing.findFirst({
      where: { listingKey, internetEntireListingDisplayYN: true },
      select: {
        ...{ id: true, listPriceCents: true, bedroomsTotal: true, citySlug: true },
        ...{ latitude: true, longitude: true, internetAddressDisplayYN: true },
      },
    })
    if (!home) return []
    const { id, listPriceCents, bedroomsTotal, citySlug, latitude, longitude, internetAddressDisplayYN } = home
    const isPlaced = internetAddressDisplayYN && latitude !== null && longitude !== null
    const around = isPlaced
      ? Prisma.sql`${PLACED} AND latitude BETWEEN ${latitude - NEAR_DEGREES}::float8 AND ${latitude + NEAR_DEGREES}::float8
          AND longitude BETWEEN ${longitude - NEAR_DEGREES}::float8 AND ${longitude + NEAR_DEGREES}::float8`
      : Prisma.sql`city_slug = ${citySlug} AND ${SHOWN}`
    const apart = isPlaced
      ? Prisma.sql`(abs(latitude - ${latitude}::float8) + abs(longitude - ${longitude}::float8)) * 5`
      : Prisma.sql`0`
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM listing
       WHERE ${around} AND ${STILL_TO_BUY} AND id <> ${id}::uuid
         AND property_sub_type = (SELECT property_sub_type FROM listing WHERE id = ${id}::uuid)
         AND list_price_cents BETWEEN ${(listPriceCents * 7n) / 10n} AND ${(listPriceCents * 14n) / 10n}
       ORDER BY abs(list_price_cents - ${listPriceCents})::float8 / ${listPriceCents}::float8
                + abs(bedrooms_total - ${bedroomsTotal}) * 0.15 + ${apart}, id LIMIT ${SIMILAR}`
    const ids = rows.map((row) => row.id)
    return cardsOf(tx, ids, now())
  })
