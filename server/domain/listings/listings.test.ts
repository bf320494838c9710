import { describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { anOpenHouse } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aListing, anAgent, anOffice } from '#server/testing/factories.ts'

/** A town of the test's own: other tests share the database. */
const aTown = () => `town-${crypto.randomUUID().slice(0, 8)}`
const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)
const anyAgent = async () => anAgent((await anOffice()).id)

const homesIn = (
  citySlug: string,
  count: number,
  of: (index: number) => Partial<Prisma.ListingUncheckedCreateInput> = () => ({}),
) => Promise.all(Array.from({ length: count }, (_, index) => aListing({ citySlug, city: citySlug, ...of(index) })))

test('subdivisions are those with homes for sale, each with its town and how many there are', async () => {
  const subdivisionSlug = `park-${crypto.randomUUID().slice(0, 8)}`
  const here = { subdivisionSlug, subdivisionName: 'The Park', city: 'Beaufort' }
  await Promise.all([aListing(here), aListing(here), aListing({ ...here, standardStatus: 'Closed' })])
  const all = await callAs(await anyAgent()).listings.subdivisions()
  expect(all.filter((one) => one.subdivisionSlug === subdivisionSlug)).toEqual([{ ...here, count: 2 }])
})

describe('the list of homes', () => {
  test.each(['newest', 'cheapest', 'dearest'] as const)(
    'pages through all of them once, %s first, also when many are equal',
    async (sort) => {
      const town = aTown()
      const at = minutesAgo(10)
      await homesIn(town, 120, (index) => ({
        onMarketTimestamp: index % 3 ? at : minutesAgo(index),
        listPriceCents: 100_000n * BigInt(1 + (index % 4)),
      }))
      const caller = callAs(await anyAgent())
      const seen: { id: string; onMarketTimestamp: Date; listPriceCents: number }[] = []
      let cursor: string | undefined
      do {
        const page = await caller.listings.list({ citySlugs: [town], sort, cursor })
        expect(page.count).toBe(cursor ? null : 120)
        seen.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      expect(seen).toHaveLength(120)
      expect(new Set(seen.map(({ id }) => id)).size).toBe(120)
      const order = seen.map(({ onMarketTimestamp, listPriceCents }) =>
        sort === 'newest' ? -onMarketTimestamp.getTime() : sort === 'cheapest' ? listPriceCents : -listPriceCents,
      )
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    },
  )

  test('finds by street or number, whatever its status, and takes wildcards for letters', async () => {
    const town = aTown()
    const [oak, sold] = await homesIn(town, 2, (index) => ({
      streetAddress: index ? `9 Elm 100% Row ${town}` : `7 Live_Oak ${town}`,
      listingId: `${town}-${index}`,
      standardStatus: index ? 'Closed' : 'Active',
    }))
    const caller = callAs(await anyAgent())
    const idsFor = async (q: string) => (await caller.listings.list({ citySlugs: [town], q })).items.map(({ id }) => id)
    expect(await idsFor('live_oak')).toEqual([oak?.id])
    expect(await idsFor('live%oak')).toEqual([])
    expect(await idsFor(`${town}-1`)).toEqual([sold?.id])
    expect(await idsFor("' OR 1=1 --")).toEqual([])
    await expect(caller.listings.list({ q: 'a\u0000b' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect((await caller.listings.list({ citySlugs: [town] })).items.map(({ id }) => id)).toEqual([oak?.id])
  })

  test('keeps each bound, and a home without an area fails a bound on it', async () => {
    const town = aTown()
    const make = (over: Partial<Prisma.ListingUncheckedCreateInput>) => aListing({ citySlug: town, ...over })
    const home = await make({
      listPriceCents: 30_000_000n,
      bedroomsTotal: 3,
      bathroomsFull: 2,
      bathroomsHalf: 1,
      livingAreaSqFt: 1_500,
    })
    await make({
      livingAreaSqFt: null,
      listPriceCents: 90_000_000n,
      propertySubType: 'Duplex',
      latitude: null,
      longitude: null,
    })
    const caller = callAs(await anyAgent())
    type Input = Parameters<typeof caller.listings.list>[0]
    const finds = async (input: Input) =>
      (await caller.listings.list({ citySlugs: [town], ...input })).items.some(({ id }) => id === home.id)
    expect(
      await finds({
        listPriceMin: 300_000,
        listPriceMax: 300_000,
        bedroomsMin: 3,
        bathroomsMin: 2.5,
        livingAreaMin: 1_500,
        livingAreaMax: 1_500,
      }),
    ).toBe(true)
    for (const bound of [
      { listPriceMin: 300_001 },
      { listPriceMax: 299_999 },
      { bedroomsMin: 4 },
      { bathroomsMin: 3 },
      { livingAreaMin: 1_501 },
      { livingAreaMax: 1_499 },
      { statuses: ['Closed' as const] },
      { propertySubTypes: ['Duplex' as const] },
    ])
      expect({ bound, found: await finds(bound) }).toEqual({ bound, found: false })
    expect((await caller.listings.list({ citySlugs: [town], livingAreaMin: 0 })).items).toHaveLength(1)
    expect(await finds({ box: { south: 32.8, north: 32.9, west: -79.9, east: -79.8 } })).toBe(true)
    expect(await finds({ box: { south: 32.8, north: 32.9, west: -79.8, east: -79.7 } })).toBe(false)
    expect(await caller.listings.pins({ citySlugs: [town] })).toEqual([
      { id: home.id, latitude: 32.8323, longitude: -79.8284, listPriceCents: 30_000_000 },
    ])
    expect((await caller.listings.priceHistogram({ citySlugs: [town] })).filter(({ count }) => count > 0)).toEqual([
      { fromDollars: 300_000, toDollars: 400_000, count: 1 },
      { fromDollars: 900_000, toDollars: 1_000_000, count: 1 },
    ])
    expect(await caller.listings.towns()).toContainEqual({ citySlug: town, city: 'Mount Pleasant', count: 2 })
  })

  test('reads from the start with a cursor that is not one of ours', async () => {
    const town = aTown()
    await homesIn(town, 2)
    const caller = callAs(await anyAgent())
    for (const cursor of [
      'x',
      'newest_yesterday_1',
      "newest_2026-01-01_'; DROP TABLE listing",
      'cheapest_1_2',
      'newest__',
    ])
      expect((await caller.listings.list({ citySlugs: [town], cursor })).items).toHaveLength(2)
  })

  test('is for people who work here', async () => {
    await expect(callAs(null).listings.list({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(callAs(null).listings.pins({})).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  })
})

describe('one home', () => {
  test('comes with its agent and what happened, the latest first', async () => {
    const agent = await anyAgent()
    const home = await aListing({ listAgentId: agent.id, photoUrls: ['http://p.test/1.jpg'] })
    const tell = (changeKey: string, minutes: number) => ({
      ...{
        listingId: home.id,
        kind: 'PriceChange' as const,
        fromPriceCents: 2n,
        toPriceCents: 1n,
        toStatus: 'Active' as const,
      },
      ...{ occurredAt: minutesAgo(minutes), changeKey },
    })
    await db.listingEvent.createMany({ data: [tell('a', 9), tell('b', 3)] })
    const found = await callAs(await anyAgent()).listings.byId({ listingId: home.id })
    expect(found).toMatchObject({
      listPriceCents: 42_500_000,
      photoUrl: 'http://p.test/1.jpg',
      listAgent: { fullName: agent.fullName },
    })
    expect(found.events.map(({ toPriceCents }) => toPriceCents)).toEqual([1, 1])
    expect(found.events[0]?.occurredAt.getTime()).toBeGreaterThan(found.events[1]?.occurredAt.getTime() ?? 0)
    await expect(callAs(null).listings.byId({ listingId: home.id })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
    await expect(callAs(agent).listings.byId({ listingId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('is open to the public by its key', async () => {
    const home = await aListing()
    expect(await callAs(null).listings.publicByKey({ listingKey: home.listingKey })).toMatchObject({
      streetAddress: home.streetAddress,
      latitude: home.latitude,
      listAgent: null,
    })
  })

  test('says who lists it and whom to call: the agent’s office, or ours of that name, and nobody who has left', async () => {
    const office = await anOffice({ phone: '(843) 555-0177', postalAddress: '1 Bay Street, Beaufort, SC 29902' })
    const reach = { name: office.name, phone: '(843) 555-0177', postalAddress: '1 Bay Street, Beaufort, SC 29902' }
    const agent = await anAgent(office.id)
    const seen = ({ listingKey }: { listingKey: string }) => callAs(null).listings.publicByKey({ listingKey })
    expect(await seen(await aListing({ listAgentId: agent.id, listOfficeName: 'Another name' }))).toMatchObject({
      office: reach,
      listOfficeName: 'Another name',
      listAgent: { fullName: agent.fullName },
    })
    expect(await seen(await aListing({ listOfficeName: office.name }))).toMatchObject({
      office: reach,
      listAgent: null,
    })
    expect(await seen(await aListing({ listOfficeName: 'Some other firm' }))).toMatchObject({ office: null })
    const gone = await anAgent(office.id, { removedAt: new Date() })
    expect(await seen(await aListing({ listAgentId: gone.id }))).toMatchObject({ office: reach, listAgent: null })
  })

  test('is nobody else’s business when the seller keeps it off the internet', async () => {
    const hidden = await aListing({ internetEntireListingDisplayYN: false })
    const gone = await aListing({ standardStatus: 'Delete' })
    for (const { listingKey } of [hidden, gone])
      await expect(callAs(null).listings.publicByKey({ listingKey })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('tells the public no address that the seller withholds, in no field', async () => {
    const street = `${Math.floor(Math.random() * 9_000) + 1_000} Secret (Marsh) Lane`
    const home = await aListing({
      internetAddressDisplayYN: false,
      streetAddress: street,
      unitNumber: 'PH-77',
      latitude: 32.81234,
      longitude: -79.86543,
      publicRemarks: `Come and see ${street.toUpperCase()}. Parking at ${street}.`,
      locationTokens: [],
      keywordText: ` come and see ${street.toLowerCase()} `,
    })
    await anOpenHouse(home, { openHouseRemarks: `Park behind ${street}.` }, db)
    const told = await callAs(null).listings.publicByKey({ listingKey: home.listingKey })
    expect(told.openHouses).toHaveLength(1)
    const said = JSON.stringify(told)
    for (const secret of [/secret/i, 'PH-77', '32.81234', '79.86543', 'locationTokens'])
      expect(said).not.toMatch(secret)
    expect(said).toContain('Parking at this home.')
    expect(said).toContain('Mount Pleasant')
  })
})
