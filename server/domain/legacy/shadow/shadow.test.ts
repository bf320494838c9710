import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { anAgentDoc } from '../sync/documents.fixture.ts'
import { removeFrom } from '../sync/lanes.ts'
import { compareDay, comparePage, openDay, pickDays, type ShadowDeps } from './compare.service.ts'
import { boundsOf } from './days.sql.ts'
import { EVERYBODY, EXPECTED, planSeeker, type Seeker, seekerArb } from './testing.people.ts'
import { createScene, MINUTE_MS, type Scene } from './testing.scene.ts'
import { shadowVerdict } from './verdict.queries.ts'

/** Midnight in New York. */
const START = new Date('2026-11-18T05:00:00Z')
const [DAY_BEFORE, DAY] = ['2026-11-17', '2026-11-18']
const LONG_AGO = new Date('2026-11-01T00:00:00Z')
const NOW = new Date('2026-11-20T12:00:00Z')
const at = (hour: number, minute = 0, day = 0) =>
  new Date(START.getTime() + ((day * 24 + hour) * 60 + minute) * MINUTE_MS)

let db: RootDb
let deps: ShadowDeps
let scene: Scene
let seekers: (Seeker & { name: string; defect: (typeof EVERYBODY)[number] })[]

/** Everything that happened in an hour, and then both engines: ours at a quarter to, theirs when it is over. */
async function playHour(steps: Seeker['steps'], hour: number, { day = 0, isSkipped = false } = {}) {
  const [from, to] = [at(hour, 0, day), at(hour + 1, 0, day)]
  const due = steps.filter((step) => step.at >= from && step.at < to)
  await scene.write(
    'listings',
    due.map(({ doc }) => doc),
    to,
  )
  await scene.setClocks(LONG_AGO)
  expect((await scene.runOurs(at(hour, 45, day))).problem).toBeNull()
  await scene.runTheirs(to, { isSkipped })
}

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  deps = { db, now: () => NOW }
  scene = createScene(db)
  await anOffice({ name: 'Beaufort' }, db)
  const plans = fc.sample(fc.tuple(...EVERYBODY.map(seekerArb)), { numRuns: 1, seed: 20_261_121 })[0] ?? []
  seekers = plans.map((plan, index) => {
    const name = `${index}-${plan.defect}`
    return { ...planSeeker(plan, name, String(30_000 + index), START), name, defect: plan.defect }
  })
  await scene.bring('agents', [anAgentDoc('agent', { updatedAt: LONG_AGO })], NOW)
  const moved = seekers.filter(({ defect }) => defect === 'old-address')
  const earlier = new Date('2026-10-01T00:00:00Z')
  await scene.write(
    'contacts',
    moved.map(({ contact, oldEmail }) => ({ ...contact, email: oldEmail, updatedAt: earlier })),
    NOW,
  )
  for (const { contact, oldEmail } of seekers) scene.firstEmails.set(`string:${contact._id}`, oldEmail)
  await scene.write(
    'contacts',
    seekers.map(({ contact }) => contact),
    NOW,
  )
  await scene.write(
    'savedSearches',
    seekers.map(({ search }) => search),
    NOW,
  )
  await scene.write(
    'listings',
    seekers.flatMap(({ before }) => before),
    NOW,
  )
  for (const { search, defect } of seekers) if (defect !== 'none') scene.defects.set(search._id, [defect])
  const gone = seekers.filter(({ defect }) => defect === 'deleted-search').map(({ search }) => search)
  const rows = await db.legacyRecord.findMany({ where: { sourceId: { in: gone.map(({ _id }) => `s:${_id}`) } } })
  await db.$transaction((tx) =>
    removeFrom(
      tx,
      'savedSearches',
      rows.map(({ targetId }) => targetId),
      LONG_AGO,
    ),
  )
  for (const search of gone) {
    scene.collections.savedSearches.delete(search._id)
    scene.deleted.set(search._id, search)
  }
  await scene.setClocks(LONG_AGO)
  // What is there when either engine first looks is told by neither.
  await scene.runOurs(at(-1, 45))
  await scene.runTheirs(at(-1, 50), { isSkipped: true })
  // A first run of ours that is on record: from here on there is something to compare.
  await db.alertRun.create({
    data: {
      ...{ jobRunId: 'first', slot: at(-60), startedAt: at(-60), feedFrom: 0, feedTo: 0, horizonAgeMs: 0, events: 0 },
      ...{ changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0, state: 'closed' },
    },
  })
  for (let hour = 0; hour < 4; hour += 1)
    await playHour(
      seekers.flatMap(({ steps }) => steps),
      hour,
    )
  await scene.readLog(NOW)
  return own.close
})

/** What was found about each person, as "theirsOnly ruleDiffers price". */
async function causesByPerson(days: string[]) {
  const found = await db.legacyShadowDifference.findMany({
    where: { day: { in: days.map((day) => new Date(`${day}T00:00:00Z`)) } },
    include: { contact: true },
  })
  const named = found.map(({ kind, cause, criterion, contact, person }) => ({
    name: contact?.fullName.replace('Ana ', '') ?? person,
    words: [kind, cause, criterion].filter(Boolean).join(' '),
  }))
  return Map.groupBy(named, ({ name }) => name)
}

test('each of fifteen defects of the old engine is named for what it is, and where there is none nothing differs', async () => {
  for (const day of [DAY_BEFORE, DAY]) expect((await compareDay(deps, day, 20)).state).toBe('complete')
  const found = await causesByPerson([DAY_BEFORE, DAY])
  const causes = seekers.map(({ name, defect }) => ({
    defect,
    name,
    causes: [...new Set(found.get(name)?.map(({ words }) => words))].sort(),
  }))
  expect(causes).toEqual(seekers.map(({ name, defect }) => ({ defect, name, causes: [...EXPECTED[defect]].sort() })))
  expect(await db.legacyShadowDay.findMany({ where: { unexplained: { gt: 0 } } })).toEqual([])
})

/** People for whom Palmetto itself has a reason, or no good one; what the comparison has to say of each. */
const STANDINGS = {
  alike: [],
  suppressed: ['theirsOnly suppressed'],
  'said-no': ['theirsOnly saidNo'],
  daily: ['theirsOnly rhythm'],
  resting: ['theirsOnly unsubscribed'],
  missed: ['theirsOnly oursMissed'],
  failed: ['theirsOnly ourRunFailed'],
  unread: ['theirsOnly ourRunFailed'],
  late: ['theirsOnly dataLate'],
  'not-here': ['theirsOnly unexplained'],
  'set-aside': ['theirsOnly personUnknown'],
  'made-here': ['oursOnly onlyHere'],
} as const
type Standing = keyof typeof STANDINGS
const DAY_AFTER = '2026-11-19'

test('what Palmetto does on purpose is named, what it fails at stays open, and a run that they skipped is one cause', async () => {
  const names = Object.keys(STANDINGS) as Standing[]
  const plan = { defect: 'misses-home' as const, maxPrice: 500_000, beds: 3, isNarrow: false }
  const moves = [{ news: 'back' as const, hour: 1, minute: 10, share: 40 }]
  const people = names.map((name, index) => ({
    name,
    ...planSeeker({ ...plan, moves }, name, String(31_000 + index), at(0, 0, 1)),
  }))
  const silent = [0, 1, 2].map((index) =>
    planSeeker(
      { ...plan, moves: [{ news: 'new', hour: 2, minute: 20 + index, share: 50 }] },
      `silent-${index}`,
      String(32_000 + index),
      at(0, 0, 1),
    ),
  )
  const all = [...people, ...silent]
  const here = all.filter(({ contact }) => !['p-not-here', 'p-set-aside'].includes(String(contact._id)))
  await scene.write(
    'contacts',
    here.map(({ contact }) => contact),
    NOW,
  )
  await scene.write(
    'savedSearches',
    here.map(({ search }) => search),
    NOW,
  )
  await scene.write(
    'listings',
    all.flatMap(({ before }) => before),
    NOW,
  )
  for (const { contact, search } of all) {
    scene.collections.contacts.set(contact._id, contact)
    scene.collections.savedSearches.set(search._id, search)
  }
  await db.legacyQuarantine.create({
    data: {
      stream: 'contacts',
      sourceId: 's:p-set-aside',
      reason: 'nul-byte',
      hash: Buffer.from('x'),
      raw: Buffer.from('x'),
    },
  })
  scene.collections.savedSearches.delete('s-made-here')
  await db.legacyRecord.deleteMany({ where: { sourceId: 's:s-made-here' } })

  const contactOf = (name: Standing) => db.contact.findFirstOrThrow({ where: { fullName: `Ana ${name}` } })
  const homeOf = (name: Standing) => db.listing.findFirstOrThrow({ where: { listingId: `${name}-m0` } })
  const ofSearch = async (name: Standing) => ({ contactId: (await contactOf(name)).id })
  await db.savedSearch.updateMany({ where: await ofSearch('daily'), data: { cadence: 'Daily' } })
  await db.savedSearch.updateMany({ where: await ofSearch('resting'), data: { pausedUntil: at(0, 0, 30) } })
  await db.$transaction((tx) => ensureAddresses(tx, ['said-no@mail.test']))
  await db.contactListing.create({
    data: {
      email: 'said-no@mail.test',
      listingId: (await homeOf('said-no')).id,
      preference: 'Discard',
      decidedAt: at(0),
      origin: 'home',
    },
  })
  await scene.setClocks(LONG_AGO)

  const steps = all.flatMap((seeker) => seeker.steps)
  const isLate = ({ doc }: (typeof steps)[number]) => doc._id === 'late-m0'
  const isUnread = ({ doc }: (typeof steps)[number]) => doc._id === 'unread-m0'
  for (const step of steps.filter((each) => isLate(each) || isUnread(each)))
    scene.collections.listings.set(step.doc._id, step.doc)
  const others = steps.filter((each) => !isLate(each) && !isUnread(each))
  for (let hour = 0; hour < 4; hour += 1) await playHour(others, hour, { day: 1, isSkipped: hour === 2 })
  await scene.bring(
    'listings',
    steps.filter(isUnread).map(({ doc }) => doc),
    NOW,
  )
  await scene.setClocks(LONG_AGO)
  await scene.bring(
    'listings',
    steps.filter(isLate).map(({ doc }) => doc),
    NOW,
  )
  await scene.setClocks(LONG_AGO, 30 * 3_600_000)
  await db.outboxMail.updateMany({
    where: { recipient: 'suppressed@mail.test' },
    data: { state: 'suppressed', suppressedReason: 'bounced' },
  })
  await db.outboxMail.updateMany({ where: { recipient: 'failed@mail.test' }, data: { state: 'failed' } })
  await db.outboxMail.deleteMany({ where: { recipient: 'missed@mail.test' } })
  await db.alertFinding.deleteMany({ where: { listingId: (await homeOf('missed')).id } })

  const compared = await compareDay(deps, DAY_AFTER)
  const found = await causesByPerson([DAY_AFTER])
  const said = (name: string) => [...new Set(found.get(name)?.map(({ words }) => words))]
  expect(
    Object.fromEntries(
      names.map((name) => [name, said(name === 'not-here' || name === 'set-aside' ? `s:p-${name}` : name)]),
    ),
  ).toEqual(STANDINGS)
  for (const index of [0, 1, 2]) expect(said(`silent-${index}`)).toEqual(['oursOnly theirsSkippedRun'])
  expect(compared).toMatchObject({ state: 'complete', unexplained: 4 })
})

const differencesOf = (day: string) =>
  db.legacyShadowDifference.findMany({
    where: { day: new Date(`${day}T00:00:00Z`) },
    orderBy: [{ person: 'asc' }, { home: 'asc' }, { kind: 'asc' }],
    omit: { pass: true },
  })
const dayRow = (day: string) =>
  db.legacyShadowDay.findUniqueOrThrow({
    where: { day: new Date(`${day}T00:00:00Z`) },
    omit: { pass: true, cursor: true },
  })

test('a comparison that is cut short is gone on with, two at once do no harm, and the same comes out each time', async () => {
  const [before, row] = [await differencesOf(DAY), await dayRow(DAY)]
  expect(await openDay(deps, DAY)).toBe(true)
  await comparePage(deps, DAY, 7)
  await comparePage(deps, DAY, 7)
  await Promise.all([compareDay(deps, DAY, 5), compareDay(deps, DAY, 5)])
  expect(await differencesOf(DAY)).toEqual(before)
  expect(await dayRow(DAY)).toEqual(row)
})

test('an admin explains what is open, once; it counts for the switch, is on record, survives a comparison, and can be taken back', async () => {
  const admin = await aPerson((await db.office.findFirstOrThrow()).id, { role: 'admin' }, db)
  const caller = callAs(admin, { db, now: () => NOW })
  const openOnes = async () => (await dayRow(DAY_AFTER)).unexplained
  const { items } = await caller.shadow.differences({ day: DAY_AFTER, cause: 'oursMissed' })
  const [found] = items
  if (!found) throw new Error('Nothing is open.')
  expect((await caller.shadow.difference({ differenceId: found.id })).theirs).toMatchObject([
    { to: 'missed@mail.test', news: 'new', search: { name: 'Near the water' } },
  ])
  const word = { differenceId: found.id, reason: 'Ana asked by phone to leave it out.' }
  await caller.shadow.explain(word)
  await expect(caller.shadow.explain(word)).rejects.toThrow('explained this one already')
  await compareDay(deps, DAY_AFTER)
  expect(await openOnes()).toBe(3)
  expect((await caller.shadow.days()).days.find(({ day }) => day === DAY_AFTER)).toMatchObject({
    unexplained: 3,
    state: 'complete',
  })
  await caller.shadow.reopen({ differenceId: found.id })
  expect(await openOnes()).toBe(4)
  const deeds = await db.auditEntry.findMany({ where: { targetId: found.id }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ action }) => action)).toEqual(['differenceExplained', 'differenceReopened'])
})

test('the switch wants seven whole days, each of them compared, and nothing unexplained in them', async () => {
  const verdictAt = (now: Date) => shadowVerdict(db, now)
  expect(await verdictAt(NOW)).toMatchObject({ isProven: false, compared: 3, unexplained: 4 })
  const days = (await verdictAt(at(48, 0, 6))).days.map(({ day }) => day)
  const done = { state: 'complete' as const, pass: 1, until: NOW, startedAt: NOW, endedAt: NOW }
  const write = (day: Date, over: object) =>
    db.legacyShadowDay.upsert({ where: { day }, create: { day, ...done, ...over }, update: { ...done, ...over } })
  for (const day of days) await write(day, { differences: 2, unexplained: 0 })
  expect(await verdictAt(at(48, 0, 6))).toMatchObject({
    isProven: true,
    words: expect.stringContaining('may be switched'),
  })
  const [first, second] = days
  if (!first || !second) throw new Error('There are no days.')
  await write(first, { state: 'partial' })
  expect(await verdictAt(at(48, 0, 6))).toMatchObject({ isProven: false, compared: 6 })
  await write(first, { unexplained: 1, differences: 1 })
  expect(await verdictAt(at(48, 0, 6))).toMatchObject({ isProven: false, unexplained: 1 })
  await write(first, { unexplained: 0 })
  await db.legacyShadowDay.delete({ where: { day: second } })
  expect(await verdictAt(at(48, 0, 6))).toMatchObject({ isProven: false, compared: 6 })
})

test('while our alerts are off, what they would have told counts as told', async () => {
  await db.jobSchedule.create({ data: { functionId: 'send-alerts', pausedAt: NOW } })
  await db.legacyShadowDay.deleteMany()
  expect(await compareDay(deps, DAY_AFTER)).toMatchObject({ state: 'complete' })
  expect(await dayRow(DAY_AFTER)).toMatchObject({ isReplayed: true })
  const found = await causesByPerson([DAY_AFTER])
  expect([found.get('unread'), found.get('alike')]).toEqual([undefined, undefined])
  expect(found.get('failed')?.map(({ words }) => words)).toEqual(['theirsOnly ourRunFailed'])
})

test('days are the days of the house, also when its clocks change, and one whose log is not here is not complete', async () => {
  const hours = async (day: string) => {
    const { from, to } = await boundsOf(db, day)
    return [from.toISOString(), (to.getTime() - from.getTime()) / 3_600_000]
  }
  expect(await hours('2026-11-01')).toEqual(['2026-11-01T04:00:00.000Z', 25])
  expect(await hours('2027-03-14')).toEqual(['2027-03-14T05:00:00.000Z', 23])
  expect(await hours(DAY)).toEqual([START.toISOString(), 24])
  const early = { db, now: () => new Date('2026-11-26T12:00:00Z') }
  expect((await compareDay(early, '2026-11-25')).state).toBe('partial')
  expect((await compareDay(early, '2026-10-01')).state).toBe('before')
  expect(await pickDays(early)).toEqual([
    ...[
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ].filter((day) => day !== DAY_AFTER),
  ])
})
