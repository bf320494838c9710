import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { scoreOf } from '../quality.words.ts'
import type { Rule } from '../rules/rule.ts'
import { RULES, ruleOf } from '../rules/rules.ts'
import { evaluationInWords } from './check.words.ts'
import { retireRules } from './issues.store.ts'
import { lookByRule } from './look.ts'
import { lookAtStream } from './look-at-stream.ts'
import { measureStreams } from './measure.ts'

const NOON = new Date('2026-11-20T17:00:00Z')
let db: RootDb
let close: () => Promise<void>
let agent: { id: string; officeId: string }
let clock = NOON
const now = () => clock
const hour = (count: number) => new Date(NOON.getTime() + count * 3_600_000)

beforeAll(async () => {
  const own = await ownDatabase()
  ;({ db, close } = own)
  agent = await anAgent((await anOffice({}, db)).id, { phone: '(843) 555-0100', passwordHash: 'x' }, db)
})
afterAll(() => close())
beforeEach(async () => {
  clock = NOON
  await db.qualityIssue.deleteMany()
  await db.qualityCheck.deleteMany()
  await db.contact.updateMany({ data: { removedAt: NOON } })
})

function rule(key: string): Rule {
  const known = ruleOf(key)
  if (!known) throw new Error(`There is no rule ${key}.`)
  return known
}
const capitals = () => rule('contacts.name-capitals')
const shouting = (name: string) => aContact(agent, { fullName: name }, db)
const rename = (id: string, fullName: string) => db.contact.update({ where: { id }, data: { fullName } })
const look = (each = capitals()) => lookByRule({ db, now }, each)
const issues = (recordId: string) =>
  db.qualityIssue.findMany({ where: { recordId }, orderBy: [{ recurrence: 'asc' }, { id: 'asc' }] })

test('an issue opens once, is seen again, closes by itself, and comes back as a new one that knows it', async () => {
  const { id } = await shouting('MARY JONES')
  expect(await look()).toEqual({ opened: 1, reopened: 0, closed: 0, found: 1, outcome: 'found' })
  clock = hour(1)
  expect(await look()).toMatchObject({ opened: 0, closed: 0, found: 1 })
  expect(await issues(id)).toMatchObject([
    { ruleKey: 'contacts.name-capitals', stream: 'contacts', firstSeenAt: NOON, lastSeenAt: hour(1), closedAt: null },
  ])
  await rename(id, 'Mary Jones')
  clock = hour(2)
  expect(await look()).toEqual({ opened: 0, reopened: 0, closed: 1, found: 0, outcome: 'clean' })
  await rename(id, 'MARY JONES')
  clock = hour(3)
  expect(await look()).toMatchObject({ opened: 1, reopened: 1 })
  expect(await issues(id)).toMatchObject([
    { recurrence: 0, closedAt: hour(2), closedBecause: 'mended' },
    { recurrence: 1, closedAt: null, firstSeenAt: hour(3) },
  ])
})

test('two looks at once open one issue', async () => {
  const { id } = await shouting('MARY JONES')
  const both = await Promise.all([look(), look(), look()])
  expect(both.reduce((sum, { opened }) => sum + opened, 0)).toBe(1)
  expect(await issues(id)).toHaveLength(1)
})

test('since when a rule is clean is kept from look to look, and lost when it finds something', async () => {
  const check = () => db.qualityCheck.findUniqueOrThrow({ where: { ruleKey: 'contacts.name-capitals' } })
  await look()
  clock = hour(1)
  await look()
  expect(await check()).toMatchObject({ outcome: 'clean', cleanSince: NOON, checkedAt: hour(1) })
  const { id } = await shouting('MARY JONES')
  await look()
  expect(await check()).toMatchObject({ outcome: 'found', found: 1, cleanSince: null })
  await rename(id, 'Mary Jones')
  clock = hour(2)
  await look()
  expect(await check()).toMatchObject({ outcome: 'clean', cleanSince: hour(2) })
})

test('a rule that takes too long or breaks is shown as failed, and leaves its issues as they were', async () => {
  const { id } = await shouting('MARY JONES')
  await look()
  const slow = { ...capitals(), find: () => Prisma.sql`SELECT 'a' AS "recordId", pg_sleep(9)::text AS sample` }
  expect(await lookByRule({ db, now }, slow, { patienceMs: 60 })).toMatchObject({ outcome: 'failed', closed: 0 })
  const check = () => db.qualityCheck.findUniqueOrThrow({ where: { ruleKey: 'contacts.name-capitals' } })
  expect(await check()).toMatchObject({
    outcome: 'failed',
    problem: 'It took longer than 0.06 seconds, and was stopped.',
  })
  const broken = {
    ...capitals(),
    find: () => Prisma.sql`SELECT full_name::int::text AS "recordId", '' AS sample FROM contact`,
  }
  expect(await look(broken)).toMatchObject({ outcome: 'failed' })
  expect((await check()).problem).toMatch(/^The database refused it: /)
  expect(await issues(id)).toMatchObject([{ closedAt: null }])
  await measureStreams({ db, now }, hour(5))
  const score = { stream_measuredAt: { stream: 'contacts', measuredAt: hour(5) } } as const
  expect(await db.qualityScore.findUnique({ where: score })).toMatchObject({ failedRules: 1 })
})

test('more than a look takes in is said, and what lies behind is neither opened nor closed', async () => {
  const all = await Promise.all(['ANA ONE', 'BEA TWO', 'CAL SIX'].map(shouting))
  const sorted = all.map(({ id }) => id).sort()
  await look()
  expect(await lookByRule({ db, now }, capitals(), { most: 2 })).toMatchObject({ found: 2, closed: 0 })
  expect(await db.qualityCheck.findFirst()).toMatchObject({ isCut: true })
  await rename(sorted[0] ?? '', 'Ana One')
  expect(await lookByRule({ db, now }, capitals(), { most: 1 })).toMatchObject({ found: 1, closed: 1 })
  expect(await db.qualityIssue.count({ where: { closedAt: null } })).toBe(2)
})

test('an evaluation that was cut short goes on with the rules that have not looked', async () => {
  const { id } = await shouting('MARY JONES')
  await look()
  await rename(id, 'Mary Jones')
  await lookAtStream({ db, now }, 'contacts', NOON)
  const looks = await db.qualityCheck.count()
  // The rule had looked in this evaluation: what changed since is for the next one.
  expect(await issues(id)).toMatchObject([{ closedAt: null }])
  clock = hour(1)
  expect(await lookAtStream({ db, now }, 'contacts', hour(1))).toMatchObject({ closed: 1, failed: [] })
  expect(await db.qualityCheck.count()).toBe(looks)
  expect(looks).toBe(RULES.filter(({ stream }) => stream === 'contacts').length)
})

test('what rules had found that are no more is closed, and says so', async () => {
  const { id } = await shouting('MARY JONES')
  await look()
  expect(await retireRules(db, ['another.rule'], hour(1))).toBe(1)
  expect(await issues(id)).toMatchObject([{ closedBecause: 'retired', closedAt: hour(1) }])
  expect(await db.qualityCheck.count()).toBe(0)
})

test('a score counts each record by its worst issue, and muted ones not at all; the same moment is measured once', async () => {
  const [worst, muted] = [await shouting('MARY  JONES'), await shouting('ANA REYES')]
  await aContact(agent, { fullName: 'Cal Moss' }, db)
  await db.contact.update({ where: { id: worst.id }, data: { email: null } })
  for (const key of ['contacts.name-capitals', 'contacts.name-spaces', 'contacts.unreachable']) await look(rule(key))
  await db.qualityMute.create({
    data: { ruleKey: 'contacts.name-capitals', recordId: muted.id, reason: 'It is her brand.', mutedAt: NOON },
  })
  await measureStreams({ db, now }, NOON)
  expect(await measureStreams({ db, now }, NOON)).toMatchObject({ open: 3, muted: 1, critical: 0 })
  const rows = await db.qualityScore.findMany({ where: { stream: 'contacts', measuredAt: NOON } })
  expect(rows).toMatchObject([{ records: 3, lostTenths: 5, serious: 1, minor: 2, muted: 1 }])
  expect(rows.map(scoreOf)).toEqual([83.3])
  expect(scoreOf({ records: 0, lostTenths: 0 })).toBeNull()
  expect(scoreOf({ records: 90_000, lostTenths: 1 })).toBe(99.9)
})

test('what was found is told in words, and a rule that could not look is no success', () => {
  const none = {
    rules: 50,
    failed: [],
    opened: 0,
    reopened: 0,
    closed: 0,
    open: 0,
    critical: 0,
    muted: 0,
    records: 1_200,
  }
  expect(evaluationInWords(none)).toMatchObject({
    words: '50 rules looked at 1,200 records: nothing new; 0 issues open.',
    outcome: 'good',
  })
  const some = { ...none, failed: ['No photos'], opened: 3, reopened: 1, closed: 1, open: 9, critical: 2, muted: 4 }
  expect(evaluationInWords(some)).toMatchObject({
    words:
      '49 rules looked at 1,200 records: 3 new issues (1 back again), 1 issue closed; 9 issues open, 2 of them critical, 4 muted. Could not look: No photos.',
    outcome: 'warning',
    counts: { failed: 1 },
  })
})
