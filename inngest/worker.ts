import { createServer } from 'node:http'
import { hostname, setPriority } from 'node:os'
import { serve } from 'inngest/node'
import { openMailer } from '#server/adapters/mail/open-mailer.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { openPush } from '#server/adapters/push/open-push.ts'
import { flushSentry, initSentry } from '#server/adapters/sentry/sentry.ts'
import { openSlack } from '#server/adapters/slack/open-slack.ts'
import { db } from '#server/db.ts'
import { startThreadMatcher } from '#server/domain/alerts/matching/in-process/thread-matcher.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { heartbeat, markStopped } from '#server/domain/jobs/worker.service.ts'
import { env, keepEnvironmentAtHand } from '#server/env.ts'
import { log } from '#server/log.ts'
import { createInngest } from './client.ts'
import { functionsFor } from './index.ts'
import { startLiveRelay } from './live-relay.ts'
import { startEngineThread } from './start-engine-thread.ts'

const HEARTBEAT_MS = 5_000
/** Pages come first: the kernel gives the worker what the web process leaves. */
const NICE = 5

setPriority(NICE)
keepEnvironmentAtHand()
initSentry('worker')

const workerId = `${hostname()}-${process.pid}`
const now = () => new Date()
const inngest = createInngest({ ...env, db, now })
const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: env.LEGACY_MONGO_DATABASE })
const mailer = openMailer(env)
const matcher = startThreadMatcher({ databaseUrl: env.DATABASE_URL, log, otherwise: matchInSql })
const functions = functionsFor({
  inngest,
  deps: { db, now, log, mailer, legacy, match: matcher.match, slack: openSlack(env), push: openPush(env) },
})
const handler = serve({ client: inngest, functions, servePath: '/api/inngest', serveOrigin: env.WORKER_URL })

// Whoever waits for this process sends to its executor next: until that one listens, it is not there.
let isReady = false
const server = createServer((request, response) => {
  if (request.url?.startsWith('/api/inngest')) return void handler(request, response)
  const health = isReady ? 200 : 503
  response.writeHead(request.url === '/health' ? health : 404, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ role: 'worker', workerId }))
})

await new Promise<void>((resolve, reject) => server.once('error', reject).listen(env.WORKER_PORT, resolve))
const engine =
  env.INNGEST_EXECUTOR === 'embedded'
    ? await startEngineThread(
        {
          databaseUrl: env.DATABASE_URL,
          port: Number(new URL(env.INNGEST_BASE_URL).port),
          eventKey: env.INNGEST_EVENT_KEY,
          signingKey: env.INNGEST_SIGNING_KEY,
          apps: [`${env.WORKER_URL}/api/inngest`],
        },
        (err) => {
          // Whoever started this process starts it again; without an executor it would only look alive.
          log.fatal({ err }, 'The executor is gone')
          process.exit(1)
        },
      )
    : null
const relay = await startLiveRelay({ db, databaseUrl: env.DATABASE_URL, send: (facts) => inngest.send(facts), log })

const beat = () =>
  heartbeat(db, workerId).catch((error: unknown) => log.warn({ err: error }, 'The heartbeat could not be written'))
await beat()
const beating = setInterval(beat, HEARTBEAT_MS)
isReady = true
log.info({ workerId, port: env.WORKER_PORT }, 'The worker is ready')

let stopping = false
async function stop(signal: string) {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'The worker is stopping')
  clearInterval(beating)
  await relay.stop()
  await engine?.stop()
  server.close()
  server.closeAllConnections()
  mailer.close()
  await legacy.close()
  await matcher.stop()
  await markStopped(db, workerId)
  await db.$disconnect()
  await flushSentry()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
