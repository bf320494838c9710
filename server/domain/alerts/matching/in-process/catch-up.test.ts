import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db, RootDb } from '#server/db.ts'
import { feedHead, numberFeed } from '#server/domain/listings/listings.feed.ts'
import type { Contact, Person } from '#server/generated/prisma/client.ts'
import { log } from '#server/log.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { actorOf } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { createRandom } from '#world/random.ts'
import { criteriaSchema } from '../../searches.schema.ts'
import { removeSearch, reviseSearch, setSearchActive } from '../../searches.service.ts'
import { matchByJoin } from '../match-by-join.sql.ts'
import type { Matcher } from '../matcher.ts'
import { inWords, linesOf } from './testing.lines.ts'
import { startThreadMatcher } from './thread-matcher.ts'

const ZIPS = ['29464', '29902', '29483']
const WRITERS = 4
const COMPARISONS = 25
const LATE_MS = 30

let db: RootDb
let agent: Person
let contacts: Contact[]
/** As two workers would: each has its own memory, and sees only some of the runs. */
let workers: ReturnType<typeof startThreadMatcher>[]
const random = createRandom('catch-up')
const nobody: Matcher = () => Promise.reject(new Error('The thread did not answer.'))

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  contacts = await Promise.all(Array.from({ length: 8 }, () => aContact(agent, {}, db)))
  for (const contact of contacts) await aSearch(agent, contact, { postalCodes: ZIPS }, db)
  for (const postalCode of ZIPS) await aListingEvent(await aPlacedListing({ postalCode }, db), {}, db)
  await numberFeed(db)
  workers = [0, 1].map(() => startThreadMatcher({ databaseUrl: own.url, log, otherwise: nobody }))
  return own.close
})
afterAll(() => Promise.all(workers.map(({ stop }) => stop())))

/** Whatever changes who is written to about what, some of it in transactions that commit late. */
async function changeSomething() {
  const ctx = { db, actor: actorOf(agent), now: () => new Date() }
  const contact = random.pick(contacts)
  const zips = { postalCodes: random.sample(ZIPS, random.int(1, 2)) }
  const [search] = random.sample(await db.savedSearch.findMany({ where: { removedAt: null } }), 1)
  const searchId = search?.id ?? ''
  const late = (work: (tx: Db) => Promise<unknown>) =>
    db.$transaction(async (tx) => {
      await work(tx)
      await pause(random.float() * LATE_MS)
    })
  const add = () => aSearch(agent, contact, zips, db)
  const ways = [
    ...[add, add, add],
    () => {
      const basedOnVersion = search?.currentVersion ?? 1
      return reviseSearch(ctx, { searchId, name: 'Other', criteria: criteriaSchema.parse(zips), basedOnVersion })
    },
    () => setSearchActive(ctx, { searchId, active: random.chance(0.7) }),
    () => removeSearch(ctx, { searchId }),
    () => late((tx) => tx.savedSearch.updateMany({ where: { id: searchId }, data: { activeYN: random.chance(0.7) } })),
    () =>
      late((tx) =>
        tx.contact.update({
          where: { id: contact.id },
          data: { email: random.chance(0.2) ? null : `${random.hex(8)}@example.test` },
        }),
      ),
    () =>
      late((tx) =>
        tx.contact.update({ where: { id: contact.id }, data: { removedAt: random.chance(0.2) ? new Date() : null } }),
      ),
    () =>
      late((tx) => tx.savedSearch.update({ where: { id: searchId }, data: { contactId: random.pick(contacts).id } })),
    () => late((tx) => tx.savedSearch.deleteMany({ where: { id: searchId } })),
  ]
  // Two writers may meet at one search, or find no address: what they are told is not what this is about.
  await random
    .pick(ways)()
    .catch(() => {})
}

/** What a worker's memory and the join find on one snapshot. */
async function lookAt(worker: { match: Matcher }) {
  const work = async (tx: Db) => {
    const window = { from: 0n, to: await feedHead(tx) }
    return { memory: linesOf(await worker.match(tx, window)), join: inWords(await matchByJoin(tx, window)) }
  }
  return db.$transaction(work, { isolationLevel: 'RepeatableRead', timeout: 60_000 })
}

test('whatever is changed around a run, and however late it is committed, memory finds what the join finds', async () => {
  let writing = true
  const writers = Array.from({ length: WRITERS }, async () => {
    while (writing) await changeSomething()
  })
  const seen = new Set<string>()
  for (let turn = 0; turn < COMPARISONS; turn += 1) {
    const { memory, join } = await lookAt(random.pick(workers))
    expect(memory).toEqual(join)
    seen.add(JSON.stringify(join))
  }
  writing = false
  await Promise.all(writers)
  expect(seen.size, 'runs between which nothing changed prove little').toBeGreaterThan(COMPARISONS / 2)
})

test('a search that is saved while its person loses the address is not written to', async () => {
  const contact = await aContact(agent, {}, db)
  const [worker] = workers
  if (!worker) throw new Error('no worker')
  const mine = (lines: string[]) => lines.filter((line) => line.endsWith(contact.id))

  const after = await db
    .$transaction(async (losing) => {
      // Neither sees the other: the search is saved and seen before the address is gone.
      await losing.contact.update({ where: { id: contact.id }, data: { email: null } })
      await aSearch(agent, contact, { postalCodes: ZIPS }, db)
      expect(mine((await lookAt(worker)).memory)).toHaveLength(ZIPS.length)
    })
    .then(() => lookAt(worker))
  expect(mine(after.memory)).toEqual([])
})
