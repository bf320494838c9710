import { z } from 'zod'

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

const whole = z.coerce.number().int().min(0).max(1_000_000_000).optional().catch(undefined)
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'string' && value ? value.split(',') : []), z.array(item)).catch([])

/** What the address of the listings page can hold. A value that makes no sense counts as not there. */
const urlSchema = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  listPriceMin: whole,
  listPriceMax: whole,
  bedroomsMin: whole,
  bathroomsMin: z.coerce.number().min(0).max(20).multipleOf(0.5).optional().catch(undefined),
  livingAreaMin: whole,
  livingAreaMax: whole,
  propertySubTypes: listOf(z.enum(TYPES)),
  citySlugs: listOf(z.string().regex(/^[a-z0-9-]{1,60}$/)),
  postalCodes: listOf(z.string().regex(/^\d{5}$/)),
  statuses: listOf(z.enum(STATUSES)),
  box: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(',').map(Number) : undefined),
      z.tuple([z.number(), z.number(), z.number(), z.number()]),
    )
    .transform(([south, west, north, east]) => ({ south, west, north, east }))
    .optional()
    .catch(undefined),
  sort: z.enum(SORTS).catch('newest'),
})

export type Filters = z.output<typeof urlSchema>
export const noFilters: Filters = urlSchema.parse({})

/** Page address -> filters. Takes the browser's parameters and the server's alike. */
export const readFilters = (params: Iterable<[string, string]>): Filters => urlSchema.parse(Object.fromEntries(params))

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
