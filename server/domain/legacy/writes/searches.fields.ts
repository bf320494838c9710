import { z } from 'zod'
import { type Criteria, criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { townName } from '#server/domain/listings/town.words.ts'
import { townOf } from '../sync/place.values.ts'
import type { SearchRow } from '../sync/searches.transform.ts'
import { isRecord } from '../sync/text.values.ts'
import { agentField, contactField } from './people.fields.ts'
import type { Held, OldFields, Plain, SharedField } from './shared-fields.ts'

const TYPE_WORDS = {
  SingleFamilyResidence: 'Single Family Residence',
  Townhouse: 'Townhouse',
  Condominium: 'Condominium',
  ManufacturedHome: 'Manufactured Home',
  Duplex: 'Duplex',
  UnimprovedLand: 'Unimproved Land',
} as const satisfies Record<Criteria['propertySubTypes'][number], string>

const STATUS_WORDS = {
  Active: 'Active',
  ComingSoon: 'Coming Soon',
  ActiveUnderContract: 'Under Contract',
  Pending: 'Pending',
  Closed: 'Sold',
} as const satisfies Record<Criteria['statuses'][number], string>

/** The old site told of these three; what else a search asks for here stays here. */
const EVENT_WORDS: Partial<Record<Criteria['events'][number], string>> = {
  New: 'new',
  PriceDrop: 'price',
  BackOnMarket: 'back',
}

const isKnownThere = (event: Criteria['events'][number]) => EVENT_WORDS[event] !== undefined

/**
 * A search that asks for less than the old site can say would find more over there, and its person would be mailed what
 * they never asked for: it stands there switched off.
 */
export function isBeyond({ criteria }: Pick<SearchRow, 'criteria'>): boolean {
  const { features, keywords, propertyTypes, lotSizeMin, lotSizeMax, yearBuiltMin, yearBuiltMax } = criteria
  const narrower = [...features, ...keywords, ...propertyTypes].length > 0
  const bounds = [lotSizeMin, lotSizeMax, yearBuiltMin, yearBuiltMax].some((bound) => bound !== undefined)
  const hasArea = criteria.citySlugs.length > 0 || criteria.postalCodes.length > 0 || criteria.radius !== undefined
  const isElsewhere = criteria.polygons.length > 0 || criteria.subdivisions.length > 0
  return narrower || bounds || (isElsewhere && !hasArea) || !criteria.events.some(isKnownThere)
}

const criteriaOf = (document: OldFields): Record<string, unknown> =>
  isRecord(document.criteria) ? document.criteria : {}

const withCriteria = (document: OldFields, said: Record<string, unknown>): OldFields => {
  const kept = Object.entries({ ...criteriaOf(document), ...said }).filter(([, value]) => value !== undefined)
  return { ...document, criteria: Object.fromEntries(kept) }
}

const someOf = <Item>(items: readonly Item[]) => (items.length > 0 ? items : undefined)

const withCriterion = (into: Held<SearchRow>, said: Record<string, unknown>): Held<SearchRow> => ({
  ...into,
  row: { ...into.row, criteria: criteriaSchema.parse({ ...into.row.criteria, ...said }) },
})

/** Fields of the criteria, each with the keys it has here and how the old document says it. */
function criterion<Key extends keyof Criteria>(
  name: string,
  keys: readonly Key[],
  say: (criteria: Criteria, document: OldFields) => Record<string, unknown>,
): SharedField<SearchRow> {
  const plain = (value: Criteria[Key]): Plain =>
    Array.isArray(value) ? value.map(String).sort() : JSON.parse(JSON.stringify(value ?? null))
  return {
    name,
    read: ({ row }) =>
      keys.length === 1 && keys[0] ? plain(row.criteria[keys[0]]) : keys.map((key) => plain(row.criteria[key])),
    take: (into, from) => {
      const criteria = { ...into.row.criteria }
      for (const key of keys) criteria[key] = from.row.criteria[key]
      return { ...into, row: { ...into.row, criteria } }
    },
    put: (into, value) => {
      const values: unknown[] = keys.length === 1 ? [value] : z.array(z.unknown()).parse(value)
      return withCriterion(into, Object.fromEntries(keys.map((key, at) => [key, values[at] ?? undefined])))
    },
    write: (document, { row }) => withCriteria(document, say(row.criteria, document)),
  }
}

/** As the old document spells a town; one that is new there by its proper name. */
function townsAs(slugs: readonly string[], document: OldFields): string[] {
  const { towns } = criteriaOf(document)
  const spelled = new Map((Array.isArray(towns) ? towns : [towns]).map((town) => [townOf(town)?.citySlug, town]))
  return slugs.map((slug) => {
    const known: unknown = spelled.get(slug)
    return typeof known === 'string' ? known : townName(slug)
  })
}

/** A saved search in the words of both systems. */
export const SEARCH_FIELDS: readonly SharedField<SearchRow>[] = [
  {
    name: 'name',
    read: ({ row }) => row.name.trim(),
    take: (into, from) => ({ ...into, row: { ...into.row, name: from.row.name } }),
    put: (into, value) => ({ ...into, row: { ...into.row, name: z.string().parse(value) } }),
    write: (document, { row }) => ({ ...document, name: row.name }),
  },
  {
    name: 'active',
    read: ({ row }) => row.wanted && !isBeyond(row),
    take: (into, from) => ({ ...into, row: { ...into.row, wanted: from.row.wanted } }),
    put: (into, value) => ({ ...into, row: { ...into.row, wanted: z.boolean().parse(value) } }),
    write: (document, { row }) => ({ ...document, active: row.wanted && !isBeyond(row) }),
    refuses: ({ row }, theirs) => theirs.row.wanted && !row.wanted && 'isStopped' in row && row.isStopped === true,
  },
  criterion('price', ['listPriceMin', 'listPriceMax'], ({ listPriceMin, listPriceMax }) => ({
    minPrice: listPriceMin,
    maxPrice: listPriceMax,
  })),
  criterion('beds', ['bedroomsMin'], ({ bedroomsMin }) => ({ beds: bedroomsMin })),
  criterion('baths', ['bathroomsMin'], ({ bathroomsMin }) => ({ baths: bathroomsMin })),
  criterion('living area', ['livingAreaMin', 'livingAreaMax'], ({ livingAreaMin, livingAreaMax }) => ({
    minSqft: livingAreaMin,
    maxSqft: livingAreaMax,
  })),
  criterion('kinds of home', ['propertySubTypes'], ({ propertySubTypes }) => ({
    types: someOf(propertySubTypes.map((type) => TYPE_WORDS[type])),
  })),
  criterion('towns', ['citySlugs'], ({ citySlugs }, document) => ({ towns: someOf(townsAs(citySlugs, document)) })),
  criterion('zip codes', ['postalCodes'], ({ postalCodes }) => ({ zips: someOf(postalCodes) })),
  criterion('circle', ['radius'], ({ radius }) => ({
    near: radius && { lat: radius.latitude, lng: radius.longitude, miles: radius.miles },
  })),
  {
    name: 'statuses',
    read: ({ row }) => [...row.criteria.statuses].sort(),
    take: (into, from) => ({
      ...into,
      row: { ...into.row, criteria: { ...into.row.criteria, statuses: from.row.criteria.statuses } },
    }),
    put: (into, value) => withCriterion(into, { statuses: value }),
    write: (document, { row }) => ({ ...document, statuses: row.criteria.statuses.map((s) => STATUS_WORDS[s]) }),
  },
  {
    name: 'events',
    read: ({ row }) => row.criteria.events.filter(isKnownThere).sort(),
    take: (into, from) => {
      const events = [...from.row.criteria.events, ...into.row.criteria.events.filter((one) => !isKnownThere(one))]
      return { ...into, row: { ...into.row, criteria: { ...into.row.criteria, events } } }
    },
    put: (into, value) => {
      const kept = into.row.criteria.events.filter((one) => !isKnownThere(one))
      return withCriterion(into, { events: [...z.array(z.string()).parse(value), ...kept] })
    },
    write: (document, { row }) => ({
      ...document,
      events: row.criteria.events.flatMap((event) => EVENT_WORDS[event] ?? []),
    }),
  },
  contactField(),
  agentField(),
]

/** What only this system knows of a search stays when the old one says the rest anew. */
export function keepBeyond(theirs: SearchRow, ours: SearchRow): SearchRow {
  const { features, keywords, propertyTypes, polygons, subdivisions, events } = ours.criteria
  const { lotSizeMin, lotSizeMax, yearBuiltMin, yearBuiltMax } = ours.criteria
  const told = [...theirs.criteria.events, ...events.filter((event) => !isKnownThere(event))]
  return {
    ...theirs,
    wanted: isBeyond(ours) && !theirs.wanted ? ours.wanted : theirs.wanted,
    criteria: {
      ...theirs.criteria,
      ...{ features, keywords, propertyTypes, polygons, subdivisions, events: told },
      ...{ lotSizeMin, lotSizeMax, yearBuiltMin, yearBuiltMax },
    },
  }
}
