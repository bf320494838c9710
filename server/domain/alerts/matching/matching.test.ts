import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { milesBetween, tokensOfListing } from '#server/domain/listings/listings.tokens.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { upsertSavedSearches } from '../searches.bulk.ts'
import { matchByJoin } from './match-by-join.sql.ts'
import { type Round, roundArb } from './rounds.arbitrary.ts'

let db: RootDb
let agent: Person

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  return own.close
})

type Search = Pick<Round, 'criteria' | 'standing'>

/** What the words say, home by home and search by search; nothing here is shared with the matcher. */
function wants({ criteria, standing }: Search, { listing, event }: Round['home']): boolean {
  const { listPriceMin: priceMin, listPriceMax: priceMax, livingAreaMin, livingAreaMax, radius } = criteria
  const area = listing.livingAreaSqFt
  const point =
    listing.latitude === null ? null : { latitude: listing.latitude, longitude: listing.longitude ?? Number.NaN }
  const { fromPriceCents, toPriceCents } = event
  const isCut = fromPriceCents !== null && toPriceCents < fromPriceCents && listing.listPriceCents <= toPriceCents
  const wanted = {
    New: 'New',
    PriceChange: isCut ? 'PriceDrop' : null,
    BackOnMarket: 'BackOnMarket',
    StatusChange: null,
    OpenHouse: null,
  }
  const kind = wanted[event.kind]
  const isAnywhere = !criteria.citySlugs.length && !criteria.postalCodes.length && !radius
  return (
    standing === 'on' &&
    listing.internetEntireListingDisplayYN &&
    criteria.events.some((asked) => asked === kind) &&
    criteria.statuses.some((status) => status === listing.standardStatus) &&
    (priceMin === undefined || listing.listPriceCents >= BigInt(priceMin * 100)) &&
    (priceMax === undefined || listing.listPriceCents <= BigInt(priceMax * 100)) &&
    listing.bedroomsTotal >= (criteria.bedroomsMin ?? 0) &&
    listing.bathroomsFull + listing.bathroomsHalf / 2 >= (criteria.bathroomsMin ?? 0) &&
    (livingAreaMin === undefined || (area !== null && area >= livingAreaMin)) &&
    (livingAreaMax === undefined || (area !== null && area <= livingAreaMax)) &&
    (criteria.propertySubTypes.length === 0 || criteria.propertySubTypes.includes(listing.propertySubType)) &&
    (isAnywhere ||
      criteria.citySlugs.includes(listing.citySlug) ||
      criteria.postalCodes.includes(listing.postalCode) ||
      (radius !== undefined && point !== null && milesBetween(radius, point) <= radius.miles))
  )
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
  await db.listing.createMany({
    data: rows.map(({ listingId, home: { listing } }) => ({
      ...listing,
      ...{ id: listingId, listingKey: listingId, listingId: 'M1', city: 'Town', streetAddress: '1 Lane' },
      ...{ originalListPriceCents: listing.listPriceCents, listOfficeName: 'Office', photoUrls: [] },
      ...{
        onMarketTimestamp: at,
        modificationTimestamp: at,
        locationTokens: tokensOfListing({ ...listing, subdivisionSlug: null }),
      },
    })),
  })
  await db.listingEvent.createMany({
    data: rows.map(({ eventId, listingId, home: { listing, event } }) => ({
      ...event,
      ...{ id: eventId, listingId, toStatus: listing.standardStatus, occurredAt: at, changeKey: eventId },
    })),
  })
  return rows
}

test('the join finds what a plain reading of the words finds, at the edge of every bound', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(fc.array(roundArb, { minLength: 25, maxLength: 25 }), async (rounds) => {
      const from = await feedHead(db)
      const rows = await write(rounds)
      await numberFeed(db)
      const matches = await db.$transaction(async (tx) => matchByJoin(tx, { from, to: await feedHead(tx) }))
      const expected = rows.flatMap((search) =>
        rows.filter(({ home }) => wants(search, home)).map(({ eventId }) => `${search.searchId} ${eventId}`),
      )
      expect(matches.map(({ searchId, eventId }) => `${searchId} ${eventId}`).sort()).toEqual(expected.sort())
      found += matches.length
    }),
    { numRuns: 8, seed: 20_261_121, endOnFailure: true },
  )
  expect(found, 'rounds in which nothing matches prove little').toBeGreaterThan(100)
})
