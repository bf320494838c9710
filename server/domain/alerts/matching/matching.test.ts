import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { type Person, Prisma } from '#server/generated/prisma/client.ts'
import { writeRounds } from '#server/testing/alert-rounds.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { SEARCH_EVENTS } from '../criteria.words.ts'
import { whereCriteria } from '../preview.sql.ts'
import { matchByJoin } from './match-by-join.sql.ts'
import { fits, wants } from './plain-reading.ts'
import { roundArb } from './rounds.arbitrary.ts'

let db: RootDb
let agent: Person

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  return own.close
})

test('the join finds what a plain reading of the words finds, at the edge of every bound', async () => {
  const found = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(roundArb, { minLength: 125, maxLength: 125 }), async (rounds) => {
      const from = await feedHead(db)
      const rows = await writeRounds(db, agent, rounds)
      await numberFeed(db)
      const matches = await db.$transaction(async (tx) => matchByJoin(tx, { from, to: await feedHead(tx) }))
      const expected = rows.flatMap((search) =>
        rows.flatMap(({ home, eventId }) => {
          const kind = wants(search, home)
          return kind ? [`${search.searchId} ${eventId} ${kind}`] : []
        }),
      )
      expect(matches.map(({ searchId, eventId, kind }) => `${searchId} ${eventId} ${kind}`).sort()).toEqual(
        expected.sort(),
      )
      for (const { kind } of matches) found.set(kind, (found.get(kind) ?? 0) + 1)
    }),
    { numRuns: 9, seed: 20_261_121, endOnFailure: true },
  )
  for (const kind of SEARCH_EVENTS) {
    expect(found.get(kind) ?? 0, `rounds in which nothing matches prove little: ${kind}`).toBeGreaterThan(30)
  }
})

test('the count in the editor finds the homes that a plain reading finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(roundArb, { minLength: 60, maxLength: 60 }), async (rounds) => {
      const rows = await writeRounds(db, agent, rounds)
      const here = Prisma.sql`id = ANY(${rows.map(({ listingId }) => listingId)}::uuid[])`
      for (const { criteria } of rows) {
        const ids = await db.$queryRaw<
          { id: string }[]
        >`SELECT id::text FROM listing WHERE ${here} AND ${whereCriteria(criteria)}`
        const expected = rows.filter(({ home }) => fits(criteria, home.listing)).map(({ listingId }) => listingId)
        expect(ids.map(({ id }) => id).sort()).toEqual(expected.sort())
      }
    }),
    { numRuns: 2, seed: 20_261_121, endOnFailure: true },
  )
})
