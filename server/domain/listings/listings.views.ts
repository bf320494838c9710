import type { Listing, Prisma } from '#server/generated/prisma/client.ts'

/** Columns of a card in a list. */
export const cardColumns = {
  id: true,
  listingKey: true,
  listingId: true,
  standardStatus: true,
  propertySubType: true,
  listPriceCents: true,
  previousListPriceCents: true,
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
  onMarketTimestamp: true,
} satisfies Prisma.ListingSelect

type Priced = Pick<Listing, 'listPriceCents' | 'previousListPriceCents'>

const numberOrNull = (cents: bigint | null) => (cents === null ? null : Number(cents))

/** Cents leave the server as numbers: prices of homes are far from where those lose digits. */
const withPrices = <Row extends Priced>(row: Row) => ({
  ...row,
  listPriceCents: Number(row.listPriceCents),
  previousListPriceCents: numberOrNull(row.previousListPriceCents),
})

type CardRow = Prisma.ListingGetPayload<{ select: typeof cardColumns }>

export const toCard = ({ photoUrls, ...row }: CardRow) => ({ ...withPrices(row), photoUrl: photoUrls[0] ?? null })

/** What happened to a home, as pages tell it. */
const eventColumns = {
  id: true,
  kind: true,
  fromPriceCents: true,
  toPriceCents: true,
  fromStatus: true,
  toStatus: true,
  occurredAt: true,
} satisfies Prisma.ListingEventSelect

export const detailInclude = {
  listAgent: { select: { id: true, fullName: true, title: true, phone: true, email: true } },
  events: { select: eventColumns, orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }], take: 100 },
} satisfies Prisma.ListingInclude

export type DetailRow = Prisma.ListingGetPayload<{ include: typeof detailInclude; omit: { locationTokens: true } }>

export const toDetail = ({ events, originalListPriceCents, closePriceCents, ...row }: DetailRow) => ({
  ...withPrices(row),
  originalListPriceCents: Number(originalListPriceCents),
  closePriceCents: numberOrNull(closePriceCents),
  photoUrl: row.photoUrls[0] ?? null,
  events: events.map(({ fromPriceCents, toPriceCents, ...event }) => ({
    ...event,
    fromPriceCents: numberOrNull(fromPriceCents),
    toPriceCents: Number(toPriceCents),
  })),
})

export type ListingDetail = ReturnType<typeof toDetail>

const everyMention = (street: string) => new RegExp(street.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi')

/**
 * What the public may know. Where the seller withholds the address, nothing that tells it leaves the server: not the
 * street, not the pin on the map, not the remarks that name it.
 */
export function toPublic(detail: ListingDetail) {
  const {
    internetAddressDisplayYN,
    streetAddress,
    unitNumber,
    latitude,
    longitude,
    publicRemarks,
    listAgent,
    ...rest
  } = detail
  const { mlsStatus: _source, internetEntireListingDisplayYN: _shown, listAgentId: _agentId, ...home } = rest
  const agent = listAgent && {
    fullName: listAgent.fullName,
    title: listAgent.title,
    phone: listAgent.phone,
    email: listAgent.email,
  }
  const place = internetAddressDisplayYN
    ? { streetAddress, unitNumber, latitude, longitude, publicRemarks }
    : {
        ...{ streetAddress: null, unitNumber: null, latitude: null, longitude: null },
        publicRemarks: publicRemarks.replace(everyMention(streetAddress), 'this home'),
      }
  return { ...home, ...place, internetAddressDisplayYN, listAgent: agent }
}
