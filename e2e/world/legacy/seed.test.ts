import { EJSON } from 'bson'
import { type Db, MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectedBooks, takeSnapshot } from '#world/brute-force.ts'
import { readVisits } from '#world/judge/values.ts'
import { DIRT } from '#world/legacy/dirt.ts'
import { STATUS_WORDS } from '#world/legacy/documents.ts'
import { createLegacy, seedLegacy } from '#world/legacy/seed.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'

const now = new Date('2026-11-21T12:00:00Z')
const options = { seed: 7, now, photoOrigin: 'http://127.0.0.1:4100' }

let peer: MongoPeer
let client: MongoClient
let db: Db

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0 })
  client = await new MongoClient(peer.url).connect()
  db = client.db('legacy')
})
afterAll(async () => {
  await client.close()
  await peer.stop()
})

test('one seed makes one world, another seed another', () => {
  const small = { ...options, scale: 0.02 }
  expect(EJSON.stringify(createLegacy(small))).toBe(EJSON.stringify(createLegacy(small)))
  expect(EJSON.stringify(createLegacy(small))).not.toBe(EJSON.stringify(createLegacy({ ...small, seed: 8 })))
})

test('the whole brokerage is there, with every kind of dirt as often as the table says', async () => {
  const { counts } = await seedLegacy(db, options)
  expect(counts.documents).toEqual({
    agents: 60,
    contacts: 3000,
    listings: 4000,
    savedSearches: 2500,
    sentAlerts: 1500,
    ...{ notes: 2500, tasks: 1200, appointments: 600, deals: 400, offices: 5, photos: 1500, leads: 300 },
  })
  expect(counts.dirt).toEqual(
    Object.fromEntries(DIRT.map(({ collection, name, count }) => [`${collection}/${name}`, count])),
  )
  expect(await db.collection('listings').countDocuments({ updatedAt: { $type: 'string' } })).toBe(18)
  expect(await db.collection('listings').countDocuments({ updatedAt: { $gt: now } })).toBe(12)
  const proper = Object.keys(STATUS_WORDS)
  expect(await db.collection('listings').countDocuments({ status: { $nin: proper } })).toBe(700 + 14)
  expect((await db.collection('listings').indexes()).map(({ key }) => key)).toContainEqual({ updatedAt: 1, _id: 1 })

  const books = expectedBooks(await takeSnapshot(db, { takenAt: now }))
  expect(books.agents).toEqual({ documents: 60, accepted: 57, unreachable: 1, quarantined: { 'unknown-office': 2 } })
  expect(books.listings).toEqual({
    documents: 4000,
    accepted: 4000 - 54 - 36,
    unreachable: 54,
    quarantined: { 'unknown-status': 14, 'invalid-price': 16, 'nul-byte': 6 },
  })
  expect(books.contacts.unreachable).toBe(32)
  expect(books.contacts.quarantined['nul-byte']).toBe(4)
  // 25 of an agent who never was, and those who wait for an agent that can't be accepted yet.
  expect(books.contacts.quarantined.orphan).toBeGreaterThan(25)
  expect(books.contacts.quarantined.orphan).toBeLessThan(80)
  expect(books.savedSearches.quarantined.orphan).toBeGreaterThan(30)
})

test('a seed that was killed is done over, not doubled', async () => {
  const small = { ...options, scale: 0.02 }
  await seedLegacy(db, small)
  await db.collection('listings').deleteMany({})
  await seedLegacy(db, small)
  expect(await db.collection('contacts').countDocuments()).toBe(120)
  expect(await db.collection('listings').countDocuments()).toBeGreaterThan(230)
})

test('homes have features, and some of those for sale open their doors on a weekend to come', () => {
  const { documents } = createLegacy({ ...options, scale: 0.2 })
  const homes = documents.listings
  expect(homes.filter(({ features }) => String(features ?? '') !== '').length).toBeGreaterThan(homes.length / 2)
  const starts = homes.flatMap(({ openHouses }) => readVisits(openHouses).map(({ start }) => start))
  const ahead = starts.filter((start) => start > now.getTime())
  expect(ahead.length).toBeGreaterThan(20)
  expect(ahead.every((start) => [0, 6].includes(new Date(start).getUTCDay()))).toBe(true)
})

test('homes say nothing about the people who might live there', () => {
  const { documents } = createLegacy({ ...options, scale: 0.3 })
  const text = documents.listings.map((home) => String(home.remarks)).join('\n')
  expect(text).not.toMatch(/\b(famil|child|kids|couple|bachelor|retire|senior|church|safe|exclusive|walking distance)/i)
})
