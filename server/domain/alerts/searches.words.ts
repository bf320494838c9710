import { townName } from '#server/domain/listings/town.words.ts'
import type { Criteria } from './searches.schema.ts'

export { townName }

const TYPES: Record<Criteria['propertySubTypes'][number], string> = {
  SingleFamilyResidence: 'single-family homes',
  Townhouse: 'townhouses',
  Condominium: 'condos',
  ManufacturedHome: 'manufactured homes',
  Duplex: 'duplexes',
  UnimprovedLand: 'land',
}
const STATUSES: Record<Criteria['statuses'][number], string> = {
  Active: 'for sale',
  ComingSoon: 'coming soon',
  ActiveUnderContract: 'under contract',
  Pending: 'pending',
  Closed: 'sold',
}
const EVENTS: Record<Criteria['events'][number], string> = {
  New: 'new',
  PriceDrop: 'reduced',
  BackOnMarket: 'back on the market',
  MovedIntoRange: 'moved into the price range',
  StatusChange: 'changing status',
  OpenHouse: 'open to visit',
}

/** "a, b or c". */
export function joinWords(words: readonly string[], last: 'or' | 'and'): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

export const dollars = (amount: number) => `$${amount.toLocaleString('en-US', { maximumFractionDigits: 0 })}`

function priceWords({ listPriceMin: min, listPriceMax: max }: Criteria) {
  if (min !== undefined && max !== undefined) return `${dollars(min)} to ${dollars(max)}`
  if (min !== undefined) return `from ${dollars(min)}`
  return max === undefined ? null : `up to ${dollars(max)}`
}

function areaWords({ livingAreaMin: min, livingAreaMax: max }: Criteria) {
  const feet = (area: number) => area.toLocaleString('en-US')
  if (min !== undefined && max !== undefined) return `${feet(min)} to ${feet(max)} sq ft`
  if (min !== undefined) return `${feet(min)}+ sq ft`
  return max === undefined ? null : `up to ${feet(max)} sq ft`
}

function placeWords({ citySlugs, postalCodes, radius }: Criteria) {
  const places = [...citySlugs.map(townName), ...postalCodes]
  const circle = radius ? `within ${radius.miles} ${radius.miles === 1 ? 'mile' : 'miles'} of a point on the map` : null
  if (places.length === 0) return circle ?? 'anywhere'
  return `in ${joinWords(places, 'or')}${circle ? `, or ${circle}` : ''}`
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The sentence that says what a search wants, as an agent would say it. Shown on pages and in mails alike. */
export function summariseCriteria(criteria: Criteria): string {
  const { propertySubTypes, bedroomsMin, bathroomsMin, statuses } = criteria
  const what =
    propertySubTypes.length > 0
      ? joinWords(
          propertySubTypes.map((type) => TYPES[type]),
          'and',
        )
      : 'homes'
  const parts = [
    `${capitalised(what)} ${placeWords(criteria)}`,
    priceWords(criteria),
    bedroomsMin ? `${bedroomsMin}+ beds` : null,
    bathroomsMin ? `${bathroomsMin}+ baths` : null,
    areaWords(criteria),
    statuses.length === 1 && statuses[0] === 'Active'
      ? null
      : joinWords(
          statuses.map((status) => STATUSES[status]),
          'or',
        ),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** "When a home is new, reduced or back on the market." */
export const summariseEvents = ({ events }: Criteria) =>
  `When a home is ${joinWords(
    events.map((event) => EVENTS[event]),
    'or',
  )}`
