import { LegacyUnavailable } from '#server/adapters/mongo/mongo.guard.ts'
import type { LegacySource } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { mastersOf } from '#server/domain/cutover/cutover.queries.ts'
import { failpoint } from '#server/failpoint.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Log } from '#server/log.ts'
import { welcome } from '../sync/arrivals.ts'
import { applyTo } from '../sync/lanes.ts'
import { latestDate } from '../sync/reading.ts'
import { isOurTurn } from '../sync/turn.ts'
import { type OwnKind, ownKinds } from './own-kinds.ts'
import type { Plan } from './plan.ts'
import {
  claimWrites,
  type PostponedWrite,
  postponeWrite,
  postponeWrites,
  releaseWrites,
  settleWrite,
} from './queue.store.ts'
import { nextAttempt } from './retry.ts'
import { introduce, noteGone, twinsOf } from './twins.store.ts'
import type { WaitReason } from './writes.words.ts'

export type WriteDeps = { db: RootDb; legacy: LegacySource; now: () => Date; log: Log }
export type WriteCounts = { written: number; agreed: number; waiting: number }

const BATCH = 40
const LANES = 4
/** Tried again at once so often; after that somebody over there is typing, and we wait for them. */
const MOVES_AT_ONCE = 3

/** What stands over there now, taken into our tables first: nothing is written over what we have not seen. */
async function takeIn({ db, legacy, now }: WriteDeps, { own }: OwnKind, targetIds: readonly string[]) {
  const at = now()
  const { stream } = own
  const twins = await twinsOf(db, stream, targetIds)
  const found = await legacy.lookUp(
    stream,
    [...twins.values()].map(({ idJson }) => idJson),
  )
  const isTaken = await db.$transaction(async (tx) => {
    if (!(await isOurTurn(tx))) return false
    const { arrived } = await applyTo(tx, stream, found, { by: 'sight', at, latest: latestDate(at) })
    await welcome(tx, { jobRunId: null, stream, arrived })
    return true
  })
  return isTaken ? new Set(found.map(({ sourceId }) => sourceId)) : null
}

type Sent = {
  plan: Plan
  outcome: 'written' | 'gone' | 'agreed' | 'wait' | 'moved'
  reason: WaitReason | null
  detail?: string
}

const reasonFor = (error: unknown): WaitReason =>
  !(error instanceof LegacyUnavailable) ? 'refused' : error.isLeftAlone ? 'breaker' : 'unreachable'
const detailOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 300) : 'unknown error')

/** Sends one change. Whatever happens, it is known what is to be done with the record next. */
async function send({ legacy }: WriteDeps, plan: Plan): Promise<Sent> {
  if (plan.kind === 'wait') return { plan, outcome: 'wait', reason: plan.reason }
  if (plan.kind !== 'send') return { plan, outcome: plan.kind, reason: null }
  try {
    failpoint('writes.before-send')
    const answer = await legacy.write(plan.write.stream, plan.change)
    failpoint('writes.after-send')
    if (answer.outcome === 'refused') return { plan, outcome: 'wait', reason: 'refused', detail: answer.detail }
    if (answer.outcome === 'moved') return { plan, outcome: 'moved', reason: 'changing' }
    return { plan, outcome: plan.change.kind === 'remove' ? 'gone' : 'written', reason: null }
  } catch (error) {
    return { plan, outcome: 'wait', reason: reasonFor(error), detail: detailOf(error) }
  }
}

async function sendAll(deps: WriteDeps, plans: Plan[]): Promise<Sent[]> {
  const sent: Sent[] = []
  const left = [...plans]
  const lane = async () => {
    for (let plan = left.shift(); plan; plan = left.shift()) sent.push(await send(deps, plan))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return sent
}

/** Those that somebody is changing right now come after the others, one by one: we hold nothing while we wait for them. */
async function postponeAround(db: RootDb, waits: readonly PostponedWrite[]): Promise<void> {
  const { leftOut } = await postponeWrites(db, waits)
  for (const wait of waits) if (leftOut.has(wait.targetId)) await postponeWrite(db, wait, wait)
}

/** Of those that wait: why, and until when. */
async function settleWaiting({ db, now }: WriteDeps, stream: LegacyStream, waiting: readonly Sent[]): Promise<void> {
  if (waiting.length === 0) return
  const rows = await db.legacyWrite.findMany({
    where: { stream, targetId: { in: waiting.map(({ plan }) => plan.write.targetId) } },
    select: { targetId: true, attempts: true },
  })
  const attemptsOf = new Map(rows.map(({ targetId, attempts }) => [targetId, attempts]))
  const waits = waiting.map(({ plan, outcome, reason, detail = null }) => {
    const { targetId, version } = plan.write
    const attempts = attemptsOf.get(targetId) ?? 0
    const isAtOnce = outcome === 'moved' && attempts <= MOVES_AT_ONCE
    const until = isAtOnce ? now() : nextAttempt(reason, attempts, now())
    return { stream, targetId, version, reason: isAtOnce ? null : reason, detail, until }
  })
  await postponeAround(db, waits)
}

/** Writes down what became of each. What was written is settled by what we read back, not by what we believe. */
async function settleAll(deps: WriteDeps, stream: LegacyStream, sent: readonly Sent[]): Promise<void> {
  const { db, now } = deps
  await settleWaiting(
    deps,
    stream,
    sent.filter(({ outcome }) => outcome === 'wait' || outcome === 'moved'),
  )
  for (const { plan, outcome } of sent) {
    const { write, twin } = plan
    if (outcome === 'wait' || outcome === 'moved') continue
    await db.$transaction(async (tx) => {
      if (outcome === 'written') return postponeWrite(tx, write, { reason: null, until: now() })
      if (outcome === 'gone') await noteGone(tx, write.stream, twin.sourceId, now())
      return settleWrite(tx, write, now())
    })
  }
}

/** One batch of one kind of records. Killed anywhere, it is done again from the start, and comes to the same end. */
async function writeBatch(deps: WriteDeps, kind: OwnKind, targetIds: string[], counts: WriteCounts): Promise<void> {
  const { db } = deps
  const { stream } = kind.own
  const which = targetIds.map((targetId) => ({ stream, targetId }))
  await introduce(db, stream, targetIds)
  const present = await takeIn(deps, kind, targetIds)
  if (!present) return releaseWrites(db, which)
  const plans = await db.$transaction((tx) => kind.plan(tx, targetIds, present), { isolationLevel: 'RepeatableRead' })
  const sent = await sendAll(deps, plans)
  const written = sent.filter(({ outcome }) => outcome === 'written').map(({ plan }) => plan.write.targetId)
  if (written.length > 0) await takeIn(deps, kind, written)
  failpoint('writes.before-settle')
  await settleAll(deps, stream, sent)
  const settled = new Set(sent.map(({ plan }) => plan.write.targetId))
  await releaseWrites(
    db,
    which.filter(({ targetId }) => !settled.has(targetId)),
  )
  counts.written += sent.filter(
    ({ plan, outcome }) => plan.kind === 'send' && outcome !== 'wait' && outcome !== 'moved',
  ).length
  counts.agreed += sent.filter(({ outcome }) => outcome === 'agreed').length
  counts.waiting += sent.filter(({ outcome }) => outcome === 'wait').length
}

/** Nothing could even be read: all of them wait. */
async function postponeAll({ db, now }: WriteDeps, stream: LegacyStream, targetIds: readonly string[], error: unknown) {
  const [reason, detail] = [reasonFor(error), detailOf(error)]
  const rows = await db.legacyWrite.findMany({
    where: { stream, targetId: { in: [...targetIds] } },
    select: { targetId: true, version: true, attempts: true },
  })
  const waits = rows.map(({ targetId, version, attempts }) => {
    return { stream, targetId, version: Number(version), reason, detail, until: nextAttempt(reason, attempts, now()) }
  })
  await postponeAround(db, waits)
}

/** A record that nobody can even plan for costs itself, not its batch. */
async function writeAround(deps: WriteDeps, kind: OwnKind, targetIds: string[], counts: WriteCounts): Promise<void> {
  try {
    await writeBatch(deps, kind, targetIds, counts)
  } catch (error) {
    const isAway = error instanceof LegacyUnavailable
    if (!isAway && targetIds.length > 1) {
      for (const targetId of targetIds) await writeAround(deps, kind, [targetId], counts)
      return
    }
    deps.log.warn({ err: error, stream: kind.own.stream }, 'Records could not be written across')
    await postponeAll(deps, kind.own.stream, targetIds, error)
    counts.waiting += targetIds.length
  }
}

/** Writes across what is due, until nothing is or `limit` records were tried. Any number of relays may be at work. */
export async function writeAcross(deps: WriteDeps, { limit }: { limit: number }): Promise<WriteCounts> {
  const { db, now } = deps
  const counts: WriteCounts = { written: 0, agreed: 0, waiting: 0 }
  const masters = await mastersOf(db)
  // Where the old system is the master, what was changed here waits for the day that it is not.
  const kinds = ownKinds.filter(({ own }) => masters[own.feature].master !== 'legacy')
  for (let tried = 0; tried < limit; ) {
    const claimed = await claimWrites(db, { now: now(), streams: kinds.map(({ own }) => own.stream), most: BATCH })
    if (claimed.length === 0) break
    failpoint('writes.after-claim')
    tried += claimed.length
    for (const kind of kinds) {
      const targetIds = claimed.filter(({ stream }) => stream === kind.own.stream).map(({ targetId }) => targetId)
      if (targetIds.length === 0) continue
      await writeAround(deps, kind, targetIds, counts)
    }
  }
  return counts
}
