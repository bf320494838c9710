import { ZodError } from 'zod'
import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { markOf } from '#server/adapters/mongo/mongo.writes.ts'
import type { Db } from '#server/db.ts'
import { masterOf } from '#server/domain/cutover/cutover.queries.ts'
import type { CutoverMaster } from '#server/generated/prisma/enums.ts'
import type { ReadPage, Ready } from '../sync/lane.ts'
import { recordConflicts } from './conflicts.store.ts'
import { mirrored, readHeld } from './held-documents.ts'
import type { OwnRecord, OwnRecords } from './own-records.ts'
import { type Queued, queuedAmong, raiseWrites, settleWrite } from './queue.store.ts'
import type { Held } from './shared-fields.ts'
import { type FieldConflict, mergeThreeWay } from './three-way.ts'

type Known<Row> = Ready<Row> & { targetId: string; document: SourceDocument }

/** How a document that comes in stands to what we have written, or have still to write. */
type Standing = {
  queued: Queued | undefined
  /** Nobody has touched it since we wrote it. */
  isEcho: boolean
  /** It holds everything that waits here: only the word that it arrived was lost. */
  isAcross: boolean
}

function standingOf({ raw, fields }: SourceDocument, queued: Queued | undefined): Standing {
  const mark = fields.palmetto === undefined ? null : markOf(raw)
  return {
    queued,
    isEcho: mark?.isUntouched ?? false,
    isAcross: queued !== undefined && mark !== null && mark.version >= queued.version,
  }
}

type Dated = { updatedAt: Date }

type Merge<Row extends Dated> = {
  own: OwnRecords<Row>
  one: Known<Row>
  ours: OwnRecord<Row>
  base: Held<Row> | null
  standing: Standing
  master: CutoverMaster
  /** Whom its document names has come only now. */
  isLate: boolean
}

type Settled<Row extends Dated> = { ready: Ready<Row>; conflicts: FieldConflict[] }

/** Until now nobody was there, or somebody stood in: that was no choice of people here. */
function withLate<Row>(ours: OwnRecord<Row>, wanted: string | null): OwnRecord<Row> {
  const isChosen = ours.wanted !== null && ours.wanted !== ours.standIn
  return wanted === null || isChosen ? ours : { ...ours, wanted }
}

function settleOne<Row extends Dated>(merge: Merge<Row>): Settled<Row> {
  const { own, one, base, standing, master, isLate } = merge
  const { queued, isEcho, isAcross } = standing
  const { document, ...ready } = one
  const ours = isLate ? withLate(merge.ours, one.wanted) : merge.ours
  const theirs: Held<Row> = { row: one.row, needed: one.needed, wanted: one.wanted }
  const waits = queued !== undefined && !isAcross
  const enriched = { ...theirs, row: own.enrich ? own.enrich(theirs.row, ours.row) : theirs.row }
  if (isEcho && !waits) return { ready: { ...ready, ...heldOf(ours) }, conflicts: [] }
  const { merged, conflicts } = mergeThreeWay({
    fields: own.fields,
    // Only where something waits, or where ours is the master, does it matter what each side has edited.
    base: isEcho ? theirs : waits || master === 'palmetto' ? base : heldOf(ours),
    ours,
    theirs,
    master,
    oursAt: queued?.changedAt ?? ours.updatedAt,
    theirsAt: document.updatedAt,
  })
  const isTheirs = !waits && master !== 'palmetto' && conflicts.length === 0
  return { ready: { ...ready, ...(isTheirs ? enriched : touched(merged, ours, theirs)) }, conflicts }
}

/** With a date of its own where something was taken in: a form that somebody has open here is told so. */
function touched<Row extends Dated>(merged: Held<Row>, ours: OwnRecord<Row>, theirs: Held<Row>): Held<Row> {
  if (merged === ours) return heldOf(ours)
  const updatedAt = new Date(Math.max(theirs.row.updatedAt.getTime(), ours.updatedAt.getTime() + 1))
  return { ...heldOf(merged), row: { ...merged.row, updatedAt } }
}

const heldOf = <Row>({ row, needed, wanted }: Held<Row>): Held<Row> => ({ row, needed, wanted })

/** A record here that breaks its own rules is left to the sync, as it was before: it must not stop a page. */
async function readAround<Row>(tx: Db, own: OwnRecords<Row>, ids: readonly string[]) {
  try {
    return await own.read(tx, ids)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    if (ids.length <= 1) return new Map<string, OwnRecord<Row>>()
    const read = new Map<string, OwnRecord<Row>>()
    for (const id of ids) for (const [key, one] of await readAround(tx, own, [id])) read.set(key, one)
    return read
  }
}

/**
 * Rows of documents whose records are written here too, before they are written: an echo changes nothing, what waits to
 * go across is kept field by field, and what both sides have edited is told as a conflict. In the page's transaction.
 */
export const settlingOwn =
  <Row extends Dated>(own: OwnRecords<Row>) =>
  async (tx: Db, ready: Ready<Row>[], page: ReadPage<Row>): Promise<Ready<Row>[]> => {
    const known = ready.flatMap((one) => {
      const document = page.documents.get(one.sourceId)
      return one.targetId !== null && document ? [{ ...one, targetId: one.targetId, document }] : []
    })
    if (known.length === 0) return ready
    const { stream } = own
    // Locked before anything is read: an edit that is being committed would be overwritten, and never written across.
    await own.lock(
      tx,
      known.map(({ targetId }) => targetId),
    )
    const master = await masterOf(tx, own.feature)
    const waiting = await queuedAmong(
      tx,
      stream,
      known.map(({ targetId }) => targetId),
    )
    const queued = new Map(waiting.map((one) => [one.targetId, one]))
    const standings = new Map(known.map((one) => [one.sourceId, standingOf(one.document, queued.get(one.targetId))]))
    const meant = known.filter(({ sourceId }) => {
      const standing = standings.get(sourceId)
      return own.enrich !== undefined || master === 'palmetto' || standing?.queued || standing?.isEcho
    })
    if (meant.length === 0) return ready
    const ours = await readAround(
      tx,
      own,
      meant.map(({ targetId }) => targetId),
    )
    // What each side has edited is asked only where both may have.
    const contested = meant.filter(({ sourceId }) => master === 'palmetto' || standings.get(sourceId)?.queued)
    const agreed = await mirrored(
      tx,
      stream,
      contested.map(({ sourceId }) => sourceId),
    )
    const bases = await readHeld(tx, { stream, transform: page.transform }, agreed)
    const settled = new Map<string, Ready<Row>>()
    for (const one of meant) {
      const [here, standing] = [ours.get(one.targetId), standings.get(one.sourceId)]
      if (!here || !standing) continue
      const { targetId, sourceId } = one
      const [base, isLate] = [bases.get(sourceId) ?? null, page.late.has(sourceId)]
      const { ready: next, conflicts } = settleOne({ own, one, ours: here, base, standing, master, isLate })
      settled.set(sourceId, next)
      const dates = { oursAt: standing.queued?.changedAt ?? here.updatedAt, theirsAt: one.document.updatedAt }
      await recordConflicts(tx, [{ stream, targetId, sourceId, conflicts, ...dates, at: page.reading.at }])
      const waits = standing.queued !== undefined && !standing.isAcross
      if (standing.queued && standing.isAcross) await settleWrite(tx, standing.queued, page.reading.at)
      if (!waits && conflicts.some(({ taken }) => taken === 'ours')) {
        await raiseWrites(tx, stream, [targetId], page.reading.at)
      }
    }
    return ready.map((one) => settled.get(one.sourceId) ?? one)
  }
