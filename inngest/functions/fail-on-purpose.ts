import { type AlarmChannelName, configuredChannels } from '#server/domain/jobs/alarms.channels.ts'
import { claimDrill } from '#server/domain/jobs/drill/drill.service.ts'
import { FireDrill } from '#server/domain/jobs/drill/drill.ts'
import { claimInWords } from '#server/domain/jobs/drill/drill.words.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Once a day this job fails for real, so that the whole way of an alarm is walked: the executor, the history, the channels. */
export const failOnPurpose = (kit: Kit, channels: readonly AlarmChannelName[] = configuredChannels) =>
  scheduled(
    kit,
    'canary-failure',
    async ({ step, runId, asked }): Promise<JobResult> => {
      const { db, now } = kit.deps
      const claim = await step.run('claim', () => claimDrill(db, { runId, at: now(), asked }, channels))
      if (claim === 'held-by-this-run') throw new FireDrill()
      return { words: claimInWords(claim), outcome: 'good', counts: {} }
    },
    { retries: 0 },
  )
