import { boxOf, listOf, numberOf, oneOf, type Params, writeParams } from '../../_homes/params.ts'

const TYPES = [
  'SingleFamilyResidence',
  'Townhouse',
  'Condominium',
  'ManufacturedHome',
  'Duplex',
  'UnimprovedLand',
] as const
const STATUSES = ['Active', 'ComingSoon', 'ActiveUnderContract', 'Pending', 'Closed'] as const
const SORTS = ['newest', 'cheapest', 'dearest'] as const

const isType = oneOf(TYPES)
const isStatus = oneOf(STATUSES)
const isSort = oneOf(SORTS)

/** Page address -> filters. A value that makes no sense counts as not there. Written by hand: a parser library would weigh more than the page. */
export function readFilters(params: Params) {
  const sort = params.get('sort')
  return {
    q: params.get('q')?.trim().slice(0, 100) || undefined,
    listPriceMin: numberOf(params, 'listPriceMin'),
    listPriceMax: numberOf(params, 'listPriceMax'),
    bedroomsMin: numberOf(params, 'bedroomsMin'),
    bathroomsMin: numberOf(params, 'bathroomsMin', 0.5),
    livingAreaMin: numberOf(params, 'livingAreaMin'),
    livingAreaMax: numberOf(params, 'livingAreaMax'),
    propertySubTypes: listOf(params, 'propertySubTypes').filter(isType),
    citySlugs: listOf(params, 'citySlugs').filter((slug) => /^[a-z0-9-]{1,60}$/.test(slug)),
    postalCodes: listOf(params, 'postalCodes').filter((zip) => /^\d{5}$/.test(zip)),
    statuses: listOf(params, 'statuses').filter(isStatus),
    box: boxOf(params),
    sort: isSort(sort) ? sort : SORTS[0],
  }
}

export type Filters = Omit<ReturnType<typeof readFilters>, 'sort'> & { sort: (typeof SORTS)[number] }
export const noFilters: Filters = readFilters(new URLSearchParams())

/** Filters -> page address; what is at its default is left out, so that a plain address means "all". */
export function writeFilters({ box, sort, ...filters }: Filters): string {
  const params = writeParams(filters, box)
  if (sort !== 'newest') params.set('sort', sort)
  return params.toString().replaceAll('%2C', ',')
}
