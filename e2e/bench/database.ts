import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, migrate } from '#server/testing/database.ts'
import { freePort } from '#world/ports.ts'
import { startPostgres } from '#world/postgres.ts'

/**
 * A PostgreSQL of the benchmark's own, as durable as in production, with an empty, migrated database. It counts the
 * statements it runs.
 */
export async function startBenchDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'palmetto-bench-'))
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port: await freePort(),
    durable: true,
    countStatements: true,
  })
  const url = postgres.urlOf('palmetto_bench')
  const stop = async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await createDatabase(postgres.urlOf('postgres'), 'palmetto_bench')
    await migrate(url)
    return { url, stop, crash: postgres.crash }
  } catch (error) {
    await stop()
    throw error
  }
}
