import { evaluate } from './cel.ts'
import type { Tx } from './database.ts'
import type { EventBody } from './events.ts'
import type { FunctionConfig } from './function.config.ts'
import type { Hold } from './queue.ts'

/** Ten minutes ahead or behind, as in Inngest. */
const MOST_SECONDS = 600

/** By how many seconds a run goes before its function's others; null for a function without priorities. */
export function priorityOf({ priority }: FunctionConfig, event: EventBody): number | null {
  if (priority?.run === undefined) return null
  const seconds = Number(evaluate(priority.run, { event }))
  return Number.isFinite(seconds) ? Math.trunc(Math.max(-MOST_SECONDS, Math.min(MOST_SECONDS, seconds))) : 0
}

/** A place in the queue: the job that came first for it, and the function within which others may go before it. */
export type Place = { id: string; holds: Hold[]; queue: string | null }

/**
 * Gives the places of functions with priorities to the most urgent of their jobs. Places of other functions stay as
 * they are: urgent runs go before their like, and never before the runs of another function.
 */
export async function putUrgentFirst(
  tx: Tx,
  places: readonly Place[],
  waiting: { where: string; values: unknown[] },
): Promise<Place[]> {
  const counts = new Map<string, number>()
  for (const { queue } of places) if (queue !== null) counts.set(queue, (counts.get(queue) ?? 0) + 1)
  const urgent = new Map<string, Place[]>()
  for (const [queue, count] of counts) {
    const at = waiting.values.length
    const rows = await tx.query<Place>(
      `select j.id, j.holds, j.queue from inngest_engine.job j where ${waiting.where} and j.queue = $${at + 1}
       order by j.rank_at, j.id limit $${at + 2} for update skip locked`,
      [...waiting.values, queue, count],
    )
    urgent.set(queue, rows)
  }
  return places.flatMap((place) => (place.queue === null ? place : (urgent.get(place.queue)?.shift() ?? [])))
}
