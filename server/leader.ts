import { Client } from 'pg'

export type Leader = {
  /** True while this process, and no other, holds the lock. Tries to get it when nobody does. */
  isLeader: () => Promise<boolean>
  resign: () => Promise<void>
}

/**
 * One leader among any number of processes: an advisory lock on a connection of its own, so that it falls to another
 * process the moment this one dies. Needs a direct connection; a pooler in transaction mode would lose the lock.
 */
export function openLeader(connectionString: string, name: string): Leader {
  let client: Client | undefined
  let holds = false

  async function connect() {
    const fresh = new Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    })
    const lose = () => {
      if (client !== fresh) return
      client = undefined
      holds = false
    }
    fresh.once('end', lose)
    fresh.on('error', lose)
    await fresh.connect()
    client = fresh
    return fresh
  }

  return {
    async isLeader() {
      const connection = client ?? (await connect())
      if (holds) {
        // Asked each time: a connection that was cut without a word still looks open from here.
        await connection.query('SELECT 1')
        return holds
      }
      const { rows } = await connection.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [name])
      holds = rows[0]?.held === true
      return holds
    },
    async resign() {
      const connection = client
      client = undefined
      holds = false
      await connection?.end().catch(() => {})
    },
  }
}
