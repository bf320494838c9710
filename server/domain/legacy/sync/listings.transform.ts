import { type SourceDocument, sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import type { ListingInput } from '#server/domain/listings/listings.bulk.ts'
import type { PropertySubType, PropertyType } from '#server/generated/prisma/enums.ts'
import { dateOf } from './date.values.ts'
import { featuresOf } from './features.values.ts'
import { listingKeyOf } from './listing-key.ts'
import { bathsOf, centsOf, integerOf, numberOf, positiveIntegerOf } from './number.values.ts'
import { openHousesOf } from './open-houses.values.ts'
import { pointOf, townOf, zipOf } from './place.values.ts'
import { statusOf, subTypeOf } from './status.values.ts'
import { booleanOf, plainText, textOf } from './text.values.ts'
import { extraOf, isRefusal, readableFields, recordOf, refuse, type Transform } from './transform.ts'

export type ListingRow = Omit<ListingInput, 'listAgentId'>

const KNOWN = [
  ...[
    'mlsNumber',
    'status',
    'propertyType',
    'price',
    'originalPrice',
    'closePrice',
    'beds',
    'baths',
    'sqft',
    'lotSqft',
  ],
  ...['yearBuilt', 'address', 'loc', 'subdivision', 'remarks', 'photos', 'agentId', 'officeName', 'hideAddress'],
  ...['hideOnline', 'listedAt', 'features', 'openHouses'],
]
const MOST_ROOMS = 60
/** Kinds of homes that are more than a home to live in, or no home yet. */
const TYPE_OF: Partial<Record<PropertySubType, PropertyType>> = {
  UnimprovedLand: 'Land',
  Duplex: 'ResidentialIncome',
}
const EPOCH = new Date(0)

/** What can't be read keeps a seller's home hidden: showing it by mistake can't be taken back. */
const isHidden = (value: unknown) => booleanOf(value) ?? (value !== undefined && value !== null)

/** Nobody knows when an undated record was written: it may be of any year that is not absurd. */
const LATEST_YEAR = 2100

function yearOf(value: unknown, changed: Date | null): number | null {
  const year = integerOf(value) ?? 0
  return year >= 1650 && year <= (changed?.getUTCFullYear() ?? LATEST_YEAR) ? year : null
}

const SQUARE_FEET_AN_ACRE = 43_560

/** Square feet; lots were also typed in acres, "0.46 ac". */
function lotOf(value: unknown): number | null {
  const isAcres = typeof value === 'string' && /\d\s*ac(re)?s?\.?\s*$/i.test(value)
  return positiveIntegerOf(isAcres ? (numberOf(value) ?? 0) * SQUARE_FEET_AN_ACRE : value)
}

const photosOf = (value: unknown) =>
  (Array.isArray(value) ? value : []).flatMap((url) =>
    typeof url === 'string' && /^https?:\/\//.test(url) ? [url] : [],
  )

function placeOf(fields: Record<string, unknown>) {
  const address = recordOf(fields.address)
  const [street, town, postalCode] = [textOf(address.street), townOf(address.city), zipOf(address.zip)]
  if (!street) return refuse('missing-address', 'address.street', address.street)
  if (!town) return refuse('missing-address', 'address.city', address.city)
  if (!postalCode) return refuse('invalid-postal-code', 'address.zip', address.zip)
  const state = textOf(address.state)?.toUpperCase() ?? ''
  const [longitude, latitude] = Array.isArray(fields.loc) ? fields.loc : []
  return {
    streetAddress: street,
    unitNumber: textOf(address.unit),
    ...town,
    stateOrProvince: /^[A-Z]{2}$/.test(state) ? state : 'SC',
    postalCode,
    ...(pointOf(longitude, latitude) ?? { latitude: null, longitude: null }),
  }
}

function roomsOf(fields: Record<string, unknown>) {
  const bedroomsTotal = Math.floor(numberOf(fields.beds) ?? 0)
  const baths = bathsOf(fields.baths) ?? { full: 0, half: 0 }
  const isPlausible = (count: number) => count >= 0 && count <= MOST_ROOMS
  if (!isPlausible(bedroomsTotal)) return refuse('implausible-rooms', 'beds', fields.beds)
  if (!isPlausible(baths.full) || !isPlausible(baths.half)) return refuse('implausible-rooms', 'baths', fields.baths)
  return { bedroomsTotal, bathroomsFull: baths.full, bathroomsHalf: baths.half }
}

function offerOf(fields: Record<string, unknown>) {
  const [standardStatus, propertySubType] = [statusOf(fields.status), subTypeOf(fields.propertyType)]
  const listPriceCents = centsOf(fields.price)
  if (!standardStatus) return refuse('unknown-status', 'status', fields.status)
  if (!propertySubType) return refuse('unknown-property-type', 'propertyType', fields.propertyType)
  if (!listPriceCents) return refuse('invalid-price', 'price', fields.price)
  return {
    standardStatus,
    mlsStatus: textOf(fields.status),
    propertyType: TYPE_OF[propertySubType] ?? ('Residential' as const),
    propertySubType,
    listPriceCents,
    originalListPriceCents: centsOf(fields.originalPrice) ?? listPriceCents,
    closePriceCents: centsOf(fields.closePrice),
  }
}

const hex = (hash: SourceDocument['hash']) => Buffer.from(hash).toString('hex')

/** Listings of the old system, in RESO's terms. */
export const transformListing: Transform<ListingRow> = (document) => {
  const readable = readableFields(document)
  if (isRefusal(readable)) return readable
  const { fields } = readable
  const [offer, place, rooms] = [offerOf(fields), placeOf(fields), roomsOf(fields)]
  if (isRefusal(offer)) return offer
  if (isRefusal(place)) return place
  if (isRefusal(rooms)) return rooms
  const changed = document.updatedAt ?? dateOf(fields.listedAt) ?? EPOCH
  const listingKey = listingKeyOf(document.sourceId)
  const { features, unread } = featuresOf(fields.features)
  const hasAgent = fields.agentId !== undefined && fields.agentId !== null && fields.agentId !== ''
  return {
    row: {
      listingKey,
      listingId: textOf(fields.mlsNumber) ?? document.sourceId,
      ...offer,
      ...rooms,
      ...place,
      livingAreaSqFt: positiveIntegerOf(fields.sqft),
      lotSizeSquareFeet: lotOf(fields.lotSqft),
      yearBuilt: yearOf(fields.yearBuilt, document.updatedAt),
      subdivisionName: textOf(fields.subdivision),
      publicRemarks: plainText(fields.remarks),
      features,
      openHouses: openHousesOf(fields.openHouses, listingKey),
      photoUrls: photosOf(fields.photos),
      internetEntireListingDisplayYN: !isHidden(fields.hideOnline),
      internetAddressDisplayYN: !isHidden(fields.hideAddress),
      listOfficeName: textOf(fields.officeName) ?? '',
      onMarketTimestamp: dateOf(fields.listedAt) ?? changed,
      modificationTimestamp: changed,
      changeKey: hex(document.hash),
    },
    needs: null,
    wants: hasAgent ? { stream: 'agents', sourceId: sourceIdOf(fields.agentId) } : null,
    extra: extraOf(fields, KNOWN, unread.length > 0 ? { features: unread } : {}),
  }
}
