import { type CompareState, compareStream } from '#server/domain/legacy/cutover/parity/compare.ts'
import { COMPARED } from '#server/domain/legacy/cutover/parity/comparers.ts'
import { parityInWords } from '#server/domain/legacy/cutover/parity/parity.words.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Steps a stream may take in one run, some seconds each; the next run goes on from there. */
const MOST_STEPS = 20

/** Compares what came over with the rows that it became, where the last pass is old enough or somebody asks. */
export const compareLegacy = (kit: Kit) =>
  scheduled(kit, 'compare-legacy', async ({ step, asked }) => {
    const states: CompareState[] = []
    for (const stream of COMPARED) {
      let state: CompareState | undefined
      for (let part = 1; part <= MOST_STEPS && (state?.state ?? 'underway') === 'underway'; part += 1) {
        const options = asked && part === 1 ? { everyMs: 0 } : {}
        state = await step.run(`${stream} ${part}`, () => compareStream(kit.deps, stream, options))
      }
      if (state) states.push(state)
    }
    return parityInWords(states)
  })
