import { MongoClient } from 'mongodb'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { runSync } from '#server/domain/legacy/sync/run.ts'
import { log } from '#server/log.ts'
import { anOffice } from '#server/testing/factories.ts'
import { expectedAlerts, takeSnapshot } from '#world/brute-force.ts'
import { OFFICES } from '#world/legacy/documents.ts'
import { createMarket } from '#world/legacy/market.ts'
import { seedLegacy } from '#world/legacy/seed.ts'
import { startMongoPeer } from '#world/mongo/peer.ts'
import { addCompany } from './company.ts'

const DATABASE = 'kills'
const PHOTOS = 'http://127.0.0.1:4100'

/**
 * A small old database whose market has moved since `db` took it over; who has to be told what comes from a brute
 * force over its documents; and a partner who was added, and somebody who begins with what matches now.
 */
export async function stageMarket(db: RootDb) {
  const mongo = await startMongoPeer({ port: 0 })
  const client = await new MongoClient(mongo.url).connect()
  const old = client.db(DATABASE)
  const source = connectLegacy({ url: mongo.url, database: DATABASE })
  const now = () => new Date()
  try {
    await seedLegacy(old, { seed: 3, now: now(), photoOrigin: PHOTOS, scale: 0.01 })
    for (const name of OFFICES) await anOffice({ name }, db)
    await runSync({ db, legacy: source, now, log }, { jobRunId: 'baseline', lagMs: 0 })
    await planAlerts({ db, now, match: matchInSql }, { jobRunId: 'baseline', slot: new Date(0) })

    const before = await takeSnapshot(old)
    await createMarket({ db: old, seed: 3, photoOrigin: PHOTOS }).move({ now: now(), moves: 20 })
    const after = await takeSnapshot(old)
    const expected = expectedAlerts({ before, after })
    await addCompany(db, { before, after, people: expected.people })
    return { expected, legacy: { url: mongo.url, database: DATABASE }, stop: () => mongo.stop() }
  } finally {
    await source.close()
    await client.close()
  }
}
