import { expect, test } from 'vitest'
import { nameStatements } from './statement-names.ts'

const byKey =
  'SELECT "public"."inquiry"."id" FROM "public"."inquiry" WHERE ("public"."inquiry"."id" = $1 AND 1=1) LIMIT $2 OFFSET $3'

test('a statement about one row keeps its name, and another one has another', () => {
  const nameOf = nameStatements()
  const name = nameOf({ sql: byKey })
  expect(name).not.toBe('')
  expect(nameOf({ sql: byKey })).toBe(name)
  expect(nameOf({ sql: byKey.replaceAll('inquiry', 'contact') })).not.toBe(name)
})

test.each([
  ['a sorted page', `${byKey} ORDER BY "id" ASC`],
  ['a list of ids', 'SELECT "id" FROM "person" WHERE "id" IN ($1,$2)'],
  ['an array', 'SELECT id FROM person WHERE id = ANY($1::uuid[])'],
  ['several rows at once', 'INSERT INTO "note" ("id","text") VALUES ($1,$2),($3,$4)'],
  ['a chain of statements', 'WITH gone AS (DELETE FROM note RETURNING id) SELECT id FROM gone'],
  ['a text as long as a report', `SELECT ${'"a",'.repeat(1_000)} 1`],
])('%s has none: it is planned for what it is asked with', (_what, sql) => {
  expect(nameStatements()({ sql })).toBe('')
})

test('whoever says that one plan will do has a name for it', () => {
  const sql = 'WITH meant AS (SELECT id FROM person WHERE id = ANY($1::uuid[])) SELECT count(*) FROM meant'
  expect(nameStatements()({ sql: `/* one plan */ ${sql}` })).not.toBe('')
})

test('names do not grow without end', () => {
  const nameOf = nameStatements()
  const named = Array.from({ length: 600 }, (_none, index) => nameOf({ sql: `SELECT ${index}` })).filter(Boolean)
  expect(new Set(named).size).toBe(500)
})
