import type { JobResult } from '#server/domain/jobs/jobs.result.ts'

type Counts = { posted: number; edited: number; failed: number; waits: number }

const some = (count: number, what: string) => `${count} ${what}`

/** "3 posted, 1 changed, 1 could not be". Red as soon as one could not leave. */
export function postedInWords(counts: Counts): JobResult {
  const { posted, edited, failed, waits } = counts
  const parts = [
    posted > 0 ? some(posted, 'posted') : null,
    edited > 0 ? some(edited, 'changed') : null,
    waits > 0 ? some(waits, 'to try again') : null,
    failed > 0 ? `${failed} could not be posted` : null,
  ].filter((part) => part !== null)
  if (parts.length === 0) return { words: 'Another run was at it.', outcome: 'good', counts, inconclusive: true }
  // That somebody is not in Slack is no failure of the job: the settings name them.
  return { words: `${parts.join(', ')}.`, outcome: failed + waits > 0 ? 'warning' : 'good', counts }
}

type Waiting = { waiting: number; troubled: number; lastError: string | null }

/** What the clock finds in the queue. What Slack did not take is red until it has left. */
export function waitingInWords(lanes: readonly Waiting[]): JobResult {
  const sum = (of: (lane: Waiting) => number) => lanes.reduce((total, lane) => total + of(lane), 0)
  const counts = { lanes: lanes.length, waiting: sum((lane) => lane.waiting), troubled: sum((lane) => lane.troubled) }
  const { waiting, troubled } = counts
  const lastError = lanes.find((lane) => lane.lastError)?.lastError
  if (waiting === 0) return { words: 'Nothing was left over.', outcome: 'good', counts }
  const words = waiting === 1 ? '1 message waits' : `${waiting} messages wait`
  if (troubled === 0) return { words: `${words}.`, outcome: 'good', counts }
  return { words: `${words}. Last answer: ${lastError ?? 'none'}`, outcome: 'bad', counts }
}
