import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { slugOf, tokensOfListing } from '#server/domain/listings/listings.tokens.ts'
import { keywordTextOf } from '#server/domain/listings/listings.words.ts'
import { type Person, Prisma } from '#server/generated/prisma/client.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { whereCriteria } from '../preview.sql.ts'
import { upsertSavedSearches } from '../searches.bulk.ts'
import { SEARCH_EVENTS } from '../searches.schema.ts'
import { matchByJoin } from './match-by-join.sql.ts'
import { fits, wants } from './plain-reading.ts'
import { type Round, roundArb } from './rounds.arbitrary.ts'

let db: RootDb
let agent: Person

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  return own.close
})

type Row = Round & { listingId: string; eventId: string }

/** Homes and their events; the columns that a service works out are worked out as it does. */
async function writeHomes(rows: readonly Row[], at: Date) {
  await db.listing.createMany({
    data: rows.map(({ listingId, home: { listing } }) => {
      const subdivisionSlug = slugOf(listing.subdivisionName ?? '') || null
      return {
        ...listing,
        ...{ id: listingId, listingKey: listingId, listingId: 'M1', city: 'Town', streetAddress: '1 Lane' },
        ...{ originalListPriceCents: listing.listPriceCents, listOfficeName: 'Office', photoUrls: [], subdivisionSlug },
        ...{ onMarketTimestamp: at, modificationTimestamp: at },
        keywordText: keywordTextOf([listing.publicRemarks, listing.subdivisionName]),
        locationTokens: tokensOfListing({ ...listing, subdivisionSlug }),
      }
    }),
  })
  const visits = rows.filter(({ home }) => home.event.kind === 'OpenHouse')
  await db.openHouse.createMany({
    data: visits.map(({ listingId, eventId, home: { event } }) => ({
      ...{ id: eventId, openHouseKey: eventId, listingId, openHouseStatus: event.openHouseStatus },
      openHouseStartTime: new Date(at.getTime() - 86_400_000),
      ...{ openHouseEndTime: new Date(at.getTime() + event.hoursLeft * 3_600_000), modificationTimestamp: at },
    })),
  })
  await db.listingEvent.createMany({
    data: rows.map(({ eventId, listingId, home: { listing, event } }) => {
      const { kind, fromPriceCents, toPriceCents, fromStatus } = event
      const toStatus = kind === 'StatusChange' ? event.newStatus : listing.standardStatus
      const openHouseId = kind === 'OpenHouse' ? eventId : null
      const told = { kind, fromPriceCents, toPriceCents, fromStatus, toStatus, openHouseId }
      return { ...told, id: eventId, listingId, occurredAt: at, changeKey: eventId }
    }),
  })
}

/** Writes searches and homes as their services would; a batch of rounds costs a dozen statements. */
async function write(rounds: readonly Round[]) {
  const at = new Date()
  const rows = rounds.map((round) => ({
    ...round,
    ...{ searchId: crypto.randomUUID(), contactId: crypto.randomUUID() },
    ...{ listingId: crypto.randomUUID(), eventId: crypto.randomUUID() },
  }))
  const idsOf = (standing: Round['standing'], key: 'searchId' | 'contactId') => ({
    in: rows.filter((row) => row.standing === standing).map((row) => row[key]),
  })
  await db.savedSearch.deleteMany()
  await db.contact.createMany({
    data: rows.map(({ contactId }) => ({
      ...{ id: contactId, fullName: 'Somebody', email: `${contactId}@example.test` },
      ...{ agentId: agent.id, officeId: agent.officeId },
    })),
  })
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`
    const times = { createdAt: at, updatedAt: at }
    await upsertSavedSearches(
      tx,
      rows.map(({ searchId, contactId, criteria }) => ({
        ...{ id: searchId, contactId, ownerId: agent.id, name: 'A search', wanted: true, criteria, ...times },
      })),
    )
  })
  await db.savedSearch.updateMany({ where: { id: idsOf('off', 'searchId') }, data: { activeYN: false } })
  await db.savedSearch.updateMany({ where: { id: idsOf('removed', 'searchId') }, data: { removedAt: at } })
  await db.contact.updateMany({ where: { id: idsOf('contact removed', 'contactId') }, data: { removedAt: at } })
  await db.contact.updateMany({ where: { id: idsOf('no address', 'contactId') }, data: { email: null } })
  await writeHomes(rows, at)
  return rows
}

test('the join finds what a plain reading of the words finds, at the edge of every bound', async () => {
  const found = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(roundArb, { minLength: 125, maxLength: 125 }), async (rounds) => {
      const from = await feedHead(db)
      const rows = await write(rounds)
      await numberFeed(db)
      const matches = await db.$transaction(async (tx) => matchByJoin(tx, { from, to: await feedHead(tx) }))
      const expected = rows.flatMap((search) =>
        rows.flatMap(({ home, eventId }) => {
          const kind = wants(search, home)
          return kind ? [`${search.searchId} ${eventId} ${kind}`] : []
        }),
      )
      expect(matches.map(({ searchId, eventId, kind }) => `${searchId} ${eventId} ${kind}`).sort()).toEqual(
        expected.sort(),
      )
      for (const { kind } of matches) found.set(kind, (found.get(kind) ?? 0) + 1)
    }),
    { numRuns: 9, seed: 20_261_121, endOnFailure: true },
  )
  for (const kind of SEARCH_EVENTS) {
    expect(found.get(kind) ?? 0, `rounds in which nothing matches prove little: ${kind}`).toBeGreaterThan(30)
  }
})

test('the count in the editor finds the homes that a plain reading finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(roundArb, { minLength: 60, maxLength: 60 }), async (rounds) => {
      const rows = await write(rounds)
      const here = Prisma.sql`id = ANY(${rows.map(({ listingId }) => listingId)}::uuid[])`
      for (const { criteria } of rows) {
        const ids = await db.$queryRaw<
          { id: string }[]
        >`SELECT id::text FROM listing WHERE ${here} AND ${whereCriteria(criteria)}`
        const expected = rows.filter(({ home }) => fits(criteria, home.listing)).map(({ listingId }) => listingId)
        expect(ids.map(({ id }) => id).sort()).toEqual(expected.sort())
      }
    }),
    { numRuns: 2, seed: 20_261_121, endOnFailure: true },
  )
})
