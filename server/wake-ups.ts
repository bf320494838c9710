import type { Live } from './live.ts'
import type { Log } from './log.ts'

type Options = {
  live: Live
  log: Log
  /** What to do when there may be something to do; `relayOutbox`, say. Never runs twice at once. */
  work: () => Promise<unknown>
  channel?: string
  /** Of those that the channel carries. */
  payloads?: readonly string[]
  /** Also without being woken: for what becomes due by time, and for lost wake-ups. */
  everyMs?: number
  /** So long it does not begin again: what wakes it meanwhile is one piece of work. */
  restMs?: number
}

/** Does the work within a moment of being woken through the database, and now and then unasked. */
export async function onWakeUp({
  live,
  log,
  work,
  channel = 'palmetto_outbox',
  payloads,
  everyMs = 5_000,
  restMs = 0,
}: Options) {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let endRest = () => {}
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      endRest = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run() {
    do {
      again = false
      try {
        await work()
      } catch (error) {
        log.error({ err: error, channel }, 'Woken work failed; it is done again at the next turn.')
      }
      if (restMs > 0 && !stopped) await rest(restMs)
    } while (again && !stopped)
    running = undefined
  }
  const wake = () => {
    if (stopped) return
    // Woken while at work: what came in may be behind the point it has read up to.
    if (running) again = true
    else running = run()
  }

  const unsubscribe = await live.subscribe(channel, (payload) => {
    if (!payloads || payload === null || payloads.includes(payload)) wake()
  })
  const timer = setInterval(wake, everyMs)
  wake()
  return async function stop() {
    stopped = true
    clearInterval(timer)
    unsubscribe()
    endRest()
    await running
  }
}
