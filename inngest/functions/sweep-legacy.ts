import { STREAMS } from '#server/domain/legacy/sync/lanes.ts'
import { type SweepState, sweepStream } from '#server/domain/legacy/sync/sweep.ts'
import { sweepInWords } from '#server/domain/legacy/sync/sweep.words.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Steps a stream may take in one run, some seconds each; the next run goes on from there. */
const MOST_STEPS = 20

/** Walks through each collection whose last walk is old enough, those who are referred to first. */
export const sweepLegacy = (kit: Kit) =>
  scheduled(kit, 'sweep-legacy', async ({ step }) => {
    const states: SweepState[] = []
    for (const stream of STREAMS) {
      let state: SweepState | undefined
      for (let part = 1; part <= MOST_STEPS && (state?.state ?? 'underway') === 'underway'; part += 1) {
        state = await step.run(`${stream} ${part}`, () => sweepStream(kit.deps, stream))
      }
      if (state) states.push(state)
    }
    return sweepInWords(states)
  })
