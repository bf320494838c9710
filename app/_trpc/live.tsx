'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** What changed at the server -> the routers whose answers may have changed with it. */
const ROUTERS_OF: Record<string, readonly string[]> = {
  jobs: ['jobs', 'legacy', 'legacyWrites'],
  incidents: ['jobs'],
  quality: ['quality'],
  outbox: ['mail', 'jobs'],
  cutover: ['moves', 'cutover'],
  alerts: ['alerts', 'contacts', 'rhythm', 'portal', 'standing'],
  listings: ['listings'],
  contacts: ['contacts'],
  calendar: ['calendar', 'notes', 'contacts'],
  leads: ['leads', 'offers', 'chases', 'contacts', 'arrivals', 'leadFiles'],
  rules: ['routing', 'windTunnel'],
  availability: ['availability'],
  deals: ['deals'],
  org: ['org'],
}
/** A busy minute writes hundreds of rows; one refetch says it all. */
const SETTLE_MS = 400
const RETRY_MS = [1_000, 2_000, 5_000, 15_000, 30_000]

const topicOf = (data: string) => {
  const message: unknown = JSON.parse(data)
  return typeof message === 'object' && message !== null && 'topic' in message ? String(message.topic) : ''
}

/** One event stream per tab. What changed is marked stale, so only what is on the screen is fetched again. */
export function Live() {
  const queryClient = useQueryClient()
  useEffect(() => {
    const stale = new Set<string>()
    let source: EventSource | undefined
    let settling: ReturnType<typeof setTimeout> | undefined
    let retrying: ReturnType<typeof setTimeout> | undefined
    let failures = 0

    const refresh = (routers: readonly string[]) => {
      for (const router of routers) stale.add(router)
      settling ??= setTimeout(() => {
        settling = undefined
        const told = new Set(stale)
        stale.clear()
        // A tRPC query key begins with its path: [['jobs', 'overview'], ...].
        queryClient.invalidateQueries({
          predicate: ({ queryKey: [path] }) => Array.isArray(path) && told.has(String(path[0])),
        })
      }, SETTLE_MS)
    }
    const connect = () => {
      source = new EventSource('/api/live')
      source.onopen = () => {
        // What happened while we were away was not told.
        if (failures > 0) refresh(Object.values(ROUTERS_OF).flat())
        failures = 0
      }
      source.onmessage = ({ data }) => refresh(ROUTERS_OF[topicOf(data)] ?? [])
      source.onerror = () => {
        source?.close()
        retrying = setTimeout(connect, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)])
      }
    }
    connect()
    return () => {
      source?.close()
      clearTimeout(settling)
      clearTimeout(retrying)
    }
  }, [queryClient])
  return null
}
