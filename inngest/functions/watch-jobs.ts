import { openAlarmChannels } from '#server/alarms.ts'
import { sendNotices } from '#server/domain/jobs/alarms.service.ts'
import type { AlarmChannels } from '#server/domain/jobs/alarms.types.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { endLostRuns, watchJobs as watch } from '#server/domain/jobs/watch.service.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Looks at all jobs from the worker's side; the web has a watch of its own for when the worker is dead. */
export const watchJobs = (kit: Kit, channels: AlarmChannels = openAlarmChannels()) =>
  scheduled(kit, 'watch-jobs', async ({ step, log }): Promise<JobResult> => {
    const { db, now } = kit.deps
    const { reasons, raised, resolved } = await step.run('look', async () => {
      const { health, ...tally } = await watch(db, now())
      return { reasons: health.reasons.length, ...tally }
    })
    const { sent, failed } = await step.run('tell', () => sendNotices({ db, channels, log, now }))
    const { ended } = await step.run('tidy', () => endLostRuns(db, now()))
    const words = reasons === 0 ? 'All jobs are as they should be' : `Needs attention: ${reasons}`
    // The watch did its work also when what it found is bad: its own colour says whether people could be told.
    return {
      words: failed > 0 ? `${words}; ${failed} alarms could not be sent, and wait.` : `${words}.`,
      outcome: failed > 0 ? 'warning' : 'good',
      counts: { reasons, raised, resolved, sent, failed, ended },
    }
  })
