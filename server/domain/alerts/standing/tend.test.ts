import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { composeMail } from '#server/mail-composers.ts'
import { aListingEvent, aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { tellAgents } from './agent-digest.mails.ts'
import { DAY_MS } from './patience.ts'
import { noteWhatHappened, tendSearches } from './tend.service.ts'
import { aMailEvent, aReader, aRun } from './testing.reader.ts'

/** Ahead of the real clock: what the database stamps by itself must lie before it. */
const START = new Date(Date.now() + DAY_MS)
const on = (day: number) => new Date(START.getTime() + day * DAY_MS)

let db: RootDb
let agent: Person
beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  await aRun(db, on(-1))
  return own.close
})

// Each test lives through the same days: it is alone in them.
beforeEach(async () => {
  const until = { signsUntil: on(-1), findsUntil: on(-1) }
  await db.standingPosition.upsert({ where: { id: 1 }, create: until, update: until })
  await db.savedSearch.updateMany({ where: { activeYN: true }, data: { activeYN: false } })
})

const night = async (day: number) => {
  const deps = { db, now: () => on(day) }
  await noteWhatHappened(deps)
  const tended = await tendSearches(deps, null)
  await tellAgents(deps)
  return tended
}
const as = (person: Person, day: number) => callAs(person, { db, now: () => on(day) }).standing
const mailsOf = (recipient: string, kind: string) => db.outboxMail.findMany({ where: { recipient, kind } })
const factsOf = (contactId: string) =>
  db.timelineEntry.findMany({ where: { contactId, kind: { startsWith: 'search.' } }, orderBy: { occurredAt: 'asc' } })

test('nobody who is ignored goes silent without a word: two warnings, a question, one step, each told once', async () => {
  const { recipient, contact, found, standing, search, tell } = await aReader({
    db,
    agent,
    startedAt: on(0),
    mails: 12,
  })
  await found(on(300))
  await night(59)
  expect(await standing()).toBeNull()

  await night(60)
  expect(await standing()).toMatchObject({ stage: 'InitialIgnoredWarning', since: on(0), dueAt: on(74) })
  // Run again, as after a kill: nothing is done twice.
  await night(60)
  await night(73)
  expect(await factsOf(contact.id)).toHaveLength(1)
  expect(await mailsOf(recipient, 'still-wanted')).toEqual([])
  expect(await search()).toMatchObject({ cadence: 'Instant', reason: 'Started' })

  await night(74)
  expect(await standing()).toMatchObject({
    stage: 'FinalIgnoredWarning',
    dueAt: on(88),
    evidence: { days: 74, mails: 12 },
  })
  const [question] = await mailsOf(recipient, 'still-wanted')
  if (!question) throw new Error('Nobody was asked.')
  const composed = await composeMail(db, question, on(74))
  expect(composed).toMatchObject({ send: { subject: 'Still want these home alerts?' } })
  expect(await search()).toMatchObject({ cadence: 'Instant', activeYN: true })

  await night(88)
  await night(88)
  expect(await search()).toMatchObject({ cadence: 'Daily', activeYN: true, reason: 'Ignored' })
  expect((await search()).reasonNote).toBe('88 days and 12 mails without a sign of life')
  expect((await factsOf(contact.id)).map(({ summary }) => summary)).toEqual([
    expect.stringMatching(/^“A search”: 60 days and 12 mails without a sign of life\. On .+ they are asked/),
    expect.stringMatching(/^“A search”: 74 days .+; on .+ it will write once a day instead of at once$/),
    '“A search” writes once a day from now on: 88 days and 12 mails without a sign of life',
  ])

  // They come back: it writes as it did before.
  const mailId = await tell(on(89))
  await aMailEvent(db, mailId, 'clicked', on(90))
  await night(91)
  expect(await standing()).toMatchObject({ stage: null })
  expect(await search()).toMatchObject({ cadence: 'Instant', reason: 'Revised' })
  expect((await mailsOf(agent.email, 'agent-digest')).length).toBe(3)
})

test('whoever clicks, opens, says what they think, asks or visits is not ignored', async () => {
  const signs: Record<string, (reader: Awaited<ReturnType<typeof aReader>>) => Promise<unknown>> = {
    click: ({ mailIds }) => aMailEvent(db, mailIds[0] ?? '', 'clicked', on(30)),
    open: ({ mailIds }) => aMailEvent(db, mailIds[0] ?? '', 'opened', on(30)),
    visit: async ({ recipient }) => {
      const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email: recipient } })
      await callAs(null, { db, now: () => on(30) }).standing.noteLife({ token })
    },
    fact: ({ contact: { id: contactId } }) =>
      db.timelineEntry.create({
        data: { contactId, kind: 'inquiry.asked', summary: 'Asked', occurredAt: on(30), factKey: contactId },
      }),
  }
  const readers = []
  signs.partner = async ({ searchId }) => {
    const partner = `partner-${searchId}@example.test`
    await db.mailAddress.create({ data: { email: partner, token: searchId } })
    const consent = { consentText: 'They asked for it.', consentedAt: on(0) }
    await db.searchRecipient.create({ data: { searchId, email: partner, name: 'A partner', ...consent } })
    await db.signOfLife.create({ data: { email: partner, seenAt: on(30) } })
  }
  for (const sign of [...Object.values(signs), async () => {}]) {
    const reader = await aReader({ db, agent, startedAt: on(0), mails: 9 })
    await sign(reader)
    readers.push(reader)
  }
  await night(70)
  const stages = await Promise.all(readers.map(async ({ standing }) => (await standing())?.stage ?? null))
  expect(stages).toEqual([null, null, null, null, null, 'InitialIgnoredWarning'])
})

const countWaiting = async () => {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return row?.count
}

/** Two that change the same search: both have begun, and wait for it in this order, before either gets it. */
async function inThisOrder(searchId: string, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const begun = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM saved_search WHERE id = ${searchId}::uuid FOR NO KEY UPDATE`
    const one = first()
    await expect.poll(countWaiting).toBe(1)
    const other = second()
    await expect.poll(countWaiting).toBe(2)
    return { both: Promise.allSettled([one, other]) }
  })
  return begun.both
}

test('of a Keep and the step of the same moment the first counts, and the other changes nothing', async () => {
  const { searchId, standing, search } = await aReader({ db, agent, startedAt: on(0), mails: 12 })
  for (const day of [60, 74]) await night(day)
  const { stageAt } = (await standing()) ?? { stageAt: on(0) }
  const keep = () => as(agent, 88).keep({ searchId, lane: 'Ignored', stage: 'FinalIgnoredWarning', stageAt })
  const step = () => tendSearches({ db, now: () => on(88) }, null)

  // Both have judged by what stood before either came.
  await inThisOrder(searchId, keep, step)
  expect(await search()).toMatchObject({ cadence: 'Instant', reason: 'Started' })
  expect(await standing()).toMatchObject({ stage: 'FinalIgnoredWarning', keptById: agent.id, keptAt: on(88) })

  await as(agent, 88).unkeep({ searchId, lane: 'Ignored', stage: 'FinalIgnoredWarning', stageAt })
  const [, kept] = await inThisOrder(searchId, step, keep)
  expect(kept).toMatchObject({ status: 'rejected', reason: { code: 'CONFLICT' } })
  expect(await search()).toMatchObject({ cadence: 'Daily', reason: 'Ignored' })
  expect(await standing()).toMatchObject({ stage: 'Ignored', keptAt: null })
})

test('a night that is cut off goes on where it was: each search is warned of once', async () => {
  const readers = [await aReader({ db, agent, startedAt: on(0) }), await aReader({ db, agent, startedAt: on(0) })]
  const [first, last] = readers.toSorted((a, b) => (a.searchId < b.searchId ? -1 : 1))
  if (!first || !last) throw new Error('Nobody is there.')
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM saved_search WHERE id = ${last.searchId}::uuid FOR NO KEY UPDATE`
    const cutOff = expect(night(45)).rejects.toThrow()
    await expect.poll(countWaiting).toBe(1)
    await db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                          WHERE datname = current_database() AND wait_event_type = 'Lock'`
    await cutOff
  })
  expect(await first.standing('NothingFound')).toMatchObject({ stage: 'NoListingsFoundWarning' })
  expect(await last.standing('NothingFound')).toBeNull()
  await night(45)
  for (const { contact, standing } of readers) {
    expect(await standing('NothingFound')).toMatchObject({ stage: 'NoListingsFoundWarning', since: on(0) })
    expect(await factsOf(contact.id)).toHaveLength(1)
  }
})

test('a Keep holds for half a year, puts back what was slowed down, and can be taken back', async () => {
  const { searchId, standing, search } = await aReader({ db, agent, startedAt: on(0), mails: 12 })
  for (const day of [60, 74, 88]) await night(day)
  expect(await search()).toMatchObject({ cadence: 'Daily' })
  const { stageAt } = (await standing()) ?? { stageAt: on(0) }
  const warning = { searchId, lane: 'Ignored', stage: 'Ignored', stageAt } as const
  await as(agent, 89).keep(warning)
  expect(await search()).toMatchObject({ cadence: 'Instant' })
  await expect(as(agent, 89).keep(warning)).rejects.toMatchObject({ code: 'CONFLICT' })
  await as(agent, 89).unkeep(warning)
  expect(await search()).toMatchObject({ cadence: 'Daily', reason: 'Ignored' })
  await as(agent, 90).keep(warning)
  await night(89 + 179)
  expect(await standing()).toMatchObject({ stage: 'Ignored', keptAt: on(90) })
  expect((await as(agent, 91).warned({})).items.filter((item) => item.search.id === searchId)).toEqual([])
})

test('what writes once a month is laid to rest after half a year, and both are told; one tap brings it back', async () => {
  const { searchId, recipient, standing, search } = await aReader({
    ...{ db, agent, startedAt: on(0), mails: 30, cadence: 'Monthly' },
  })
  for (const day of [151, 152, 166]) await night(day)
  expect(await search()).toMatchObject({ cadence: 'Monthly', activeYN: true })
  await night(180)
  expect(await search()).toMatchObject({ activeYN: false, reason: 'Ignored' })
  expect(await mailsOf(recipient, 'still-wanted')).toHaveLength(2)
  const visitor = callAs(null, { db, now: () => on(181) }).standing
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email: recipient } })
  expect((await visitor.asked({ token })).searches).toMatchObject([{ id: searchId, atRest: true }])
  await night(181)
  expect(await search()).toMatchObject({ activeYN: false })

  await visitor.answer({ token, searchId, answer: 'keep' })
  await visitor.answer({ token, searchId, answer: 'keep' })
  expect(await search()).toMatchObject({ activeYN: true, cadence: 'Monthly', reason: 'ReActivated' })
  expect((await visitor.asked({ token })).searches).toEqual([])
  expect(await standing()).toMatchObject({ keptAt: on(181), keptById: null })
})

test('a search that finds nothing is warned of and stays on; the first home ends it', async () => {
  const { standing, search, found } = await aReader({ db, agent, startedAt: on(0) })
  await night(44)
  expect(await standing('NothingFound')).toBeNull()
  await night(45)
  expect(await standing('NothingFound')).toMatchObject({ stage: 'NoListingsFoundWarning', dueAt: on(90) })
  await night(90)
  expect(await standing('NothingFound')).toMatchObject({ stage: 'NoListingsFound', dueAt: null })
  expect(await search()).toMatchObject({ activeYN: true, cadence: 'Instant', reason: 'Started' })
  await found(on(91))
  await night(92)
  expect(await standing('NothingFound')).toMatchObject({ stage: null })
})

test('what a run found counts from the run on, also when it was not told', async () => {
  const { searchId } = await aReader({ db, agent, startedAt: on(0) })
  const { id: runId } = await aRun(db, on(100))
  const event = await aListingEvent(await aPlacedListing({}, db), {}, db)
  await db.alertFinding.create({
    data: {
      eventId: event.id,
      listingId: event.listingId,
      runId,
      searchIds: [searchId],
      versions: [1],
      kinds: ['New'],
    },
  })
  await noteWhatHappened({ db, now: () => on(101) })
  await noteWhatHappened({ db, now: () => on(101) })
  expect(await db.searchFound.findUnique({ where: { searchId } })).toMatchObject({ foundAt: on(100) })
})

test('too many homes in one mail are told to the agent, and no more once later mails are short', async () => {
  const { standing, tell } = await aReader({ db, agent, startedAt: on(100) })
  await tell(on(101), 31)
  await night(102)
  expect(await standing('TooBroad')).toMatchObject({ stage: 'OverLimit', evidence: { homes: 31 } })
  await tell(on(103), 2)
  await night(109)
  expect(await standing('TooBroad')).toMatchObject({ stage: null })
})

test('an agent gets one mail a day about all of it, and only about what still stands', async () => {
  const own = await anAgent((await anOffice({}, db)).id, {}, db)
  const readers = [
    await aReader({ db, agent: own, startedAt: on(0) }),
    await aReader({ db, agent: own, startedAt: on(1) }),
  ]
  await night(45)
  const [first] = readers
  const { stageAt } = (await first?.standing('NothingFound')) ?? { stageAt: on(0) }
  const [mail] = await mailsOf(own.email, 'agent-digest')
  if (!mail || !first) throw new Error('No mail was queued.')
  const composed = await composeMail(db, mail, on(45))
  expect(composed).toMatchObject({ send: { subject: '“A search” needs a look' } })
  expect('send' in composed && composed.send.text).toContain('45 days without a home')
  await as(own, 45).keep({ searchId: first.searchId, lane: 'NothingFound', stage: 'NoListingsFoundWarning', stageAt })
  expect(await composeMail(db, mail, on(45))).toEqual({ suppress: 'nothing-to-tell' })
  await night(46)
  await night(46)
  expect(await mailsOf(own.email, 'agent-digest')).toHaveLength(2)
})
