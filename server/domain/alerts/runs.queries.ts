import type { Context } from '#server/context.ts'
import type { AlertRun } from '#server/generated/prisma/client.ts'
import { measureRunDelay } from './run/delay.sql.ts'

const HISTORY = 20

/** The funnel of a run, from what changed to what arrived. */
const toRun = ({ feedFrom, feedTo, ...run }: AlertRun) => ({
  ...run,
  feedFrom: Number(feedFrom),
  feedTo: Number(feedTo),
})

/** The last alert runs with their funnels, newest first. */
export const listAlertRuns = async ({ db }: Context) =>
  (await db.alertRun.findMany({ orderBy: { startedAt: 'desc' }, take: HISTORY })).map(toRun)

/** The alert run that a job run made, and how long its mails took; null when it made none. */
export async function getAlertRunOf({ db }: Context, { jobRunId }: { jobRunId: string }) {
  const run = await db.alertRun.findUnique({ where: { jobRunId } })
  return run ? { ...toRun(run), delay: await measureRunDelay(db, run.id) } : null
}
