import { spawn } from 'node:child_process'
import { MongoClient } from 'mongodb'
import { expect, test } from 'vitest'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { SWEEP_FAILPOINTS } from '#server/failpoint.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { startMongoPeer } from '#world/mongo/peer.ts'
import { sweepStream } from './sweep.ts'

const CHILD = `
  const { connectLegacy } = await import('#server/adapters/mongo/mongo.ts')
  const { db } = await import('#server/db.ts')
  const { env } = await import('#server/env.ts')
  const { log } = await import('#server/log.ts')
  const { sweepStream } = await import('#server/domain/legacy/sync/sweep.ts')
  const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: 'legacy' })
  await sweepStream({ db, legacy, now: () => new Date(), log }, 'listings', { pageSize: 4, everyMs: 0 })
  await legacy.close()
  await db.$disconnect()
`

/** Walks in a process of its own and says how that ended. */
const endOf = (env: Record<string, string>) =>
  new Promise<string | number | null>((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', CHILD], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.once('exit', (code, signal) => resolve(signal ?? code))
  })

test('a walk that is killed anywhere is gone on with, and ends as if nothing had happened', async () => {
  const own = await ownDatabase()
  const peer = await startMongoPeer({ port: 0 })
  const client = await new MongoClient(peer.url).connect()
  const homes = client.db('legacy').collection<{ _id: number }>('listings')
  const home = (index: number) => ({
    ...{ _id: index, mlsNumber: `M${index}`, status: 'Active', propertyType: 'SFR', price: 300_000, photos: [] },
    address: { street: '1 Oak St', city: 'Beaufort', state: 'SC', zip: '29902' },
  })
  const legacy = connectLegacy({ url: peer.url, database: 'legacy' })
  const deps = { db: own.db, legacy, now: () => new Date(), log }
  await homes.insertMany(Array.from({ length: 10 }, (_, index) => home(index)))
  await sweepStream(deps, 'listings', { everyMs: 0 })

  const environment = { DATABASE_URL: own.url, LEGACY_MONGO_URL: peer.url, DATABASE_POOL: '2' }
  for (const [turn, failpoint] of SWEEP_FAILPOINTS.entries()) {
    const comes = 100 + turn
    await homes.insertOne(home(comes))
    await homes.deleteOne({ _id: turn })
    expect(await endOf({ ...environment, PALMETTO_FAILPOINT: failpoint })).toBe('SIGKILL')
    await sweepStream(deps, 'listings', { everyMs: 0 })
    expect(await own.db.legacySweep.count({ where: { endedAt: null } })).toBe(0)
    const rows = await own.db.listing.findMany({ select: { listingKey: true, standardStatus: true } })
    const status = Object.fromEntries(rows.map((row) => [row.listingKey, row.standardStatus]))
    expect(status[`legacy:n:${turn}`]).toBe('Delete')
    expect(status[`legacy:n:${comes}`]).toBe('Active')
    expect(Object.values(status).filter((word) => word === 'Active')).toHaveLength(10)
  }
  // Each came once and went once.
  expect(await own.db.listingEvent.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })).toEqual([
    { kind: 'New', _count: 10 + SWEEP_FAILPOINTS.length },
    { kind: 'StatusChange', _count: SWEEP_FAILPOINTS.length },
  ])
  await legacy.close()
  await client.close()
  await peer.stop()
  await own.close()
}, 120_000)
