import { countWeek, pickWeeks } from '#server/domain/alerts/performance/weeks.service.ts'
import { weeksInWords } from '#server/domain/alerts/performance/weeks.words.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Each night: what became of the alerts, by the week they left in. A week is a step, the newest last. */
export const countAlertWeeks = (kit: Kit) =>
  scheduled(kit, 'count-alert-weeks', async ({ step }): Promise<JobResult> => {
    const { at, mondays } = await step.run('pick', () => pickWeeks(kit.deps))
    let mails = 0
    for (const monday of mondays) {
      mails += await step.run(`count: ${monday}`, () => countWeek(kit.deps, { at, monday }))
    }
    return weeksInWords({ weeks: mondays.length, mails })
  })
