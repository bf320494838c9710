import fc from 'fast-check'
import { BSON, MongoClient, ObjectId } from 'mongodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { connectLegacy, type LegacySource } from '#server/adapters/mongo/mongo.ts'
import { dayIn } from '#server/domain/calendar/days.words.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice } from '#server/testing/factories.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { transformAppointment } from './appointments.transform.ts'
import { aContactDoc, aListingDoc, anAgentDoc, type Doc, NOON, seconds } from './documents.fixture.ts'
import { dueOf } from './due.values.ts'
import { transformNote } from './notes.transform.ts'
import { runSync } from './run.ts'
import { sweepStream } from './sweep.ts'
import { transformTask } from './tasks.transform.ts'
import { findUnstorable } from './text.values.ts'
import { isRefusal, type Transform } from './transform.ts'

const documentOf = (fields: Record<string, unknown>) =>
  decodeDocument(BSON.serialize({ _id: 7, updatedAt: NOON, ...fields }))
const rowOf = <Row>(transform: Transform<Row>, fields: Record<string, unknown>) => {
  const result = transform(documentOf({ contactId: 'c1', agentId: 'a1', ...fields }))
  return isRefusal(result) ? result : { ...result.row, needs: result.needs, extra: result.extra }
}

/** What a field of the old system may hold: the right thing, nearly the right thing, or anything at all. */
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, '', '\u0000', 'Y', 'call', 'DONE', 'tomorrow', '2:30 PM', '2026-11-24', '11/24/2026 3:15 PM'),
  fc.date({ noInvalidDate: true }),
  fc.constant(new ObjectId('5f1d7f3e9b1e8a0001a00001')),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => BSON.Long.fromBigInt(value)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new BSON.Binary(bytes)),
)
const value = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('$date', '$oid', 'a'), leaf),
)
const alwaysFine = <Row>(transform: Transform<Row>, names: string[]) =>
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(['contactId', 'agentId', 'anything', ...names].map((name) => [name, value])), {
        requiredKeys: [],
      }),
      (fields) => {
        const document = documentOf(fields)
        const result = transform(document)
        expect(findUnstorable(isRefusal(result) ? result : [result.row, result.extra])).toBeNull()
        expect(transform(document)).toEqual(result)
      },
    ),
    { numRuns: 700 },
  )

describe('notes, tasks and appointments as they are read', () => {
  test('never throw and never let through what the database would refuse, whatever a document holds', () => {
    alwaysFine(transformNote, ['body', 'pinned', 'createdAt'])
    alwaysFine(transformTask, ['title', 'notes', 'type', 'priority', 'dueDate', 'dueTime', 'done', 'doneAt'])
    alwaysFine(transformAppointment, [
      ...['title', 'type', 'status', 'start', 'end', 'minutes', 'location', 'notes', 'listingId'],
    ])
  })

  test('a moment stands on the day that the clocks of New York show, whatever day and time are written', () => {
    fc.assert(
      fc.property(value, value, (day, time) => {
        const plain = documentOf({ day, time }).fields
        const due = dueOf(plain.day, plain.time)
        if (due?.dueAt) expect(dayIn('America/New_York', due.dueAt)).toBe(due.dueOn)
        expect(due === null || (due.dueAt === null) === (due.dueZone === null)).toBe(true)
      }),
    )
  })

  test.each([
    ['2026-11-24', undefined, '2026-11-24', null],
    ['11/24/2026', '', '2026-11-24', null],
    ['2026-11-24', '14:30', '2026-11-24', '2026-11-24T19:30:00.000Z'],
    ['11/24/2026', '2:30 PM', '2026-11-24', '2026-11-24T19:30:00.000Z'],
    ['2026-07-04', '230p', '2026-07-04', '2026-07-04T18:30:00.000Z'],
    ['2026-07-04', '1430', '2026-07-04', '2026-07-04T18:30:00.000Z'],
    ['2026-07-04', 'after lunch', '2026-07-04', null],
    [{ $date: '2026-11-24T00:00:00Z' }, null, '2026-11-24', null],
    [Date.UTC(2026, 10, 24), null, '2026-11-24', null],
    [{ $date: '2026-11-24T05:00:00Z' }, null, '2026-11-24', null],
    [{ $date: '2026-11-24T03:00:00Z' }, null, '2026-11-23', '2026-11-24T03:00:00.000Z'],
    ['11/24/2026 3:15 PM', null, '2026-11-24', '2026-11-24T20:15:00.000Z'],
    [null, '14:30', null, null],
  ])('a task due %j at %j is due on %s', (day, time, dueOn, dueAt) => {
    expect(dueOf(day, time)).toMatchObject({ dueOn, dueAt: dueAt === null ? null : new Date(dueAt) })
  })

  test('words are read in each of their spellings; what nobody knows is kept, or refused where guessing would mislead', () => {
    expect(
      rowOf(transformTask, { title: ' Call\n <b>Ana</b> ', type: 'Phone Call', priority: 1, done: 'Y' }),
    ).toMatchObject({
      ...{ title: 'Call Ana', kind: 'call', priority: 'high', completedAt: NOON, extra: null },
    })
    expect(rowOf(transformTask, { title: 'Fax', type: 'FAX', priority: 'whenever', dueTime: 'noonish' })).toMatchObject(
      {
        ...{ kind: 'other', priority: 'normal', completedAt: null },
        extra: { type: 'FAX', priority: 'whenever', dueTime: 'noonish' },
      },
    )
    expect(rowOf(transformTask, { title: 'Call', dueDate: 'tomorrow' })).toMatchObject({ reason: 'invalid-date' })
    expect(rowOf(transformTask, { title: '<p></p>' })).toMatchObject({ reason: 'missing-text', path: 'title' })
    expect(rowOf(transformTask, { title: 'Call', contactId: null })).toMatchObject({
      needs: { stream: 'agents', sourceId: 's:a1' },
    })
    expect(rowOf(transformTask, { title: 'Call', contactId: null, agentId: '' })).toMatchObject({
      reason: 'missing-agent',
    })
    const visit = { start: '11/24/2026 3:15 PM', status: 'NO_SHOW', type: 'Listing appt' }
    expect(rowOf(transformAppointment, { ...visit, minutes: '45' })).toMatchObject({
      ...{ title: 'Listing presentation', kind: 'listingPresentation', status: 'noShow' },
      endsAt: new Date('2026-11-24T21:00:00Z'),
    })
    expect(rowOf(transformAppointment, { ...visit, status: 'maybe' })).toMatchObject({
      reason: 'unknown-appointment-status',
    })
    expect(rowOf(transformAppointment, { ...visit, end: '11/24/2026 3:15 AM' })).toMatchObject({
      reason: 'ends-before-start',
    })
    expect(
      rowOf(transformNote, { body: '<div>Gate code &lt;4471#&gt;<br>Ring twice.</div>', pinned: 1 }),
    ).toMatchObject({
      text: 'Gate code <4471#>\nRing twice.',
      pinned: true,
    })
    expect(rowOf(transformNote, { body: ' &nbsp; ' })).toMatchObject({ reason: 'missing-text' })
  })
})

describe('notes, tasks and appointments as they come over', () => {
  let peer: MongoPeer
  let client: MongoClient
  let legacy: LegacySource
  let own: Awaited<ReturnType<typeof ownDatabase>>
  let clock = NOON
  let runs = 0

  beforeAll(async () => {
    peer = await startMongoPeer({ port: 0, now: () => clock })
    client = await new MongoClient(peer.url).connect()
    legacy = connectLegacy({ url: peer.url, database: 'legacy' })
    own = await ownDatabase()
    await anOffice({ name: 'Beaufort' }, own.db)
  })
  afterAll(async () => {
    await legacy.close()
    await client.close()
    await peer.stop()
    await own.close()
  })

  const collection = (name: string) => client.db('legacy').collection<Doc>(name)
  const put = async (name: string, ...docs: Doc[]) => {
    for (const doc of docs) await collection(name).replaceOne({ _id: doc._id }, doc, { upsert: true })
  }
  const deps = () => ({ db: own.db, legacy, now: () => clock, log })
  const sync = async () => {
    runs += 1
    const results = await runSync(deps(), { jobRunId: `run-${runs}`, lagMs: 0 })
    return Object.fromEntries(results.map((one) => [one.stream, one]))
  }
  const about = (_id: number, over: object) => ({ _id, contactId: 1, agentId: 1, updatedAt: seconds(-300), ...over })

  test('they wait for their contact, follow what changes, keep their versions, and leave with their documents', async () => {
    for (const name of ['agents', 'contacts', 'listings', 'notes', 'tasks', 'appointments']) {
      await collection(name).createIndex({ updatedAt: 1, _id: 1 })
    }
    await put('agents', anAgentDoc(1), anAgentDoc(2))
    await put('notes', about(1, { body: 'Wants a porch.' }), about(2, { body: 'LM', contactId: null }))
    await put(
      'tasks',
      about(1, { title: 'Call Ana', dueDate: '2026-11-24', agentId: 99 }),
      about(2, { title: 'Order sign riders', contactId: undefined, agentId: 2 }),
      about(3, { title: 'Send comps', done: true, doneAt: seconds(-400) }),
    )
    const visit = { start: seconds(9_000), listingId: 5, type: 'Showing' }
    await put('appointments', about(1, { ...visit, status: 'done' }), about(2, visit))
    expect(await sync()).toMatchObject({
      notes: { read: 2, quarantined: 2, waiting: 2 },
      tasks: { read: 3, inserted: 1, quarantined: 2 },
      appointments: { read: 2, quarantined: 2 },
    })

    // The contact arrives last: all who waited for it are let in, in the same run.
    await put('contacts', aContactDoc(1, 1))
    await put('listings', aListingDoc(5))
    expect(await sync()).toMatchObject({
      ...{ notes: { read: 0, resolved: 1, waiting: 1 }, tasks: { resolved: 2, waiting: 0 } },
      appointments: { resolved: 2, waiting: 0 },
    })
    const agent = await own.db.person.findUniqueOrThrow({ where: { email: 'agent-1@palmetto.test' } })
    const call = await own.db.task.findFirstOrThrow({ where: { title: 'Call Ana' } })
    // Nobody knows agent 99: the contact's own agent does it.
    expect(call).toMatchObject({ assigneeId: agent.id, version: 1, dueOn: new Date('2026-11-24') })
    const told = await own.db.timelineEntry.findMany({ orderBy: { kind: 'asc' }, select: { summary: true } })
    expect(told.map(({ summary }) => summary)).toEqual([
      'Kept: Showing',
      `${agent.fullName}: “Wants a porch.”`,
      'Done: Send comps',
    ])

    clock = seconds(60)
    await put('tasks', about(1, { title: 'Call Ana', dueDate: '2026-11-25', agentId: 99, updatedAt: seconds(30) }))
    await put('tasks', about(3, { title: 'Send comps', done: false, updatedAt: seconds(30) }))
    await put('notes', about(1, { body: 'Wants two porches.', updatedAt: seconds(30) }))
    expect(await sync()).toMatchObject({ notes: { updated: 1 }, tasks: { updated: 2 }, appointments: { read: 0 } })
    expect(await own.db.task.findUniqueOrThrow({ where: { id: call.id } })).toMatchObject({
      ...{ version: 2, dueOn: new Date('2026-11-25') },
    })
    expect(await own.db.timelineEntry.count({ where: { kind: 'task.done' } })).toBe(0)
    expect(await own.db.timelineEntry.findFirst({ where: { kind: 'note.added' } })).toMatchObject({
      summary: `${agent.fullName}: “Wants two porches.”`,
    })

    await collection('notes').deleteOne({ _id: 1 })
    await collection('appointments').deleteOne({ _id: 1 })
    for (const stream of ['notes', 'appointments'] as const) await sweepStream(deps(), stream, { everyMs: 0 })
    expect(await own.db.note.count({ where: { removedAt: null } })).toBe(0)
    expect(await own.db.appointment.count({ where: { removedAt: null } })).toBe(1)
    expect(await own.db.timelineEntry.count()).toBe(0)
    await put('notes', about(1, { body: 'Wants two porches.', updatedAt: seconds(30) }))
    await sweepStream(deps(), 'notes', { everyMs: 0 })
    expect(await own.db.note.count({ where: { removedAt: null } })).toBe(1)
    expect(await own.db.timelineEntry.count()).toBe(1)
  })
})
