import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice } from '#server/testing/factories.ts'
import { anIdleLead } from '#server/testing/lead-factories.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { aContactDoc, aListingDoc, anAgentDoc, type Doc, NOON, seconds } from './documents.fixture.ts'
import { runSync } from './run.ts'
import { sweepStream } from './sweep.ts'

// Offices, photos and leads: one old database for all, each test with documents of its own.
let peer: MongoPeer
let client: MongoClient
let legacy: LegacySource
let own: Awaited<ReturnType<typeof ownDatabase>>
let runs = 0

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0, now: () => NOON })
  client = await new MongoClient(peer.url).connect()
  legacy = connectLegacy({ url: peer.url, database: 'legacy', timeoutMs: 2_000 })
  own = await ownDatabase()
  await anOffice({ name: 'Beaufort', phone: '(843) 555-0102' }, own.db)
})
afterAll(async () => {
  await legacy.close()
  await client.close()
  await peer.stop()
  await own.close()
})

const put = async (name: string, ...docs: Doc[]) => {
  const collection = client.db('legacy').collection<Doc>(name)
  await collection.createIndex({ updatedAt: 1, _id: 1 })
  for (const doc of docs) await collection.replaceOne({ _id: doc._id }, doc, { upsert: true })
}
const sync = () => {
  runs += 1
  return runSync({ db: own.db, legacy, now: () => NOON, log }, { jobRunId: `run-${runs}`, lagMs: 5_000 })
}
const targetOf = async (stream: 'listings' | 'leads' | 'photos' | 'contacts' | 'agents' | 'offices', id: string) =>
  (await own.db.legacyRecord.findUniqueOrThrow({ where: { stream_sourceId: { stream, sourceId: `s:${id}` } } }))
    .targetId

const anOfficeDoc = (_id: string, name: string, over = {}): Doc => ({
  ...{ _id, name, address: '1 Main St, Georgetown, SC 29440', phone: '843-555-0171', updatedAt: seconds(-700) },
  ...over,
})

test('an office that is not here is opened with its agents; one that is here keeps what our pages say', async () => {
  await put('offices', anOfficeDoc('o1', 'Georgetown'), anOfficeDoc('o2', 'BEAUFORT'))
  await put('offices', anOfficeDoc('o3', 'Nowhere', { address: ' ' }))
  await put('agents', anAgentDoc('o-agent', { office: 'Georgetown' }))
  const [offices] = await sync()
  expect(offices).toMatchObject({ stream: 'offices', read: 3, inserted: 1, unchanged: 1, quarantined: 1 })
  const opened = await own.db.office.findUniqueOrThrow({ where: { name: 'Georgetown' } })
  expect(opened).toMatchObject({ phone: '(843) 555-0171', timeZone: 'America/New_York' })
  const agent = await own.db.person.findUniqueOrThrow({ where: { id: await targetOf('agents', 'o-agent') } })
  expect(agent.officeId).toBe(opened.id)
  expect(await own.db.office.findUniqueOrThrow({ where: { name: 'Beaufort' } })).toMatchObject({
    id: await targetOf('offices', 'o2'),
    phone: '(843) 555-0102',
  })
})

const aPhotoDoc = (_id: string, order: unknown, over = {}): Doc => ({
  ...{ _id, listingId: 'p-home', url: `https://photos.test/${_id}.jpg`, caption: `View ${_id}`, order },
  ...{ updatedAt: seconds(-200), ...over },
})

test('a home without photos shows those with words in their order; one leaves, and comes back, with its document', async () => {
  await put('listings', aListingDoc('p-home', { photos: [] }))
  await put('photos', aPhotoDoc('p2', '2'), aPhotoDoc('p1', 1), aPhotoDoc('p3', 'last', { caption: ' ' }))
  await put('photos', aPhotoDoc('p4', 0, { url: 'C:\\photos\\4.jpg' }), aPhotoDoc('p5', 0, { listingId: 'p-none' }))
  await sync()
  const shown = async () => {
    const rows = await own.db.listingPhoto.findMany({ orderBy: [{ order: 'asc' }, { id: 'asc' }] })
    return rows.map(({ mediaUrl, shortDescription }) => `${mediaUrl.slice(-6, -4)} ${shortDescription}`)
  }
  expect(await shown()).toEqual(['p1 View p1', 'p2 View p2', 'p3 null'])
  const homeId = await targetOf('listings', 'p-home')
  const urls = ['p1', 'p2', 'p3'].map((id) => `https://photos.test/${id}.jpg`)
  expect((await own.db.listing.findUniqueOrThrow({ where: { id: homeId } })).photoUrls).toEqual(urls)
  const aside = await own.db.legacyQuarantine.findMany({ where: { stream: 'photos' }, orderBy: { sourceId: 'asc' } })
  expect(aside.map(({ reason }) => reason)).toEqual(['invalid-url', 'orphan'])

  // The listing changes and still names no photo: those with words stay.
  await put('listings', aListingDoc('p-home', { photos: [], price: 290_000, updatedAt: seconds(-100) }))
  await sync()
  expect((await own.db.listing.findUniqueOrThrow({ where: { id: homeId } })).photoUrls).toEqual(urls)

  const walk = () => sweepStream({ db: own.db, legacy, now: () => NOON, log }, 'photos', { everyMs: 0 })
  await walk()
  await client.db('legacy').collection<Doc>('photos').deleteOne({ _id: 'p2' })
  expect(await walk()).toMatchObject({ state: 'done', missing: 1 })
  expect(await shown()).toEqual(['p1 View p1', 'p3 null'])
  await put('photos', aPhotoDoc('p2', '2'))
  await walk()
  expect(await shown()).toEqual(['p1 View p1', 'p2 View p2', 'p3 null'])
})

const aLeadDoc = (_id: string, over = {}): Doc => ({
  ...{ _id, name: 'Ana Ruiz', email: `${_id}@mail.test`, phone: '843 555 0142', message: 'Is it still there?' },
  ...{ kind: 'question', status: 'new', createdAt: seconds(-5_000), updatedAt: seconds(-150), ...over },
})

test('a lead finds its person by address, its agent by who has it, and its home when that arrives', async () => {
  // After what the other tests have written: the lane of dates does not look back.
  const late = { updatedAt: seconds(-60) }
  await put('agents', anAgentDoc('l-agent', late), anAgentDoc('l-other', late))
  await put('contacts', aContactDoc('l-ana', 'l-agent', { ...late, email: 'l-known@mail.test' }))
  await put('leads', aLeadDoc('l-known', { email: 'L-Known@mail.test ', listingId: 'l-home', kind: 'Showing request' }))
  await put('leads', aLeadDoc('l-theirs', { agentId: 'l-other', status: 'Contacted', answeredAt: seconds(-3_000) }))
  await put('leads', aLeadDoc('l-phone', { email: 'none', name: '' }), aLeadDoc('l-nothing', { email: '', phone: '' }))
  await put('leads', aLeadDoc('l-word', { status: 'see Bob' }), aLeadDoc('l-orphan', { contactId: 'l-nobody' }))
  await sync()
  const lead = async (id: string) =>
    own.db.inquiry.findUniqueOrThrow({ where: { id: await targetOf('leads', id) }, omit: { raw: true } })
  expect(await lead('l-known')).toMatchObject({
    ...{ kind: 'Showing', state: 'open', because: 'old-system', listingId: null },
    ...{ contactId: await targetOf('contacts', 'l-ana'), agentId: await targetOf('agents', 'l-agent') },
  })
  expect(await lead('l-theirs')).toMatchObject({
    ...{ state: 'answered', answeredAt: seconds(-3_000), agentId: await targetOf('agents', 'l-other') },
  })
  expect(await lead('l-phone')).toMatchObject({ email: null, phone: '(843) 555-0142', fullName: '(843) 555-0142' })
  const aside = await own.db.legacyQuarantine.findMany({ where: { stream: 'leads' }, orderBy: { sourceId: 'asc' } })
  expect(aside.map(({ reason }) => reason)).toEqual(['no-way-to-reach', 'orphan', 'unknown-lead-status'])
  expect(await own.db.outboxMail.count()).toBe(0)

  await put('listings', aListingDoc('l-home', late))
  await sync()
  expect(await lead('l-known')).toMatchObject({ listingId: await targetOf('listings', 'l-home') })

  // Answered here: what the old system says later no longer counts.
  const { id } = await lead('l-known')
  const answeredById = await targetOf('agents', 'l-agent')
  await own.db.inquiry.update({ where: { id }, data: { state: 'answered', answeredAt: NOON, answeredById } })
  await put('leads', aLeadDoc('l-known', { email: 'l-known@mail.test', status: 'new', updatedAt: seconds(-50) }))
  await sync()
  expect(await lead('l-known')).toMatchObject({ state: 'answered', answeredAt: NOON, kind: 'Showing' })
})

test('a lead of ours goes with its person to the agent that the old system names, who is chased then; others are left alone', async () => {
  const late = { updatedAt: seconds(-40) }
  await put('agents', anAgentDoc('f-from', late), anAgentDoc('f-to', late))
  await put('contacts', aContactDoc('f-moves', 'f-from', late), aContactDoc('f-stays', 'f-from', late))
  await put('leads', aLeadDoc('f-old', { ...late, contactId: 'f-moves', agentId: 'f-from' }))
  await sync()
  const [from, to] = [await targetOf('agents', 'f-from'), await targetOf('agents', 'f-to')]
  const { officeId } = await own.db.person.findUniqueOrThrow({ where: { id: from } })
  const given = async (contact: string) => {
    const { lead, chase } = await anIdleLead(own.db, { id: from, officeId }, NOON)
    const contactId = await targetOf('contacts', contact)
    await own.db.inquiry.update({ where: { id: lead.id }, data: { contactId } })
    return { inquiryId: lead.id, chaseId: chase.id }
  }
  const [moves, stays] = [await given('f-moves'), await given('f-stays')]

  const changed = { updatedAt: seconds(-30), stage: 'client' }
  await put('contacts', aContactDoc('f-moves', 'f-to', changed), aContactDoc('f-stays', 'f-from', changed))
  expect((await sync()).find(({ stream }) => stream === 'contacts')).toMatchObject({ updated: 2 })
  const agentOf = async (id: string) => (await own.db.inquiry.findUniqueOrThrow({ where: { id } })).agentId
  expect(await agentOf(moves.inquiryId)).toBe(to)
  // Whose it is stands in its own document.
  expect(await agentOf(await targetOf('leads', 'f-old'))).toBe(from)
  const chases = (inquiryId: string) =>
    own.db.leadChase.findMany({
      where: { inquiryId },
      orderBy: { id: 'asc' },
      select: { id: true, agentId: true, end: true },
    })
  expect(await chases(moves.inquiryId)).toEqual([
    { id: moves.chaseId, agentId: from, end: 'movedOn' },
    { id: expect.any(String), agentId: to, end: null },
  ])
  expect(await chases(stays.inquiryId)).toEqual([{ id: stays.chaseId, agentId: from, end: null }])
})
