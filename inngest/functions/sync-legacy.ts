import { STREAMS } from '#server/domain/legacy/sync/lanes.ts'
import { type StreamResult, syncStream } from '#server/domain/legacy/sync/run.ts'
import { syncInWords } from '#server/domain/legacy/sync/run.words.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Each minute: what changed in the old system, one stream a step, those who are referred to first. */
export const syncLegacy = (kit: Kit) =>
  scheduled(kit, 'sync-legacy', async ({ step, runId }) => {
    const results: StreamResult[] = []
    for (const stream of STREAMS) {
      results.push(await step.run(stream, () => syncStream(kit.deps, stream, { jobRunId: runId })))
    }
    return syncInWords(results)
  })
