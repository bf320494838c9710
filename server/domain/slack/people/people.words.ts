import type { JobResult } from '#server/domain/jobs/jobs.result.ts'

export type Mapped = { reachable: number; missing: number; unasked: number }

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** "12 people can be reached in Slack, 1 person can't". */
export function mappedInWords(counts: Mapped): JobResult {
  const { reachable, missing, unasked } = counts
  const parts = [`${people(reachable)} can be reached in Slack`]
  if (missing > 0) parts.push(`${people(missing)} can't`)
  if (unasked > 0) parts.push(`${people(unasked)} could not be looked up`)
  return { words: `${parts.join(', ')}.`, outcome: unasked > 0 ? 'bad' : missing > 0 ? 'warning' : 'good', counts }
}
