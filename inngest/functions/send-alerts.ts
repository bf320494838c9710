import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { planInWords } from '#server/domain/alerts/run/run.words.ts'
import { type Kit, scheduled } from '../scheduled.ts'

/** Every 15 minutes: who wants what changed, and one planned mail for each of them. */
export const sendAlerts = (kit: Kit) =>
  scheduled(kit, 'send-alerts', async ({ step, runId, slot }) => {
    const { db, now, match = matchInSql } = kit.deps
    return step.run('plan', async () => planInWords(await planAlerts({ db, now, match }, { jobRunId: runId, slot })))
  })
