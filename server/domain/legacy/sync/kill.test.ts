import { spawn } from 'node:child_process'
import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import type { Failpoint } from '#server/failpoint.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { startMongoPeer } from '#world/mongo/peer.ts'
import { syncStream } from './run.ts'

const CHILD = `
  const { connectLegacy } = await import('#server/adapters/mongo/mongo.ts')
  const { db } = await import('#server/db.ts')
  const { env } = await import('#server/env.ts')
  const { log } = await import('#server/log.ts')
  const { syncStream } = await import('#server/domain/legacy/sync/run.ts')
  const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: 'legacy' })
  await syncStream({ db, legacy, now: () => new Date(), log }, 'listings', { jobRunId: 'killed', pageSize: 4, lagMs: 0 })
  await legacy.close()
  await db.$disconnect()
`

/** Runs the sync in a process of its own and says how that ended. */
const endOf = (env: Record<string, string>) =>
  new Promise<string | number | null>((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', CHILD], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })

test.each<[Failpoint, number]>([
  ['sync.before-page-commit', 0],
  ['sync.after-page-commit', 4],
])('a process that is killed at %s loses nothing and repeats nothing', async (failpoint, committed) => {
  const own = await ownDatabase()
  const peer = await startMongoPeer({ port: 0 })
  const client = await new MongoClient(peer.url).connect()
  const home = (index: number) => ({
    ...{ mlsNumber: `M${index}`, status: 'Active', propertyType: 'SFR', price: 300_000, photos: [] },
    ...{ address: { street: '1 Oak St', city: 'Beaufort', state: 'SC', zip: '29902' }, loc: [-80.68, 32.43] },
    updatedAt: new Date(Date.now() - 60_000),
  })
  await client.db('legacy').collection('listings').createIndex({ updatedAt: 1, _id: 1 })
  await client
    .db('legacy')
    .collection('listings')
    .insertMany(Array.from({ length: 10 }, (_, index) => home(index)))

  const environment = { DATABASE_URL: own.url, LEGACY_MONGO_URL: peer.url, DATABASE_POOL: '2' }
  expect(await endOf({ ...environment, PALMETTO_FAILPOINT: failpoint })).toBe('SIGKILL')
  expect(await own.db.listing.count()).toBe(committed)
  expect(await own.db.listingEvent.count()).toBe(committed)

  const legacy = connectLegacy({ url: peer.url, database: 'legacy' })
  const deps = { db: own.db, legacy, now: () => new Date(), log }
  // A killed backend holds its lock until the server notices; the run leaves the page to it and the next one takes it.
  await expect
    .poll(async () => (await syncStream(deps, 'listings', { jobRunId: 'next', lagMs: 0 })).leftToAnother, {
      timeout: 10_000,
    })
    .toBe(false)
  expect(await own.db.listing.count()).toBe(10)
  expect(await own.db.listingEvent.count()).toBe(10)
  const counts = await own.db.legacySyncCount.findMany()
  expect(counts.reduce((sum, { inserted }) => sum + inserted, 0)).toBe(10)
  await legacy.close()
  await client.close()
  await peer.stop()
  await own.close()
})
