import { type Criteria, criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { centsOf, numberOf, positiveIntegerOf } from './number.values.ts'
import { pointOf, townOf, zipOf } from './place.values.ts'
import { statusOf, subTypeOf } from './status.values.ts'
import { isRecord, textOf } from './text.values.ts'
import { type Refusal, recordOf, refuse } from './transform.ts'

/** What says nothing: null, 0, "" and the words that forms had for it. */
const ANY = new Set(['', '0', 'any', 'all', 'none', 'no min', 'no max'])
const isAny = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === 0 ||
  (typeof value === 'string' && ANY.has(value.trim().toLowerCase()))

const EVENTS: Record<string, Criteria['events'][number]> = { new: 'New', price: 'PriceDrop', back: 'BackOnMarket' }
const eventOf = (word: unknown) => EVENTS[textOf(word)?.toLowerCase() ?? ''] ?? null
const slugOfTown = (town: unknown) => townOf(town)?.citySlug ?? null

const dollarsOf = (value: unknown) => {
  const cents = centsOf(value)
  return cents === null ? null : Math.round(cents / 100)
}
/** Homes have halves of baths at most, so "at least 2.25" is "at least 2.5". */
const halvesOf = (value: unknown) => {
  const baths = numberOf(value)
  return baths === null ? null : Math.ceil(baths * 2) / 2
}

/** The smaller one first, however they were typed. */
const inOrder = (low: number | undefined, high: number | undefined) =>
  low !== undefined && high !== undefined && low > high ? [high, low] : [low, high]

/** Reads criteria. What can't be read is remembered as a doubt: a bound that we drop would mail people too much. */
function criteriaReader(criteria: Record<string, unknown>) {
  const doubts: Refusal[] = []
  const doubt = (path: string, value: unknown): undefined => {
    doubts.push(refuse('invalid-criteria', path, value))
  }
  const bound = (name: string, read: (value: unknown) => number | null): number | undefined => {
    const value = criteria[name]
    return isAny(value) ? undefined : (read(value) ?? doubt(`criteria.${name}`, value))
  }
  const list = <Item>(value: unknown, path: string, read: (item: unknown) => Item | null): Item[] => {
    const items: unknown[] = Array.isArray(value) ? value : [value]
    const known = items.filter((item) => !isAny(item)).map((item) => read(item) ?? doubt(path, item))
    return [...new Set(known.filter((item) => item !== undefined))]
  }
  const circle = (near: unknown): Criteria['radius'] => {
    if (isAny(near)) return undefined
    const { lat, lng, miles } = recordOf(near)
    if (isRecord(near) && isAny(miles)) return undefined
    const [latitude, longitude, reach] = [numberOf(lat), numberOf(lng), numberOf(miles)]
    if (latitude === null || longitude === null || reach === null) return doubt('criteria.near', near)
    return { ...(pointOf(longitude, latitude) ?? { latitude, longitude }), miles: reach }
  }
  return { doubts, doubt, bound, list, circle }
}

/** The criteria of a saved search of the old system, or why they are none. */
export function criteriaOf(fields: Record<string, unknown>): { criteria: Criteria } | Refusal {
  const said = recordOf(fields.criteria)
  const { doubts, doubt, bound, list, circle } = criteriaReader(said)
  if (!isRecord(fields.criteria) && !isAny(fields.criteria)) doubt('criteria', fields.criteria)
  const [listPriceMin, listPriceMax] = inOrder(bound('minPrice', dollarsOf), bound('maxPrice', dollarsOf))
  const [livingAreaMin, livingAreaMax] = inOrder(
    bound('minSqft', positiveIntegerOf),
    bound('maxSqft', positiveIntegerOf),
  )
  const statuses = list(fields.statuses, 'statuses', statusOf)
  const events = list(fields.events, 'events', eventOf)
  const parsed = criteriaSchema.safeParse({
    ...{ listPriceMin, listPriceMax, livingAreaMin, livingAreaMax },
    bedroomsMin: bound('beds', (value) => Math.ceil(numberOf(value) ?? Number.NaN) || null),
    bathroomsMin: bound('baths', halvesOf),
    propertySubTypes: list(said.types, 'criteria.types', subTypeOf),
    citySlugs: list(said.towns, 'criteria.towns', slugOfTown),
    postalCodes: list(said.zips, 'criteria.zips', zipOf),
    radius: circle(said.near),
    statuses: statuses.length > 0 ? statuses : undefined,
    events: events.length > 0 ? events : undefined,
  })
  const [first] = doubts
  if (first) return first
  if (parsed.success) return { criteria: parsed.data }
  const [issue] = parsed.error.issues
  return refuse('invalid-criteria', `criteria.${issue?.path.join('.') ?? ''}`, issue?.message)
}
