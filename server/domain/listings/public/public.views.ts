import { env } from '#server/env.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Columns of a card that anybody may see; what is withheld is taken out below. */
export const publicCardColumns = {
  id: true,
  listingKey: true,
  standardStatus: true,
  propertySubType: true,
  listPriceCents: true,
  previousListPriceCents: true,
  priceChangeTimestamp: true,
  bedroomsTotal: true,
  bathroomsFull: true,
  bathroomsHalf: true,
  livingAreaSqFt: true,
  streetAddress: true,
  unitNumber: true,
  city: true,
  postalCode: true,
  latitude: true,
  longitude: true,
  photoUrls: true,
  listOfficeName: true,
  onMarketTimestamp: true,
  internetAddressDisplayYN: true,
} satisfies Prisma.ListingSelect

type Row = Prisma.ListingGetPayload<{ select: typeof publicCardColumns }>

type Seen = {
  now: Date
  /** Names of the firm's own offices: one of them stands for the firm. */
  ownOffices: ReadonlySet<string>
}

const WEEK_MS = 7 * 86_400_000
/** As many photos as one swipes through before opening a home. */
const PHOTOS = 6

/**
 * A home on a card for anybody, named column by column. A withheld address takes the place on the map with it. What
 * happened within a week of `now` is decided here, so that the page and the browser say the same.
 */
export function toPublicCard(row: Row, { now, ownOffices }: Seen) {
  const { id, listingKey, standardStatus, propertySubType, listPriceCents, onMarketTimestamp } = row
  const { bedroomsTotal, bathroomsFull, bathroomsHalf, livingAreaSqFt, city, postalCode, listOfficeName } = row
  const isThisWeek = (at: Date | null) => at !== null && now.getTime() - at.getTime() < WEEK_MS
  const { streetAddress, unitNumber, latitude, longitude } = row.internetAddressDisplayYN
    ? row
    : { streetAddress: null, unitNumber: null, latitude: null, longitude: null }
  return {
    ...{ id, listingKey, standardStatus, propertySubType, onMarketTimestamp },
    listedBy: ownOffices.has(listOfficeName) ? `${env.FIRM_NAME}, ${listOfficeName} office` : listOfficeName,
    ...{ bedroomsTotal, bathroomsFull, bathroomsHalf, livingAreaSqFt, city, postalCode },
    ...{ streetAddress, unitNumber, latitude, longitude },
    photoUrls: row.photoUrls.slice(0, PHOTOS),
    listPriceCents: Number(listPriceCents),
    /** What it cost before a change of this week; null where nothing changed. */
    weekAgoPriceCents:
      row.previousListPriceCents !== null && isThisWeek(row.priceChangeTimestamp)
        ? Number(row.previousListPriceCents)
        : null,
    isNewThisWeek: isThisWeek(onMarketTimestamp),
  }
}

export type PublicCard = ReturnType<typeof toPublicCard>
