import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { type Listing, type Person, Prisma } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aListing, anAgent, anOffice } from '#server/testing/factories.ts'
import { type Ring, writeAreas } from '../areas.words.ts'
import { FEATURES } from '../features.words.ts'
import { liesInRing } from '../listings.polygons.ts'
import { PLACED, SAMPLED, wherePublic } from './public.filters.ts'
import { cellDegrees, findHomesOnMap } from './public.map.ts'
import { homesOnMapInput } from './public.schema.ts'
import { PUBLIC_STATUSES } from './public.words.ts'

let db: RootDb
let agent: Person
let homes: Listing[]
const anybody = () => callAs(null, { db })
type Asked = NonNullable<Parameters<ReturnType<typeof anybody>['listings']['publicSearch']>[0]>

const TOWNS = ['beaufort', 'bluffton', 'ridgeland'] as const
const TYPES = ['SingleFamilyResidence', 'Townhouse', 'Condominium'] as const
/** A grid so coarse that homes stand on the edges of boxes and areas, and on one another. */
const degrees = (from: number) => fc.integer({ min: 0, max: 12 }).map((step) => from + step / 16)

const homeArb = fc.record({
  standardStatus: fc.constantFrom(...PUBLIC_STATUSES, 'Active' as const, 'Closed' as const, 'Hold' as const),
  internetEntireListingDisplayYN: fc.constantFrom(true, true, true, false),
  internetAddressDisplayYN: fc.constantFrom(true, true, true, false),
  listPriceCents: fc.integer({ min: 2, max: 9 }).map((price) => BigInt(price) * 10_000_000n),
  bedroomsTotal: fc.integer({ min: 1, max: 6 }),
  bathroomsFull: fc.integer({ min: 1, max: 4 }),
  bathroomsHalf: fc.integer({ min: 0, max: 1 }),
  livingAreaSqFt: fc.option(fc.constantFrom(900, 1_500, 2_200), { freq: 5 }),
  propertySubType: fc.constantFrom(...TYPES),
  features: fc.subarray(FEATURES.slice(0, 3)),
  citySlug: fc.constantFrom(...TOWNS),
  place: fc.option(fc.record({ latitude: degrees(32), longitude: degrees(-81) }), { freq: 9 }),
})

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  const seeds = fc.sample(homeArb, { numRuns: 300, seed: 5 })
  // A few at a time: three hundred at once would wait for connections longer than a busy machine allows.
  while (seeds.length > 0) {
    await Promise.all(
      seeds.splice(0, 12).map(({ place, ...home }) => {
        const { latitude, longitude } = place ?? { latitude: null, longitude: null }
        return aListing({ ...home, city: home.citySlug, latitude, longitude }, db)
      }),
    )
  }
  homes = await db.listing.findMany()
  return own.close
}, 60_000)

const boxArb = fc
  .tuple(degrees(32), degrees(32), degrees(-81), degrees(-81))
  .map(([a, b, c, d]) => ({ south: Math.min(a, b), north: Math.max(a, b), west: Math.min(c, d), east: Math.max(c, d) }))
const ringArb: fc.Arbitrary<Ring> = fc.array(fc.tuple(degrees(-81), degrees(32)), { minLength: 3, maxLength: 6 })
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })
const askedArb = fc.record({
  listPriceMin: maybe(fc.constantFrom(300_000, 450_000)),
  listPriceMax: maybe(fc.constantFrom(500_000, 700_000)),
  bedroomsMin: maybe(fc.integer({ min: 1, max: 5 })),
  bathroomsMin: maybe(fc.constantFrom(1.5, 3)),
  livingAreaMin: maybe(fc.constant(1_500)),
  propertySubTypes: fc.subarray([...TYPES]),
  features: fc.subarray(FEATURES.slice(0, 2)),
  citySlugs: fc.subarray([...TOWNS]),
  statuses: fc.subarray([...PUBLIC_STATUSES], { minLength: 1 }),
  box: maybe(boxArb),
  rings: fc.array(ringArb, { maxLength: 2 }),
})
type Wishes = typeof askedArb extends fc.Arbitrary<infer T> ? T : never

const inputOf = ({ rings, ...asked }: Wishes): Asked => ({
  ...asked,
  ...(rings.length > 0 ? { areas: writeAreas(rings) } : {}),
})

async function everyPage(asked: Asked) {
  const items = []
  let cursor: string | undefined
  do {
    const page = await anybody().listings.publicSearch({ ...asked, cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return items
}

/** What the agents' list finds, less what the public may not know. */
async function asAgentsSee({ rings, features, citySlugs, box, ...asked }: Wishes): Promise<string[]> {
  const caller = callAs(agent, { db })
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await caller.listings.list({ ...asked, cursor })
    for (const { id } of page.items) found.add(id)
    cursor = page.nextCursor
  } while (cursor)
  const isIn = ({ latitude, longitude, internetAddressDisplayYN }: Listing, test: (x: number, y: number) => boolean) =>
    internetAddressDisplayYN && latitude !== null && longitude !== null && test(longitude, latitude)
  return homes
    .filter(({ id, internetEntireListingDisplayYN }) => found.has(id) && internetEntireListingDisplayYN)
    .filter((home) => features.every((feature) => home.features.includes(feature)))
    .filter((home) => !box || isIn(home, (x, y) => x >= box.west && x <= box.east && y >= box.south && y <= box.north))
    .filter(
      (home) =>
        citySlugs.length + rings.length === 0 ||
        citySlugs.some((slug) => slug === home.citySlug) ||
        isIn(home, (x, y) => rings.some((ring) => liesInRing(ring, x, y))),
    )
    .map(({ id }) => id)
}

describe('what anybody finds', () => {
  test('is what agents find, less what sellers keep to themselves; list, count and map agree', async () => {
    await fc.assert(
      fc.asyncProperty(askedArb, async (asked) => {
        const [expected, items] = await Promise.all([asAgentsSee(asked), everyPage(inputOf(asked))])
        expect(items.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
        const { count } = await anybody().listings.publicSearch(inputOf(asked))
        expect(count).toBe(expected.length)
        const onMap = await anybody().listings.publicPins(inputOf(asked))
        const placed = items.filter(({ latitude }) => latitude !== null)
        expect(onMap.pins.map(([id]) => id).toSorted()).toEqual(placed.map(({ id }) => id).toSorted())
      }),
      { numRuns: 60, seed: 3 },
    )
  })

  test('is what one can still buy where nobody asks for more', async () => {
    const items = await everyPage({})
    expect(new Set(items.map(({ standardStatus }) => standardStatus))).toEqual(new Set(['Active', 'ComingSoon']))
  })

  test('holds no street and no place of a home whose address is withheld, and no box or area finds it', async () => {
    // So many digits that no time of day looks like them.
    const at = { latitude: 34.512345, longitude: -79.512345 }
    const secret = { streetAddress: '77 Secret Spit', unitNumber: 'PH-9', internetAddressDisplayYN: false }
    const home = await aListing({ ...secret, ...at, citySlug: 'secretville', standardStatus: 'Active' }, db)
    const { listings } = anybody()
    const found = await listings.publicSearch({ citySlugs: ['secretville'] })
    expect(found.items).toMatchObject([
      { id: home.id, streetAddress: null, unitNumber: null, latitude: null, longitude: null },
    ])
    const box = { south: 34, north: 35, west: -80, east: -79 }
    const areas = writeAreas([
      [
        [-80, 34],
        [-79, 34],
        [-79, 35],
        [-80, 35],
      ],
    ])
    for (const asked of [{ box }, { areas }]) {
      expect((await listings.publicSearch(asked)).items).toEqual([])
      expect(await listings.publicPins(asked)).toMatchObject({ pins: [], cells: [] })
    }
    const answers = [
      found,
      await listings.publicPlaces({ q: 'secret' }),
      await listings.publicCards({ ids: [home.id] }),
      await listings.publicSimilar({ listingKey: home.listingKey }),
      await listings.publicPins({ citySlugs: ['secretville'] }),
    ]
    expect(JSON.stringify(answers)).not.toMatch(/Secret Spit|PH-9|\.512345/)
  })

  test('holds nothing of a home that is kept off the internet, whichever way it is asked for', async () => {
    const hidden = { internetEntireListingDisplayYN: false, citySlug: 'nowhere-at-all', city: 'Nowhere at all' }
    const home = await aListing({ ...hidden, streetAddress: '1 Hush Lane', standardStatus: 'Active' }, db)
    const { listings } = anybody()
    expect(await listings.publicCards({ ids: [home.id] })).toEqual([])
    expect(await listings.publicPlaces({ q: 'hush lane' })).toEqual({ places: [], streets: [] })
    expect((await listings.publicPlaces({ q: 'nowhere' })).places).toEqual([])
    expect((await listings.publicSearch({ citySlugs: ['nowhere-at-all'] })).count).toBe(0)
    expect(await listings.publicSimilar({ listingKey: home.listingKey })).toEqual([])
  })
})

describe('the map', () => {
  test.each([
    ['listing_public_place', Prisma.sql`true`],
    ['listing_public_sample', SAMPLED],
  ])('is answered by the index %s alone', async (index, part) => {
    const box = { south: 32, north: 32.5, west: -81, east: -80.5 }
    const where = wherePublic(homesOnMapInput.parse({ box, bedroomsMin: 3, listPriceMax: 500_000 }))
    const plan = await db.$transaction(async (tx) => {
      // Three hundred homes are read faster without any index: what is asked is whether the planner may take this one.
      await tx.$executeRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)`
      return tx.$queryRaw`EXPLAIN SELECT avg(latitude), count(*) FROM listing WHERE ${part} AND ${PLACED} AND ${where}`
    })
    expect(JSON.stringify(plan)).toContain(`Index Only Scan using ${index}`)
  })

  const ctx = () => ({ db, actor: null, now: () => new Date() })
  const all = homesOnMapInput.parse({})

  test('counts as many homes in its cells as there are pins', async () => {
    await fc.assert(
      fc.asyncProperty(maybe(boxArb), async (box) => {
        const asked = { ...all, box }
        const { pins } = await findHomesOnMap(ctx(), asked)
        const { cells, isEstimate } = await findHomesOnMap(ctx(), asked, { pins: 0, counted: 1_000 })
        expect(isEstimate).toBe(false)
        expect(cells.reduce((sum, [, , count]) => sum + count, 0)).toBe(pins.length)
        const near = cellDegrees(box)
        for (const [latitude, longitude] of cells)
          expect(pins.some(([, y, x]) => Math.abs(y - latitude) <= near && Math.abs(x - longitude) <= near)).toBe(true)
      }),
      { numRuns: 30, seed: 9 },
    )
  })

  test('says so when it estimates, and what it shows is where homes are', async () => {
    const { pins } = await findHomesOnMap(ctx(), all)
    const { cells, isEstimate } = await findHomesOnMap(ctx(), all, { pins: 0, counted: 10 })
    expect(isEstimate).toBe(true)
    expect(cells.every(([, , homes]) => homes % 32 === 0)).toBe(true)
    expect(cells.length).toBeLessThanOrEqual(pins.length)
  })

  test('keeps its cells while it is moved, and halves them when it is looked at closer', () => {
    const box = { south: 32, north: 33, west: -81, east: -80 }
    const moved = { ...box, west: -80.9, east: -79.9 }
    const closer = { south: 32, north: 32.5, west: -81, east: -80.5 }
    expect(cellDegrees(moved)).toBe(cellDegrees(box))
    expect(cellDegrees(closer)).toBe(cellDegrees(box) / 2)
  })
})

test('a price that changed this week is told with what it was, an older change is not', async () => {
  const day = 86_400_000
  const now = new Date('2026-11-21T12:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * day)
  const cut = { previousListPriceCents: 60_000_000n, listPriceCents: 50_000_000n, standardStatus: 'Active' as const }
  await aListing({ ...cut, citySlug: 'cut-town', priceChangeTimestamp: ago(3), onMarketTimestamp: ago(30) }, db)
  await aListing({ ...cut, citySlug: 'cut-town', priceChangeTimestamp: ago(9), onMarketTimestamp: ago(2) }, db)
  const { items } = await callAs(null, { db, now: () => now }).listings.publicSearch({ citySlugs: ['cut-town'] })
  const seen = items.map(({ weekAgoPriceCents, isNewThisWeek }) => [weekAgoPriceCents, isNewThisWeek])
  expect(seen).toEqual([
    [null, true],
    [60_000_000, false],
  ])
})

test('towns, neighborhoods, zip codes and streets are found from a few letters, the nearest names first', async () => {
  const place = {
    city: 'Zedport Beach',
    citySlug: 'zedport-beach',
    postalCode: '29977',
    standardStatus: 'Active' as const,
  }
  const park = { subdivisionName: 'Zedport Park', subdivisionSlug: 'zedport-park' }
  const [first] = await Promise.all([
    aListing({ ...place, ...park, streetAddress: '12 Zedder 100% Row' }, db),
    aListing({ ...place, ...park }, db),
    aListing({ ...place, standardStatus: 'Closed' }, db),
  ])
  const { listings } = anybody()
  const { places } = await listings.publicPlaces({ q: 'Zedport' })
  expect(places).toEqual([
    { kind: 'town', slug: 'zedport-beach', name: 'Zedport Beach', city: 'Zedport Beach', count: 2 },
    { kind: 'neighborhood', slug: 'zedport-park', name: 'Zedport Park', city: 'Zedport Beach', count: 2 },
  ])
  expect((await listings.publicPlaces({ q: '2997' })).places).toMatchObject([{ kind: 'zip', slug: '29977', count: 2 }])
  const streets = (await listings.publicPlaces({ q: 'zedder 100%' })).streets
  expect(streets).toEqual([
    { listingKey: first?.listingKey, streetAddress: '12 Zedder 100% Row', city: 'Zedport Beach' },
  ])
  expect((await listings.publicPlaces({ q: "'; DROP" })).places).toEqual([])
})

test('a search that finds nothing learns which wish to let go, and what that would find', async () => {
  const here = { citySlug: 'relaxville', standardStatus: 'Active' as const }
  await aListing({ ...here, listPriceCents: 40_000_000n, bedroomsTotal: 2, features: ['Pool'] }, db)
  await aListing({ ...here, listPriceCents: 90_000_000n, bedroomsTotal: 5 }, db)
  const asked = { citySlugs: ['relaxville'], listPriceMax: 500_000, bedroomsMin: 5 }
  const { listings } = anybody()
  expect((await listings.publicSearch(asked)).count).toBe(0)
  const relaxed = await listings.publicRelax(asked)
  expect(relaxed.filter(({ wish }) => wish !== 'places')).toEqual([
    { wish: 'beds', homes: 1 },
    { wish: 'price', homes: 1 },
  ])
  for (const { wish, homes: count } of relaxed) {
    const without = { price: { listPriceMax: undefined }, beds: { bedroomsMin: undefined }, places: { citySlugs: [] } }
    const part = Object.entries(without).find(([key]) => key === wish)?.[1] ?? {}
    expect((await listings.publicSearch({ ...asked, ...part })).count).toBe(count)
  }
})

test('similar homes are of the same kind, about the price, and near; never the home itself', async () => {
  const at = { latitude: 31.2, longitude: -82.2, citySlug: 'simville', standardStatus: 'Active' as const }
  const home = await aListing({ ...at, listPriceCents: 50_000_000n, propertySubType: 'Duplex' }, db)
  const alike = await aListing({ ...at, latitude: 31.21, listPriceCents: 52_000_000n, propertySubType: 'Duplex' }, db)
  await aListing({ ...at, listPriceCents: 95_000_000n, propertySubType: 'Duplex' }, db)
  await aListing({ ...at, latitude: 31.9, listPriceCents: 50_000_000n, propertySubType: 'Duplex' }, db)
  await aListing({ ...at, listPriceCents: 50_000_000n, propertySubType: 'Townhouse' }, db)
  const similar = await anybody().listings.publicSimilar({ listingKey: home.listingKey })
  expect(similar.map(({ id }) => id)).toEqual([alike.id])
})
