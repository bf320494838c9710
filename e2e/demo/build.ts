import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startProcess } from '#world/processes.ts'

const SOURCES = [
  'app',
  'server',
  'inngest',
  'prisma/schema',
  'public',
  'package-lock.json',
  'next.config.js',
  'proxy.ts',
  'instrumentation.ts',
]

async function* filesIn(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return
  if ((await stat(path)).isFile()) return yield path
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    if (entry.isFile() && !entry.parentPath.includes('generated')) yield join(entry.parentPath, entry.name)
  }
}

/** One hash of everything that a build is made from. */
async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) for await (const file of filesIn(source)) hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

/** Builds web and worker into `distDir`, unless that was done for these very sources. */
export async function buildOnce({ distDir, tell }: { distDir: string; tell: (line: string) => void }): Promise<void> {
  const stamp = join(distDir, 'palmetto-sources')
  const sources = await hashSources()
  const built = existsSync(stamp) && existsSync('dist/worker.mjs') && (await readFile(stamp, 'utf8')) === sources
  if (built) return
  tell('Building the app (a minute or two, the first time)')
  const logFile = join('.data', 'logs', 'build.log')
  const build = await startProcess({
    command: ['npm', 'run', 'build'],
    env: { NEXT_DIST_DIR: distDir, NODE_ENV: 'production' },
    logFile,
  })
  if ((await build.exited) !== 0) throw new Error(`The build failed. Log: ${logFile}`)
  await mkdir(distDir, { recursive: true })
  await writeFile(stamp, sources)
}

/** The worker alone, for development: pages are built as they are opened. */
export async function buildWorker({ tell }: { tell: (line: string) => void }): Promise<void> {
  tell('Bundling the worker')
  const logFile = join('.data', 'logs', 'build.log')
  const build = await startProcess({ command: ['npm', 'run', 'build:worker'], env: {}, logFile })
  if ((await build.exited) !== 0) throw new Error(`The worker could not be bundled. Log: ${logFile}`)
}
