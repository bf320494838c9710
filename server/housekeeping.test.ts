import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { retention, sweptRules } from '#server/domain/jobs/retention.ts'
import { houseInWords } from '#server/domain/jobs/retention.words.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { keepMonths, sweepOld } from './housekeeping.ts'
import { openPartitions, readPartitions } from './partitions.ts'

let db: RootDb
let close: () => Promise<void>
const DAY = 24 * 3_600_000
const today = new Date()
const now = () => today
const deps = () => ({ db, now })

beforeAll(async () => ({ db, close } = await ownDatabase()))
afterAll(() => close())
beforeEach(() => Promise.all([db.jobRun.deleteMany(), db.outboxMail.deleteMany()]))

const ago = (days: number) => new Date(today.getTime() - days * DAY)
const idOf = async (at: Date) => {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    SELECT (left(first_uuid_of(${at})::text, 24) || right(gen_random_uuid()::text, 12)) AS id`
  return row?.id ?? ''
}

const aRun = (startedAt: Date, over = {}) =>
  db.jobRun.create({
    data: {
      ...{ runId: crypto.randomUUID(), functionId: 'send-alerts', trigger: 'cron', startedAt, endedAt: startedAt },
      ...{ status: 'completed', outcome: 'good', steps: { create: { hashedId: 'h', attempt: 0, name: 'plan' } } },
      ...over,
    },
  })
const aMail = async (at: Date, over = {}) => {
  const id = await idOf(at)
  const sent = { state: 'sent' as const, sentAt: at, subject: 'A home', body: { create: { html: '', text: 'A home' } } }
  return db.outboxMail.create({
    data: { id, kind: 'alert', recipient: 'a@b.test', dedupeKey: id, messageId: id, ...sent, ...over },
  })
}

/** For each period: a row that is older, and how many such rows there are. */
async function somethingOldAndYoung() {
  const agent = await anAgent((await anOffice({}, db)).id, {}, db)
  const personId = agent.id
  const { id: searchId } = await aSearch(agent, await aContact(agent, {}, db), { postalCodes: ['29401'] }, db)
  const run = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  const fact = async (at: Date, state: 'sent' | 'failed') =>
    db.outboxEvent.create({ data: { id: await idOf(at), name: 'test/told', data: {}, state } })
  for (const days of [1, 1_000]) {
    const at = ago(days)
    await aRun(at)
    await db.legacySyncCount.create({ data: { jobRunId: `run-${days}`, stream: 'listings', startedAt: at } })
    await db.legacySweep.create({ data: { stream: 'listings', startedAt: at, endedAt: at } })
    await db.legacyParity.create({ data: { stream: 'listings', startedAt: at, endedAt: at } })
    const seen = { firstSeenAt: ago(2_000), lastSeenAt: ago(2_000), resolvedAt: at }
    await db.legacyMismatch.create({ data: { stream: 'listings', key: `n:${days}`, kind: 'missing', ...seen } })
    await db.legacyRehearsal.create({ data: { feature: 'listings', requestedAt: at, endedAt: at, passed: true } })
    const log = { contactSourceId: 's:1', listingSourceIds: [], pricesCents: [], kinds: [] }
    await db.legacySentAlert.create({ data: { id: crypto.randomUUID(), ...log, sentAt: at } })
    const found = { kind: 'theirsOnly' as const, cause: 'theirsMissed' as const, pass: 1, evidence: {} }
    const compared = { state: 'complete' as const, pass: 1, until: at, startedAt: at, endedAt: at }
    await db.legacyShadowDay.create({
      data: { day: at, ...compared, found: { create: { person: 's:1', home: 's:2', ...found } } },
    })
    await fact(at, 'sent')
    await fact(at, 'failed')
    await db.incident.create({ data: { causeKey: `cause-${days}`, title: '', detail: '', resolvedAt: at } })
    await db.fireDrill.create({ data: { day: at, jobRunId: `drill-${days}`, startedAt: at } })
    await db.workerHeartbeat.create({ data: { workerId: `worker-${days}`, seenAt: at } })
    await db.session.create({ data: { personId, createdAt: ago(2_000), expiresAt: today, endedAt: at } })
    const token = { personId, kind: 'passwordReset' as const, tokenHash: Buffer.from(`${days}`) }
    await db.personToken.create({ data: { ...token, expiresAt: at, createdAt: ago(2_000) } })
    await aMail(at)
    const change = { searchId: personId, active: true, version: 1, contactId: personId, xact: 1n, cluster: 1n }
    await db.searchWas.create({ data: { ...change, notedAt: at } })
    const { id: runId } = await db.alertRun.create({
      data: { ...run, jobRunId: `run-${days}`, slot: at, feedFrom: 0n, feedTo: 0n },
    })
    const lines = { eventIds: [searchId], listingIds: [searchId], kinds: ['New' as const], version: 1 }
    const told = { state: 'told' as const, toldInRunId: runId, reason: 'cadence' as const, dueAt: at }
    await db.alertHold.create({ data: { id: await idOf(at), searchId, runId, ...lines, ...told } })
    const card = { text: '', parts: [] }
    const posted = { postedVersion: 1, slackChannel: 'D1', ts: '1.0', state: 'posted' as const }
    const place = { channel: 'leads', lane: 'channel:leads' }
    await db.slackMessage.create({ data: { id: await idOf(at), key: `${days}`, card, ...place, ...posted } })
    const asked = { kind: 'event' as const, ask: {}, state: 'done' as const, receivedAt: at, answeredAt: at }
    await db.slackRequest.create({ data: { id: await idOf(at), key: `${days}`, ...asked } })
    const home = await aPlacedListing({}, db)
    const address = { create: { email: `${days}@b.test`, token: `${days}` } }
    const visit = { visitedAt: at, address, listing: { connect: { id: home.id } } }
    await db.homeVisit.create({ data: { id: await idOf(at), ...visit } })
    const signUp = {
      email: 'a@b.test',
      fullName: 'A',
      criteria: {},
      consentText: 'Yes',
      tokenHash: Buffer.from(`${days}`),
    }
    await db.signUp.create({ data: { id: await idOf(at), ...signUp, requestedAt: at, expiresAt: at } })
    const came = { door: 'email' as const, body: Buffer.from('x'), contentType: 'message/rfc822', receivedAt: at }
    const settled = { state: 'discarded' as const, settledAt: at, dedupeKey: Buffer.from(`${days}`) }
    await db.leadArrival.create({ data: { ...came, ...settled } })
    const file = { fileName: 'a.csv', content: Buffer.from(''), mapping: [], rowCount: 0, createdById: personId }
    await db.leadImport.create({ data: { ...file, createdAt: at, doneAt: at } })
    const trial = {
      draft: {},
      fromAt: ago(2_000),
      toAt: at,
      askedAt: at,
      askedById: personId,
      state: 'failed' as const,
    }
    await db.windTunnelRun.create({ data: { ...trial, digest: `${days}`, finishedAt: at, trouble: 'Stopped.' } })
    const record = { stream: 'listings' as const, targetId: home.id }
    const dates = { queuedAt: at, changedAt: at, notBefore: at, writtenAt: at }
    await db.legacyWrite.create({ data: { ...record, version: 1n, writtenVersion: 1n, state: 'done', ...dates } })
    const sides = { sourceId: '', field: 'phone', taken: 'ours' as const, rule: 'later', oursAt: at, foundAt: at }
    await db.legacyConflict.create({ data: { ...record, ...sides } })
    const finding = { stream: 'listings' as const, firstSeenAt: ago(2_000), lastSeenAt: ago(2_000), sample: '' }
    const over = { closedAt: at, closedBecause: 'mended' as const }
    await db.qualityIssue.create({ data: { ruleKey: 'a.rule', recordId: home.id, ...finding, ...over } })
    const { id: issueId } = await db.qualityIssue.create({
      data: { ruleKey: 'a.rule', recordId: `${days}`, ...finding },
    })
    const changed = { batchId: issueId, recordId: home.id, before: { year: 2031 }, after: { year: null } }
    await db.qualityRepair.create({ data: { ruleKey: 'a.rule', issueId, ...changed, repairedAt: at } })
    const none = { records: 0, lostTenths: 0, critical: 0, serious: 0, minor: 0, muted: 0, failedRules: 0 }
    await db.qualityScore.create({ data: { stream: 'listings', measuredAt: at, ...none } })
    const { id: eventId } = await aListingEvent(home, {}, db)
    await db.listingFeedEntry.create({ data: { position: days === 1 ? 2n : 1n, eventId, numberedAt: at } })
  }
  await db.feedReader.create({ data: { name: 'alerts', position: 2n } })
}

test('each period removes what is older than it, keeps what is younger, and finds nothing the second time', async () => {
  await somethingOldAndYoung()
  const sweepAll = () => Promise.all(sweptRules.map(async ({ id }) => [id, await sweepOld(deps(), id)] as const))
  const gone = await sweepAll()
  expect(gone).toEqual(sweptRules.map(({ id }) => [id, { rows: 1, isDone: true }]))
  expect(await sweepAll()).toEqual(sweptRules.map(({ id }) => [id, { rows: 0, isDone: true }]))
  expect(await db.jobStep.count()).toBe(1)
})

test('what is still at work stays however old: a run, a mail that waits, the trial of rules in force, a place that a reader has not passed', async () => {
  await aRun(ago(90), { status: 'running', outcome: null, endedAt: null })
  await aMail(ago(1_000), { state: 'queued', sentAt: null, body: undefined })
  await db.feedReader.updateMany({ data: { position: 0n } })
  const { id: eventId } = await aListingEvent(await aPlacedListing({}, db), {}, db)
  await db.listingFeedEntry.create({ data: { position: 3n, eventId, numberedAt: ago(1_000) } })
  const { digest } = await db.routingRuleSet.findFirstOrThrow({ where: { state: 'published' } })
  const { id: askedById } = await db.person.findFirstOrThrow()
  const dates = { fromAt: ago(1_100), toAt: ago(1_000), askedAt: ago(1_000), finishedAt: ago(1_000) }
  await db.windTunnelRun.create({ data: { digest, draft: {}, result: {}, state: 'done', askedById, ...dates } })
  for (const { id } of sweptRules) expect(await sweepOld(deps(), id), id).toMatchObject({ rows: 0 })
  const remove = (position: bigint) => db.$executeRaw`DELETE FROM listing_feed_entry WHERE position = ${position}`
  await expect(remove(2n)).rejects.toThrow('is still needed')
  await db.feedReader.updateMany({ data: { position: 3n } })
  await expect(remove(3n)).rejects.toThrow('is still needed')
})

test('a night that ends in the middle is gone on with by the next one', async () => {
  await Promise.all(Array.from({ length: 25 }, () => aRun(ago(40))))
  expect(await sweepOld(deps(), 'job-runs', { batch: 10, batches: 2 })).toEqual({ rows: 20, isDone: false })
  expect(await sweepOld(deps(), 'job-runs', { batch: 10, batches: 2 })).toEqual({ rows: 5, isDone: true })
})

const bodies = () => db.mailBody.count()
const monthsOf = async () => (await readPartitions(db, 'mail_body')).map(({ name }) => name.slice(-7))

test('months are open three ahead, and one whose period is over goes as a whole; its mails stay', async () => {
  const old = ago(470)
  await db.$queryRaw`SELECT open_partition('mail_body', ${old.toISOString().slice(0, 10)}::date)`
  await aMail(old)
  await aMail(ago(1))
  const gone = `mail_body_${old.toISOString().slice(0, 7).replace('-', '_')}`
  const inAYear = { db, now: () => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 15)) }
  expect(await keepMonths(inAYear, 'mail-bodies')).toMatchObject({ opened: 1, dropped: [gone], strays: 0 })
  expect(await keepMonths(inAYear, 'mail-bodies')).toMatchObject({ opened: 0, dropped: [] })
  expect([await bodies(), await db.outboxMail.count()]).toEqual([1, 2])
  expect((await monthsOf()).at(-1)).toBe(
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 4, 1)).toISOString().slice(0, 7).replace('-', '_'),
  )
})

test('a mail of a month that nobody opened is kept, told, and moves in when the month is opened', async () => {
  const ahead = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 7, 3))
  await aMail(ahead)
  expect(await keepMonths(deps(), 'mail-bodies')).toMatchObject({ strays: 1, moved: 0 })
  expect(await keepMonths({ db, now: () => ahead }, 'mail-bodies')).toMatchObject({ strays: 0, moved: 1 })
  expect(await bodies()).toBe(1)
})

test('opening a month waits for nobody who is at work for long, and is done the next time', async () => {
  const far = new Date(Date.UTC(today.getUTCFullYear() + 2, 0, 1))
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE mail_body_default IN ROW EXCLUSIVE MODE`
    await expect(openPartitions(db, 'mail_body', far)).rejects.toThrow('lock timeout')
  })
  expect(await openPartitions(db, 'mail_body', far)).toBe(4)
})

test('what was done is told in words, and rows that stand in no month are red', () => {
  const months = { name: 'mails', opened: 0, dropped: [], strays: 0, moved: 0 }
  expect(houseInWords({ swept: [], months: [months] })).toEqual({
    words: 'Nothing was old enough to go.',
    outcome: 'good',
  })
  const swept = [
    { name: 'runs of jobs', rows: 11_020, isDone: true },
    { name: 'told facts', rows: 1, isDone: false },
  ]
  expect(houseInWords({ swept, months: [{ ...months, dropped: ['mail_body_2025_09'], opened: 1 }] })).toEqual({
    words:
      'Removed 11,021 rows: 11,020 runs of jobs; 1 told facts. Dropped mail_body_2025_09. Opened 1 month ahead. More to remove next time: told facts.',
    outcome: 'warning',
  })
  expect(houseInWords({ swept: [], months: [{ ...months, strays: 2 }] })).toEqual({
    words: '2 rows of mails stand in no month.',
    outcome: 'bad',
  })
})

test('every period has a reason, and an id of its own', () => {
  expect(new Set(retention.map(({ id }) => id)).size).toBe(retention.length)
  for (const { reason } of retention) expect(reason.length).toBeGreaterThan(20)
})

test('the page says what is kept and why, and which months are open', async () => {
  const admin = await aPerson((await anOffice({}, db)).id, { role: 'admin' }, db)
  const { rules, months } = await callAs(admin, { db, now }).jobs.house()
  expect(rules).toContainEqual(expect.objectContaining({ id: 'job-runs', period: '30 days' }))
  expect(rules).toContainEqual(expect.objectContaining({ id: 'mail-bodies', period: '13 months' }))
  expect(rules).toContainEqual(expect.objectContaining({ id: 'timeline', period: 'for ever' }))
  expect(months.map(({ id, strays }) => [id, strays])).toEqual([
    ['mail-bodies', 0],
    ['findings', 0],
    ['sights', 0],
  ])
})
