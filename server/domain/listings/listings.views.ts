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
const withPrices = <Row extends Priced>({ listPriceCents, previousListPriceCents, ...row }: Row) => ({
  ...row,
  listPriceCents: Number(listPriceCents),
  previousListPriceCents: numberOrNull(previousListPriceCents),
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
  openHouse: { select: { openHouseStartTime: true, openHouseEndTime: true } },
} satisfies Prisma.ListingEventSelect

/** Open houses that were not called off; whoever shows them leaves out what is over. */
const openHouseColumns = {
  ...{ id: true, openHouseStartTime: true, openHouseEndTime: true, openHouseRemarks: true },
} satisfies Prisma.OpenHouseSelect

/** An office as anybody may reach it. */
export const officeColumns = { name: true, phone: true, postalAddress: true } satisfies Prisma.OfficeSelect

/** What only matching reads; the words for keywords hold a street that may be withheld. */
export const withoutTokens = { locationTokens: true, keywordText: true } as const satisfies Prisma.ListingOmit

const MOST_PHOTOS = 200

export const detailInclude = {
  listAgent: {
    select: {
      ...{ id: true, fullName: true, title: true, phone: true, email: true, removedAt: true },
      office: { select: officeColumns },
    },
  },
  openHouses: {
    select: openHouseColumns,
    where: { openHouseStatus: 'Active' },
    orderBy: { openHouseStartTime: 'desc' },
    take: 12,
  },
  events: { select: eventColumns, orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }], take: 100 },
  photos: {
    select: { mediaUrl: true, shortDescription: true },
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
    take: MOST_PHOTOS,
  },
} satisfies Prisma.ListingInclude

export type DetailRow = Prisma.ListingGetPayload<{ include: typeof detailInclude; omit: typeof withoutTokens }>

/** A photo with what is to be seen on it, where somebody has said so. */
export type HomePhoto = { url: string; words: string | null }

/** Those with words, in the order that somebody gave them; else as the source lists them. Each once. */
function photosOf({ photos, photoUrls }: Pick<DetailRow, 'photos' | 'photoUrls'>): HomePhoto[] {
  const told = photos.map(({ mediaUrl, shortDescription }) => ({ url: mediaUrl, words: shortDescription }))
  const all = told.length > 0 ? told : photoUrls.map((url) => ({ url, words: null }))
  return [...new Map(all.map((photo) => [photo.url, photo])).values()]
}

export const toDetail = ({
  events,
  openHouses,
  originalListPriceCents,
  closePriceCents,
  photos,
  ...row
}: DetailRow) => ({
  ...withPrices(row),
  originalListPriceCents: Number(originalListPriceCents),
  closePriceCents: numberOrNull(closePriceCents),
  photoUrl: row.photoUrls[0] ?? null,
  photos: photosOf({ photos, photoUrls: row.photoUrls }),
  openHouses: openHouses.toReversed(),
  events: events.map(({ fromPriceCents, toPriceCents, ...event }) => ({
    ...event,
    fromPriceCents: numberOrNull(fromPriceCents),
    toPriceCents: Number(toPriceCents),
  })),
})

export type ListingDetail = ReturnType<typeof toDetail>

const everyMention = (street: string) => new RegExp(street.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi')

type Office = Prisma.OfficeGetPayload<{ select: typeof officeColumns }>

/** Somebody who has left can be called by nobody. */
function reachable(listAgent: ListingDetail['listAgent']) {
  if (!listAgent || listAgent.removedAt) return null
  const { fullName, title, phone, email } = listAgent
  return { fullName, title, phone, email }
}

/**
 * What the public may know, named column by column: one that is added later is not told before somebody says so. Where
 * the seller withholds the address, nothing that tells it leaves the server: not the street, not the pin on the map,
 * not the remarks or the words of a photo that name it. `office` is whom to ask where no agent of ours lists the home.
 */
export function toPublic(home: ListingDetail, office: Office | null) {
  const { internetAddressDisplayYN, streetAddress, unitNumber, latitude, longitude, publicRemarks } = home
  const place = internetAddressDisplayYN
    ? {
        streetAddress,
        unitNumber,
        latitude,
        longitude,
        publicRemarks,
        openHouses: home.openHouses,
        photos: home.photos,
      }
    : {
        ...{ streetAddress: null, unitNumber: null, latitude: null, longitude: null },
        publicRemarks: publicRemarks.replace(everyMention(streetAddress), 'this home'),
        photos: home.photos.map(({ url, words }) => ({
          url,
          words: words?.replace(everyMention(streetAddress), 'this home') ?? null,
        })),
        // How to find the door would tell where it is.
        openHouses: home.openHouses.map((visit) => ({ ...visit, openHouseRemarks: null })),
      }
  const { id, listingKey, listingId, standardStatus, propertyType, propertySubType, features } = home
  const { listPriceCents, previousListPriceCents, originalListPriceCents, closePriceCents, events } = home
  const { bedroomsTotal, bathroomsFull, bathroomsHalf, livingAreaSqFt, lotSizeSquareFeet, yearBuilt } = home
  const { city, citySlug, stateOrProvince, postalCode, subdivisionName, photoUrls, photoUrl } = home
  const { listOfficeName, onMarketTimestamp, modificationTimestamp } = home
  return {
    ...{ id, listingKey, listingId, standardStatus, propertyType, propertySubType, features },
    ...{ listPriceCents, previousListPriceCents, originalListPriceCents, closePriceCents, events },
    ...{ bedroomsTotal, bathroomsFull, bathroomsHalf, livingAreaSqFt, lotSizeSquareFeet, yearBuilt },
    ...{ city, citySlug, stateOrProvince, postalCode, subdivisionName, photoUrls, photoUrl },
    ...{ listOfficeName, onMarketTimestamp, modificationTimestamp, internetAddressDisplayYN },
    ...place,
    listAgent: reachable(home.listAgent),
    office,
  }
}
