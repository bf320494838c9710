import { getPriority, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { Client } from 'pg'
import { z } from 'zod'
import { buffersOf } from './packed-matches.ts'
import { forgetOldChanges } from './searches.sql.ts'
import { keepSearches } from './searches-in-memory.ts'
import type { MatchAnswer, MatchOrder } from './thread.types.ts'

/** On Linux niceness is a thread's own: everything else in the process comes first. */
const NICER = 5
const LEAST = 19
/** No statement of a run takes a tenth of this at a million searches; one that does is stuck. */
const STATEMENT_MS = 120_000
const CONNECT_MS = 5_000

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(workerData)
const searches = keepSearches()
let connected: Client | null = null

/** Memory lives as long as the connection: behind a new one there may be another database, restored from a dump. */
function drop(client: Client) {
  if (connected === client) connected = null
  searches.forget()
  client.end().catch(() => {})
}

async function connect(): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    statement_timeout: STATEMENT_MS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: 'palmetto matcher',
  })
  client.on('error', () => drop(client))
  await client.connect()
  await client.query(`SET work_mem = '128MB'; SET jit = off`)
  connected = client
  return client
}

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'

/** Begins on the connection at hand, or on a new one: what was idle for a quarter of an hour may be gone. */
async function begin(): Promise<Client> {
  const idle = connected
  try {
    await idle?.query(BEGIN)
    if (idle) return idle
  } catch {
    if (idle) drop(idle)
  }
  const client = await connect()
  await client.query(BEGIN)
  return client
}

async function match({ snapshot, from, to }: MatchOrder) {
  const client = await begin()
  try {
    await client.query(`SET TRANSACTION SNAPSHOT ${client.escapeLiteral(snapshot)}`)
    const { matches, isNew } = await searches.match(client, { from, to })
    await client.query('COMMIT')
    // Whoever reads everything anew is done with the old changes; a process that is not forgets its memory before them.
    if (isNew) await forgetOldChanges(client).catch(() => {})
    return matches
  } catch (error) {
    drop(client)
    throw error
  }
}

async function answer(order: MatchOrder) {
  try {
    const matches = await match(order)
    const reply: MatchAnswer = { id: order.id, matches }
    parentPort?.postMessage(reply, buffersOf(matches))
  } catch (error) {
    const reply: MatchAnswer = { id: order.id, error: error instanceof Error ? error.message : String(error) }
    parentPort?.postMessage(reply)
  }
}

setPriority(Math.min(LEAST, getPriority() + NICER))
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (order: MatchOrder) => {
  last = last.then(() => answer(order))
})
