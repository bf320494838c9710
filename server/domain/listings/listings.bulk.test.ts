import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { aListingInput as anInput } from './listings.bulk.fixture.ts'
import { type ListingInput, upsertListings } from './listings.bulk.ts'

let db: RootDb
let close: () => Promise<void>
beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  close = own.close
})
afterAll(() => close())

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute))
const later = (input: ListingInput, minute: number, over: Partial<ListingInput>): ListingInput => ({
  ...input,
  modificationTimestamp: at(minute),
  changeKey: `${input.listingKey}@${minute}`,
  ...over,
})
const write = (...batch: ListingInput[]) => db.$transaction((tx) => upsertListings(tx, batch))
const outcomes = async (...batch: ListingInput[]) => (await write(...batch)).map(({ outcome }) => outcome)
const eventsOf = async ({ listingKey }: ListingInput) => {
  const events = await db.listingEvent.findMany({ where: { listing: { listingKey } }, orderBy: { id: 'asc' } })
  return events.map(({ kind, fromPriceCents, toPriceCents, fromStatus, toStatus }) =>
    kind === 'PriceChange' ? `${kind} ${fromPriceCents}>${toPriceCents}` : `${kind} ${fromStatus}>${toStatus}`,
  )
}

describe('writing listings in bulk', () => {
  test('a home that comes on the market is new, at the time it was listed', async () => {
    const home = anInput({ onMarketTimestamp: at(-90), standardStatus: 'ComingSoon' })
    expect(await outcomes(home)).toEqual(['inserted'])
    expect(await eventsOf(home)).toEqual(['New null>ComingSoon'])
    expect(await db.listingEvent.findFirst({ where: { listing: { listingKey: home.listingKey } } })).toMatchObject({
      occurredAt: at(-90),
      changeKey: home.changeKey,
      fromPriceCents: null,
    })
    expect(await db.listing.findUnique({ where: { listingKey: home.listingKey } })).toMatchObject({
      locationTokens: expect.arrayContaining(['any', 'city:folly-beach', 'zip:29439']),
      standardStatus: 'ComingSoon',
    })
  })

  test('a home that is off the market when we first hear of it is no news', async () => {
    const home = anInput({ standardStatus: 'Closed' })
    await write(home)
    expect(await eventsOf(home)).toEqual([])
  })

  test('one revision can tell two things, and the row remembers the price before', async () => {
    const home = anInput({ standardStatus: 'Withdrawn' })
    await write(home)
    const changed = later(home, 5, { standardStatus: 'Active', listPriceCents: 39_000_000 })
    expect(await outcomes(changed)).toEqual(['updated'])
    expect(await eventsOf(home)).toEqual(
      expect.arrayContaining(['PriceChange 40000000>39000000', 'BackOnMarket Withdrawn>Active']),
    )
    expect(await db.listing.findUnique({ where: { listingKey: home.listingKey } })).toMatchObject({
      previousListPriceCents: 40_000_000n,
      priceChangeTimestamp: at(5),
      statusChangeTimestamp: at(5),
    })
  })

  test.each([
    ['ComingSoon', 'Active', 'StatusChange'],
    ['Active', 'Pending', 'StatusChange'],
    ['Pending', 'Active', 'BackOnMarket'],
    ['Closed', 'Active', 'BackOnMarket'],
    ['ActiveUnderContract', 'Active', 'BackOnMarket'],
    ['Withdrawn', 'ComingSoon', 'StatusChange'],
  ] as const)('from %s to %s is a %s', async (from, to, kind) => {
    const home = anInput({ standardStatus: from })
    await write(home)
    await write(later(home, 1, { standardStatus: to }))
    expect((await eventsOf(home)).at(-1)).toBe(`${kind} ${from}>${to}`)
  })

  test('an equal revision writes nothing, an older one never wins', async () => {
    const home = anInput()
    await write(home)
    await write(later(home, 9, { listPriceCents: 38_000_000 }))
    const before = await db.listing.findUniqueOrThrow({ where: { listingKey: home.listingKey } })
    expect(await outcomes(later(home, 9, { listPriceCents: 38_000_000 }))).toEqual(['unchanged'])
    expect(await outcomes(later(home, 4, { listPriceCents: 99_000_000 }))).toEqual(['unchanged'])
    expect(await db.listing.findUniqueOrThrow({ where: { listingKey: home.listingKey } })).toEqual(before)
    expect(await eventsOf(home)).toHaveLength(2)
  })

  test('each event waits in the queue of the feed', async () => {
    const home = anInput()
    await write(home)
    const event = await db.listingEvent.findFirstOrThrow({ where: { listing: { listingKey: home.listingKey } } })
    expect(await db.listingFeedQueue.count({ where: { eventId: event.id } })).toBe(1)
  })

  test('concurrent writers of the same homes tell every step of the price, whoever comes first', async () => {
    const homes = Array.from({ length: 20 }, () => anInput())
    await write(...homes)
    const prices = [41, 42, 43, 44, 45, 46, 47, 48].map((price) => price * 1_000_000)
    const shuffled = (list: ListingInput[]) => [...list].sort(() => Math.random() - 0.5)
    await Promise.all(
      prices.map((listPriceCents) =>
        write(
          ...shuffled(
            homes.map((home) => ({ ...later(home, 30, { listPriceCents }), changeKey: `p${listPriceCents}` })),
          ),
        ),
      ),
    )
    for (const home of homes) {
      const changes = await db.listingEvent.findMany({
        where: { kind: 'PriceChange', listing: { listingKey: home.listingKey } },
      })
      const { listPriceCents } = await db.listing.findUniqueOrThrow({ where: { listingKey: home.listingKey } })
      const next = new Map(changes.map((change) => [change.fromPriceCents, change.toPriceCents]))
      let price = 40_000_000n
      for (let step = next.get(price); step !== undefined; step = next.get(price)) price = step
      expect(changes).toHaveLength(8)
      expect(price).toBe(listPriceCents)
    }
  })

  test('an agent who arrives late is linked without an event', async () => {
    const home = anInput()
    const [written] = await write(home)
    const agent = await anAgent((await anOffice({}, db)).id, {}, db)
    const events = await eventsOf(home)
    expect(await write({ ...home, listAgentId: agent.id })).toMatchObject([{ id: written?.id, outcome: 'updated' }])
    expect(await write({ ...home, listAgentId: agent.id })).toMatchObject([{ id: written?.id, outcome: 'unchanged' }])
    expect(await eventsOf(home)).toEqual(events)
  })
})
