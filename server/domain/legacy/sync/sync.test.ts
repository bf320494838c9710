import { MongoClient, ObjectId } from 'mongodb'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { feedHorizon, readFeed } from '#server/domain/listings/listings.feed.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice } from '#server/testing/factories.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { aContactDoc, aListingDoc, anAgentDoc, aSearchDoc, type Doc, NOON, seconds } from './documents.fixture.ts'
import { runSync, syncStream } from './run.ts'

let clock = NOON

let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let own: Awaited<ReturnType<typeof ownDatabase>>
let database = 0

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => clock })
  client = await new MongoClient(peer.url).connect()
})
beforeEach(async () => {
  clock = NOON
  database += 1
  legacy = connectLegacy({ url: peer.url, database: `legacy${database}`, timeoutMs: 1_000 })
  own = await ownDatabase()
  await anOffice({ name: 'Beaufort' }, own.db)
})
afterEach(async () => {
  peer.heal()
  await legacy.close()
  await own.close()
})
afterAll(async () => {
  await client.close()
  await peer.stop()
})

const collection = (name: string) => client.db(`legacy${database}`).collection<Doc>(name)
const put = async (name: string, ...docs: Doc[]) => {
  await collection(name).createIndex({ updatedAt: 1, _id: 1 })
  for (const doc of docs) await collection(name).replaceOne({ _id: doc._id }, doc, { upsert: true })
}

let runs = 0
type Over = { pageSize?: number; lagMs?: number; jobRunId?: string }
const deps = () => ({ db: own.db, legacy, now: () => clock, log })
const options = ({ pageSize = 3, lagMs = 5_000, jobRunId }: Over = {}) => {
  runs += 1
  return { pageSize, lagMs, jobRunId: jobRunId ?? `run-${runs}` }
}
const sync = async (over?: Over) =>
  Object.fromEntries((await runSync(deps(), options(over))).map((one) => [one.stream, one]))
const pricesOf = async () => {
  const rows = await own.db.listing.findMany({ orderBy: { listingKey: 'asc' } })
  return Object.fromEntries(rows.map((row) => [row.listingKey, Number(row.listPriceCents) / 100]))
}

describe('the sync', () => {
  test('follows everybody, in pages, and adds up', async () => {
    await put('agents', anAgentDoc(1), anAgentDoc(2, { role: 'lead', team: 'Point' }))
    await put('contacts', ...Array.from({ length: 7 }, (_, index) => aContactDoc(index, 1)))
    await put('listings', ...Array.from({ length: 8 }, (_, index) => aListingDoc(index, { agentId: 2 })))
    await put('savedSearches', aSearchDoc(1, 1), aSearchDoc(2, 1, { active: 'N' }))
    expect(await sync()).toMatchObject({
      agents: { read: 2, inserted: 2 },
      contacts: { read: 7, inserted: 7 },
      listings: { read: 8, inserted: 8, grown: 0 },
      savedSearches: { read: 2, inserted: 2 },
    })
    const leader = await own.db.person.findUniqueOrThrow({
      where: { email: 'agent-2@palmetto.test' },
      include: { team: true },
    })
    expect(leader).toMatchObject({ role: 'teamLead', team: { name: 'Point' } })
    expect(await own.db.listing.count({ where: { listAgentId: leader.id } })).toBe(8)
    expect(
      await own.db.savedSearch.findMany({ orderBy: { activeYN: 'asc' }, include: { tokens: true, versions: true } }),
    ).toMatchObject([
      { activeYN: false, reason: 'AgentDisabled' },
      { activeYN: true, reason: 'Started', tokens: [{ token: 'city:beaufort' }], versions: [{ version: 1 }] },
    ])
    expect(await own.db.legacySyncCount.findFirst({ where: { stream: 'listings' } })).toMatchObject({
      pages: 3,
      read: 8,
      endedAt: NOON,
      startedAt: NOON,
      sourceTime: NOON,
    })
  })

  test('takes 1, "1", an ObjectId and its digits for four different homes', async () => {
    const hex = '5f1d7f3e9b1e8a0001a00001'
    await put(
      'listings',
      ...[1, '1', new ObjectId(hex), hex].map((id, index) => aListingDoc(id, { price: 100_000 * (index + 1) })),
    )
    expect(await sync({ pageSize: 1 })).toMatchObject({ listings: { read: 4, inserted: 4 } })
    expect(await pricesOf()).toEqual({
      'legacy:n:1': 100_000,
      'legacy:s:1': 200_000,
      [`legacy:o:${hex}`]: 300_000,
      [`legacy:s:${hex}`]: 400_000,
    })
  })

  test('asks for no changes where no index leads to them, and says so', async () => {
    await put('agents', anAgentDoc(1))
    await collection('listings').insertOne(aListingDoc(1))
    await collection('listings').createIndex({ price: 1, updatedAt: 1 })
    expect(await sync()).toMatchObject({
      agents: { read: 1, canFollow: true },
      listings: { read: 0, canFollow: false },
    })
    await collection('listings').createIndex({ updatedAt: 1 })
    expect(await sync()).toMatchObject({ listings: { read: 1, canFollow: true }, contacts: { canFollow: true } })
  })

  test('stays behind the clock of the source, so that a late write is not overtaken', async () => {
    await put('listings', aListingDoc(1, { updatedAt: seconds(-3) }))
    expect(await sync()).toMatchObject({ listings: { read: 0, unreachable: 0 } })
    // Stamped before the one we would have taken, and only now there.
    await put('listings', aListingDoc(2, { updatedAt: seconds(-4) }))
    clock = seconds(10)
    expect(await sync()).toMatchObject({ listings: { read: 2, inserted: 2 } })
  })

  test('is not led past today by a document from the future, and says that it can not reach it', async () => {
    await put(
      'listings',
      aListingDoc(1),
      aListingDoc(2, { updatedAt: seconds(86_400) }),
      aListingDoc(3, { updatedAt: 'today' }),
    )
    expect(await sync()).toMatchObject({ listings: { read: 1, unreachable: 2 } })
    await put('listings', aListingDoc(4, { updatedAt: seconds(-6) }))
    expect(await sync()).toMatchObject({ listings: { read: 1, inserted: 1, unreachable: 2 } })
    expect(await own.db.legacySyncCount.count({ where: { stream: 'listings', unreachable: 2 } })).toBe(2)
  })

  test('is not led past today by a source whose clock runs ahead', async () => {
    clock = seconds(7_200)
    await put('listings', aListingDoc(1, { updatedAt: seconds(3_600) }))
    await runSync({ ...deps(), now: () => NOON }, options())
    expect(await own.db.listing.count()).toBe(0)
  })

  test('stays behind the clock of a source that runs behind ours', async () => {
    // Stamped by their clock, and more of the same moment may still come.
    await put('listings', aListingDoc(1, { updatedAt: seconds(-3) }))
    await runSync({ ...deps(), now: () => seconds(7_200) }, options())
    expect(await own.db.listing.count()).toBe(0)
  })

  test('puts a poison document aside and keeps the rest of its page', async () => {
    const year = { yearBuilt: 1999, photos: ['https://x.test/1.jpg'] }
    const docs = Array.from({ length: 20 }, (_, index) => aListingDoc(index, year))
    // Too long for any index: only the database finds out.
    docs[7] = aListingDoc(7, {
      address: {
        street: '1 Oak St',
        city: `B${'x'.repeat(9_000)}`.replace(/x/g, () => Math.random().toString(36).slice(2)),
        zip: '29902',
      },
    })
    docs[13] = aListingDoc(13, { price: 0 })
    await put('listings', ...docs)
    expect(await sync({ pageSize: 50 })).toMatchObject({
      listings: { read: 20, inserted: 18, quarantined: 2, waiting: 2, grown: 2 },
    })
    const aside = await own.db.legacyQuarantine.findMany({ orderBy: { sourceId: 'asc' } })
    expect(aside).toMatchObject([
      { sourceId: 'n:13', reason: 'invalid-price' },
      { sourceId: 'n:7', reason: 'refused-by-database' },
    ])
    expect(aside.every(({ sample }) => (sample?.length ?? 0) <= 120)).toBe(true)
    await put('listings', aListingDoc(7, { updatedAt: seconds(-10) }), aListingDoc(13, { updatedAt: seconds(-10) }))
    expect(await sync()).toMatchObject({ listings: { inserted: 2, waiting: 0 } })
  })

  test('lets orphans in by themselves when the one they wait for arrives, all the way down', async () => {
    const ghost = new ObjectId()
    await put('contacts', aContactDoc(1, ghost), aContactDoc(2, ghost))
    await put('savedSearches', aSearchDoc(1, 1), aSearchDoc(2, 2))
    await put('listings', aListingDoc(1, { agentId: ghost }))
    expect(await sync()).toMatchObject({
      contacts: { quarantined: 2 },
      savedSearches: { quarantined: 2 },
      listings: { inserted: 1 },
    })
    expect(await own.db.legacyQuarantine.findFirst({ where: { stream: 'contacts' } })).toMatchObject({
      reason: 'orphan',
      waitsForStream: 'agents',
      waitsForId: `o:${ghost.toHexString()}`,
    })
    const events = await own.db.listingEvent.count()
    await put('agents', anAgentDoc(ghost, { email: 'mara@palmetto.test', updatedAt: seconds(-20) }))
    expect(await sync()).toMatchObject({
      agents: { inserted: 1 },
      contacts: { read: 0, resolved: 2, waiting: 0 },
      savedSearches: { read: 0, resolved: 2, waiting: 0 },
      listings: { read: 0 },
    })
    expect(await own.db.savedSearch.count()).toBe(2)
    expect(await own.db.listing.count({ where: { listAgent: { email: 'mara@palmetto.test' } } })).toBe(1)
    expect(await own.db.listingEvent.count()).toBe(events)
    expect(await own.db.legacyRecord.findFirst({ where: { stream: 'listings' } })).toMatchObject({ extra: null })
  })

  test('lets agents in when their office has been opened', async () => {
    await put('agents', anAgentDoc(1, { office: 'Georgetown' }))
    await put('contacts', aContactDoc(1, 1))
    expect(await sync()).toMatchObject({ agents: { quarantined: 1 }, contacts: { quarantined: 1 } })
    await anOffice({ name: 'Georgetown' }, own.db)
    expect(await sync()).toMatchObject({ agents: { read: 0, resolved: 1 }, contacts: { resolved: 1, waiting: 0 } })
  })

  test('gives what changed its place in the feed, so that nothing looks held back between two alert runs', async () => {
    await put('listings', aListingDoc(1))
    await sync()
    await put('listings', aListingDoc(1, { price: 280_000, updatedAt: seconds(-9) }))
    await sync()
    expect((await readFeed(own.db, { after: 0n, limit: 9 })).map(({ kind }) => kind)).toEqual(['New', 'PriceChange'])
    expect(await feedHorizon(own.db)).toBe(0)
  })

  test('an older version of a document never wins', async () => {
    await put('listings', aListingDoc(1, { price: 200_000, updatedAt: seconds(-50) }))
    await sync()
    await put('listings', aListingDoc(1, { price: 900_000, updatedAt: seconds(-60) }))
    await own.db.legacyCursor.deleteMany()
    expect(await sync()).toMatchObject({ listings: { read: 1, unchanged: 1 } })
    expect(await pricesOf()).toEqual({ 'legacy:n:1': 200_000 })
  })

  test('a page whose transaction fails leaves nothing behind, and the next run takes it', async () => {
    await put('listings', ...Array.from({ length: 7 }, (_, index) => aListingDoc(index)))
    await own.db.$executeRawUnsafe(`CREATE FUNCTION trip() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF (SELECT count(*) FROM listing) > 3 THEN RAISE EXCEPTION 'power cut' USING ERRCODE = '57P01'; END IF; RETURN NULL; END $$`)
    await own.db.$executeRawUnsafe(
      'CREATE TRIGGER trip AFTER INSERT OR UPDATE ON legacy_cursor FOR EACH STATEMENT EXECUTE FUNCTION trip()',
    )
    await expect(sync({ jobRunId: 'cut' })).rejects.toThrow('power cut')
    expect(await own.db.listing.count()).toBe(3)
    expect(await own.db.legacyRecord.count()).toBe(3)
    await own.db.$executeRawUnsafe('DROP TRIGGER trip ON legacy_cursor')
    expect(await sync({ jobRunId: 'cut' })).toMatchObject({ listings: { read: 7, inserted: 7 } })
    expect(await own.db.listingEvent.count()).toBe(7)
  })

  test('two runs at once take each document once, and the counts of both add up', async () => {
    await put(
      'listings',
      ...Array.from({ length: 60 }, (_, index) => aListingDoc(index, { updatedAt: seconds(-400 + (index % 7)) })),
    )
    const both = await Promise.all([1, 2].map(() => syncStream(deps(), 'listings', options({ pageSize: 4 }))))
    expect(both.some(({ leftToAnother }) => !leftToAnother)).toBe(true)
    const counts = await own.db.legacySyncCount.findMany({ where: { stream: 'listings' } })
    expect(counts.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(60)
    expect(counts.reduce((sum, { read }) => sum + read, 0)).toBe(60)
    expect(await own.db.listingEvent.count()).toBe(60)
  })

  test('says in words that the old database is away, and goes on where it stopped', async () => {
    await put('listings', ...Array.from({ length: 7 }, (_, index) => aListingDoc(index)))
    peer.fail('find', { code: 11600, collection: 'listings', times: 50 })
    await expect(sync()).rejects.toThrow("The old system's database does not answer")
    peer.heal()
    expect(await sync()).toMatchObject({ listings: { read: 7, inserted: 7 } })
  })

  test('searches follow the address of their contact, and never wake who stopped the mails here', async () => {
    await put('agents', anAgentDoc(1))
    await put('contacts', aContactDoc(1, 1, { email: 'none' }), aContactDoc(2, 1))
    await put('savedSearches', aSearchDoc('waits', 1), aSearchDoc('stopped', 2))
    await sync()
    const searchOf = async (id: string) => {
      const { targetId } = await own.db.legacyRecord.findFirstOrThrow({ where: { sourceId: `s:${id}` } })
      return own.db.savedSearch.findUniqueOrThrow({ where: { id: targetId } })
    }
    expect(await searchOf('waits')).toMatchObject({ activeYN: false, reason: 'NoOneToSendTo' })
    const { id } = await searchOf('stopped')
    await own.db.savedSearch.update({ where: { id }, data: { activeYN: false, reason: 'ClientDisabled' } })
    await put('contacts', aContactDoc(1, 1, { updatedAt: seconds(-9) }))
    await put('savedSearches', aSearchDoc('stopped', 2, { criteria: { towns: ['Bluffton'] }, updatedAt: seconds(-9) }))
    await sync()
    expect(await searchOf('waits')).toMatchObject({ activeYN: true, reason: 'ReActivated' })
    expect(await searchOf('stopped')).toMatchObject({ activeYN: false, reason: 'ClientDisabled', currentVersion: 2 })
    expect(await own.db.savedSearchToken.findMany({ where: { searchId: id } })).toMatchObject([
      { token: 'city:bluffton' },
    ])
  })

  test('decides neither the address nor the role of who has a password here, and brings nobody back', async () => {
    await put('agents', anAgentDoc(1), anAgentDoc(2))
    await sync()
    const where = { email: 'agent-1@palmetto.test' }
    await own.db.person.update({ where, data: { passwordHash: 'x', removedAt: NOON } })
    const over = { role: 'manager', name: 'Mara', updatedAt: seconds(-9) }
    await put(
      'agents',
      anAgentDoc(1, { ...over, email: 'thief@mail.test' }),
      anAgentDoc(2, { ...over, email: 'new@palmetto.test', active: 'N' }),
    )
    expect(await sync()).toMatchObject({ agents: { updated: 2 } })
    expect(await own.db.person.findUnique({ where })).toMatchObject({
      fullName: 'Mara',
      role: 'agent',
      removedAt: NOON,
    })
    expect(await own.db.person.findUnique({ where: { email: 'new@palmetto.test' } })).toMatchObject({
      role: 'manager',
      removedAt: seconds(-9),
    })
  })
})
