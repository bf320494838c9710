import fc from 'fast-check'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacyReads, type LegacyReads } from '#server/adapters/mongo/mongo.reads.ts'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import type { Context } from '#server/context.ts'
import { listDeals } from '#server/domain/deals/deals.queries.ts'
import { storedDeals } from '#server/domain/deals/deals.read.ts'
import type { DealRow } from '#server/domain/deals/deals.rows.ts'
import type { DealFilters } from '#server/domain/deals/deals.schema.ts'
import type { DealSource } from '#server/domain/deals/deals.source.ts'
import { DEAL_STAGES } from '#server/domain/deals/deals.words.ts'
import { log } from '#server/log.ts'
import { actorOf } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { aContactDoc, aListingDoc, anAgentDoc, type Doc, NOON, seconds } from '../sync/documents.fixture.ts'
import { runSync } from '../sync/run.ts'
import { sweepStream } from '../sync/sweep.ts'
import { compareDeals } from './compare-deals.ts'
import { legacyDeals } from './deals.reader.ts'

let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let reads: LegacyReads
let own: Awaited<ReturnType<typeof ownDatabase>>
let runs = 0

const put = async (name: string, ...docs: Doc[]) => {
  const collection = client.db('legacy').collection<Doc>(name)
  await collection.createIndex({ updatedAt: 1, _id: 1 })
  if (docs.length > 0) await collection.insertMany(docs)
}
const sync = () => {
  runs += 1
  return runSync({ db: own.db, legacy, now: () => NOON, log }, { jobRunId: `run-${runs}`, lagMs: 0 })
}
const aDealDoc = (_id: Doc['_id'], over = {}): Doc => ({
  ...{ _id, contactId: 1, agentId: 1, stage: 'Active', side: 'Buyer', price: 400_000, createdAt: seconds(-9_000) },
  ...{ updatedAt: seconds(-300), ...over },
})

/** Deals as the old system may hold them: few moments, so that many share one; dirt; people who are not there. */
const deals = fc.array(
  fc.record({
    contactId: fc.constantFrom(1, 2, 3, 3, 'nobody'),
    agentId: fc.constantFrom(1, 2, 3, '', null, 'left-us'),
    listingId: fc.constantFrom(null, 1, 2, 'gone'),
    stage: fc.constantFrom('Prospect', 'U/C', 'Won', 'dead', 'closing', 'Offer', 'on ice'),
    price: fc.constantFrom(0, 350_000, '$425,000', 'ask owner', 1_200_000.5),
    expectedClose: fc.constantFrom(null, new Date('2026-11-30T00:00:00Z'), '12/1/2026', 'soon'),
    milestones: fc.constantFrom([], [{ kind: 'Closing', due: '2026-12-01', done: true }], { inspection: NOON }),
    updatedAt: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -40, max: -1 }).map((minutes) => seconds(minutes * 60)) },
      { weight: 1, arbitrary: fc.constantFrom(null, '2026-11-19', seconds(400_000_000)) },
    ),
  }),
  { minLength: 320, maxLength: 320 },
)
const SEED = Date.now() % 1_000_000

let people: Context[]
beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => NOON })
  client = await new MongoClient(peer.url).connect()
  legacy = connectLegacy({ url: peer.url, database: 'legacy' })
  reads = connectLegacyReads({ url: peer.url, database: 'legacy' })
  own = await ownDatabase()
  const office = await anOffice({ name: 'Beaufort' }, own.db)
  await anOffice({ name: 'Summerville' }, own.db)
  await put('agents', anAgentDoc(1), anAgentDoc(2, { office: 'Summerville' }), anAgentDoc(3, { team: 'Point' }))
  await put('contacts', aContactDoc(1, 1), aContactDoc(2, 2), aContactDoc(3, 3))
  await put('listings', aListingDoc(1), aListingDoc(2))
  const [docs = []] = fc.sample(deals, { numRuns: 1, seed: SEED })
  await put('deals', ...docs.map((doc, index) => aDealDoc(index % 3 ? index : `s${index}`, doc)))
  await sync()
  await sweepStream({ db: own.db, legacy, now: () => NOON, log }, 'deals')
  const agents = await own.db.person.findMany({ orderBy: { email: 'asc' } })
  const others = [
    await aPerson(office.id, { role: 'admin' }, own.db),
    await aPerson(office.id, { role: 'manager' }, own.db),
    await aPerson(office.id, { role: 'assistant', assistsId: agents[0]?.id ?? null }, own.db),
  ]
  people = [...agents, ...others].map((person) => ({ db: own.db, actor: actorOf(person), now: () => NOON }))
})
afterAll(async () => {
  await Promise.all([legacy.close(), reads.close(), client.close(), own.close()])
  await peer.stop()
})

const old = (): ReturnType<typeof legacyDeals> => legacyDeals(() => reads)
const bare = ({ version: _version, ...row }: DealRow) => row

/** All pages of a list, one after the other. */
async function readAll(source: DealSource, ctx: Context, filters: DealFilters) {
  const rows: DealRow[] = []
  let cursor: string | undefined
  for (let page = 0; page < 40; page += 1) {
    const answer = await source.list(ctx, { ...filters, cursor })
    rows.push(...answer.rows)
    cursor = answer.nextCursor
    if (!cursor) return rows.map(bare)
  }
  throw new Error('the cursor does not move')
}

test(`both readers give everybody the same answer to the same question (seed ${SEED})`, async () => {
  const agentIds = people.slice(0, 3).map(({ actor }) => actor.personId)
  const contacts = (await own.db.contact.findMany({ select: { id: true } })).map(({ id }) => id)
  const question: fc.Arbitrary<DealFilters> = fc.oneof(
    fc.constant({}),
    fc.record({ agentId: fc.constantFrom(...agentIds) }),
    fc.record({ contactId: fc.constantFrom(...contacts, crypto.randomUUID()) }),
    fc.record({ stage: fc.constantFrom(...DEAL_STAGES), agentId: fc.constantFrom(undefined, ...agentIds) }),
    fc.record({ closing: fc.constant('thisMonth' as const), stage: fc.constantFrom(undefined, 'closed') }),
  )
  let met = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...people), question, async (ctx, filters) => {
      const [there, here] = [await readAll(old(), ctx, filters), await readAll(storedDeals, ctx, filters)]
      expect(there).toEqual(here)
      expect(new Set(here.map(({ id }) => id)).size).toBe(here.length)
      met += here.length
      const { stage: _stage, ...forBoard } = filters
      const boards = [await old().board(ctx, forBoard), await storedDeals.board(ctx, forBoard)].map((board) => ({
        totals: board.totals.toSorted((a, b) => a.stage.localeCompare(b.stage)),
        rows: board.rows.map(bare),
        isPartial: board.isPartial,
      }))
      expect(boards[0]).toEqual(boards[1])
    }),
    { numRuns: 20, seed: SEED },
  )
  expect(met).toBeGreaterThan(300)
})

test('one deal is shown by either to whom it belongs, and to nobody else', async () => {
  const [admin] = people.slice(3)
  const all = admin ? await readAll(storedDeals, admin, {}) : []
  for (const { id } of all.filter((_, index) => index % 17 === 0)) {
    for (const ctx of people) {
      const [there, here] = [await old().byId(ctx, id), await storedDeals.byId(ctx, id)]
      expect(there && bare(there)).toEqual(here && bare(here))
    }
  }
})

test('a deal is there before the sync has brought it, under the id it will have; what waits for its contact is not', async () => {
  const [first] = people
  if (!first) throw new Error('nobody is there')
  await put(
    'deals',
    aDealDoc('new-one', { updatedAt: seconds(-1) }),
    aDealDoc('waits', { contactId: 77, listingId: 9, updatedAt: seconds(-1) }),
  )
  const [newest] = (await old().list(first, {})).rows
  expect(newest).toMatchObject({ stage: 'active', updatedAt: seconds(-1) })
  expect(await old().byId(first, newest?.id ?? '')).toEqual(newest)
  expect(await storedDeals.byId(first, newest?.id ?? '')).toBeNull()
  await sync()
  expect(await storedDeals.byId(first, newest?.id ?? '')).toMatchObject({ id: newest?.id, version: 1 })
  expect(await own.db.legacyQuarantine.findFirst({ where: { sourceId: 's:waits' } })).toMatchObject({
    reason: 'orphan',
  })

  await put('contacts', aContactDoc(77, 1, { updatedAt: seconds(-2) }))
  await sync()
  const contact = await own.db.contact.findFirstOrThrow({
    where: { email: 'ana-77@mail.test' },
    include: { deals: true },
  })
  expect(contact.deals).toMatchObject([{ listingId: null, listingKey: 'legacy:n:9' }])
  await put('listings', aListingDoc(9, { updatedAt: seconds(-1) }))
  await sync()
  const linked = await own.db.deal.findFirstOrThrow({ where: { contactId: contact.id }, include: { listing: true } })
  expect(linked.listing?.listingKey).toBe('legacy:n:9')
  expect(bare((await old().byId(first, linked.id)) ?? raise())).toMatchObject({ listingId: linked.listingId })
})

test('a comparison of both answers finds the one that is not as it should be', async () => {
  expect(await compareDeals(own.db, reads, { now: NOON, sample: 200 })).toMatchObject({ differing: 0 })
  const victim = await own.db.deal.findFirstOrThrow({ orderBy: { updatedAt: 'desc' } })
  await own.db.deal.update({ where: { id: victim.id }, data: { priceCents: 1n } })
  expect(await compareDeals(own.db, reads, { now: NOON, sample: 200 })).toMatchObject({
    ...{ differing: 1, examples: [{ dealId: victim.id, fields: ['priceCents'] }] },
  })
})

test('an old system that is slow or away gets an answer in time, is left alone, and is asked again later', async () => {
  const [first] = people
  if (!first) throw new Error('nobody is there')
  const quick = connectLegacyReads({ url: peer.url, database: 'legacy', timeoutMs: 500, halfOpenAfterMs: 1_000 })
  const source = legacyDeals(() => quick)
  const ask = async () => (await listDeals(first, {}, source)).state
  expect(await ask()).toBe('read')
  peer.fail('find', { delayMs: 60_000, times: 1 })
  expect(await listDeals(first, {}, source)).toMatchObject({ state: 'unreachable', lastReachedAt: expect.any(Date) })
  peer.fail('find', { code: 11600, message: 'interrupted at shutdown', times: 2 })
  for (const _turn of [1, 2]) expect(await ask()).toBe('unreachable')
  // The peer is well again, and is not asked: three failures in a row were enough.
  await expect(quick.one('deals', '{"_id":1}')).rejects.toThrow('several times in a row')
  expect(await ask()).toBe('unreachable')
  await expect.poll(ask).toBe('read')
  await quick.close()
})

const raise = (): never => {
  throw new Error('it is not there')
}
