import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { STREAM_WORDS } from '../legacy.words.ts'
import type { Reconciled } from './reconcile.ts'

const number = (count: number) => count.toLocaleString('en-US')

/** A difference that was healed is worth a look: a lane of the sync has let it through. */
export function reconcileInWords(all: readonly Reconciled[]): JobResult {
  const sum = (of: (one: Reconciled) => number) => all.reduce((total, one) => total + of(one), 0)
  const compared = sum(({ compared }) => compared)
  const different = sum(({ changed, missing, surplus }) => changed + missing + surplus)
  const healed = sum(({ healed }) => healed)
  const braked = all.flatMap(({ stream, brake }) =>
    brake ? [`${STREAM_WORDS[stream].many.toLowerCase()} were left alone: ${brake}`] : [],
  )
  const verdict =
    different === 0 ? 'both sides are equal' : `${number(different)} differed, ${number(healed)} are healed`
  return {
    words: [`${number(compared)} compared: ${verdict}`, ...braked].join('; '),
    outcome: braked.length > 0 ? 'bad' : different > 0 ? 'warning' : 'good',
    counts: { compared, different, healed, queries: sum(({ queries }) => queries) },
  }
}
