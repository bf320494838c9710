import { writesInWords } from '#server/domain/legacy/writes/job.words.ts'
import { writeAcross } from '#server/domain/legacy/writes/relay.ts'
import { weighGap } from '#server/domain/legacy/writes/weigh-gap.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** A run's worth: what is left over waits for the next. */
const LIMIT = 500

/** As soon as records are queued, and each minute for what has to be tried again. */
export const writeLegacy = (kit: Kit) =>
  scheduled(
    kit,
    'write-legacy',
    async ({ step }) => {
      const counts = await step.run('write-across', () => writeAcross(kit.deps, { limit: LIMIT }))
      const gap = await step.run('weigh-gap', () => weighGap(kit.deps))
      return writesInWords(counts, gap)
    },
    { alsoOn: ['legacy/write.queued'] },
  )
