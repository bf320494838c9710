import { pause } from './bell.ts'
import type { Core } from './core.ts'
import { WAKE_CHANNEL } from './queue.ts'
import type { Worker } from './worker.ts'

/** The longest sleep: for what no notification tells of, such as a lease that has run out. */
const POLL_MS = 1_000

/** Claims and runs what is due, again and again, until `signal` is aborted. Survives a database that goes away. */
export async function runLoop(core: Core, worker: Worker, signal: AbortSignal): Promise<void> {
  signal.addEventListener('abort', () => worker.bell.ring())
  while (!signal.aborted) {
    let waitMs = POLL_MS
    try {
      const { isAll, nextDue } = await worker.claimAndLook()
      if (!isAll) continue
      // What is due and was not claimed waits for a limit or for room, and a ring tells when there is some.
      if (nextDue) waitMs = Math.min(POLL_MS, Math.max(0, nextDue.getTime() - core.clock.now().getTime()))
    } catch (error) {
      core.log.warn({ err: error }, 'no jobs claimed')
    }
    await worker.bell.wait(waitMs)
  }
}

/** Prolongs the leases of what runs, three times in a lease. Returns how to end that. */
export function keepBeating({ leaseMs, log }: Core, worker: Worker): () => void {
  const beating = setInterval(() => {
    worker.beat().catch((error: unknown) => log.warn({ err: error }, 'leases not prolonged'))
  }, leaseMs / 3)
  return () => clearInterval(beating)
}

/** Calls `ring` whenever an executor has added a job. Without a connection the loop's poll has to do. */
export async function listenForWakes({ database, log }: Core, ring: () => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const client = await database.connect()
      const lost = new Promise<void>((resolve) => {
        client.once('end', resolve)
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
      client.on('notification', ring)
      try {
        await client.query(`listen ${WAKE_CHANNEL}`)
        ring()
        await lost
      } finally {
        client.removeListener('notification', ring)
        client.release(true)
      }
    } catch (error) {
      log.warn({ err: error }, 'not listening for wakes')
    }
    await pause(500, signal)
  }
}
