import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildOnce } from '#demo/build.ts'
import { connectDb, type RootDb } from '#server/db.ts'
import { testEnvironment } from '#server/testing/environment.ts'
import { freePort } from '#world/ports.ts'
import { startProcess, waitForAddress } from '#world/processes.ts'
import { atLeast, atMost, type Bench, known } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import type { Order, Tally } from './client.ts'

const SECONDS = { ci: 10, full: 30 }
const WARM_UP = 4
const KEY = 'signing-key-of-the-benchmark'
const HOST = 'localhost'
const MAILS = 500
/** One event of twenty is kept. */
const KEPT_OF = 20

const run = promisify(execFile)

/** Mails that have left, for events to be about. */
async function sendMails(db: RootDb): Promise<string[]> {
  const ids = Array.from({ length: MAILS }, () => crypto.randomUUID())
  await db.outboxMail.createMany({
    data: ids.map((id) => ({
      ...{ id, kind: 'alert', recipient: `${id}@example.test`, dedupeKey: id, messageId: `<${id}@${HOST}>` },
      ...({ state: 'sent', sentAt: new Date(), subject: 'A home' } as const),
    })),
  })
  return ids.map((id) => `<${id}@${HOST}>`)
}

async function startWeb(databaseUrl: string) {
  const [distDir, port] = ['.next-demo', await freePort()]
  const url = `http://${HOST}:${port}`
  const logFile = join('.data', 'logs', 'bench-web.log')
  const web = await startProcess({
    command: [join(process.cwd(), 'node_modules', '.bin', 'next'), 'start', '-p', String(port)],
    env: {
      ...testEnvironment,
      ...{ NODE_ENV: 'production', PALMETTO_ROLE: 'web', DATABASE_URL: databaseUrl, DATABASE_POOL: '10' },
      ...{ APP_URL: url, NEXTAUTH_URL: url, NEXT_DIST_DIR: distDir, MAILGUN_SIGNING_KEY: KEY },
    },
    logFile,
  })
  await waitForAddress({ what: 'The app', url: `${url}/api/health`, process: web, timeoutMs: 60_000, logFile })
  return { url, pid: web.child.pid, stop: () => web.stop() }
}

/** Milliseconds of processor time that a process has used so far, as Linux counts them: hundredths of a second. */
async function readCpuMs(pid: number | undefined): Promise<number> {
  const [, fields = ''] = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number)
  return 10 * (user + system)
}

/** Sends for a while, and says what each answer cost the web process. */
async function bombard(order: Order, pid: number | undefined): Promise<Tally & { webMs: number }> {
  const before = await readCpuMs(pid)
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'client.ts'), JSON.stringify(order)])
  const tally: Tally = JSON.parse(stdout)
  return { ...tally, webMs: ((await readCpuMs(pid)) - before) / tally.answers }
}

async function countTransactions(db: RootDb): Promise<number> {
  const [row] = await db.$queryRaw<{ done: number }[]>`
    SELECT xact_commit::int AS done FROM pg_stat_database WHERE datname = current_database()`
  return row?.done ?? 0
}

/** Webhooks through the production route, nineteen of twenty of which nobody needs. */
export const bench: Bench = async ({ full, show, tell }) => {
  await buildOnce({ distDir: '.next-demo', tell })
  const { url, stop } = await startBenchDatabase()
  const db = connectDb(url, 2)
  const messageIds = await sendMails(db)
  const web = await startWeb(url)
  try {
    const about = { url: `${web.url}/api/webhooks/mailgun`, key: KEY, messageIds, keptOf: KEPT_OF, connections: 64 }
    const order = { ...about, method: 'POST' } as const
    const warm = await bombard({ ...order, seconds: WARM_UP }, web.pid)
    const seconds = full ? SECONDS.full : SECONDS.ci
    // The route has no PUT: Next answers 405 with nothing in it, and none of our code has run.
    const bare = { ...order, method: 'PUT' } as const
    await bombard({ ...bare, seconds: WARM_UP }, web.pid)
    tell(`An empty route for ${seconds} seconds`)
    const floor = await bombard({ ...bare, seconds }, web.pid)
    tell(`Webhooks for ${seconds} seconds`)
    const before = await countTransactions(db)
    const tally = await bombard({ ...order, seconds }, web.pid)
    // Each backend tells its figures at most once a second.
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const transactions = (await countTransactions(db)) - before
    const rows = await db.mailEvent.count()
    const share = `${((100 * tally.dropped) / tally.answers).toFixed(1)} % dropped`
    show(atLeast('webhooks a second', tally.answers / tally.seconds, 'webhooks/s', 1_000, { note: share }))
    const alone = 'what Next alone does here with a request that none of our code sees'
    show(known('answers a second of an empty route', floor.answers / floor.seconds, 'answers/s', { note: alone }))
    const inverse = { note: 'its inverse is the rate where a core is free' }
    show(known('processor time of the web process a webhook', tally.webMs, 'ms', inverse))
    show(known('processor time of the web process an empty answer', floor.webMs, 'ms', inverse))
    const sender = { note: 'who signs and sends it: a process of its own' }
    show(known('processor time of the sender a webhook', tally.cpuMs / tally.answers, 'ms', sender))
    show(known('p95', tally.p95Ms, 'ms', { note: '64 at once' }))
    show(atMost('answers other than kept or dropped', tally.others + warm.others, 'answers', 0))
    const kept = tally.kept + warm.kept
    show(atMost('acknowledged as kept, and not there', Math.abs(kept - rows), 'events', 0, { note: `${kept} kept` }))
    const note = `${transactions} transactions for ${tally.kept} kept events, ${tally.dropped} dropped`
    show(atMost('transactions a kept event', transactions / Math.max(1, tally.kept), 'transactions', 1, { note }))
  } finally {
    await web.stop()
    await db.$disconnect()
    await stop()
  }
}
