import type { LegacySource } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { mastersOf } from '#server/domain/cutover/cutover.queries.ts'
import { switchMaster } from '#server/domain/cutover/cutover.service.ts'
import type { Feature, Master } from '#server/domain/cutover/cutover.words.ts'
import { env } from '#server/env.ts'
import type { Log } from '#server/log.ts'
import { compareDeals } from '../../reads/compare-deals.ts'
import { openReads } from '../../reads/open-reads.ts'
import { gatherFacts } from '../evidence/facts.store.ts'
import { streamsOf } from '../features.ts'
import { isCompared } from '../parity/comparers.ts'
import { sampleReads } from './reads.ts'
import type { Finding, RehearsalStep, StepResult } from './rehearsal.words.ts'
import { tryRoundTrip } from './round-trips.ts'

export type RehearsalDeps = { db: RootDb; legacy: LegacySource; now: () => Date; log: Log }
export type Asked = { feature: Feature; byId: string | null }

const number = (count: number) => count.toLocaleString('en-US')

/** As many of the latest as several pages of a list hold. */
const PAGE_SAMPLE = 200

async function tryReads(deps: RehearsalDeps, { feature }: Asked): Promise<Finding> {
  const streams = streamsOf(feature)
  if (streams.length === 0 || !streams.every(isCompared)) {
    return { state: 'failed', words: 'Its records are not compared yet.' }
  }
  let [read, unequal] = [0, 0]
  for (const stream of streams) {
    const sampled = await sampleReads(deps, stream)
    read += sampled.read
    unequal += sampled.unequal.length
  }
  if (feature === 'deals') {
    // Pages read them over there until they move: what they would show is compared, too.
    const pages = await compareDeals(deps.db, openReads(), { now: deps.now(), sample: PAGE_SAMPLE })
    read += pages.compared
    unequal += pages.differing
  }
  return unequal > 0
    ? { state: 'failed', words: `${number(unequal)} of ${number(read)} records read from both sides differ.` }
    : { state: 'ok', words: `${number(read)} records read from both sides are the same.` }
}

/** A change that has waited this long for the old system will not be across when it is needed. */
const GAP_MINUTES = 10

async function tryGaps({ db, now }: RehearsalDeps, { feature }: Asked): Promise<Finding> {
  const { gaps } = await gatherFacts(db, feature, now(), env.CUTOVER_QUIET_HOURS)
  const isOld = gaps.oldestAt !== null && now().getTime() - gaps.oldestAt.getTime() > GAP_MINUTES * 60_000
  return isOld
    ? {
        state: 'failed',
        words: `${number(gaps.waiting)} changes wait, one of them for more than ${GAP_MINUTES} minutes.`,
      }
    : {
        state: 'ok',
        words: gaps.waiting === 0 ? 'Nothing waits.' : `${number(gaps.waiting)} changes are on their way.`,
      }
}

async function tryConflicts({ db, now }: RehearsalDeps, { feature }: Asked): Promise<Finding> {
  const { conflicts } = await gatherFacts(db, feature, now(), env.CUTOVER_QUIET_HOURS)
  return conflicts > 0
    ? { state: 'failed', words: `${number(conflicts)} fields were changed on both sides lately.` }
    : { state: 'ok', words: 'No field was changed on both sides lately.' }
}

class NotKept extends Error {}

/** The steps of a rehearsal: one forth, one back; from the far end the other way round. */
const wayOf = (master: Master): Master => (master === 'both' ? 'palmetto' : 'both')

/** The switch itself, both ways, in a transaction that is not kept: it waits for the same locks as the real one. */
async function trySwitch({ db, now }: RehearsalDeps, { feature, byId }: Asked): Promise<Finding> {
  if (!byId) return { state: 'failed', words: 'Whoever asked for this is gone.' }
  const begun = performance.now()
  try {
    await db.$transaction(async (tx) => {
      const { master, version } = (await mastersOf(tx))[feature]
      const to = wayOf(master)
      const order = { feature, why: 'Rehearsal', evidence: [], byId }
      const ctx = { db, now, actor: null }
      const forth = await switchMaster(tx, ctx, { ...order, from: master, to, version })
      await switchMaster(tx, ctx, { ...order, from: to, to: master, version: forth.version })
      throw new NotKept()
    })
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
  }
  return { state: 'ok', words: `Forth and back took ${Math.ceil(performance.now() - begun)} ms; nothing was kept.` }
}

const TRIES: Record<RehearsalStep, (deps: RehearsalDeps, asked: Asked) => Promise<Finding>> = {
  reads: tryReads,
  roundTrip: ({ db }, { feature }) => tryRoundTrip(db, feature),
  gaps: tryGaps,
  conflicts: tryConflicts,
  switch: trySwitch,
}

/** Tries one step, and says how long it took. */
export async function tryStep(deps: RehearsalDeps, asked: Asked, name: RehearsalStep): Promise<StepResult> {
  const begun = performance.now()
  const finding = await TRIES[name](deps, asked)
  return { name, ...finding, ms: Math.round(performance.now() - begun) }
}
