import type { Actor } from '#server/context.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import type { Live } from './live.ts'

/** What happens in operations is for those who may open it. */
const FOR_ADMINS = new Set(['jobs', 'incidents', 'outbox', 'quality', 'cutover', 'rules'])
const FOR_ALL = new Set(['alerts', 'listings', 'contacts', 'calendar', 'leads', 'availability', 'deals', 'org'])
/** Proxies cut a connection over which nothing goes. */
const HEARTBEAT_MS = 20_000
/** Then the browser connects anew, and who it is is looked up again: a sign-out ends the stream within this time. */
const LIFETIME_MS = 5 * 60_000

type Options = { live: Live; signal: AbortSignal; heartbeatMs?: number; lifetimeMs?: number }

const topicsFor = (actor: Actor) => (seesWholeFirm(actor) ? new Set([...FOR_ALL, ...FOR_ADMINS]) : FOR_ALL)

/** Server-sent events that carry the topic only, never data: the browser asks again for what it shows. */
export function liveStream(
  actor: Actor,
  { live, signal, heartbeatMs = HEARTBEAT_MS, lifetimeMs = LIFETIME_MS }: Options,
): Response {
  const topics = topicsFor(actor)
  const encoder = new TextEncoder()
  let end = () => {}
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const write = (text: string) => {
        // A reader that stopped reading must not fill our memory.
        if ((controller.desiredSize ?? 0) < -1_000) return end()
        controller.enqueue(encoder.encode(text))
      }
      const tell = (topic: string) => write(`data: ${JSON.stringify({ topic })}\n\n`)
      let unsubscribe = () => {}
      let open = true
      const beat = setInterval(() => write(': still here\n\n'), heartbeatMs)
      const life = setTimeout(() => end(), lifetimeMs)
      end = () => {
        if (!open) return
        open = false
        clearInterval(beat)
        clearTimeout(life)
        unsubscribe()
        signal.removeEventListener('abort', end)
        controller.close()
      }
      signal.addEventListener('abort', end)
      write('retry: 2000\n\n')
      const left = await live.subscribe('palmetto_live', (topic) => {
        if (!open) return
        // Something may have been missed: everything may be stale.
        if (topic === null) for (const one of topics) tell(one)
        else if (topics.has(topic)) tell(topic)
      })
      if (open) unsubscribe = left
      else left()
      if (signal.aborted) end()
    },
    cancel: () => end(),
  })
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
