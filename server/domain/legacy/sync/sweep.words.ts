import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { STREAM_WORDS } from '../legacy.words.ts'
import type { SweepState } from './sweep.ts'

const number = (count: number) => count.toLocaleString('en-US')
const part = (count: number, words: string) => (count > 0 ? [`${number(count)} ${words}`] : [])
const nameOf = ({ stream }: SweepState) => STREAM_WORDS[stream].many.toLowerCase()

/** What the walks of one run did. A brake is no success: somebody has to look whether the records are really gone. */
export function sweepInWords(states: readonly SweepState[]): JobResult {
  const sum = (of: (state: SweepState) => number) => states.reduce((total, state) => total + of(state), 0)
  const walked = states.filter(({ state }) => state === 'done' || state === 'braked')
  const underway = states.filter(({ state }) => state === 'underway' || state === 'busy')
  const braked = states.flatMap((one) =>
    one.brake ? [`nothing of the ${nameOf(one)} was taken for gone: ${one.brake}`] : [],
  )
  const found = [
    ...part(
      sum(({ inserted }) => inserted),
      'new',
    ),
    ...part(
      sum(({ updated }) => updated),
      'changed in silence',
    ),
    ...part(
      sum(({ gone }) => gone),
      'gone',
    ),
  ]
  const done =
    walked.length > 0
      ? `Walked through ${walked.map(nameOf).join(', ')}: ${found.length > 0 ? found.join(', ') : 'all as we hold it'}`
      : 'No walk was due'
  const on = underway.length > 0 ? [`still under way: ${underway.map(nameOf).join(', ')}`] : []
  return {
    words: [underway.length > 0 && walked.length === 0 ? 'Walking' : done, ...on, ...braked].join('; '),
    outcome: braked.length > 0 ? 'bad' : 'good',
    counts: {
      read: sum(({ read }) => read),
      inserted: sum(({ inserted }) => inserted),
      updated: sum(({ updated }) => updated),
      quarantined: sum(({ quarantined }) => quarantined),
      missing: sum(({ missing }) => missing),
      gone: sum(({ gone }) => gone),
    },
  }
}
