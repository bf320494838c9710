import fc from 'fast-check'
import type { ListingEventKind, OpenHouseStatus, StandardStatus } from '#server/generated/prisma/enums.ts'
import { FEATURES, PROPERTY_SUB_TYPES, PROPERTY_TYPES, SEARCH_EVENTS, SEARCH_STATUSES } from '../criteria.words.ts'
import { type Criteria, criteriaSchema } from '../searches.schema.ts'
import { CENTRES, placeArb, ringArb } from './places.arbitrary.ts'

const TOWNS = ['mount-pleasant', 'beaufort', 'summerville'] as const
const ZIPS = ['29464', '29902', '29483'] as const
const SUBDIVISIONS = ['Belle Hall', 'Île d’Or', 'Park West'] as const
const SUBDIVISION_SLUGS = ['belle-hall', 'ile-dor', 'park-west'] as const
const FEW_FEATURES = FEATURES.slice(0, 3)
const KEYWORDS = ['pool', 'Pool-House', 'café', 'owner’s suite', 'belle hall', 'oak belle'] as const
/** Words at either end, words that only begin like a keyword, a phrase that two texts would make together. */
const REMARKS = [
  'Pool house under the live oak',
  'A POOL. House with a Café',
  'Pools, houses, cafeteria',
  'Whirlpool house, carpool lane',
  "The owner's suite opens to the pool",
  'live oak',
  '',
] as const
const LISTING_STATUSES: StandardStatus[] = [...SEARCH_STATUSES, 'Hold']
const LISTING_EVENTS: ListingEventKind[] = ['New', 'PriceChange', 'BackOnMarket', 'StatusChange', 'OpenHouse']

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })
const none = <T>(all: readonly T[]): T[] => all.slice(0, 0)
const few = <T>(all: readonly T[]) => fc.oneof(fc.constant(none(all)), fc.subarray([...all]))
/** Asked now and then only: with every bound at once, no home would ever fit. */
const seldom = <T>(all: readonly T[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(none(all)) },
    { weight: 1, arbitrary: fc.subarray([...all], { maxLength: 2 }) },
  )
const circle = fc
  .record({ centre: fc.constantFrom(...CENTRES), miles: fc.constantFrom(0.5, 1, 3, 12, 60, 100) })
  .map(({ centre, miles }) => ({ ...centre, miles }))
/** Mostly absent: a home that has to lie at ten bounds at once lies beside one of them. */
const rarely = <T>(arb: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: arb })
const range = (low: number, middle: number, high: number) =>
  fc.tuple(rarely(fc.constantFrom(low, middle)), rarely(fc.constantFrom(middle, high)))

const drawn = fc.array(ringArb, { minLength: 1, maxLength: 2 })
/** Often one way to say where alone, or its edge would hide behind the others. */
const areaArb = fc.oneof(
  fc.record({ polygons: drawn }),
  fc.record({ radius: circle }),
  fc.record({ citySlugs: few(TOWNS), postalCodes: few(ZIPS), subdivisions: few(SUBDIVISION_SLUGS) }),
  fc.record({
    ...{ citySlugs: few(TOWNS), postalCodes: few(ZIPS), subdivisions: few(SUBDIVISION_SLUGS) },
    ...{ radius: maybe(circle), polygons: fc.oneof(fc.constant([]), drawn) },
  }),
)

const criteriaArb: fc.Arbitrary<Criteria> = fc
  .record({
    prices: fc.tuple(maybe(fc.constantFrom(0, 300_000, 450_000)), maybe(fc.constantFrom(450_000, 600_000))),
    bedroomsMin: maybe(fc.integer({ min: 0, max: 5 })),
    bathroomsMin: maybe(fc.constantFrom<number[]>(0, 1, 1.5, 2, 2.5, 3)),
    areas: range(1_500, 2_000, 2_500),
    lots: range(5_000, 10_000, 43_560),
    years: range(1_990, 2_005, 2_020),
    propertyTypes: seldom(PROPERTY_TYPES),
    propertySubTypes: few(PROPERTY_SUB_TYPES),
    features: seldom(FEW_FEATURES),
    keywords: seldom(KEYWORDS),
    area: areaArb,
    statuses: fc.subarray([...SEARCH_STATUSES], { minLength: 1 }),
    events: fc.subarray([...SEARCH_EVENTS], { minLength: 1 }),
  })
  .map(({ prices, areas, lots, years, area, ...rest }) =>
    criteriaSchema.parse({
      ...rest,
      ...area,
      ...{ listPriceMin: prices[0], listPriceMax: prices[1], livingAreaMin: areas[0], livingAreaMax: areas[1] },
      ...{ lotSizeMin: lots[0], lotSizeMax: lots[1], yearBuiltMin: years[0], yearBuiltMax: years[1] },
    }),
  )

/** Mostly what fits, or every home would fail for three reasons at once and no single bound would be looked at. */
const mostly = <T>(fits: readonly T[], others: readonly T[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...(fits.length > 0 ? fits : others)) }, fc.constantFrom(...others))

const KINDS_OF = {
  New: ['New'],
  PriceDrop: ['PriceChange'],
  BackOnMarket: ['BackOnMarket'],
  MovedIntoRange: ['PriceChange'],
  StatusChange: ['StatusChange'],
  OpenHouse: ['OpenHouse'],
} as const satisfies Record<Criteria['events'][number], ListingEventKind[]>

/** At a bound, or beside it on the inner side; now and then beside it on the outer side. */
const near = (min: number | undefined, max: number | undefined, otherwise: number) =>
  fc.tuple(fc.boolean(), mostly([0, 1], [-1])).map(([isLow, inwards]) => {
    const low = { bound: min ?? otherwise, by: inwards }
    const high = { bound: max ?? otherwise, by: -inwards }
    return max === undefined || (isLow && min !== undefined) ? low : high
  })
const nearOrNull = (min: number | undefined, max: number | undefined, otherwise: number) =>
  fc.option(
    near(min, max, otherwise).map(({ bound, by }) => Math.max(1, bound + by)),
    { nil: null, freq: 8 },
  )

/** The old price: a little or much more, less, or at the bounds of the range and one cent outside of them. */
const oldPriceArb = ({ listPriceMin: min, listPriceMax: max }: Criteria, to: bigint) => {
  const bounds = [min, max].flatMap((dollars) =>
    dollars === undefined ? [] : [-1, 0, 1].map((by) => dollars * 100 + by),
  )
  const prices = [to + 1n, to + 1_000_000n, to - 1n, ...bounds.map(BigInt)]
  return fc.constantFrom(...prices.filter((price) => price !== to && price >= 0n))
}

/** What happened to a home whose price is `price` now, and whether it is still so. */
const eventAt = (criteria: Criteria, price: bigint) =>
  fc
    .record({
      kind: mostly<ListingEventKind>(
        criteria.events.flatMap((event) => KINDS_OF[event]),
        LISTING_EVENTS,
      ),
      to: mostly([0n, 1n], [-1n]),
      newStatus: mostly<StandardStatus>(criteria.statuses, LISTING_STATUSES),
      openHouseStatus: mostly<OpenHouseStatus>(['Active'], ['Canceled', 'Ended']),
      /** How long the open house still lasts. */
      hoursLeft: mostly([1, 200], [-1]),
    })
    .chain((event) =>
      oldPriceArb(criteria, price + event.to).map((oldPrice) => ({
        ...event,
        fromPriceCents: event.kind === 'PriceChange' ? oldPrice : null,
        toPriceCents: price + event.to,
        fromStatus: event.kind === 'BackOnMarket' || event.kind === 'StatusChange' ? ('Withdrawn' as const) : null,
      })),
    )

/** A home at the bounds of what `criteria` ask. */
const listingAt = (criteria: Criteria) =>
  fc
    .record({
      // One cent beside the bound is the nearest that a price can come.
      price: near(criteria.listPriceMin, criteria.listPriceMax, 450_000),
      livingAreaSqFt: nearOrNull(criteria.livingAreaMin, criteria.livingAreaMax, 2_000),
      lotSizeSquareFeet: nearOrNull(criteria.lotSizeMin, criteria.lotSizeMax, 10_000),
      yearBuilt: nearOrNull(criteria.yearBuiltMin, criteria.yearBuiltMax, 2_000),
      beds: mostly([0, 1], [-1]),
      halves: mostly([0, 1], [-1]),
      propertyType: mostly(criteria.propertyTypes, PROPERTY_TYPES),
      propertySubType: mostly(criteria.propertySubTypes, PROPERTY_SUB_TYPES),
      features: fc.oneof(fc.subarray([...FEW_FEATURES], { minLength: FEW_FEATURES.length }), few(FEW_FEATURES)),
      citySlug: mostly(criteria.citySlugs, TOWNS),
      postalCode: mostly(criteria.postalCodes, ZIPS),
      subdivisionName: fc.option(fc.constantFrom(...SUBDIVISIONS), { nil: null }),
      publicRemarks: fc.constantFrom(...REMARKS),
      place: placeArb(criteria),
      standardStatus: mostly<StandardStatus>(criteria.statuses, LISTING_STATUSES),
      internetEntireListingDisplayYN: mostly([true], [false]),
      internetAddressDisplayYN: fc.boolean(),
    })
    .map(({ price, beds, halves, place, ...rest }) => {
      const baths = Math.max(0, Math.round((criteria.bathroomsMin ?? 2) * 2) + halves)
      return {
        ...rest,
        ...place,
        listPriceCents: BigInt(Math.max(1, price.bound * 100 + price.by)),
        bedroomsTotal: Math.max(0, (criteria.bedroomsMin ?? 3) + beds),
        bathroomsFull: Math.floor(baths / 2),
        bathroomsHalf: baths % 2,
      }
    })

/** What may keep a search from being mailed, whatever it asks. */
const STANDINGS = ['on', 'off', 'removed', 'contact removed', 'no address'] as const

/** One search and one home that lies at the edge of what it asks, and what happened to the home. */
export const roundArb = criteriaArb.chain((criteria) =>
  fc.record({
    criteria: fc.constant(criteria),
    standing: mostly<(typeof STANDINGS)[number]>(['on'], STANDINGS),
    home: listingAt(criteria).chain((listing) =>
      fc.record({ listing: fc.constant(listing), event: eventAt(criteria, listing.listPriceCents) }),
    ),
  }),
)
export type Round = typeof roundArb extends fc.Arbitrary<infer Value> ? Value : never
