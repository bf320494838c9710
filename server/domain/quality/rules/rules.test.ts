import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { findFailing } from '../checking/look.ts'
import { RULES } from './rules.ts'
import { NOON, plantedFor } from './testing.planted.ts'

let db: RootDb
let close: () => Promise<void>
const bad = new Map<string, string>()
const good = new Map<string, string>()
let known: string[]

beforeAll(async () => {
  const own = await ownDatabase()
  ;({ db, close } = own)
  const planted = await plantedFor(db)
  known = Object.keys(planted)
  for (const [key, make] of Object.entries(planted)) {
    bad.set(key, await make.bad())
    good.set(key, await make.good())
  }
})
afterAll(() => close())

test('there are at least 25 rules, each with a key of its own, words, and a record that shows what it finds', () => {
  expect(RULES.length).toBeGreaterThanOrEqual(25)
  expect(new Set(RULES.map(({ key }) => key)).size).toBe(RULES.length)
  expect(known.toSorted()).toEqual(RULES.map(({ key }) => key).toSorted())
  for (const { wrong, matters, advice } of RULES) {
    for (const words of [wrong, matters, advice]) expect(words).toMatch(/^[A-Z].{15,}[.]$/)
  }
})

test.each(RULES.map((rule) => [rule.key, rule] as const))('%s finds its record and no good one', async (key, rule) => {
  const failing = await findFailing(db, rule, NOON)
  const ids = failing.map(({ recordId }) => recordId)
  expect(ids).toContain(bad.get(key))
  expect(ids).not.toContain(good.get(key))
  expect(new Set(ids).size).toBe(ids.length)
  // Of people it says nothing: names and addresses stay in their own tables.
  for (const { sample } of failing) expect(sample).not.toMatch(/@\w|Jones|Reyes|\d{3}-\d{4}/)
})
