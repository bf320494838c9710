import { readAreas } from '#server/domain/listings/areas.words.ts'
import { townName } from '#server/domain/listings/town.words.ts'
import { FEATURE_WORD, STATUS_WORD, TYPE_WORD } from '../../_homes/home.words.ts'
import { formatMoneyShort } from '../../_ui/format.ts'
import type { Search } from './_search.ts'

const short = (dollars: number) => formatMoneyShort(dollars * 100)
const feet = (area: number) => `${area.toLocaleString('en-US')} sq ft`

function between(min: number | undefined, max: number | undefined, say: (value: number) => string) {
  if (min !== undefined && max !== undefined) return `${say(min)} to ${say(max)}`
  return min === undefined ? `under ${say(max ?? 0)}` : `over ${say(min)}`
}

export type Chip = { key: string; label: string; without: Search }
type Add = (key: string, label: string, gone: Partial<Search>) => void

function addPlaces(search: Search, add: Add) {
  const { citySlugs, subdivisions, postalCodes, areas, box } = search
  const but = (list: readonly string[], gone: string) => list.filter((other) => other !== gone)
  for (const slug of citySlugs) add(`town ${slug}`, townName(slug), { citySlugs: but(citySlugs, slug) })
  for (const slug of subdivisions)
    add(`neighborhood ${slug}`, townName(slug), { subdivisions: but(subdivisions, slug) })
  for (const zip of postalCodes) add(`zip ${zip}`, zip, { postalCodes: but(postalCodes, zip) })
  const drawn = readAreas(areas)?.length ?? 0
  if (drawn > 0) add('areas', drawn === 1 ? 'The area I drew' : `${drawn} areas I drew`, { areas: '' })
  if (box) add('box', 'Inside the map', { box: undefined })
}

function addLists(search: Search, add: Add) {
  const { propertySubTypes, features, statuses } = search
  for (const type of propertySubTypes)
    add(type, TYPE_WORD[type], { propertySubTypes: propertySubTypes.filter((other) => other !== type) })
  for (const feature of features)
    add(feature, FEATURE_WORD[feature], { features: features.filter((other) => other !== feature) })
  for (const status of statuses)
    add(status, STATUS_WORD[status], { statuses: statuses.filter((other) => other !== status) })
}

/** Wishes one can read aloud, each with what is left when it goes. */
export function chipsOf(search: Search): Chip[] {
  const { listPriceMin, listPriceMax, bedroomsMin, bathroomsMin, livingAreaMin, livingAreaMax } = search
  const { lotSizeMin, yearBuiltMin } = search
  const chips: Chip[] = []
  const add: Add = (key, label, gone) => chips.push({ key, label, without: { ...search, ...gone } })
  addPlaces(search, add)
  if (listPriceMin !== undefined || listPriceMax !== undefined)
    add('price', between(listPriceMin, listPriceMax, short), { listPriceMin: undefined, listPriceMax: undefined })
  if (bedroomsMin) add('beds', `Beds ${bedroomsMin}+`, { bedroomsMin: undefined })
  if (bathroomsMin) add('baths', `Baths ${bathroomsMin}+`, { bathroomsMin: undefined })
  if (livingAreaMin !== undefined || livingAreaMax !== undefined)
    add('size', between(livingAreaMin, livingAreaMax, feet), { livingAreaMin: undefined, livingAreaMax: undefined })
  if (lotSizeMin !== undefined) add('lot', `Lot over ${feet(lotSizeMin)}`, { lotSizeMin: undefined })
  if (yearBuiltMin !== undefined) add('year', `Built ${yearBuiltMin} or later`, { yearBuiltMin: undefined })
  addLists(search, add)
  return chips
}

/** "Homes for sale in Mount Pleasant", as a heading says it. */
export function headingOf({ citySlugs, subdivisions, postalCodes, areas, box }: Search): string {
  const places = [...citySlugs.map(townName), ...subdivisions.map(townName), ...postalCodes]
  if (areas !== '') return places.length > 0 ? 'Homes for sale where you look' : 'Homes for sale in the area you drew'
  if (places.length > 2) return `Homes for sale in ${places.length} places`
  if (places.length > 0) return `Homes for sale in ${places.join(' and ')}`
  return box ? 'Homes for sale on this map' : 'Homes for sale on the Carolina coast'
}

/** What a wish is called where it is too much, and the search without it. */
export const WISHES = {
  price: { label: 'the price limit', gone: { listPriceMin: undefined, listPriceMax: undefined } },
  beds: { label: 'the number of beds', gone: { bedroomsMin: undefined } },
  baths: { label: 'the number of baths', gone: { bathroomsMin: undefined } },
  types: { label: 'the kind of home', gone: { propertySubTypes: [] } },
  size: { label: 'the size', gone: { livingAreaMin: undefined, livingAreaMax: undefined } },
  lot: { label: 'the size of the lot', gone: { lotSizeMin: undefined } },
  year: { label: 'the year', gone: { yearBuiltMin: undefined } },
  features: { label: 'the features', gone: { features: [] } },
  places: { label: 'the place', gone: { citySlugs: [], postalCodes: [], subdivisions: [], areas: '' } },
  box: { label: 'the edges of the map', gone: { box: undefined } },
} as const satisfies Record<string, { label: string; gone: Partial<Search> }>
