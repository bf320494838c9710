import { townName } from '#server/domain/listings/town.words.ts'
import type { Criteria } from '../searches.schema.ts'
import { dollars } from '../searches.words.ts'
import type { BoundKey } from './relax.bounds.ts'

const squareFeet = (area: number) => `${area.toLocaleString('en-US')} sq ft`

const BOUND_WORDS: Record<BoundKey, (to: number) => string> = {
  listPriceMin: (to) => (to === 0 ? 'With no lowest price' : `From ${dollars(to)}`),
  listPriceMax: (to) => `Up to ${dollars(to)}`,
  bedroomsMin: (to) => (to === 0 ? 'With any number of beds' : `With ${to}+ ${to === 1 ? 'bed' : 'beds'}`),
  bathroomsMin: (to) => (to === 0 ? 'With any number of baths' : `With ${to}+ ${to === 1 ? 'bath' : 'baths'}`),
  livingAreaMin: (to) => `From ${squareFeet(to)} inside`,
  livingAreaMax: (to) => `Up to ${squareFeet(to)} inside`,
  lotSizeMin: (to) => `With a lot from ${squareFeet(to)}`,
  lotSizeMax: (to) => `With a lot up to ${squareFeet(to)}`,
  yearBuiltMin: (to) => `Built in ${to} or later`,
  yearBuiltMax: (to) => `Built in ${to} or before`,
}

/** The one change, as a person would say it: "Up to $640,000". */
export const boundWords = (key: BoundKey, to: number) => BOUND_WORDS[key](to)
export const circleWords = (miles: number) => `Within ${miles} miles of the point`
export const townWords = (slug: string) => `Also in ${townName(slug)}`
export const withoutWords = (what: string) => `Without asking for ${what}`
export const alsoWords = (what: string) => `Also ${what}`

/** The statuses that may be added; sold homes help nobody who looks for one. */
export const OPEN_STATUSES = [
  'Active',
  'ComingSoon',
  'ActiveUnderContract',
  'Pending',
] as const satisfies Criteria['statuses']
