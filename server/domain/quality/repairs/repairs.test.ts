import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { findFailing, lookByRule } from '../checking/look.ts'
import type { Rule } from '../rules/rule.ts'
import { ruleOf } from '../rules/rules.ts'
import { NOON, type Planted, plantedFor } from '../rules/testing.planted.ts'
import { REPAIRS } from './repairs.ts'
import { collapsed, eachOnce, properCase } from './spelling.ts'

let db: RootDb
let close: () => Promise<void>
let admin: Person
let planted: Record<string, Planted>
let call: ReturnType<typeof callAs>
const now = () => NOON

beforeAll(async () => {
  const own = await ownDatabase()
  ;({ db, close } = own)
  const ready = { phone: '(843) 555-0100', passwordHash: 'x' }
  admin = await anAgent((await anOffice({}, db)).id, { ...ready, role: 'owner', fullName: 'Olive Owner' }, db)
  planted = await plantedFor(db)
  call = callAs(admin, { db, now })
})
afterAll(() => close())

function ruleAt(key: string): Rule {
  const rule = ruleOf(key)
  if (!rule) throw new Error(`There is no rule ${key}.`)
  return rule
}

const TABLES = {
  people: 'person',
  contacts: 'contact',
  listings: 'listing',
  savedSearches: 'saved_search',
  mails: 'outbox_mail',
  legacy: 'legacy_document',
} as const

/** The record as it stands, with what hangs on it; without the date of its change. */
async function asItIs({ stream }: Rule, id: string) {
  const [row] = await db.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
    `SELECT to_jsonb(t) - 'updated_at' AS row FROM ${TABLES[stream]} t WHERE id = $1::uuid`,
    id,
  )
  const visits = await db.openHouse.findMany({ where: { listingId: id }, orderBy: { id: 'asc' } })
  const searches = await db.savedSearch.findMany({ where: { contactId: id }, select: { id: true, ownerId: true } })
  return { row: row?.row, visits, searches }
}

/** A record that breaks the rule, found by it. */
async function anIssue(key: string) {
  const recordId = (await planted[key]?.bad()) ?? ''
  await lookByRule({ db, now }, ruleAt(key))
  const issue = await db.qualityIssue.findFirstOrThrow({ where: { ruleKey: key, recordId, closedAt: null } })
  return { recordId, issueId: issue.id }
}
const order = (ruleKey: string, issueId: string, requestKey: string = crypto.randomUUID()) => ({
  ...{ ruleKey, which: { ids: [issueId] }, requestKey },
})
const stateOf = (id: string) =>
  db.qualityIssue.findUniqueOrThrow({ where: { id }, select: { closedAt: true, closedBecause: true } })

test('there are at least six repairs, each for a rule that is there', () => {
  expect(REPAIRS.length).toBeGreaterThanOrEqual(6)
  for (const { ruleKey } of REPAIRS) expect(ruleOf(ruleKey)).toBeDefined()
})

test.each(REPAIRS.map(({ ruleKey }) => ruleKey))(
  '%s: a repair mends the record, the rule no longer finds it, and its undo restores exactly what was there',
  async (key) => {
    const { recordId, issueId } = await anIssue(key)
    const before = await asItIs(ruleAt(key), recordId)
    const preview = (await call.quality.issues({ ruleKey: key })).items.find((item) => item.recordId === recordId)
    expect(preview?.preview?.before).not.toBe(preview?.preview?.after)
    const done = await call.quality.repair(order(key, issueId))
    expect(done).toMatchObject({ repaired: 1, left: 0 })
    const mended = await asItIs(ruleAt(key), recordId)
    expect(mended).not.toEqual(before)
    expect((await findFailing(db, ruleAt(key), NOON)).map((each) => each.recordId)).not.toContain(recordId)
    expect(await stateOf(issueId)).toEqual({ closedAt: NOON, closedBecause: 'repaired' })

    expect(await call.quality.undo({ batchId: done.batchId })).toEqual({ undone: 1, refused: 0 })
    expect(await asItIs(ruleAt(key), recordId)).toEqual(before)
    expect(await stateOf(issueId)).toEqual({ closedAt: null, closedBecause: null })
    expect((await findFailing(db, ruleAt(key), NOON)).map((each) => each.recordId)).toContain(recordId)
    // What was taken back can be repaired once more.
    expect(await call.quality.repair(order(key, issueId))).toMatchObject({ repaired: 1 })
    expect(await asItIs(ruleAt(key), recordId)).toEqual(mended)
  },
)

const CAPITALS = 'contacts.name-capitals'

test('two who repair at once have one effect, and an order that is sent twice too', async () => {
  const { issueId } = await anIssue(CAPITALS)
  const [a, b] = await Promise.all([
    call.quality.repair(order(CAPITALS, issueId)),
    call.quality.repair(order(CAPITALS, issueId)),
  ])
  expect(a.repaired + b.repaired).toBe(1)
  expect(await db.qualityRepair.count({ where: { issueId } })).toBe(1)

  const again = await anIssue(CAPITALS)
  const sent = order(CAPITALS, again.issueId)
  const replies = [await call.quality.repair(sent), await call.quality.repair(sent)]
  expect(replies.map(({ repaired, batchId }) => [repaired, batchId])).toEqual([
    [1, sent.requestKey],
    [1, sent.requestKey],
  ])
  expect(await db.qualityRepair.count({ where: { batchId: sent.requestKey } })).toBe(1)
  const undos = await Promise.all([1, 2].map(() => call.quality.undo({ batchId: sent.requestKey })))
  expect(undos.reduce((sum, { undone }) => sum + undone, 0)).toBe(1)
})

test('an undo leaves alone what somebody changed since, and says so record by record', async () => {
  const [kept, changed] = [await anIssue(CAPITALS), await anIssue(CAPITALS)]
  const which = { ids: [kept.issueId, changed.issueId] }
  const { batchId } = await call.quality.repair({ ruleKey: CAPITALS, which, requestKey: crypto.randomUUID() })
  await db.contact.update({ where: { id: changed.recordId }, data: { fullName: 'Mary Ann Jones' } })
  expect(await call.quality.undo({ batchId })).toEqual({ undone: 1, refused: 1 })
  expect((await db.contact.findUnique({ where: { id: changed.recordId } }))?.fullName).toBe('Mary Ann Jones')
  expect((await db.contact.findUnique({ where: { id: kept.recordId } }))?.fullName).toBe('MARY JONES')
  const batch = (await call.quality.repairs({ ruleKey: CAPITALS })).find((each) => each.batchId === batchId)
  expect(batch).toMatchObject({
    ...{ records: 2, undone: 1, refused: 1, repairedBy: 'Olive Owner' },
    kept: [{ recordId: changed.recordId, name: 'Mary Ann Jones' }],
  })
})

test('a repair that fails in the middle leaves nothing behind', async () => {
  const { issueId, recordId } = await anIssue(CAPITALS)
  const gone = { ...admin, id: crypto.randomUUID() }
  await expect(callAs(gone, { db, now }).quality.repair(order(CAPITALS, issueId))).rejects.toThrow()
  expect((await db.contact.findUnique({ where: { id: recordId } }))?.fullName).toBe('MARY JONES')
  expect(await db.qualityRepair.count({ where: { issueId } })).toBe(0)
  expect((await stateOf(issueId)).closedAt).toBeNull()
})

test('what has no safe repair is refused, and one of another rule is left alone', async () => {
  const { issueId } = await anIssue('contacts.unreachable')
  await expect(call.quality.repair(order('contacts.unreachable', issueId))).rejects.toThrow('no safe repair')
  expect(await call.quality.repair(order(CAPITALS, issueId))).toMatchObject({ repaired: 0, left: 0 })
  await expect(call.quality.undo({ batchId: crypto.randomUUID() })).rejects.toThrow('does not exist')
})

test('all of a rule are repaired but the muted ones, which are listed apart until their day; deeds are in the audit', async () => {
  const [first, muted] = [await anIssue('contacts.name-spaces'), await anIssue('contacts.name-spaces')]
  const ruleKey = 'contacts.name-spaces'
  const until = new Date(NOON.getTime() + 3_600_000)
  await expect(call.quality.mute({ ruleKey, ids: [muted.issueId], reason: 'x', until })).rejects.toThrow('Say why')
  await call.quality.mute({ ruleKey, ids: [muted.issueId], reason: 'They write it so.', until })
  const listed = async (shown: 'open' | 'muted', at = NOON) =>
    (await callAs(admin, { db, now: () => at }).quality.issues({ ruleKey, shown })).items
  expect((await listed('muted')).map(({ id, muteReason }) => [id, muteReason])).toEqual([
    [muted.issueId, 'They write it so.'],
  ])
  expect((await listed('open')).map(({ id }) => id)).not.toContain(muted.issueId)
  const all = await call.quality.repair({ ruleKey, which: { all: true }, requestKey: crypto.randomUUID() })
  expect(all.repaired).toBeGreaterThan(0)
  expect((await stateOf(first.issueId)).closedBecause).toBe('repaired')
  expect((await stateOf(muted.issueId)).closedAt).toBeNull()
  expect(await listed('muted', until)).toEqual([])
  const [{ muteId } = { muteId: null }] = await listed('muted')
  await call.quality.unmute({ muteId: muteId ?? '' })
  expect((await listed('open')).map(({ id }) => id)).toContain(muted.issueId)
  const deeds = await db.auditEntry.findMany({ where: { targetId: ruleKey }, orderBy: { id: 'asc' } })
  expect(new Set(deeds.map(({ action }) => action))).toEqual(
    new Set(['qualityMuted', 'qualityRepaired', 'qualityUnmuted', 'qualityUndone']),
  )
  expect((await call.audit.list({ group: 'quality' })).items.length).toBeGreaterThan(2)
})

test('a whole rule is muted, and heard of again; an issue is given to somebody who can open the page, and to nobody else', async () => {
  const ruleKey = 'contacts.no-name'
  const { issueId } = await anIssue(ruleKey)
  const ofRule = async () => (await call.quality.overview()).rules.find(({ key }) => key === ruleKey)
  expect(await ofRule()).toMatchObject({ open: 1, muted: 0 })
  await call.quality.mute({ ruleKey, ids: null, reason: 'After the move.', until: null })
  expect(await ofRule()).toMatchObject({ open: 0, muted: 1, mutedBecause: 'After the move.' })
  const { mute } = await call.quality.rule({ ruleKey })
  expect(mute).toMatchObject({ reason: 'After the move.', mutedBy: 'Olive Owner' })
  await call.quality.unmute({ muteId: mute?.id ?? '' })

  const which = { ids: [issueId] }
  expect(await call.quality.assign({ ruleKey, which, personId: admin.id })).toEqual({ assigned: 1 })
  expect(await call.quality.issue({ issueId })).toMatchObject({ assigneeName: 'Olive Owner', origins: [] })
  const agent = await anAgent(admin.officeId, {}, db)
  await expect(call.quality.assign({ ruleKey, which, personId: agent.id })).rejects.toThrow('may open this page')
  expect(await call.quality.assign({ ruleKey, which, personId: null })).toEqual({ assigned: 1 })
  expect((await call.quality.assignees()).map(({ id }) => id)).toEqual([admin.id])
})

test('an issue says where its record came from: the document there, who read it, and the run that brought it', async () => {
  const { issueId, recordId } = await anIssue('contacts.unreachable')
  const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
  const key = { stream: 'contacts', sourceId: 'o:5f1a' } as const
  const hash = new Uint8Array(32)
  await db.legacyRecord.create({
    data: { ...key, targetId: recordId, hash, sourceUpdatedAt: at(-9), syncedAt: at(-5) },
  })
  const read = { sourceOrder: hash, idJson: '"a"', hash, raw: hash, appliedVersion: 2, readAt: at(-5) }
  await db.legacyDocument.create({ data: { ...key, ...read } })
  const run = { stream: key.stream, startedAt: at(-6), endedAt: at(-4) }
  await db.legacySyncCount.create({ data: { jobRunId: 'run-of-then', ...run } })
  expect((await call.quality.issue({ issueId })).origins).toEqual([
    {
      ...key,
      ...{ sourceUpdatedAt: at(-9), syncedAt: at(-5), readAt: at(-5), appliedVersion: 2, goneAt: null },
      ...{ isQuarantined: false, jobRunId: 'run-of-then' },
    },
  ])
})

test('a list goes on where its page ended, whatever was repaired meanwhile', async () => {
  const ruleKey = 'contacts.role-address'
  const agent = await anAgent(admin.officeId, {}, db)
  for (let count = 0; count < 60; count += 1) await aContact(agent, { email: `info@firm-${count}.test` }, db)
  await lookByRule({ db, now }, ruleAt(ruleKey))
  const first = await call.quality.issues({ ruleKey })
  const second = await call.quality.issues({ ruleKey, cursor: first.nextCursor })
  expect(first.items).toHaveLength(50)
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(60)
  expect(second.nextCursor).toBeUndefined()
  await expect(call.quality.issues({ ruleKey, cursor: 'nonsense' })).resolves.toMatchObject({
    nextCursor: first.nextCursor,
  })
})

test.each([
  ["MARY O'NEILL-SMITH III", "Mary O'Neill-Smith III"],
  ['ana mcdonald', 'Ana McDonald'],
  ['J. R. REYES', 'J. R. Reyes'],
  ['ÉLISE ÅBERG', 'Élise Åberg'],
  ['HALE HOLDINGS LLC', 'Hale Holdings LLC'],
  ['DeShawn van der Berg', 'DeShawn van der Berg'],
])('%s is written %s', (name, written) => {
  expect(properCase(name)).toBe(written)
  expect(properCase(written)).toBe(written)
})

test('spaces and photos are tidied without losing any', () => {
  expect(collapsed('  Mary \t Jones ')).toBe('Mary Jones')
  expect(eachOnce(['a', 'b', '', 'a', 'c'])).toEqual(['a', 'b', 'c'])
})
