import type { Context } from '#server/context.ts'
import { measureDelay } from '#server/domain/mail/deliverability/deliverability.figures.ts'
import { env } from '#server/env.ts'
import { notFound } from '#server/errors.ts'
import { configuredChannels } from './alarms.channels.ts'
import { drillKey } from './alarms.words.ts'
import { nextTick } from './cron.ts'
import { listDrills } from './drill/drill.queries.ts'
import { jobsHealth } from './health.queries.ts'
import type { RunInput } from './jobs.schema.ts'
import { healthInWords } from './jobs.words.ts'
import { type RunRow, readLastRuns } from './runs.sql.ts'
import { jobNameOf, type Schedule, scheduleOf, schedules } from './schedules.ts'

const STRIP = 48
const DAY_MS = 86_400_000

const durationOf = ({ startedAt, endedAt }: { startedAt: Date; endedAt: Date | null }, now: Date) =>
  (endedAt ?? now).getTime() - startedAt.getTime()

/** The nearest-rank percentile; null when there is nothing to rank. */
const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null

const ascending = (values: number[]) => values.sort((a, b) => a - b)

function toSchedule(schedule: Schedule, rows: RunRow[], paused: { at: Date; by: string | null } | null, now: Date) {
  const worked = rows.filter(({ status }) => status === 'completed' || status === 'failed')
  const durations = ascending(worked.map((row) => durationOf(row, now)))
  const lateness = ascending(
    rows.flatMap(({ scheduledAt, startedAt }) =>
      scheduledAt ? [Math.max(0, startedAt.getTime() - scheduledAt.getTime())] : [],
    ),
  )
  const { id, name, purpose, cron } = schedule
  return {
    ...{ id, name, purpose, cron, paused },
    nextTickAt: nextTick(schedule, now),
    p50Ms: percentile(durations, 0.5),
    p95Ms: percentile(durations, 0.95),
    lateP95Ms: percentile(lateness, 0.95),
    lastWords: worked.at(-1)?.words ?? null,
    lastRunAt: rows.at(-1)?.startedAt ?? null,
    isRunning: rows.some(({ status }) => status === 'running'),
    runs: rows.map((row) => ({ ...row, durationMs: durationOf(row, now) })),
  }
}

async function readPauses({ db }: Context) {
  const rows = await db.jobSchedule.findMany({ where: { pausedAt: { not: null } } })
  const people = await namesOf(
    db,
    rows.map(({ pausedById }) => pausedById),
  )
  return new Map(
    rows.flatMap(({ functionId, pausedAt, pausedById }) =>
      pausedAt ? [[functionId, { at: pausedAt, by: people.get(pausedById ?? '') ?? null }] as const] : [],
    ),
  )
}

async function namesOf(db: Context['db'], ids: readonly (string | null)[]) {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map<string, string>()
  const people = await db.person.findMany({ where: { id: { in: wanted } }, select: { id: true, fullName: true } })
  return new Map(people.map(({ id, fullName }) => [id, fullName]))
}

/** Everything the operations page shows, but the incidents. */
export async function getOverview(ctx: Context) {
  const now = ctx.now()
  const ids = schedules.map(({ id }) => id)
  const [health, rows, pauses, worker, drills, alertDelay] = await Promise.all([
    jobsHealth(ctx.db, now),
    readLastRuns(ctx.db, ids, STRIP),
    readPauses(ctx),
    ctx.db.workerHeartbeat.findFirst({ orderBy: { seenAt: 'desc' } }),
    listDrills(ctx.db, now),
    measureDelay(ctx.db, new Date(now.getTime() - DAY_MS)),
  ])
  const rowsOf = Map.groupBy(rows, ({ functionId }) => functionId)
  const lines = schedules.map((each) => toSchedule(each, rowsOf.get(each.id) ?? [], pauses.get(each.id) ?? null, now))
  const lastAlert = rowsOf.get('send-alerts')?.findLast(({ status }) => status === 'completed' || status === 'failed')
  return {
    ok: health.ok,
    sentence: healthInWords({ ...health, jobs: schedules.length }),
    lastAlert: lastAlert ? { runId: lastAlert.runId, at: lastAlert.startedAt, words: lastAlert.words } : null,
    reasons: health.reasons,
    worker: worker ? { seenAt: worker.seenAt, startedAt: worker.startedAt, stoppedAt: worker.stoppedAt } : null,
    schedules: lines,
    drills,
    /** From a change to the provider taking its mail, over the last day; null when no alert has left. */
    alertDelay,
    alarmChannels: [...configuredChannels],
  }
}

/** The dot in the rail: green, amber while something waits for a human, red when jobs are not as they should be. */
export async function getPulse({ db, now }: Context) {
  const [health, open] = await Promise.all([jobsHealth(db, now()), db.incident.count({ where: { resolvedAt: null } })])
  const tone = health.ok ? (open > 0 ? ('warning' as const) : ('good' as const)) : ('bad' as const)
  return { tone, words: healthInWords({ ...health, jobs: schedules.length }), openIncidents: open }
}

const dashboardOf = (runId: string) => {
  const url = env.INNGEST_DASHBOARD_URL
  if (!url) return null
  return url.includes('{runId}') ? url.replace('{runId}', runId) : `${url.replace(/\/$/, '')}/run?runID=${runId}`
}

/** One run with its steps, each attempt on its own, in the order in which they began. */
export async function getRun({ db, now }: Context, { runId }: RunInput) {
  const run = await db.jobRun.findUnique({
    where: { runId },
    include: { steps: { orderBy: [{ startedAt: 'asc' }, { attempt: 'asc' }] } },
  })
  if (!run) throw notFound('This run')
  const [retries, people] = await Promise.all([
    db.jobRun.findMany({
      where: { retryOfId: runId },
      select: { runId: true, startedAt: true, status: true },
      orderBy: { startedAt: 'asc' },
    }),
    namesOf(db, [run.requestedById]),
  ])
  const { output, steps, requestedById, ...rest } = run
  return {
    ...rest,
    name: jobNameOf(run.functionId),
    purpose: scheduleOf(run.functionId)?.purpose ?? null,
    canRunAgain: scheduleOf(run.functionId) !== undefined,
    counts: countsOf(output),
    durationMs: durationOf(run, now()),
    lateMs: run.scheduledAt ? Math.max(0, run.startedAt.getTime() - run.scheduledAt.getTime()) : null,
    requestedBy: requestedById ? (people.get(requestedById) ?? 'Somebody who has left') : null,
    steps: steps.map(({ runId: _runId, ...step }) => ({ ...step, durationMs: durationOf(step, now()) })),
    retries,
    dashboardUrl: dashboardOf(runId),
  }
}

function countsOf(output: unknown): Record<string, number> {
  if (typeof output !== 'object' || output === null || !('counts' in output)) return {}
  const { counts } = output
  if (typeof counts !== 'object' || counts === null) return {}
  return Object.fromEntries(
    Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  )
}

const RECENT = 20

/** Open incidents first, then the last that are over; each with where it was told. */
export async function listIncidents({ db }: Context) {
  const select = {
    ...{ id: true, causeKey: true, title: true, detail: true, href: true, count: true },
    ...{ openedAt: true, lastSeenAt: true, resolvedAt: true },
    notices: {
      select: { channel: true, moment: true, state: true, attempts: true, sentAt: true, lastError: true },
      orderBy: { createdAt: 'asc' as const },
    },
  }
  const [open, over] = await Promise.all([
    db.incident.findMany({ where: { resolvedAt: null }, select, orderBy: { openedAt: 'desc' } }),
    db.incident.findMany({
      // A drill is no incident, and its day stands in a line of its own.
      where: { resolvedAt: { not: null }, NOT: { causeKey: { startsWith: drillKey('') } } },
      select,
      orderBy: { resolvedAt: 'desc' },
      take: RECENT,
    }),
  ])
  return { open, over }
}
