import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { refusalLabel } from '../legacy.words.ts'
import type { StreamResult } from './run.ts'

const number = (count: number) => count.toLocaleString('en-US')
const sum = (results: readonly StreamResult[], of: (result: StreamResult) => number) =>
  results.reduce((total, result) => total + of(result), 0)

/** "3 new", or nothing at all for none. */
const part = (count: number, words: string) => (count > 0 ? [`${number(count)} ${words}`] : [])

/**
 * What a run did, in one line. It is no success without a reservation when more documents had to be put aside
 * than before or have fields nobody has seen, and no success when one reason puts too many aside.
 */
export function syncInWords(results: readonly StreamResult[]): JobResult {
  const counts = {
    read: sum(results, ({ read }) => read),
    inserted: sum(results, ({ inserted }) => inserted),
    updated: sum(results, ({ updated }) => updated),
    unchanged: sum(results, ({ unchanged }) => unchanged),
    quarantined: sum(results, ({ quarantined }) => quarantined),
    resolved: sum(results, ({ resolved }) => resolved),
    unreachable: sum(results, ({ unreachable }) => unreachable),
    waiting: sum(results, ({ waiting }) => waiting),
  }
  const parts = [
    ...part(counts.inserted, 'new'),
    ...part(counts.updated, 'changed'),
    ...part(counts.unchanged, 'as before'),
    ...part(counts.quarantined, 'quarantined'),
  ]
  const done =
    counts.read > 0 ? `${number(counts.read)} read: ${parts.join(', ')}` : 'Nothing changed in the old system'
  const notes = [
    ...part(counts.resolved, 'let out of quarantine'),
    ...part(counts.unreachable, 'without a usable date are left to the walk'),
    ...(results.some(({ leftToAnother }) => leftToAnother) ? ['another run was at work'] : []),
  ]
  const drift = results.flatMap(({ stream, drift: fields }) => fields.map((field) => `${stream}.${field}`))
  const over = results.flatMap(({ over: reasons }) =>
    reasons.map(({ reason, count }) => `${number(count)} aside for one reason: ${refusalLabel(reason).toLowerCase()}`),
  )
  const blind = results.flatMap(({ stream, canFollow }) =>
    canFollow ? [] : [`${stream} has no index on updatedAt, so only the walk reads it`],
  )
  const isGood = drift.length === 0 && blind.length === 0 && results.every(({ grown }) => grown === 0)
  const news = drift.length > 0 ? [`fields nobody has seen before: ${drift.slice(0, 5).join(', ')}`] : []
  const outcome = over.length > 0 ? 'bad' : isGood ? 'good' : 'warning'
  return { words: [done, ...notes, ...blind, ...news, ...over].join('; '), outcome, counts }
}
