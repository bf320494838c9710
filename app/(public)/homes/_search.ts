import { readAreas } from '#server/domain/listings/areas.words.ts'
import { FEATURES } from '#server/domain/listings/features.words.ts'
import { PUBLIC_STATUSES } from '#server/domain/listings/public/public.words.ts'
import { type Box, boxOf, listOf, numberOf, oneOf, type Params, writeParams } from '../../_homes/params.ts'

const TYPES = [
  'SingleFamilyResidence',
  'Townhouse',
  'Condominium',
  'ManufacturedHome',
  'Duplex',
  'UnimprovedLand',
] as const
const SORTS = ['newest', 'cheapest', 'dearest'] as const

const isType = oneOf(TYPES)
const isStatus = oneOf(PUBLIC_STATUSES)
const isFeature = oneOf(FEATURES)
const isSort = oneOf(SORTS)
const isSlug = (text: string) => /^[a-z0-9-]{1,60}$/.test(text)
const MOST_PLACES = 20
const MOST_FEET = 100_000_000
const upTo = (most: number, value: number | undefined) => (value !== undefined && value <= most ? value : undefined)
const from = (least: number, value: number | undefined) => (value !== undefined && value >= least ? value : undefined)

/** Page address -> what is looked for. A value that makes no sense counts as not there. */
export function readSearch(params: Params) {
  const sort = params.get('sort')
  const areas = params.get('areas') ?? ''
  return {
    listPriceMin: numberOf(params, 'listPriceMin'),
    listPriceMax: numberOf(params, 'listPriceMax'),
    bedroomsMin: upTo(20, numberOf(params, 'bedroomsMin')) || undefined,
    bathroomsMin: upTo(20, numberOf(params, 'bathroomsMin', 0.5)) || undefined,
    livingAreaMin: upTo(MOST_FEET, numberOf(params, 'livingAreaMin')),
    livingAreaMax: upTo(MOST_FEET, numberOf(params, 'livingAreaMax')),
    lotSizeMin: upTo(MOST_FEET, numberOf(params, 'lotSizeMin')),
    yearBuiltMin: from(1650, upTo(2100, numberOf(params, 'yearBuiltMin'))),
    propertySubTypes: listOf(params, 'propertySubTypes').filter(isType),
    features: listOf(params, 'features').filter(isFeature),
    statuses: listOf(params, 'statuses').filter(isStatus),
    citySlugs: listOf(params, 'citySlugs').filter(isSlug).slice(0, MOST_PLACES),
    postalCodes: listOf(params, 'postalCodes')
      .filter((zip) => /^\d{5}$/.test(zip))
      .slice(0, MOST_PLACES),
    subdivisions: listOf(params, 'subdivisions').filter(isSlug).slice(0, MOST_PLACES),
    /** Drawn areas, as an address spells them. */
    areas: readAreas(areas) ? areas : '',
    box: boxOf(params),
    sort: isSort(sort) ? sort : SORTS[0],
  }
}

export type Search = Omit<ReturnType<typeof readSearch>, 'sort' | 'box'> & {
  sort: (typeof SORTS)[number]
  box: Box | undefined
}
export const anySearch: Search = readSearch(new URLSearchParams())

/** What is looked for -> page address, without the question mark. */
export function writeSearch({ box, sort, ...wishes }: Search): string {
  const params = writeParams(wishes, box)
  if (sort !== 'newest') params.set('sort', sort)
  return params.toString().replaceAll('%2C', ',')
}

/** The same wishes, wherever on the map: what the map's view hangs on. */
export const wishesOf = (search: Search) => writeSearch({ ...search, box: undefined, sort: 'newest' })

/** Anywhere at all. */
export const nowhere = {
  citySlugs: [],
  postalCodes: [],
  subdivisions: [],
  areas: '',
  box: undefined,
} satisfies Partial<Search>
