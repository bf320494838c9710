import { type Criteria, criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import type { PropertySubType } from '#server/generated/prisma/enums.ts'

type Home = { citySlug: string; propertySubType: PropertySubType; listPriceCents: bigint; bedroomsTotal: number }

/** As people say a price. */
const STEP = 5_000
const below = (dollars: number) => Math.floor(dollars / STEP) * STEP
const above = (dollars: number) => Math.ceil(dollars / STEP) * STEP

/** A search for homes like one: the same town and type, the price 15 % up or down, one bedroom less at the least. */
export function likeThisHome({ citySlug, propertySubType, listPriceCents, bedroomsTotal }: Home): Criteria {
  const price = Number(listPriceCents / 100n)
  return criteriaSchema.parse({
    citySlugs: [citySlug],
    propertySubTypes: [propertySubType],
    // Away from the price: the nearest step would leave out a home that costs 14,706.
    listPriceMin: below(price * 0.85),
    listPriceMax: above(price * 1.15),
    ...(bedroomsTotal > 1 ? { bedroomsMin: bedroomsTotal - 1 } : {}),
  })
}

type Named = { streetAddress: string; city: string; internetAddressDisplayYN: boolean }

/** What such a search is called; it stands in mails, so a street that is withheld does not. */
export const nameLike = ({ streetAddress, city, internetAddressDisplayYN }: Named): string =>
  (internetAddressDisplayYN ? `Like ${streetAddress}` : `Like a home in ${city}`).slice(0, 120)
