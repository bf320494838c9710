import { join } from 'node:path'
import type { WorldEnvironment } from './environment.ts'
import { type RunningProcess, startProcess, waitForAddress } from './processes.ts'
import type { WorldSettings } from './settings.ts'

const bin = (name: string) => join(process.cwd(), 'node_modules', '.bin', name)

type Start = { settings: WorldSettings; environment: WorldEnvironment; extra?: Record<string, string> }

/** Brings the database to the committed schema, by Prisma's own CLI. */
export async function migrateDatabase({ settings, environment }: Start): Promise<void> {
  const logFile = join(settings.dataDir, 'logs', 'migrate.log')
  const migrate = await startProcess({ command: [bin('prisma'), 'migrate', 'deploy'], env: environment, logFile })
  if ((await migrate.exited) !== 0) throw new Error(`The database could not be migrated. Log: ${logFile}`)
}

/** The web role of the production build (or, with `dev`, Next's development server). */
export async function startWeb(
  { settings, environment, extra = {} }: Start,
  { dev = false } = {},
): Promise<RunningProcess> {
  const logFile = join(settings.dataDir, 'logs', 'web.log')
  const web = await startProcess({
    command: [bin('next'), dev ? 'dev' : 'start', '-p', String(settings.ports.web)],
    env: { ...environment, NODE_ENV: dev ? 'development' : 'production', PALMETTO_ROLE: 'web', ...extra },
    logFile,
  })
  await waitForAddress({
    what: 'The app',
    url: `${environment.APP_URL}/api/health`,
    process: web,
    timeoutMs: 120_000,
    logFile,
  })
  return web
}

/** Bundles the worker anew whenever a source changes; a worker started with `dev` then restarts by itself. */
export const watchWorkerSources = ({ settings }: Pick<Start, 'settings'>): Promise<RunningProcess> =>
  startProcess({
    command: [bin('node'), 'inngest/bundle.ts', '--watch'],
    env: {},
    logFile: join(settings.dataDir, 'logs', 'worker-build.log'),
  })

/** The worker role: serves the functions and hosts the executor. */
export async function startWorker(
  { settings, environment, extra = {} }: Start,
  { dev = false } = {},
): Promise<RunningProcess> {
  const logFile = join(settings.dataDir, 'logs', 'worker.log')
  const worker = await startProcess({
    command: [bin('node'), ...(dev ? ['--watch'] : []), '--enable-source-maps', 'dist/worker.mjs'],
    env: { ...environment, NODE_ENV: dev ? 'development' : 'production', PALMETTO_ROLE: 'worker', ...extra },
    logFile,
  })
  await waitForAddress({
    what: 'The worker',
    url: `${environment.WORKER_URL}/health`,
    process: worker,
    timeoutMs: 60_000,
    logFile,
  })
  return worker
}
