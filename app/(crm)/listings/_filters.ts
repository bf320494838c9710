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

const MOST = 1_000_000_000

type Params = { get(key: string): string | null }

function numberOf(params: Params, key: string, step = 1): number | undefined {
  const value = Number(params.get(key) || Number.NaN)
  return value >= 0 && value <= MOST && Number.isInteger(value / step) ? value : undefined
}

const listOf = (params: Params, key: string) => params.get(key)?.split(',').filter(Boolean) ?? []

const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: string | null): value is T =>
    known.some((each) => each === value)

const isType = oneOf(TYPES)
const isStatus = oneOf(STATUSES)
const isSort = oneOf(SORTS)

function boxOf(params: Params) {
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = listOf(params, 'box').map(
    Number,
  )
  const inside = Math.abs(south) <= 90 && Math.abs(north) <= 90 && Math.abs(west) <= 180 && Math.abs(east) <= 180
  return inside ? { south, west, north, east } : undefined
}

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
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(filters)) {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue
    params.set(key, Array.isArray(value) ? value.join(',') : String(value))
  }
  if (box) params.set('box', [box.south, box.west, box.north, box.east].map((edge) => edge.toFixed(4)).join(','))
  if (sort !== 'newest') params.set('sort', sort)
  return params.toString().replaceAll('%2C', ',')
}
