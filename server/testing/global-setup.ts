import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#world/ports.ts'
import { startPostgres } from '#world/postgres.ts'

/** What the databases of a whole run take, twice. */
const ROOM_BYTES = 10 * 2 ** 30

/** Memory where there is plenty of it: a hundred databases are made and thrown away, and a disk took most of that time. */
async function findRoom(): Promise<string> {
  const memory = '/dev/shm'
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }))
  return Math.min(bavail * bsize, process.availableMemory()) > ROOM_BYTES ? memory : tmpdir()
}

/** A real PostgreSQL for the whole run: one shared database, and a migrated template to clone from. */
export default async function setup() {
  const folder = await mkdtemp(join(await findRoom(), 'palmetto-test-'))
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
