import type { Db, RootDb } from '#server/db.ts'
import { holdMaster } from '#server/domain/cutover/cutover.queries.ts'
import { feedHead, feedHorizon, numberFeed } from '#server/domain/listings/listings.feed.ts'
import { failpoint } from '#server/failpoint.ts'
import type { AlertRun } from '#server/generated/prisma/client.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { FeedWindow, Matcher, Matches } from '../matching/matcher.ts'
import { readAudience } from '../recipients/audience.sql.ts'
import { recordSights } from '../replay/record-sights.sql.ts'
import type { Hold } from '../rhythm/hold-back.ts'
import { isAnythingDue, takeDue, writeHolds } from '../rhythm/holds.sql.ts'
import { readRhythms } from '../rhythm/rhythms.sql.ts'
import { countMatches } from './count-matches.ts'
import { horizonProblem } from './horizon.ts'
import { movePosition, readPosition } from './position.ts'
import { tellEverybody } from './tell-everybody.ts'
import { readUnwanted } from './unwanted.sql.ts'
import { countWindow } from './window.sql.ts'
import { writeFindings } from './write-findings.ts'
import { writeMails } from './write-mails.ts'

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

/** What a tick did. `run` is null when there was nothing to do: no row is written for that, the job's history has it. */
export type Planned = {
  run: AlertRun | null
  problem: string | null
  /** The old system sends alerts: nobody is told by us, now or later, of what has changed meanwhile. */
  isTheirs?: true
}

/** A million searches and ten thousand changed homes take half a minute; a database in trouble may take longer. */
const PATIENCE_MS = 600_000

type Found = { window: FeedWindow; matches: Matches; matchMs: number }

async function findMatches(tx: Db, deps: PlanDeps, window: FeedWindow): Promise<Found> {
  const clock = performance.now()
  const matches = await deps.match(tx, window)
  failpoint('alerts.after-matching')
  return { window, matches, matchMs: Math.round(performance.now() - clock) }
}

async function writeRun(
  tx: Db,
  order: PlanOrder,
  horizon: { ageMs: number; problem: string | null },
  found: Found,
  startedAt: Date,
) {
  const { window, matches, matchMs } = found
  const run = await tx.alertRun.create({
    data: {
      ...{ jobRunId: order.jobRunId, slot: order.slot, feedFrom: window.from, feedTo: window.to },
      ...{ horizonAgeMs: Math.min(horizon.ageMs, 2_147_483_647), problem: horizon.problem },
      ...{ searches: matches.held, matches: 0, people: 0, planned: 0, matchMs, startedAt },
      ...(await countWindow(tx, window)),
    },
  })
  await recordSights(tx, run.id, window)
  const fresh = await writeFindings(tx, run.id, matches)
  const due = await takeDue(tx, run.id, order.slot)
  const held = [...due.tellings, ...due.approved].flatMap(({ lines }) => lines)
  const listingIds = [...fresh.events, ...held].map(({ listingId }) => listingId)
  const around = {
    unwanted: await readUnwanted(tx, listingIds, startedAt),
    rhythms: await readRhythms(tx, fresh),
    audience: await readAudience(tx, startedAt),
  }
  const holds: Hold[] = []
  const tellings = tellEverybody({ fresh, due, ...around, slot: order.slot, hold: (held) => holds.push(held) })
  const planned = await writeMails(tx, { runId: run.id, slot: order.slot }, tellings)
  await writeHolds(tx, run.id, holds)
  return tx.alertRun.update({
    where: { id: run.id },
    data: { matches: countMatches(fresh), people: planned, planned },
  })
}

async function planInTransaction(tx: Db, deps: PlanDeps, order: PlanOrder, ageMs: number): Promise<Planned> {
  const startedAt = deps.now()
  const problem = horizonProblem(ageMs, deps.horizonLimitMs)
  const from = await readPosition(tx)
  const earlier = await tx.alertRun.findFirst({ where: { OR: [{ jobRunId: order.jobRunId }, { slot: order.slot }] } })
  if (earlier) return { run: earlier, problem: earlier.problem }
  const to = await feedHead(tx)
  if (from === null) {
    // The first run ever starts at the head: everything before it is the baseline.
    await movePosition(tx, to, startedAt)
    return { run: null, problem }
  }
  if ((await holdMaster(tx, 'alerts')) === 'legacy') {
    if (from !== to) await movePosition(tx, to, startedAt)
    return { run: null, problem, isTheirs: true }
  }
  if (from === to && !(await isAnythingDue(tx, order.slot))) return { run: null, problem }

  // Before the work, not after it: a second run at the same place waits here instead of matching for nothing.
  if (from !== to) await movePosition(tx, to, startedAt)
  const found = await findMatches(tx, deps, { from, to })
  return { run: await writeRun(tx, order, { ageMs, problem }, found, startedAt), problem }
}

/** P2034 and 40001: another run moved the position first. P2002: another run made the reader's row first. */
const lostARace = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  (error.code === 'P2034' || error.code === 'P2002' || error.message.includes('40001'))

/**
 * Finds who wants what changed since the last run, and plans one mail for each person: the window's end, the findings
 * and the outbox rows are committed together or not at all. Missed, doubled and late ticks are harmless, because the
 * window runs from the reader's last position and never from the clock.
 */
export async function planAlerts(deps: PlanDeps, order: PlanOrder): Promise<Planned> {
  failpoint('alerts.before-numbering')
  await numberFeed(deps.db)
  failpoint('alerts.after-numbering')
  const horizonAgeMs = await feedHorizon(deps.db)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const planned = await deps.db.$transaction(
        async (tx) => {
          const planned = await planInTransaction(tx, deps, order, horizonAgeMs)
          failpoint('alerts.before-plan-commit')
          return planned
        },
        { isolationLevel: 'RepeatableRead', timeout: PATIENCE_MS },
      )
      failpoint('alerts.after-plan-commit')
      return planned
    } catch (error) {
      if (attempt >= 5 || !lostARace(error)) throw error
    }
  }
}
