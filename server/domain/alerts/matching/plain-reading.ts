import { milesBetween } from '#server/domain/listings/listings.tokens.ts'
import type { Criteria } from '../searches.schema.ts'
import type { Round } from './rounds.arbitrary.ts'

/**
 * What the words of a search say, home by home: the judge of every matcher. Nothing here is shared with them, and
 * nothing is clever.
 */
type Search = Pick<Round, 'criteria' | 'standing'>
type Listing = Round['home']['listing']

const within = (value: number | null, min: number | undefined, max: number | undefined) =>
  (min === undefined && max === undefined) || (value !== null && value >= (min ?? value) && value <= (max ?? value))

const fitsPrice = (cents: bigint, { listPriceMin, listPriceMax }: Criteria) =>
  within(Number(cents) / 100, listPriceMin, listPriceMax)

/** How often the ring goes around the point, by the angles under which its edges are seen. On an edge: always inside. */
function isInDrawn(ring: Criteria['polygons'][number], [x, y]: readonly [number, number]): boolean {
  let turned = 0
  for (const [index, [fromX, fromY]] of ring.entries()) {
    const [toX, toY] = ring[(index + 1) % ring.length] ?? [0, 0]
    const [ax, ay, bx, by] = [fromX - x, fromY - y, toX - x, toY - y]
    const [cross, dot] = [ax * by - ay * bx, ax * bx + ay * by]
    if (cross === 0 && dot <= 0) return true
    turned += Math.atan2(cross, dot)
  }
  return Math.round(turned / (2 * Math.PI)) !== 0
}

const SLUGS = new Map([
  ['Belle Hall', 'belle-hall'],
  ['Île d’Or', 'ile-dor'],
  ['Park West', 'park-west'],
])

function isInArea(criteria: Criteria, listing: Listing): boolean {
  const { citySlugs, postalCodes, subdivisions, radius, polygons } = criteria
  const { latitude, longitude, subdivisionName } = listing
  const slug = SLUGS.get(subdivisionName ?? '')
  if (!citySlugs.length && !postalCodes.length && !subdivisions.length && !radius && !polygons.length) return true
  if (citySlugs.includes(listing.citySlug) || postalCodes.includes(listing.postalCode)) return true
  if (slug !== undefined && subdivisions.includes(slug)) return true
  if (latitude === null || longitude === null) return false
  if (radius && milesBetween(radius, { latitude, longitude }) <= radius.miles) return true
  return polygons.some((ring) => isInDrawn(ring, [longitude, latitude]))
}

const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? []

const says = (text: string, phrase: string) => {
  const [words, asked] = [wordsOf(text), wordsOf(phrase)]
  return words.some((_, start) => asked.every((word, index) => words[start + index] === word))
}

/** Whether a home is what a search asks for as it stands now, whatever happened to it. */
export function fits(criteria: Criteria, listing: Listing): boolean {
  const { propertyTypes, propertySubTypes, features, keywords } = criteria
  return (
    listing.internetEntireListingDisplayYN &&
    criteria.statuses.some((status) => status === listing.standardStatus) &&
    fitsPrice(listing.listPriceCents, criteria) &&
    listing.bedroomsTotal >= (criteria.bedroomsMin ?? 0) &&
    listing.bathroomsFull + listing.bathroomsHalf / 2 >= (criteria.bathroomsMin ?? 0) &&
    within(listing.livingAreaSqFt, criteria.livingAreaMin, criteria.livingAreaMax) &&
    within(listing.lotSizeSquareFeet, criteria.lotSizeMin, criteria.lotSizeMax) &&
    within(listing.yearBuilt, criteria.yearBuiltMin, criteria.yearBuiltMax) &&
    (propertyTypes.length === 0 || propertyTypes.includes(listing.propertyType)) &&
    (propertySubTypes.length === 0 || propertySubTypes.includes(listing.propertySubType)) &&
    features.every((feature) => listing.features.some((has) => has === feature)) &&
    keywords.every((phrase) => says(listing.publicRemarks, phrase) || says(listing.subdivisionName ?? '', phrase)) &&
    isInArea(criteria, listing)
  )
}

/** How a search would tell of an event, or null when that is not for it. */
function toldAs(criteria: Criteria, { listing, event }: Round['home']): Criteria['events'][number] | null {
  const { fromPriceCents, toPriceCents, newStatus } = event
  const asks = (kind: Criteria['events'][number]) => (criteria.events.includes(kind) ? kind : null)
  switch (event.kind) {
    case 'New':
    case 'BackOnMarket':
      return asks(event.kind)
    case 'StatusChange':
      return criteria.statuses.some((status) => status === newStatus) ? asks('StatusChange') : null
    case 'OpenHouse':
      return event.openHouseStatus === 'Active' && event.hoursLeft > 0 ? asks('OpenHouse') : null
    case 'PriceChange': {
      if (fromPriceCents === null) return null
      const isCut = toPriceCents < fromPriceCents && listing.listPriceCents <= toPriceCents
      const movedIn = fitsPrice(fromPriceCents, criteria) ? null : asks('MovedIntoRange')
      return movedIn ?? (isCut ? asks('PriceDrop') : null)
    }
  }
}

/** The kind under which a search hears of what happened to a home, or null. */
export const wants = ({ criteria, standing }: Search, home: Round['home']) =>
  standing === 'on' && fits(criteria, home.listing) ? toldAs(criteria, home) : null
