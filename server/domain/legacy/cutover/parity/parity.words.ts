import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { STREAM_WORDS } from '../../legacy.words.ts'
import type { CompareState } from './compare.ts'

const number = (count: number) => count.toLocaleString('en-US')

/** Rounded down: what is not equal is never told as 100 %. */
export const percentOf = (equal: number, compared: number): number =>
  compared === 0 ? 100 : Math.floor((equal / compared) * 10_000) / 100

/** What a comparison found, stream by stream. */
export function parityInWords(states: readonly CompareState[]): JobResult {
  const seen = states.filter(({ state }) => state === 'done' || state === 'underway')
  const sum = (of: (one: CompareState) => number) => seen.reduce((total, one) => total + of(one), 0)
  const [compared, unequal] = [sum((one) => one.compared), sum((one) => one.unequal)]
  const parts = seen.map(
    ({ stream, equal, compared: of, state }) =>
      `${STREAM_WORDS[stream].many.toLowerCase()} ${percentOf(equal, of)} %${state === 'underway' ? ' so far' : ''}`,
  )
  const words =
    parts.length === 0
      ? 'Compared a short while ago: nothing was due.'
      : `${number(compared)} compared, ${number(unequal)} unequal: ${parts.join(', ')}`
  return {
    words,
    outcome: unequal > 0 ? 'warning' : 'good',
    counts: { compared, unequal, quarantined: sum((one) => one.quarantined) },
  }
}
