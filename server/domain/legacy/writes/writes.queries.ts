import { z } from 'zod'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { mastersOf } from '#server/domain/cutover/cutover.queries.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { kindFor, ownKinds } from './own-kinds.ts'
import type { ListConflictsInput } from './writes.schema.ts'
import { LONGEST_WAIT_MINUTES, type WaitReason, waitLabel, waitWords } from './writes.words.ts'

const MOST_SHOWN = 50
const CONFLICTS_A_PAGE = 20
const RUNS = 48
const HOUR_MS = 3_600_000

type Which = { stream: LegacyStream; targetId: string }

async function namesFor(db: Db, records: readonly Which[]): Promise<(which: Which) => string | null> {
  const names = new Map<string, unknown>()
  for (const { own, namesOf } of ownKinds) {
    const ids = records.flatMap(({ stream, targetId }) => (stream === own.stream ? [targetId] : []))
    if (ids.length === 0) continue
    for (const [id, name] of await namesOf(db, ids)) names.set(id, name)
  }
  return ({ targetId }) => {
    const name = names.get(targetId)
    return typeof name === 'string' ? name : null
  }
}

/** Streams whose records wait for the day that the old system is not their master any more. */
export async function heldStreams(db: Db): Promise<LegacyStream[]> {
  const masters = await mastersOf(db)
  return ownKinds.flatMap(({ own }) => (masters[own.feature].master === 'legacy' ? [own.stream] : []))
}

/** How much waits, and since when the oldest does. Who waits for somebody to be known over there is late for nobody. */
export async function oldestGap(db: Db): Promise<{ waiting: number; oldest: Date | null }> {
  const where = { state: 'queued', stream: { notIn: await heldStreams(db) } } as const
  const isLate = { ...where, OR: [{ reason: null }, { reason: { not: 'no-twin' satisfies WaitReason } }] }
  const [waiting, { _min }] = await Promise.all([
    db.legacyWrite.count({ where }),
    db.legacyWrite.aggregate({ where: isLate, _min: { queuedAt: true } }),
  ])
  return { waiting, oldest: _min.queuedAt }
}

/** What is not across yet: how much, since when, and why. */
export async function getGap({ db, now }: Context) {
  const at = now()
  const held = await heldStreams(db)
  const where = { state: 'queued', stream: { notIn: held } } as const
  const [{ waiting, oldest }, reasons, rows, heldCount, breaker, lastHour] = await Promise.all([
    oldestGap(db),
    db.legacyWrite.groupBy({ by: ['reason'], where, _count: { _all: true }, _min: { queuedAt: true } }),
    db.legacyWrite.findMany({
      where,
      orderBy: [{ queuedAt: 'asc' }, { targetId: 'asc' }],
      take: MOST_SHOWN,
      select: {
        ...{
          stream: true,
          targetId: true,
          queuedAt: true,
          notBefore: true,
          attempts: true,
          reason: true,
          detail: true,
        },
      },
    }),
    db.legacyWrite.count({ where: { state: 'queued', stream: { in: held } } }),
    db.legacyWrite.findFirst({ where: { ...where, reason: 'breaker' }, orderBy: { notBefore: 'asc' } }),
    db.legacyWrite.count({ where: { writtenAt: { gte: new Date(at.getTime() - HOUR_MS) } } }),
  ])
  const nameOf = await namesFor(db, rows)
  return {
    waiting,
    oldest,
    limitMinutes: LONGEST_WAIT_MINUTES,
    isOverdue: oldest !== null && at.getTime() - oldest.getTime() > LONGEST_WAIT_MINUTES * 60_000,
    reasons: reasons.map(({ reason, _count, _min }) => ({
      reason,
      label: reason === null ? 'On its way' : waitLabel(reason),
      words: reason === null ? 'Nothing stood in its way so far.' : waitWords(reason),
      count: _count._all,
      since: _min.queuedAt,
    })),
    records: rows.map(({ reason, ...row }) => ({
      ...row,
      name: nameOf(row),
      label: reason === null ? 'On its way' : waitLabel(reason),
    })),
    /** Changed here while the old system is the master: they wait for the switch. */
    held: heldCount,
    /** When the old database is asked again after it failed several times in a row. */
    breakerUntil: breaker?.notBefore ?? null,
    writtenLastHour: lastHour,
    measuredAt: at,
  }
}

const figure = z.number().catch(0)
const NONE = { counts: { written: 0, stillWaiting: 0, oldestSeconds: 0 } }
/** What a run says that it did; one that failed says nothing. */
const outputSchema = z
  .object({ counts: z.object({ written: figure, stillWaiting: figure, oldestSeconds: figure }) })
  .catch(NONE)

/** The last runs of the relay, oldest first: how much each wrote, and what waited after it. */
export async function getThroughput({ db }: Context) {
  const runs = await db.jobRun.findMany({
    where: { functionId: 'write-legacy', endedAt: { not: null } },
    orderBy: { startedAt: 'desc' },
    take: RUNS,
    select: { runId: true, startedAt: true, outcome: true, output: true },
  })
  return runs.reverse().map(({ output, ...run }) => {
    const { counts } = outputSchema.parse(output)
    return { ...run, written: counts.written, waiting: counts.stillWaiting, oldestSeconds: counts.oldestSeconds }
  })
}

/** What was changed on both sides, the latest first, field by field. */
export async function listConflicts({ db }: Context, { cursor }: ListConflictsInput) {
  const rows = await db.legacyConflict.findMany({
    orderBy: [{ foundAt: 'desc' }, { id: 'desc' }],
    take: CONFLICTS_A_PAGE + 1,
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    include: { decidedBy: { select: { fullName: true } } },
  })
  const items = rows.slice(0, CONFLICTS_A_PAGE)
  const nameOf = await namesFor(db, items)
  const latest = new Map<string, string>()
  for (const { id, stream, targetId, field } of await db.legacyConflict.findMany({
    where: { targetId: { in: items.map(({ targetId }) => targetId) } },
    orderBy: { id: 'asc' },
    select: { id: true, stream: true, targetId: true, field: true },
  }))
    latest.set(`${stream}/${targetId}/${field}`, id)
  return {
    items: items.map(({ decidedBy, ...conflict }) => ({
      ...conflict,
      name: nameOf(conflict),
      decidedBy: decidedBy?.fullName ?? null,
      canTurn:
        conflict.rule !== 'stopped' &&
        kindFor(conflict.stream) !== undefined &&
        latest.get(`${conflict.stream}/${conflict.targetId}/${conflict.field}`) === conflict.id,
    })),
    nextCursor: rows.length > CONFLICTS_A_PAGE ? (items.at(-1)?.id ?? null) : null,
  }
}
