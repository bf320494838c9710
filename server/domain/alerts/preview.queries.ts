import type { Context } from '#server/context.ts'
import { countByPrice, countMatchingHomes, sampleMatchingHomes } from './preview.sql.ts'
import { toBars } from './price-bars.ts'
import type { Criteria } from './searches.schema.ts'
import { summariseCriteria, summariseEvents } from './searches.words.ts'
import { isTooBroad } from './standing/market.sql.ts'

const SAMPLE = 6

/**
 * What the criteria would find now: the count (1,001 means more than 1,000), whether that is more than anybody reads, the
 * newest homes, and the sentence in the mail.
 */
export async function previewSearch({ db }: Context, { criteria }: { criteria: Criteria }) {
  const [count, ids] = await Promise.all([countMatchingHomes(db, criteria), sampleMatchingHomes(db, criteria, SAMPLE)])
  const homes = await db.listing.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      streetAddress: true,
      city: true,
      postalCode: true,
      listPriceCents: true,
      bedroomsTotal: true,
      bathroomsFull: true,
      bathroomsHalf: true,
      livingAreaSqFt: true,
      photoUrls: true,
    },
  })
  const place = new Map(ids.map((id, index) => [id, index]))
  const sample = homes
    .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map(({ listPriceCents, bathroomsFull, bathroomsHalf, photoUrls, ...home }) => ({
      ...home,
      listPriceCents: Number(listPriceCents),
      bathrooms: bathroomsFull + bathroomsHalf * 0.5,
      photoUrl: photoUrls[0] ?? null,
    }))
  const tooBroad = await isTooBroad(db, count)
  return { count, tooBroad, sample, summary: summariseCriteria(criteria), sentence: summariseEvents(criteria) }
}

/** Where the prices of homes lie that meet all but the price: what a range of prices takes in, and what it leaves out. */
export async function countPrices({ db }: Context, { criteria }: { criteria: Criteria }) {
  return toBars(await countByPrice(db, criteria))
}
