import { townName } from '#server/domain/listings/town.words.ts'
import type { Criteria } from './searches.schema.ts'

export { townName }

/** Kinds, types and statuses as an agent says them: in summaries, in answers and in advice alike. */
export const SUB_TYPE_SAID: Record<Criteria['propertySubTypes'][number], string> = {
  SingleFamilyResidence: 'single-family homes',
  Townhouse: 'townhouses',
  Condominium: 'condos',
  ManufacturedHome: 'manufactured homes',
  Duplex: 'duplexes',
  UnimprovedLand: 'land',
}
export const TYPE_SAID: Record<Criteria['propertyTypes'][number], string> = {
  Residential: 'homes to live in',
  ResidentialIncome: 'homes to rent out',
  Land: 'land',
  ManufacturedInPark: 'manufactured homes in parks',
  Farm: 'farms',
}
export const STATUS_SAID: Record<Criteria['statuses'][number], string> = {
  Active: 'for sale',
  ComingSoon: 'coming soon',
  ActiveUnderContract: 'under contract',
  Pending: 'pending',
  Closed: 'sold',
}
/** What a home is. */
const IS: Partial<Record<Criteria['events'][number], string>> = {
  New: 'new',
  PriceDrop: 'reduced',
  BackOnMarket: 'back on the market',
}
/** What a home does. */
const DOES: Partial<Record<Criteria['events'][number], string>> = {
  MovedIntoRange: 'moves into the price range',
  StatusChange: 'changes status',
  OpenHouse: 'has an open house',
}
/** What stands after "with". */
const WITH: Partial<Record<Criteria['features'][number], string>> = {
  Pool: 'a pool',
  WaterView: 'a water view',
  OceanView: 'an ocean view',
  Dock: 'a dock',
  Garage: 'a garage',
  Fireplace: 'a fireplace',
  PrimaryDownstairs: 'the primary bedroom downstairs',
  ScreenedPorch: 'a screened porch',
  FencedYard: 'a fenced yard',
  GuestQuarters: 'guest quarters',
  Elevator: 'an elevator',
}
/** What stands alone. */
const ALONE: Partial<Record<Criteria['features'][number], string>> = {
  Waterfront: 'on the water',
  NewConstruction: 'newly built',
  SingleStory: 'on one floor',
  Gated: 'in a gated community',
  GolfCourse: 'on a golf course',
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

const count = (value: number) => value.toLocaleString('en-US')

function areaWords({ livingAreaMin: min, livingAreaMax: max }: Criteria) {
  if (min !== undefined && max !== undefined) return `${count(min)} to ${count(max)} sq ft`
  if (min !== undefined) return `${count(min)}+ sq ft`
  return max === undefined ? null : `up to ${count(max)} sq ft`
}

const ACRE = 43_560

/** From half an acre on people speak of acres. */
function lotWords({ lotSizeMin: min, lotSizeMax: max }: Criteria) {
  const inAcres = Math.min(min ?? Number.POSITIVE_INFINITY, max ?? Number.POSITIVE_INFINITY) >= ACRE / 2
  const say = (feet: number) => (inAcres ? String(Number((feet / ACRE).toFixed(2))) : count(feet))
  const unit = inAcres ? 'acres' : 'sq ft'
  if (min !== undefined && max !== undefined) return `on a lot of ${say(min)} to ${say(max)} ${unit}`
  if (min !== undefined) return `on a lot of ${say(min)}+ ${unit}`
  return max === undefined ? null : `on a lot of up to ${say(max)} ${unit}`
}

function yearWords({ yearBuiltMin: min, yearBuiltMax: max }: Criteria) {
  if (min !== undefined && min === max) return `built in ${min}`
  if (min !== undefined && max !== undefined) return `built ${min} to ${max}`
  if (min !== undefined) return `built in ${min} or later`
  return max === undefined ? null : `built by ${max}`
}

const featureWords = ({ features }: Criteria): string[] => {
  const having = features.flatMap((feature) => WITH[feature] ?? [])
  const alone = features.flatMap((feature) => ALONE[feature] ?? [])
  return [...alone, ...(having.length > 0 ? [`with ${joinWords(having, 'and')}`] : [])]
}

function keywordWords({ keywords }: Criteria) {
  const quoted = keywords.map((words) => `“${words}”`)
  return quoted.length > 0 ? `described with ${joinWords(quoted, 'and')}` : null
}

function placeWords({ citySlugs, postalCodes, subdivisions, radius, polygons }: Criteria) {
  const places = [...citySlugs.map(townName), ...subdivisions.map(townName), ...postalCodes]
  const parts = [
    places.length > 0 ? `in ${joinWords(places, 'or')}` : null,
    radius ? `within ${radius.miles} ${radius.miles === 1 ? 'mile' : 'miles'} of a point on the map` : null,
    polygons.length > 1 ? `in one of ${polygons.length} areas drawn on the map` : null,
    polygons.length === 1 ? 'in an area drawn on the map' : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(', or ') : 'anywhere'
}

function whatWords({ propertyTypes, propertySubTypes }: Criteria) {
  const types = joinWords(
    propertyTypes.map((type) => TYPE_SAID[type]),
    'and',
  )
  const subTypes = joinWords(
    propertySubTypes.map((type) => SUB_TYPE_SAID[type]),
    'and',
  )
  if (types && subTypes) return `${subTypes} among ${types}`
  return subTypes || types || 'homes'
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The sentence that says what a search wants, as an agent would say it. Shown on pages and in mails alike. */
export function summariseCriteria(criteria: Criteria): string {
  const { bedroomsMin, bathroomsMin, statuses } = criteria
  const parts = [
    `${capitalised(whatWords(criteria))} ${placeWords(criteria)}`,
    priceWords(criteria),
    bedroomsMin ? `${bedroomsMin}+ beds` : null,
    bathroomsMin ? `${bathroomsMin}+ baths` : null,
    areaWords(criteria),
    lotWords(criteria),
    yearWords(criteria),
    ...featureWords(criteria),
    keywordWords(criteria),
    statuses.length === 1 && statuses[0] === 'Active'
      ? null
      : joinWords(
          statuses.map((status) => STATUS_SAID[status]),
          'or',
        ),
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** "When a home is new or reduced, moves into the price range or has an open house". */
export function summariseEvents({ events }: Criteria): string {
  const is = joinWords(
    events.flatMap((event) => IS[event] ?? []),
    'or',
  )
  const does = events.flatMap((event) => DOES[event] ?? [])
  return `When a home ${joinWords([...(is ? [`is ${is}`] : []), ...does], 'or')}`
}
