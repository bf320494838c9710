import type { Criteria } from '#server/domain/alerts/searches.schema.ts'
import { townName } from '#server/domain/listings/town.words.ts'
import { formatMoneyShort } from '../../_ui/format.ts'

const TYPES: Record<Criteria['propertySubTypes'][number], string> = {
  SingleFamilyResidence: 'houses',
  Townhouse: 'townhouses',
  Condominium: 'condos',
  ManufacturedHome: 'manufactured homes',
  Duplex: 'duplexes',
  UnimprovedLand: 'land',
}

const short = (dollars: number) => formatMoneyShort(dollars * 100)

function placeOf({ citySlugs, postalCodes, subdivisions, radius, polygons }: Criteria) {
  const [first, second, ...more] = [...citySlugs.map(townName), ...subdivisions.map(townName), ...postalCodes]
  if (first && second) return more.length > 0 ? `${first} and ${more.length + 1} more places` : `${first} and ${second}`
  if (first) return first
  if (radius) return `${radius.miles} miles around a point`
  if (polygons.length === 0) return null
  return polygons.length > 1 ? `${polygons.length} drawn areas` : 'a drawn area'
}

function priceOf({ listPriceMin: min, listPriceMax: max }: Criteria) {
  if (min !== undefined && max !== undefined) return `${short(min)} to ${short(max)}`
  if (min !== undefined) return `from ${short(min)}`
  return max === undefined ? null : `to ${short(max)}`
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A short name that tells alerts of one person apart: "Mount Pleasant, condos, 3+ beds, to $600k". */
export function suggestName(criteria: Criteria): string {
  const { propertySubTypes, bedroomsMin } = criteria
  const [type] = propertySubTypes
  const parts = [
    placeOf(criteria),
    type && propertySubTypes.length === 1 ? TYPES[type] : null,
    bedroomsMin ? `${bedroomsMin}+ beds` : null,
    priceOf(criteria),
  ].filter((part) => part !== null)
  return capitalised(parts.join(', ')) || 'All homes on the coast'
}
