import { DatabaseError, Pool, type PoolClient, type QueryConfig, type QueryResultRow } from 'pg'
import type { Clock } from './engine.types.ts'

type Query = <R extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>

/** One transaction. `now` is the clock's time when it began: statements use it, never the server's. */
export type Tx = { readonly now: Date; readonly query: Query }

export type Database = {
  query: Query
  /** Runs `work`, again when Postgres undid it for a deadlock or a serialization failure. */
  transaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** The same for `work` of one statement, which is a transaction by itself: without the way there and back for its begin and end. */
  alone: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  /** A connection of one's own (for LISTEN); the caller releases it. */
  connect: () => Promise<PoolClient>
  close: () => Promise<void>
}

const names = new Map<string, string>()

/** With a name a connection parses a statement once: the same thirty are asked hundreds of times a second. */
function named(text: string, values?: unknown[]): QueryConfig {
  if (!values) return { text }
  const name = names.get(text) ?? `inngest_${names.size}`
  names.set(text, name)
  return { name, text, values }
}

type Options = { databaseUrl: string; clock: Clock; connections: number }

export function openDatabase({ databaseUrl, clock, connections }: Options): Database {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 5_000,
    application_name: 'inngest_engine',
  })
  // A connection that breaks emits an error whether it is idle or in use; unheard, either ends the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const query: Query = async (sql, values) => (await pool.query(named(sql, values))).rows

  async function attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      const result = await work({
        now: clock.now(),
        query: async (sql, values) => (await client.query(named(sql, values))).rows,
      })
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((reason: Error) => {
        broken = reason
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    query,
    connect: () => pool.connect(),
    close: () => pool.end(),
    transaction: (work) => again(() => attempt(work)),
    alone: (work) => again(() => work({ now: clock.now(), query })),
  }
}

/** What Postgres undid for the sake of another transaction is done once more. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries >= 5 || !isUndone(error)) throw error
    }
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const isUndone = (error: unknown) => ['40001', '40P01'].includes(codeOf(error))

/** Whether the database could not be reached, as against having refused the statement. */
export function isDisconnect(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  if (error instanceof DatabaseError) return /^(57P0[123]|53300|08...)$/.test(code)
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'ENOENT'].includes(code) ||
    /connection terminated|timeout exceeded when trying to connect|client has encountered/i.test(error.message)
  )
}
