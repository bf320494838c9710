import { setTimeout as pause } from 'node:timers/promises'
import type { RootDb } from '#server/db.ts'
import { env } from '#server/env.ts'
import type { LegacyParity } from '#server/generated/prisma/client.ts'
import type { Log } from '#server/log.ts'
import { type ComparedStream, comparerOf } from './comparers.ts'
import {
  advancePass,
  keepMismatches,
  lastPass,
  openPass,
  resolveMismatches,
  resolveOnlyHere,
  tallyOf,
  unequalOf,
} from './parity.store.ts'
import { judge } from './verdicts.ts'

export type CompareDeps = { db: RootDb; now: () => Date; log: Log }
type Options = { pageSize?: number; pages?: number; perSecond?: number; everyMs?: number }

/** How far the comparison of a stream has come, and what it has found so far. */
export type CompareState = {
  stream: ComparedStream
  /** `early`: the last pass is young enough. `busy`: another run is at work. `underway`: to be gone on with. */
  state: 'early' | 'busy' | 'underway' | 'done'
  compared: number
  equal: number
  unequal: number
  quarantined: number
}

const PAGE_SIZE = 500
/** As much as one step of a job may do: some seconds. */
const PAGES_A_STEP = 20
const EXAMPLES = 100
const NOTHING = { compared: 0, equal: 0, unequal: 0, quarantined: 0 }

const stateOf = (stream: ComparedStream, pass: LegacyParity, state: CompareState['state']): CompareState => {
  const { compared, equal, quarantined } = pass
  return { stream, state, compared, equal, unequal: compared - equal, quarantined }
}

/**
 * One page, in one snapshot: the sync writes a document and its row in one transaction, so none of its pages is met half
 * done. Returns the documents read; null when another run has taken the page.
 */
function comparePage(deps: CompareDeps, stream: ComparedStream, pass: LegacyParity, pageSize: number) {
  return deps.db.$transaction(
    async (tx) => {
      const kept = await tx.legacyDocument.findMany({
        where: { stream, ...(pass.afterSourceId === null ? {} : { sourceId: { gt: pass.afterSourceId } }) },
        select: { sourceId: true, raw: true, updatedAt: true, goneAt: true },
        orderBy: { sourceId: 'asc' },
        take: pageSize,
      })
      const last = kept.at(-1)
      if (!last) return 0
      const judged = await judge(tx, stream, kept)
      if (!(await advancePass(tx, pass, last.sourceId, tallyOf(judged)))) return null
      const at = deps.now()
      const unequal = unequalOf(judged)
      const keys = new Set(unequal.map(({ key }) => key))
      await keepMismatches(tx, stream, unequal, at)
      const settled = judged.flatMap(({ sourceId }) => (keys.has(sourceId) ? [] : [sourceId]))
      await resolveMismatches(tx, stream, settled, at)
      return kept.length
    },
    { isolationLevel: 'RepeatableRead' },
  )
}

/** The other way round, and the end of the pass: rows that no document became. */
async function finish(deps: CompareDeps, stream: ComparedStream, pass: LegacyParity): Promise<CompareState> {
  const closed = await deps.db.$transaction(async (tx) => {
    const { count, ids } = await comparerOf(stream).onlyHere(tx, EXAMPLES)
    const at = deps.now()
    const found = ids.map((id) => ({ key: `row:${id}`, targetId: id, kind: 'only_here' as const, fields: [] as [] }))
    await keepMismatches(tx, stream, found, at)
    await resolveOnlyHere(
      tx,
      stream,
      found.map(({ key }) => key),
      at,
    )
    const { count: ended } = await tx.legacyParity.updateMany({
      where: { id: pass.id, endedAt: null },
      data: { onlyHere: count, compared: { increment: count }, endedAt: at },
    })
    return ended === 1
  })
  const now = await deps.db.legacyParity.findUniqueOrThrow({ where: { id: pass.id } })
  const state = stateOf(stream, now, closed ? 'done' : 'busy')
  deps.log.info({ ...state }, 'legacy stream compared field by field')
  return state
}

/**
 * Compares what the mirror says with the rows here, through the pure transforms and field by field, and the other way
 * round. Reads nothing from the old system. Does at most `pages` pages, `perSecond` documents a second; the next call
 * goes on from there.
 */
export async function compareStream(
  deps: CompareDeps,
  stream: ComparedStream,
  options: Options = {},
): Promise<CompareState> {
  const { db, now } = deps
  const { pageSize = PAGE_SIZE, pages = PAGES_A_STEP, perSecond = env.LEGACY_SWEEP_PER_SECOND } = options
  const { everyMs = env.LEGACY_PARITY_MINUTES * 60_000 } = options
  const last = await lastPass(db, stream)
  const isOpen = (await db.legacyParity.count({ where: { stream, endedAt: null } })) > 0
  if (!isOpen && last && now().getTime() - last.startedAt.getTime() < everyMs) {
    return { ...NOTHING, stream, state: 'early' }
  }
  let pass = await openPass(db, stream, now())
  for (let done = 0; done < pages; done += 1) {
    const begun = performance.now()
    const read = await comparePage(deps, stream, pass, pageSize).catch(isOvertaken)
    if (read === null) return stateOf(stream, pass, 'busy')
    pass = await db.legacyParity.findUniqueOrThrow({ where: { id: pass.id } })
    if (read < pageSize) return finish(deps, stream, pass)
    const dueMs = (read / perSecond) * 1000 - (performance.now() - begun)
    if (dueMs > 1) await pause(dueMs)
  }
  return stateOf(stream, pass, 'underway')
}

/** Two runs on one page: the snapshot of the second can't be written over the first. */
function isOvertaken(error: unknown): null {
  if (String(error).includes('40001')) return null
  throw error
}
