import { Client } from 'pg'
import { env } from '#server/env.ts'
import { log } from '#server/log.ts'

/** Called with the payload, or with null when something may have been missed while the connection was down. */
type Listener = (payload: string | null) => void

export type Live = {
  /** Resolves when the channel is listened to: from then on nothing is missed. */
  subscribe: (channel: string, listener: Listener) => Promise<() => void>
  close: () => Promise<void>
}

const RETRY_MS = [250, 500, 1_000, 2_000, 5_000]
/** A connection that a firewall has dropped looks alive until something is asked over it. */
const PROBE_MS = 15_000

/** One LISTEN connection for all who listen in this process; comes back by itself. */
export function openLive(connectionString: string): Live {
  const listeners = new Map<string, Set<Listener>>()
  let client: Promise<Client> | undefined
  let closed = false
  let failures = 0
  let retry: NodeJS.Timeout | undefined

  const tell = (channel: string, payload: string | null) => {
    for (const listener of listeners.get(channel) ?? []) listener(payload)
  }

  async function connect(): Promise<Client> {
    const fresh = new Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    })
    let probe: NodeJS.Timeout | undefined
    const lose = () => {
      clearInterval(probe)
      fresh.removeAllListeners('notification')
      if (client === ready) client = undefined
      if (!closed && listeners.size > 0) reconnectLater()
    }
    fresh.once('error', () => void fresh.end().catch(() => {}))
    fresh.once('end', lose)
    fresh.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''))
    await fresh.connect()
    for (const channel of listeners.keys()) await fresh.query(`LISTEN ${fresh.escapeIdentifier(channel)}`)
    probe = setInterval(() => void fresh.query('SELECT 1').catch(() => fresh.end().catch(() => {})), PROBE_MS)
    probe.unref()
    failures = 0
    return fresh
  }

  let ready: Promise<Client>
  const connected = () => {
    if (!client) {
      ready = connect()
      client = ready
      ready.catch(() => {
        if (client === ready) client = undefined
      })
    }
    return client
  }

  function reconnectLater() {
    // A connection that fails says so twice: by its promise and by its end.
    if (retry) return
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]
    failures += 1
    retry = setTimeout(() => {
      retry = undefined
      if (closed || listeners.size === 0) return
      connected().then(
        () => {
          for (const channel of listeners.keys()) tell(channel, null)
        },
        () => {
          log.warn({ failures }, 'The database does not take our listening connection; trying again.')
          reconnectLater()
        },
      )
    }, wait)
    retry.unref()
  }

  return {
    async subscribe(channel, listener) {
      const known = listeners.get(channel)
      if (known) known.add(listener)
      else listeners.set(channel, new Set([listener]))
      const unsubscribe = () => {
        const left = listeners.get(channel)
        left?.delete(listener)
        if (left?.size === 0) listeners.delete(channel)
      }
      try {
        const connection = await connected()
        await connection.query(`LISTEN ${connection.escapeIdentifier(channel)}`)
      } catch {
        reconnectLater()
      }
      return unsubscribe
    },
    async close() {
      closed = true
      clearTimeout(retry)
      listeners.clear()
      const open = await client?.catch(() => undefined)
      await open?.end()
    },
  }
}

const globalForLive = globalThis as { palmettoLive?: Live }

/** This process's connection, opened by the first who listens. */
export function live(): Live {
  // Next reloads modules on every edit; without the global each reload would keep a connection.
  globalForLive.palmettoLive ??= openLive(env.DATABASE_URL)
  return globalForLive.palmettoLive
}
