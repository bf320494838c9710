import type { Db, RootDb } from '#server/db.ts'
import { feedHead, feedHorizon, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { failpoint } from '#server/failpoint.ts'
import type { AlertRun } from '#server/generated/prisma/client.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { Matcher } from '../matching/matcher.ts'
import { horizonProblem } from './horizon.ts'
import { countActiveSearches, countWindow } from './window.sql.ts'
import { writePlan } from './write-plan.ts'

export type PlanDeps = {
  db: RootDb
  match: Matcher
  now: () => Date
  /** Older changes that cannot be seen yet make the run red. */
  horizonLimitMs?: number
}
export type PlanOrder = {
  /** The executor's id of this run: a step that is run again finds the row it wrote before. */
  jobRunId: string
  /** The tick: one mail per person and slot. */
  slot: Date
}

const READER = 'alerts'

/** Locks the reader's place. The first run ever starts at the head: everything before it is the baseline. */
async function lockPosition(tx: Db): Promise<{ from: bigint; isBaseline: boolean }> {
  const [reader] = await tx.$queryRaw<
    { position: bigint }[]
  >`SELECT position FROM feed_reader WHERE name = ${READER} FOR UPDATE`
  if (reader) return { from: reader.position, isBaseline: false }
  const head = await feedHead(tx)
  await tx.feedReader.create({ data: { name: READER, position: head } })
  return { from: head, isBaseline: true }
}

async function planInTransaction(tx: Db, deps: PlanDeps, order: PlanOrder, horizonAgeMs: number) {
  const startedAt = deps.now()
  const { from, isBaseline } = await lockPosition(tx)
  const earlier = await tx.alertRun.findFirst({ where: { OR: [{ jobRunId: order.jobRunId }, { slot: order.slot }] } })
  if (earlier) return earlier

  const to = await feedHead(tx)
  const window = { from, to }
  const clock = performance.now()
  const matches = isBaseline || from === to ? [] : await deps.match(tx, window)
  const matchMs = Math.round(performance.now() - clock)
  const { events, changed } = await countWindow(tx, window)
  const run = await tx.alertRun.create({
    data: {
      jobRunId: order.jobRunId,
      slot: order.slot,
      feedFrom: from,
      feedTo: to,
      horizonAgeMs: Math.min(horizonAgeMs, 2_147_483_647),
      events,
      changed,
      searches: await countActiveSearches(tx),
      matches: new Set(matches.map(({ searchId, listingId }) => `${searchId} ${listingId}`)).size,
      people: 0,
      planned: 0,
      matchMs,
      startedAt,
      problem: horizonProblem(horizonAgeMs, deps.horizonLimitMs),
    },
  })
  const planned = await writePlan(tx, { runId: run.id, slot: order.slot, matches })
  await tx.feedReader.update({ where: { name: READER }, data: { position: to, updatedAt: startedAt } })
  return tx.alertRun.update({ where: { id: run.id }, data: { people: planned, planned } })
}

/** P2034 and 40001: another run moved the position first. P2002: another run made the reader's row first. */
const lostARace = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2034' || error.code === 'P2002' || error.message.includes('40001'))

/**
 * Finds who wants what changed since the last run, and plans one mail for each person: the window's end, the matches
 * and the outbox rows are committed together or not at all. Missed, doubled and late ticks are harmless, because the
 * window runs from the reader's last position and never from the clock.
 */
export async function planAlerts(deps: PlanDeps, order: PlanOrder): Promise<AlertRun> {
  failpoint('alerts.before-numbering')
  await numberFeed(deps.db)
  failpoint('alerts.after-numbering')
  const horizonAgeMs = await feedHorizon(deps.db)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const run = await deps.db.$transaction(
        async (tx) => {
          const planned = await planInTransaction(tx, deps, order, horizonAgeMs)
          failpoint('alerts.before-plan-commit')
          return planned
        },
        { isolationLevel: 'RepeatableRead', timeout: 120_000 },
      )
      failpoint('alerts.after-plan-commit')
      return run
    } catch (error) {
      if (attempt >= 5 || !lostARace(error)) throw error
    }
  }
}
