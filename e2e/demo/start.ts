import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '#server/generated/prisma/client.ts'
import { migrateDatabase, startWeb, startWorker, watchWorkerSources } from '#world/app.ts'
import { type RunningProcess, stopEveryProcess } from '#world/processes.ts'
import type { WorldSettings } from '#world/settings.ts'
import { startWorld, type World } from '#world/world.ts'
import { buildOnce, buildWorker } from './build.ts'
import { runJob, waitUntil } from './operate.ts'

export type Sign = { role: string; email: string; fullName: string }
export type Demo = {
  world: World
  db: PrismaClient
  processes: { web: RunningProcess; worker: RunningProcess }
  accounts: Sign[]
  password: string
  stop: () => Promise<void>
}

type Stop = () => Promise<void>
type Options = {
  fresh: boolean
  durable?: boolean
  dev?: boolean
  tell: (line: string) => void
  /** Called early and again as more is running: how to end all of it, also in the middle of the start. */
  onStop?: (stop: Stop) => void
}

const run = promisify(execFile)

const seed = async (world: World, what: 'offices' | 'accounts' | 'leads') => {
  const { stdout } = await run(process.execPath, ['prisma/seed/seed.ts', what], {
    env: { ...process.env, ...world.environment },
  })
  return stdout
}

/** Waits until everything is over; the first time that is the whole history, dated or not. */
async function syncEverything(db: PrismaClient, world: World) {
  await waitUntil(
    'the worker has registered its functions',
    async () => (await db.jobSchedule.count()) > 0 || (await db.workerHeartbeat.count()) > 0,
  )
  const followed = await runJob(db, world.environment, 'sync-legacy', 300_000)
  const walked = await runJob(db, world.environment, 'sweep-legacy', 300_000)
  return `${followed.words}. ${walked.words}`
}

/** Builds, starts the world and the app in it, and brings the legacy data over. */
export async function startDemo(
  settings: WorldSettings,
  { fresh, durable, dev = false, tell, onStop = () => {} }: Options,
): Promise<Demo> {
  if (dev) await buildWorker({ tell })
  else await buildOnce({ distDir: settings.distDir, tell })
  const world = await startWorld(settings, { fresh, durable, tell, onStop })
  const { environment } = world
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: environment.DATABASE_URL, max: 4 }) })
  const end = async () => {
    await stopEveryProcess()
    await db.$disconnect()
    await world.stop()
  }
  let ending: Promise<void> | undefined
  const stop = () => {
    ending ??= end()
    return ending
  }
  onStop(stop)
  try {
    tell('Bringing the database to the newest schema')
    await migrateDatabase({ settings, environment })
    await seed(world, 'offices')
    tell('Starting the worker and the app')
    const [worker, web] = await Promise.all([
      startWorker({ settings, environment }, { dev }),
      startWeb({ settings, environment }, { dev }),
    ])
    if (dev) await watchWorkerSources({ settings })
    tell('Syncing the legacy data')
    tell(`  ${await syncEverything(db, world)}`)
    const { accounts, password } = JSON.parse(await seed(world, 'accounts'))
    await seed(world, 'leads')
    // The first alert run takes what is there as its baseline, so that nobody is mailed four thousand homes.
    await runJob(db, environment, 'send-alerts')
    // The page of data quality shows what came over from the first moment on, and not within the hour.
    await runJob(db, environment, 'check-quality')
    return { world, db, processes: { web, worker }, accounts, password, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
