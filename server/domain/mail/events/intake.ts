import type { WantedEvent } from './events.policy.ts'

/** Says of each event, in order, whether it was kept or had been told before. */
export type KeepEvents = (events: WantedEvent[]) => Promise<('kept' | 'replayed')[]>

type Waiting = { event: WantedEvent; resolve: (kept: 'kept' | 'replayed') => void; reject: (error: unknown) => void }

/** A burst comes one request an event; gathered for a moment, it is one transaction. */
const GATHER_MS = 5
const MOST = 200

/**
 * Gathers events and keeps them together, one batch at a time. Each `take` ends after the commit, or fails: an event is
 * acknowledged when it is ours, never before.
 */
export function createIntake(keep: KeepEvents): { take: (event: WantedEvent) => Promise<'kept' | 'replayed'> } {
  const waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let busy = false

  /** An event that the database does not take must not hurt the others of its batch. */
  async function keepAlone(batch: Waiting[], reason: unknown) {
    let failures = 0
    for (const { event, resolve, reject } of batch) {
      // Two in a row are no bad events: the database is away, and nobody is kept waiting for it one by one.
      if (failures >= 2) reject(reason)
      else {
        await keep([event]).then(
          ([kept = 'kept']) => {
            failures = 0
            resolve(kept)
          },
          (error: unknown) => {
            failures += 1
            reject(error)
          },
        )
      }
    }
  }

  async function flush() {
    clearTimeout(timer)
    timer = undefined
    if (busy || waiting.length === 0) return
    busy = true
    const batch = waiting.splice(0, MOST)
    try {
      const kept = await keep(batch.map(({ event }) => event))
      batch.forEach(({ resolve }, index) => void resolve(kept[index] ?? 'kept'))
    } catch (error) {
      await keepAlone(batch, error)
    }
    busy = false
    if (waiting.length > 0) await flush()
  }

  return {
    take: (event) =>
      new Promise((resolve, reject) => {
        waiting.push({ event, resolve, reject })
        if (waiting.length >= MOST) void flush()
        else timer ??= setTimeout(flush, GATHER_MS)
      }),
  }
}
