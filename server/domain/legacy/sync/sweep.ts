import { setTimeout as pause } from 'node:timers/promises'
import type { SweptPage } from '#server/adapters/mongo/mongo.ts'
import type { RootDb } from '#server/db.ts'
import { numberFeed } from '#server/domain/listings/listings.feed.ts'
import { env } from '#server/env.ts'
import { failpoint } from '#server/failpoint.ts'
import type { LegacySweep } from '#server/generated/prisma/client.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { welcome } from './arrivals.ts'
import { applyTo } from './lanes.ts'
import { latestDate, type Reading } from './reading.ts'
import type { SyncDeps } from './run.ts'
import { advance, lastSwept, noteAbsences, openSweep, releasedSweep } from './sweep.store.ts'
import { settleAbsences, weighAbsences } from './tombstones.ts'
import { isOurTurn } from './turn.ts'

type Options = { pageSize?: number; pages?: number; perSecond?: number; everyMs?: number }

/** How far a walk through one stream has come. */
export type SweepState = {
  stream: LegacyStream
  /** `early`: the last walk is young enough. `busy`: another run is at work. `underway`: to be gone on with. */
  state: 'early' | 'busy' | 'underway' | 'done' | 'braked'
  read: number
  inserted: number
  updated: number
  quarantined: number
  missing: number
  gone: number
  brake: string | null
}

const PAGE_SIZE = 500
/** As much as one step of a job may do: some seconds. */
const PAGES_A_STEP = 20

type Swept = { sweep: LegacySweep; page: SweptPage; reading: Reading }

/** One page, all or nothing: rows, quarantine, absences, counts and position. False when another run has taken it. */
async function commitPage(db: RootDb, { sweep, page, reading }: Swept): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (!(await isOurTurn(tx))) return false
    const result = await applyTo(tx, sweep.stream, page.documents, reading)
    await welcome(tx, { jobRunId: null, stream: sweep.stream, arrived: result.arrived })
    await noteAbsences(tx, sweep, { ...page, readAt: reading.at })
    const end = { lane: END, idJson: null }
    // Nothing of a page may stand that another run has moved past.
    if (!(await advance(tx, sweep, page.next ?? end, result))) throw new Overtaken()
    failpoint('sweep.before-page-commit')
    return true
  })
}

class Overtaken extends Error {}
/** Behind the last type of ids: what is left to do is to look up what was missing. */
const END = 99

const stateOf = (sweep: LegacySweep, state: SweepState['state']): SweepState => {
  const { stream, read, inserted, updated, quarantined, missing, gone, brake } = sweep
  return { stream, state, read, inserted, updated, quarantined, missing, gone, brake }
}

/** Looks up what was missing, unless too much was, and closes the walk. */
async function finish(deps: SyncDeps, sweep: LegacySweep): Promise<SweepState> {
  const { brake } = await weighAbsences(deps.db, sweep)
  if (!brake && !(await settleAbsences(deps, sweep))) return stateOf(sweep, 'busy')
  if (sweep.stream === 'listings') await numberFeed(deps.db)
  const closed = await deps.db.legacySweep.update({ where: { id: sweep.id }, data: { endedAt: deps.now() } })
  return stateOf(closed, brake ? 'braked' : 'done')
}

/** Somebody has said that what this walk missed is gone: it comes before the next walk. */
async function buryReleased(deps: SyncDeps, sweep: LegacySweep): Promise<SweepState> {
  const isDone = await settleAbsences(deps, sweep)
  const now = await deps.db.legacySweep.findUniqueOrThrow({ where: { id: sweep.id } })
  return stateOf(now, isDone ? 'done' : 'busy')
}

/**
 * Walks on through one stream by `_id`, whatever its dates of change say: finds what has none, what was edited in
 * silence, and what is gone. Does at most `pages` pages, `perSecond` documents a second; the next call goes on from there.
 */
export async function sweepStream(deps: SyncDeps, stream: LegacyStream, options: Options = {}): Promise<SweepState> {
  const { db, legacy, now, log } = deps
  const { pageSize = PAGE_SIZE, pages = PAGES_A_STEP, perSecond = env.LEGACY_SWEEP_PER_SECOND } = options
  const { everyMs = env.LEGACY_SWEEP_MINUTES * 60_000 } = options
  const released = await releasedSweep(db, stream)
  if (released) return buryReleased(deps, released)
  const last = await lastSwept(db, stream)
  const isOpen = (await db.legacySweep.count({ where: { stream, endedAt: null } })) > 0
  if (!isOpen && last && now().getTime() - last.getTime() < everyMs) {
    return { ...NOTHING, stream, state: 'early' }
  }
  let sweep = await openSweep(db, stream, now())
  for (let done = 0; sweep.lane !== END; done += 1) {
    if (done >= pages) return stateOf(sweep, 'underway')
    const clock = new Date(Math.min((await legacy.sourceTime()).getTime(), now().getTime()))
    const reading: Reading = { by: 'sight', at: now(), latest: latestDate(clock) }
    const begun = performance.now()
    const page = await legacy.sweepPage(stream, { lane: sweep.lane, idJson: sweep.idJson }, { limit: pageSize })
    if (!(await commitPage(db, { sweep, page, reading }).catch(isOvertaken))) return stateOf(sweep, 'busy')
    failpoint('sweep.after-page-commit')
    sweep = await db.legacySweep.findUniqueOrThrow({ where: { id: sweep.id } })
    const dueMs = (page.documents.length / perSecond) * 1000 - (performance.now() - begun)
    if (dueMs > 1) await pause(dueMs)
  }
  const state = await finish(deps, sweep)
  log.info({ ...state }, 'legacy stream walked through')
  return state
}

const NOTHING = { read: 0, inserted: 0, updated: 0, quarantined: 0, missing: 0, gone: 0, brake: null }

function isOvertaken(error: unknown): false {
  if (error instanceof Overtaken) return false
  throw error
}
