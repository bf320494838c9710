import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db, RootDb } from '#server/db.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aListing } from '#server/testing/factories.ts'
import { feedHead, feedHorizon, HORIZON_LIMIT_MS, numberFeed, readFeed } from './listings.feed.ts'

let db: RootDb
let close: () => Promise<void>
let listingId: string
beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  close = own.close
  listingId = (await aListing({}, db)).id
})
afterAll(() => close())

let serial = 0
const tell = (tx: Db, over: { recordedAt?: Date } = {}) => {
  serial += 1
  return tx.listingEvent.create({
    data: {
      listingId,
      kind: 'PriceChange',
      fromPriceCents: 1n,
      toPriceCents: 2n,
      toStatus: 'Active',
      occurredAt: new Date(),
      changeKey: `change-${serial}`,
      ...over,
    },
    select: { id: true },
  })
}

/** A reader that remembers the greatest time it has seen, as one is tempted to write it. */
function naiveReader() {
  const seen = new Set<string>()
  let last = new Date(0)
  return {
    seen,
    read: async () => {
      const events = await db.listingEvent.findMany({
        where: { recordedAt: { gt: last } },
        orderBy: { recordedAt: 'asc' },
      })
      for (const { id, recordedAt } of events) {
        seen.add(id)
        last = recordedAt
      }
    },
  }
}

function feedReader() {
  const seen: string[] = []
  let after = 0n
  return {
    seen,
    read: async () => {
      await numberFeed(db)
      for (const { eventId, position } of await readFeed(db, { after, limit: 10_000 })) {
        seen.push(eventId)
        expect(position).toBe(after + 1n)
        after = position
      }
    },
  }
}

describe('the feed of listing events', () => {
  test('misses nothing of eight writers who commit late, where a cursor on time does', async () => {
    const [feed, second, naive] = [feedReader(), feedReader(), naiveReader()]
    let writing = true
    const readers = [feed, second, naive].map(async ({ read }) => {
      while (writing) await read()
    })
    const written = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const ids: string[] = []
        for (let round = 0; round < 25; round += 1) {
          const { id } = await db.$transaction(async (tx) => {
            const event = await tell(tx)
            // The delay between writing and committing is what is tested here.
            await tx.$executeRaw`SELECT pg_sleep(${Math.random() * 0.03})`
            return event
          })
          ids.push(id)
        }
        return ids
      }),
    )
    writing = false
    await Promise.all(readers)
    for (const { read } of [feed, second, naive]) await read()

    const all = written.flat().sort()
    expect(all).toHaveLength(200)
    expect([...feed.seen].sort()).toEqual(all)
    expect(second.seen).toEqual(feed.seen)
    expect(naive.seen.size).toBeLessThan(all.length)
    expect(await feedHead(db)).toBe(200n)
    expect(await feedHorizon(db)).toBe(0)
  })

  test('reads a page at a time', async () => {
    const page = await readFeed(db, { after: 10n, limit: 5 })
    expect(page.map(({ position }) => position)).toEqual([11n, 12n, 13n, 14n, 15n])
    expect(page[0]).toMatchObject({ listingId, kind: 'PriceChange', fromPriceCents: 1n, toPriceCents: 2n })
  })

  test('its horizon is as old as the oldest transaction that holds back an event', async () => {
    await db.$transaction(async (tx) => {
      await tell(tx)
      await tx.$executeRaw`SELECT pg_sleep(0.05)`
      await numberFeed(db)
      expect(await feedHorizon(db)).toBeGreaterThanOrEqual(50)
    })
    expect(await feedHorizon(db)).toBeLessThan(50_000)
    await numberFeed(db)
    expect(await feedHorizon(db)).toBe(0)
  })

  test('its horizon is as old as the oldest event without a number', async () => {
    await tell(db, { recordedAt: new Date(Date.now() - HORIZON_LIMIT_MS) })
    expect(await feedHorizon(db)).toBeGreaterThanOrEqual(HORIZON_LIMIT_MS)
    await numberFeed(db)
    expect(await feedHorizon(db)).toBe(0)
  })

  test('a reader or somebody busy with other tables holds nothing back', async () => {
    await db.$transaction(async (tx) => {
      await tx.listingEvent.count()
      await aListing({}, db)
      await tx.listing.updateMany({ where: { id: listingId }, data: { bedroomsTotal: 4 } })
      expect(await feedHorizon(db)).toBe(0)
    })
  })
})
