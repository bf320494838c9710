import fc from 'fast-check'
import { EARTH_RADIUS_MILES } from '#server/domain/listings/listings.tokens.ts'
import type { ListingEventKind, StandardStatus } from '#server/generated/prisma/enums.ts'
import { type Criteria, criteriaSchema, PROPERTY_SUB_TYPES, SEARCH_STATUSES } from '../searches.schema.ts'

const degrees = (angle: number) => (angle * 180) / Math.PI
const radians = (angle: number) => (angle * Math.PI) / 180

const TOWNS = ['mount-pleasant', 'beaufort', 'summerville'] as const
const ZIPS = ['29464', '29902', '29483'] as const
const LISTING_STATUSES: StandardStatus[] = [...SEARCH_STATUSES, 'Closed', 'Hold']
const LISTING_EVENTS: ListingEventKind[] = ['New', 'PriceChange', 'BackOnMarket', 'StatusChange']
const CENTRES = [
  { latitude: 32.83, longitude: -79.83 },
  { latitude: 32.43, longitude: -80.67 },
  { latitude: 33.02, longitude: -80.17 },
] as const

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })
const none = <T>(all: readonly T[]): T[] => all.slice(0, 0)
const few = <T>(all: readonly T[]) => fc.oneof(fc.constant(none(all)), fc.subarray([...all]))

const circle = fc.record({ centre: fc.constantFrom(...CENTRES), miles: fc.constantFrom(0.5, 1, 3, 12, 60, 100) })

const criteriaArb: fc.Arbitrary<Criteria> = fc
  .record({
    prices: fc.tuple(maybe(fc.constantFrom(0, 300_000, 450_000)), maybe(fc.constantFrom(450_000, 600_000))),
    bedroomsMin: maybe(fc.integer({ min: 0, max: 5 })),
    bathroomsMin: maybe(fc.constantFrom<number[]>(0, 1, 1.5, 2, 2.5, 3)),
    areas: fc.tuple(maybe(fc.constantFrom(0, 1_500, 2_000)), maybe(fc.constantFrom(2_000, 2_500))),
    propertySubTypes: few(PROPERTY_SUB_TYPES),
    citySlugs: few(TOWNS),
    postalCodes: few(ZIPS),
    circle: maybe(circle),
    statuses: fc.subarray([...SEARCH_STATUSES], { minLength: 1 }),
    events: fc.subarray(['New' as const, 'PriceDrop' as const, 'BackOnMarket' as const], { minLength: 1 }),
  })
  .map(({ prices: [listPriceMin, listPriceMax], areas: [livingAreaMin, livingAreaMax], circle, ...rest }) => ({
    ...criteriaSchema.parse({}),
    ...rest,
    ...{ listPriceMin, listPriceMax, livingAreaMin, livingAreaMax },
    radius: circle && { ...circle.centre, miles: circle.miles },
  }))

/** A point at a share of the circle's radius, in some direction: just inside, just outside, in the middle, far away. */
function pointAt({ radius }: Criteria, share: number, bearing: number) {
  const { latitude, longitude, miles } = radius ?? { ...CENTRES[0], miles: 5 }
  const angle = (miles * share) / EARTH_RADIUS_MILES
  const [lat, lng, way] = [radians(latitude), radians(longitude), radians(bearing)]
  const sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(way)
  const east = Math.atan2(Math.sin(way) * Math.sin(angle) * Math.cos(lat), Math.cos(angle) - Math.sin(lat) * sine)
  return { latitude: degrees(Math.asin(sine)), longitude: degrees(lng + east) }
}

/** Mostly what fits, or every home would fail for three reasons at once and no single bound would be looked at. */
const mostly = <T>(fits: readonly T[], others: readonly T[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...(fits.length > 0 ? fits : others)) }, fc.constantFrom(...others))

const KIND_OF = { New: 'New', PriceDrop: 'PriceChange', BackOnMarket: 'BackOnMarket' } as const

/** At a bound, or beside it on the inner side; now and then beside it on the outer side. */
const near = (min: number | undefined, max: number | undefined, otherwise: number) =>
  fc.tuple(fc.boolean(), mostly([0, 1], [-1])).map(([isLow, inwards]) => {
    const low = { bound: min ?? otherwise, by: inwards }
    const high = { bound: max ?? otherwise, by: -inwards }
    return max === undefined || (isLow && min !== undefined) ? low : high
  })

/** A home at the bounds of what `criteria` ask, and what happened to it. */
const homeAt = (criteria: Criteria) =>
  fc
    .record({
      // One cent beside the bound is the nearest that a price can come.
      price: near(criteria.listPriceMin, criteria.listPriceMax, 450_000),
      area: fc.option(near(criteria.livingAreaMin, criteria.livingAreaMax, 2_000), { nil: null, freq: 8 }),
      beds: mostly([0, 1], [-1]),
      halves: mostly([0, 1], [-1]),
      propertySubType: mostly(criteria.propertySubTypes, PROPERTY_SUB_TYPES),
      citySlug: mostly(criteria.citySlugs, TOWNS),
      postalCode: mostly(criteria.postalCodes, ZIPS),
      // Nearer to the edge than this, two libraries of sines may differ about it.
      share: fc.constantFrom(0, 0.5, 1 - 1e-9, 1 + 1e-9, 1.5),
      bearing: fc.integer({ min: 0, max: 359 }),
      placed: mostly([true], [false]),
      standardStatus: mostly<StandardStatus>(criteria.statuses, LISTING_STATUSES),
      internetEntireListingDisplayYN: mostly([true], [false]),
      internetAddressDisplayYN: fc.boolean(),
      kind: mostly<ListingEventKind>(
        criteria.events.flatMap((event) => (event in KIND_OF ? KIND_OF[event as keyof typeof KIND_OF] : [])),
        LISTING_EVENTS,
      ),
      /** The price before and after the event, as seen from the price now. */
      from: mostly([1n, 1_000_000n], [-1n]),
      to: mostly([0n, 1n], [-1n]),
    })
    .map(({ price, area, beds, halves, share, bearing, placed, from, to, kind, ...rest }) => {
      const listPriceCents = BigInt(Math.max(1, price.bound * 100 + price.by))
      const baths = Math.max(0, Math.round((criteria.bathroomsMin ?? 2) * 2) + halves)
      const toPriceCents = listPriceCents + to
      return {
        listing: {
          ...rest,
          listPriceCents,
          livingAreaSqFt: area && Math.max(1, area.bound + area.by),
          bedroomsTotal: Math.max(0, (criteria.bedroomsMin ?? 3) + beds),
          bathroomsFull: Math.floor(baths / 2),
          bathroomsHalf: baths % 2,
          ...(placed ? pointAt(criteria, share, bearing) : { latitude: null, longitude: null }),
        },
        event: {
          kind,
          fromPriceCents: kind === 'PriceChange' ? toPriceCents + from : null,
          toPriceCents,
          fromStatus: kind === 'BackOnMarket' || kind === 'StatusChange' ? ('Withdrawn' as const) : null,
        },
      }
    })

/** What may keep a search from being mailed, whatever it asks. */
const STANDINGS = ['on', 'off', 'removed', 'contact removed', 'no address'] as const

/** One search and one home that lies at the edge of what it asks. */
export const roundArb = criteriaArb.chain((criteria) =>
  fc.record({
    criteria: fc.constant(criteria),
    standing: mostly<(typeof STANDINGS)[number]>(['on'], STANDINGS),
    home: homeAt(criteria),
  }),
)
export type Round = typeof roundArb extends fc.Arbitrary<infer Value> ? Value : never
