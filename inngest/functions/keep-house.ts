import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { droppedRules, sweptRules } from '#server/domain/jobs/retention.ts'
import { houseInWords } from '#server/domain/jobs/retention.words.ts'
import { keepMonths, sweepOld } from '#server/housekeeping.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Each night: what is older than its period goes, and the months ahead are opened. */
export const keepHouse = (kit: Kit) =>
  scheduled(kit, 'keep-house', async ({ step }): Promise<JobResult> => {
    const months = []
    // First, because a month that is missing is worse than a row too many.
    for (const { id, name } of droppedRules) {
      months.push({ name, ...(await step.run(`months: ${id}`, () => keepMonths(kit.deps, id))) })
    }
    const swept = []
    for (const { id, name } of sweptRules) {
      swept.push({ id, name, ...(await step.run(`sweep: ${id}`, () => sweepOld(kit.deps, id))) })
    }
    const counts = {
      removed: swept.reduce((sum, { rows }) => sum + rows, 0),
      opened: months.reduce((sum, { opened }) => sum + opened, 0),
      dropped: months.reduce((sum, { dropped }) => sum + dropped.length, 0),
      strays: months.reduce((sum, { strays }) => sum + strays, 0),
    }
    return { ...houseInWords({ swept, months }), counts }
  })
