import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#world/ports.ts'
import { startPostgres } from '#world/postgres.ts'

/** A real PostgreSQL for the whole run: one shared database, and a migrated template to clone from. */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), 'palmetto-test-'))
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    port: await freePort(),
    durable: false,
    maxConnections: 400,
  })
  process.env.DATABASE_URL = postgres.urlOf('palmetto_test')

  const { createDatabase, migrate, TEMPLATE } = await import('#server/testing/database.ts')
  const admin = postgres.urlOf('postgres')
  await createDatabase(admin, TEMPLATE)
  await migrate(postgres.urlOf(TEMPLATE))
  await createDatabase(admin, 'palmetto_test', TEMPLATE)

  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
