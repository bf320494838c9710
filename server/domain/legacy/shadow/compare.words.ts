import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import type { Compared } from './compare.service.ts'

const number = (count: number) => count.toLocaleString('en-US')

/** What a comparison of days found. A difference without a cause wants somebody's eyes; a known cause is news, no trouble. */
export function comparedInWords(days: readonly Compared[]): JobResult {
  const sum = (of: (day: Compared) => number) => days.reduce((total, day) => total + of(day), 0)
  const [pairs, differences, unexplained] = [
    sum((day) => day.pairs),
    sum((day) => day.differences),
    sum((day) => day.unexplained),
  ]
  const compared = days.filter(({ state }) => state !== 'before').length
  const counts = { days: compared, pairs, differences, unexplained }
  if (compared === 0) return { words: 'There is nothing to compare yet.', outcome: 'good', counts }
  const found =
    differences === 0 ? 'no difference' : `${number(differences)} differ, ${number(unexplained)} of them unexplained`
  return {
    words: `${number(compared)} ${compared === 1 ? 'day' : 'days'}, ${number(pairs)} homes told to somebody: ${found}`,
    outcome: unexplained > 0 ? 'warning' : 'good',
    counts,
  }
}
