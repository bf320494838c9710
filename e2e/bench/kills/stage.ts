import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { connectDb, type RootDb } from '#server/db.ts'
import type { Failpoint } from '#server/failpoint.ts'
import { testEnvironment } from '#server/testing/environment.ts'
import { anOffice } from '#server/testing/factories.ts'
import { startSmtpServer } from '#server/testing/smtp.ts'
import { OFFICES } from '#world/legacy/documents.ts'
import { createMarket } from '#world/legacy/market.ts'
import { seedLegacy } from '#world/legacy/seed.ts'
import { startMongoPeer } from '#world/mongo/peer.ts'
import { freePort } from '#world/ports.ts'
import { startProcess, waitForAddress } from '#world/processes.ts'
import { bundle } from '../../kills/bundle.ts'
import { startBenchDatabase } from '../database.ts'

const LEGACY_DATABASE = 'kills'
const PHOTOS = 'http://127.0.0.1:4100'
const SCALE = 0.01
/** On a machine that does other work besides. */
const START_MS = 180_000

/** What a dead worker held is free at once, instead of after up to two minutes: only the waiting is left out. */
async function endLeases(db: RootDb) {
  const past = new Date(0)
  await db.outboxMail.updateMany({ where: { state: 'sending' }, data: { leaseUntil: past } })
  await db.outboxEvent.updateMany({ where: { state: 'sending' }, data: { leaseUntil: past } })
  await db.$executeRaw`UPDATE inngest_engine.job SET lease_until = now() WHERE lease_until IS NOT NULL`
}

/** A small brokerage with the real worker in a process that can be killed and started again. */
export async function openStage() {
  const folder = await mkdtemp(join(tmpdir(), 'palmetto-kills-'))
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    const script = join('.data', 'kills', 'worker.mjs')
    await bundle('inngest/worker.ts', script)
    await bundle('inngest/engine-thread.ts', join('.data', 'kills', 'engine-thread.mjs'))
    await bundle('server/domain/alerts/matching/in-process/thread.ts', join('.data', 'kills', 'matcher-thread.mjs'))
    const database = await startBenchDatabase()
    stops.push(database.stop)
    const db = connectDb(database.url, 4)
    stops.push(() => db.$disconnect())
    const mongo = await startMongoPeer({ port: 0 })
    stops.push(mongo.stop)
    const client = await new MongoClient(mongo.url).connect()
    stops.push(() => client.close())
    const smtp = await startSmtpServer()
    stops.push(smtp.stop)

    const legacy = client.db(LEGACY_DATABASE)
    await seedLegacy(legacy, { seed: 3, now: new Date(), photoOrigin: PHOTOS, scale: SCALE })
    const market = createMarket({ db: legacy, seed: 3, photoOrigin: PHOTOS })
    for (const name of OFFICES) await anOffice({ name }, db)

    const [workerPort, executorPort] = [await freePort(), await freePort()]
    const workerUrl = `http://127.0.0.1:${workerPort}`
    const executorUrl = `http://127.0.0.1:${executorPort}`
    const env = {
      NODE_ENV: 'production',
      PALMETTO_ROLE: 'worker',
      DATABASE_URL: database.url,
      LEGACY_MONGO_URL: mongo.url,
      LEGACY_MONGO_DATABASE: LEGACY_DATABASE,
      LEGACY_LAG_SECONDS: '1',
      SMTP_URL: smtp.url,
      INNGEST_BASE_URL: executorUrl,
      WORKER_PORT: String(workerPort),
      WORKER_URL: workerUrl,
      LOG_LEVEL: 'error',
    }
    const logFile = join('.data', 'logs', 'kills-worker.log')
    const startWorker = async (killedAt?: Failpoint) => {
      const command = [process.execPath, '--enable-source-maps', script]
      const failing: Record<string, string> = killedAt ? { PALMETTO_FAILPOINT: killedAt } : {}
      const worker = await startProcess({ command, env: { ...env, ...failing }, logFile })
      const address = { what: 'The worker', url: `${workerUrl}/health`, process: worker, timeoutMs: START_MS, logFile }
      try {
        await waitForAddress(address)
      } catch (error) {
        // Whoever gives up waiting for it is the only one who knows that it runs.
        await worker.kill()
        throw error
      }
      return worker
    }
    /** As "Run now" asks. A dead worker hears nothing, which is what this is about. */
    const ask = (functionId: string) =>
      fetch(`${executorUrl}/e/${testEnvironment.INNGEST_EVENT_KEY}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'jobs/run.requested', data: { functionId, requestedById: 'bench' } }),
      }).catch(() => null)
    return { db, legacy, market, smtp, startWorker, ask, endLeases: () => endLeases(db), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
