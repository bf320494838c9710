import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { milesBetween, tokensOfListing } from '#server/domain/listings/listings.tokens.ts'
import type { Listing } from '#server/generated/prisma/client.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aListing } from '#server/testing/factories.ts'
import { PROPERTY_SUB_TYPES } from '../criteria.words.ts'
import { type Criteria, criteriaSchema } from '../searches.schema.ts'
import { failingCriteria } from './checks.ts'
import { BOUND_KEYS, BOUNDS, type BoundKey, COSTS, circleCost, milesTo, stepTo } from './relax.bounds.ts'
import { ENOUGH, relaxOne } from './relax.ts'
import { OPEN_STATUSES } from './relax.words.ts'

let db: RootDb
let homes: Listing[]

const TOWNS = ['beaufort', 'bluffton', 'hardeeville', 'ridgeland'] as const
const CENTRE = { latitude: 32.3, longitude: -80.8 }

const homeArb = fc.record({
  listPriceCents: fc.integer({ min: 2_000, max: 9_000 }).map((hundreds) => BigInt(hundreds) * 10_000n),
  bedroomsTotal: fc.integer({ min: 1, max: 6 }),
  bathroomsFull: fc.integer({ min: 1, max: 4 }),
  bathroomsHalf: fc.integer({ min: 0, max: 1 }),
  livingAreaSqFt: fc.option(fc.integer({ min: 700, max: 4_000 }), { freq: 9 }),
  lotSizeSquareFeet: fc.option(fc.integer({ min: 2_000, max: 40_000 }), { freq: 9 }),
  yearBuilt: fc.option(fc.integer({ min: 1900, max: 2026 }), { freq: 9 }),
  propertySubType: fc.constantFrom(...PROPERTY_SUB_TYPES),
  standardStatus: fc.constantFrom('Active' as const, 'Active' as const, ...OPEN_STATUSES),
  features: fc.subarray(['Pool' as const, 'Dock' as const, 'Garage' as const]),
  keywordText: fc.constantFrom(' by the marsh ', ' by the marsh with a dock ', ' in town ', ''),
  citySlug: fc.constantFrom(...TOWNS),
  latitude: fc.integer({ min: -300, max: 300 }).map((step) => CENTRE.latitude + step / 1_000),
  longitude: fc.integer({ min: -300, max: 300 }).map((step) => CENTRE.longitude + step / 1_000),
})

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 })
const criteriaArb = fc
  .record({
    listPriceMin: maybe(fc.constantFrom(300_000, 450_000)),
    listPriceMax: maybe(fc.constantFrom(460_000, 500_000, 550_000)),
    bedroomsMin: maybe(fc.integer({ min: 3, max: 6 })),
    bathroomsMin: maybe(fc.constantFrom<number[]>(2, 2.5, 3.5)),
    livingAreaMin: maybe(fc.constantFrom(1_500, 2_200)),
    lotSizeMin: maybe(fc.constantFrom(10_000, 25_000)),
    yearBuiltMin: maybe(fc.constantFrom(1990, 2015)),
    propertySubTypes: fc.oneof(fc.constant([]), fc.subarray([...PROPERTY_SUB_TYPES], { maxLength: 2 })),
    features: fc.oneof(fc.constant([]), fc.subarray(['Pool' as const, 'Dock' as const])),
    keywords: fc.subarray(['marsh', 'dock'], { maxLength: 1 }),
    citySlugs: fc.subarray([...TOWNS], { maxLength: 2 }),
    radius: maybe(fc.constantFrom(3, 8).map((miles) => ({ ...CENTRE, miles }))),
  })
  .map((asked) => criteriaSchema.parse(asked))

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  for (const home of fc.sample(homeArb, { numRuns: 250, seed: 7 })) {
    const place = { citySlug: home.citySlug, postalCode: '29900', latitude: home.latitude, longitude: home.longitude }
    await aListing({ ...home, ...place, locationTokens: tokensOfListing({ ...place, subdivisionSlug: null }) }, db)
  }
  homes = await db.listing.findMany()
  return own.close
})

const finds = (criteria: Criteria, among = homes) =>
  among.filter((home) => failingCriteria(criteria, home).length === 0).length

/** What each home has where a bound is. */
const MEASURES: Partial<Record<BoundKey, (home: Listing) => number | null>> = {
  listPriceMin: ({ listPriceCents }) => Number(listPriceCents) / 100,
  listPriceMax: ({ listPriceCents }) => Number(listPriceCents) / 100,
  bedroomsMin: ({ bedroomsTotal }) => bedroomsTotal,
  bathroomsMin: ({ bathroomsFull, bathroomsHalf }) => bathroomsFull + bathroomsHalf / 2,
  livingAreaMin: ({ livingAreaSqFt }) => livingAreaSqFt,
  lotSizeMin: ({ lotSizeSquareFeet }) => lotSizeSquareFeet,
  yearBuiltMin: ({ yearBuilt }) => yearBuilt,
}

/** Every single change there is, tried one after the other: each bound at each home, each circle, each list. */
function cheapestByTrying(criteria: Criteria): number | null {
  const tries: { criteria: Criteria; cost: number }[] = []
  // What fails twice, no single change lets in.
  const near = homes.filter((home) => failingCriteria(criteria, home).length <= 1)
  for (const key of BOUND_KEYS) {
    const [from, measure] = [criteria[key], MEASURES[key]]
    if (from === undefined || !measure) continue
    for (const home of near) {
      const value = measure(home)
      if (value === null || (BOUNDS[key].side === 'max' ? value <= from : value >= from)) continue
      const to = stepTo(key, value)
      tries.push({ criteria: { ...criteria, [key]: to }, cost: BOUNDS[key].cost(from, to) })
    }
  }
  const { radius, features, keywords, propertySubTypes, statuses, citySlugs } = criteria
  if (radius) {
    for (const { latitude, longitude } of near) {
      const miles = milesTo(milesBetween(radius, { latitude: latitude ?? 0, longitude: longitude ?? 0 }))
      if (miles <= radius.miles) continue
      tries.push({ criteria: { ...criteria, radius: { ...radius, miles } }, cost: circleCost(radius.miles, miles) })
    }
  }
  for (const feature of features)
    tries.push({ criteria: { ...criteria, features: features.filter((one) => one !== feature) }, cost: COSTS.feature })
  for (const word of keywords)
    tries.push({ criteria: { ...criteria, keywords: keywords.filter((one) => one !== word) }, cost: COSTS.keyword })
  for (const type of PROPERTY_SUB_TYPES)
    if (propertySubTypes.length > 0 && !propertySubTypes.includes(type))
      tries.push({
        criteria: { ...criteria, propertySubTypes: [...propertySubTypes, type] },
        cost: COSTS.propertySubType,
      })
  for (const status of OPEN_STATUSES)
    if (!statuses.includes(status))
      tries.push({ criteria: { ...criteria, statuses: [...statuses, status] }, cost: COSTS.status })
  for (const slug of TOWNS)
    if ((citySlugs.length > 0 || radius) && !citySlugs.includes(slug))
      tries.push({ criteria: { ...criteria, citySlugs: [...citySlugs, slug] }, cost: COSTS.town })
  const inOrder = tries.sort((a, b) => a.cost - b.cost)
  return inOrder.find((change) => finds(change.criteria, near) >= ENOUGH)?.cost ?? null
}

test('the smallest change that finds three homes is the one that trying everything finds', async () => {
  const searches = fc
    .sample(criteriaArb, { numRuns: 2_000, seed: 11 })
    .filter((criteria) => finds(criteria) < ENOUGH)
    .slice(0, 200)
  expect(searches).toHaveLength(200)
  let helped = 0
  for (const criteria of searches) {
    const [best] = await relaxOne(db, criteria)
    expect(best?.cost ?? null).toEqual(cheapestByTrying(criteria))
    if (!best) continue
    helped += 1
    expect(best.homes).toBe(Math.min(finds(best.criteria), 101))
  }
  expect(helped, 'searches that nothing helps prove little').toBeGreaterThan(60)
})

test('a search that finds enough needs no advice', async () => {
  expect(await relaxOne(db, criteriaSchema.parse({}))).toEqual([])
})

test('the advice is one sentence that an agent can say', async () => {
  const criteria = criteriaSchema.parse({ listPriceMax: 100_000 })
  const advice = await relaxOne(db, criteria)
  expect(advice[0]?.words).toMatch(/^Up to \$\d{3},000$/)
})
