import type { Db, RootDb } from '#server/db.ts'
import { masterOf } from '#server/domain/cutover/cutover.queries.ts'
import { isPaused } from '#server/domain/jobs/jobs.service.ts'
import { readAround } from './around.sql.ts'
import { boundsOf, comparableSince, daysUntil, isLogHere } from './days.sql.ts'
import { countDay, dropOlderPasses, writeDifferences } from './differences.store.ts'
import { HOUR, MINUTE } from './facts.ts'
import { judgePair } from './judge-pair.ts'
import { type Day, pairUp } from './pairs.ts'
import { VERDICT_DAYS } from './shadow.words.ts'
import { nameSkippedRuns } from './skipped-runs.sql.ts'
import { mostHomesInMail, readOurs, readPeople, readTheirs } from './told.sql.ts'
import { workOutPage } from './would-send.sql.ts'

export type ShadowDeps = { db: RootDb; now: () => Date }

const PEOPLE_A_PAGE = 300
/** Both engines get so long to tell before today is looked at: ours runs each quarter of an hour. */
const SETTLED = 20 * MINUTE
const NEIGHBOURS = 26 * HOUR
/** A comparison that was cut short longer ago begins anew. */
const RESUMED_WITHIN = 6 * HOUR

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** The days to compare now, oldest first: what of the last week is not complete, yesterday, and today so far. */
export async function pickDays({ db, now }: ShadowDeps): Promise<string[]> {
  const days = await daysUntil(db, now(), VERDICT_DAYS + 1)
  const done = await db.legacyShadowDay.findMany({
    where: { day: { in: days.map(dateOf) }, state: { in: ['complete', 'before'] } },
    select: { day: true },
  })
  const settled = new Set(done.map(({ day }) => day.toISOString().slice(0, 10)))
  return days.filter((day, at) => at >= days.length - 2 || !settled.has(day))
}

/** Nobody is told by Palmetto at present: what it would have told is worked out instead. */
const areAlertsOff = async (db: Db) =>
  (await masterOf(db, 'alerts')) === 'legacy' || (await isPaused(db, 'send-alerts'))

/** Begins a comparison, or goes on with one that was cut short. False where there is nothing to compare yet. */
export async function openDay({ db, now }: ShadowDeps, day: string): Promise<boolean> {
  const at = now()
  const [bounds, since, isReplayed] = await Promise.all([boundsOf(db, day), comparableSince(db), areAlertsOff(db)])
  const settled = new Date(at.getTime() - SETTLED)
  const until = bounds.to < settled ? bounds.to : settled
  const where = { day: dateOf(day) }
  const isBefore = since === null || since >= bounds.to
  return db.$transaction(async (tx) => {
    const before = await tx.legacyShadowDay.findUnique({ where })
    if (before?.state === 'comparing' && at.getTime() - before.startedAt.getTime() < RESUMED_WITHIN) return true
    const pass = (before?.pass ?? 0) + 1
    const fresh = { pass, cursor: null, until, isReplayed, people: 0, pairs: 0, agreed: 0, startedAt: at }
    const state = isBefore
      ? { ...fresh, state: 'before' as const, endedAt: at, differences: 0, unexplained: 0 }
      : { ...fresh, state: 'comparing' as const, endedAt: null }
    await tx.legacyShadowDay.upsert({ where, create: { ...where, ...state }, update: state })
    await tx.legacyWouldSend.deleteMany({ where })
    return !isBefore && until > bounds.from
  })
}

/** What is compared of a day: from its midnight, or from when Palmetto began, up to where it is settled. */
async function spanOf(
  db: Db,
  day: string,
): Promise<Day & { isReplayed: boolean; pass: number; cursor: string | null }> {
  const [{ from }, since, row] = await Promise.all([
    boundsOf(db, day),
    comparableSince(db),
    db.legacyShadowDay.findUniqueOrThrow({ where: { day: dateOf(day) } }),
  ])
  const { until, isReplayed, pass, cursor } = row
  return { from: since && since > from ? since : from, to: until, isReplayed, pass, cursor }
}

/** A page of changes that no run has read: what we would have told of them. Says where to go on; null at the end. */
export async function workOut({ db }: ShadowDeps, day: string, after: string | null): Promise<string | null> {
  const span = await spanOf(db, day)
  return db.$transaction((tx) => workOutPage(tx, day, span, after), { timeout: 120_000 })
}

/**
 * Compares the next people of a day and keeps what differs. The page, its counts and the cursor are committed together:
 * killed anywhere, the next call does the same page again. False when everybody is done.
 */
export async function comparePage({ db, now }: ShadowDeps, day: string, limit = PEOPLE_A_PAGE): Promise<boolean> {
  const span = await spanOf(db, day)
  const people = await readPeople(db, span, span.cursor, limit)
  const last = people.at(-1)
  if (last === undefined) return false
  const wide = { from: new Date(span.from.getTime() - NEIGHBOURS), to: new Date(span.to.getTime() + NEIGHBOURS) }
  const [theirs, ours] = await Promise.all([readTheirs(db, wide, people), readOurs(db, wide, people, span.isReplayed)])
  const pairs = pairUp(span, theirs, ours)
  const known = {
    ...{ records: await readAround(db, pairs, now()), isReplayed: span.isReplayed },
    mostHomes: await mostHomesInMail(db, span),
  }
  const mailsOf = Map.groupBy(theirs, ({ person }) => person)
  const judged = pairs.map((pair) => judgePair(pair, known, mailsOf.get(pair.person) ?? []))
  const agreed = judged.filter((found) => found.length === 0).length
  return db.$transaction(async (tx) => {
    const moved = await tx.legacyShadowDay.updateMany({
      where: { day: dateOf(day), state: 'comparing', pass: span.pass, cursor: span.cursor },
      data: {
        cursor: last,
        people: { increment: people.length },
        pairs: { increment: pairs.length },
        agreed: { increment: agreed },
      },
    })
    // Somebody else has taken this page, or the comparison has begun anew.
    if (moved.count === 0) return true
    await writeDifferences(tx, { day, pass: span.pass }, judged.flat())
    return true
  })
}

export type Compared = {
  day: string
  state: 'complete' | 'partial' | 'before'
  pairs: number
  differences: number
  unexplained: number
}

/** Ends a comparison: runs that they skipped are named, what was found by older ones goes, and the day is counted. */
export async function closeDay({ db, now }: ShadowDeps, day: string): Promise<Compared> {
  const span = await spanOf(db, day)
  const { from, to } = await boundsOf(db, day)
  // The day on which Palmetto began is half a day, and proves nothing.
  const isWhole = span.from <= from && span.to >= to && (await isLogHere(db, to))
  await db.$transaction(async (tx) => {
    const where = { day: dateOf(day), state: 'comparing' as const, pass: span.pass }
    const held = await tx.legacyShadowDay.updateMany({ where, data: { endedAt: null } })
    if (held.count === 0) return
    await dropOlderPasses(tx, { day, pass: span.pass })
    await nameSkippedRuns(tx, day, span)
    await countDay(tx, day)
    await tx.legacyShadowDay.updateMany({
      where,
      data: { state: isWhole ? 'complete' : 'partial', endedAt: now() },
    })
  })
  const row = await db.legacyShadowDay.findUniqueOrThrow({ where: { day: dateOf(day) } })
  const { state, pairs, differences, unexplained } = row
  return { day, state: state === 'comparing' ? 'partial' : state, pairs, differences, unexplained }
}

/** All of a day at once: what the job does step by step. */
export async function compareDay(deps: ShadowDeps, day: string, limit?: number): Promise<Compared> {
  if (await openDay(deps, day)) {
    for (let after = await workOut(deps, day, null); after !== null; after = await workOut(deps, day, after));
    while (await comparePage(deps, day, limit));
  }
  return closeDay(deps, day)
}
