import type { RootDb } from '#server/db.ts'
import type { AlarmChannelName } from './alarms.channels.ts'
import { DRILL_SILENT } from './drill/drill.health.ts'
import { judgeDrills } from './drill/drill.service.ts'
import { type HealthReason, type JobsHealth, jobsHealth, WORKER_DEAD } from './health.queries.ts'
import { raiseIncident, resolveIncident } from './incidents.service.ts'

/** The incidents that the watch itself opens and closes; those of failed runs end with the next good run. */
const isOurs = (causeKey: string) =>
  causeKey === WORKER_DEAD ||
  causeKey === DRILL_SILENT ||
  causeKey.startsWith('overdue:') ||
  causeKey.startsWith('stuck:')

const hrefOf = ({ runId }: HealthReason) => (runId ? `/operations/runs/${runId}` : '/operations')

/** A worker that starts runs what it missed within this time. */
const CATCH_UP_MS = 90_000

type Options = Parameters<typeof jobsHealth>[2] & { channels?: readonly AlarmChannelName[] }

/** Turns the health of the jobs into incidents: opens what is new, closes what is over. Any number may watch at once. */
export async function watchJobs(
  db: RootDb,
  now: Date,
  options?: Options,
): Promise<{ health: JobsHealth; raised: number; resolved: number }> {
  await judgeDrills(db, now)
  const [health, open, worker] = await Promise.all([
    jobsHealth(db, now, options),
    db.incident.findMany({ where: { resolvedAt: null }, select: { causeKey: true } }),
    db.workerHeartbeat.findFirst({ orderBy: { seenAt: 'desc' }, select: { startedAt: true } }),
  ])
  // One cause, one alarm: without a worker every job is late, and right after its start it makes up for what it missed.
  const isWorkerDown = health.reasons.some(({ kind }) => kind === 'worker')
  const isWorkerNew = worker !== null && now.getTime() - worker.startedAt.getTime() < CATCH_UP_MS
  const isConsequence = ({ kind }: HealthReason) =>
    ((isWorkerDown || isWorkerNew) && (kind === 'overdue' || kind === 'stuck')) || (isWorkerDown && kind === 'drill')
  const isOpen = new Set(open.map(({ causeKey }) => causeKey))
  const isReason = new Set(health.reasons.map(({ causeKey }) => causeKey))
  const tally = { raised: 0, resolved: 0 }
  for (const reason of health.reasons) {
    if (isOpen.has(reason.causeKey) || isConsequence(reason)) continue
    const { causeKey, title, words } = reason
    const { opened } = await raiseIncident(
      db,
      { causeKey, title, detail: words, href: hrefOf(reason) },
      options?.channels,
    )
    if (opened) tally.raised += 1
    isOpen.add(causeKey)
  }
  for (const { causeKey } of open) {
    if (!isOurs(causeKey) || isReason.has(causeKey)) continue
    if ((await resolveIncident(db, causeKey)).resolved) tally.resolved += 1
  }
  return { health, ...tally }
}

const LOST_AFTER_MS = 24 * 3_600_000

/** Ends runs that no executor will ever end. */
export async function endLostRuns(db: RootDb, now: Date): Promise<{ ended: number }> {
  const { count: ended } = await db.jobRun.updateMany({
    where: { status: 'running', seenAt: { lt: new Date(now.getTime() - LOST_AFTER_MS) } },
    data: { status: 'cancelled', outcome: 'bad', words: 'Lost: it was never heard of again.', endedAt: now },
  })
  return { ended }
}
