import { createHash } from 'node:crypto'
import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import { CORRECTED, correctionsFor } from './corrections.store.ts'
import { type Corrected, correct } from './corrections.ts'
import type { Lane, Ready, Written } from './lane.ts'
import { type Mirrored, mirror, mirroredOf } from './mirror.store.ts'
import { quarantine, type Refused, release } from './quarantine.store.ts'
import { type Reading, settle } from './reading.ts'
import { type KnownRecord, knownRecords, referenceKey, saveRecords, targetsOf } from './records.store.ts'
import { type Accepted, isRefusal, type Reference, refuse, TRANSFORM_VERSION, type Wanted } from './transform.ts'
import { UNREAD, WANTS } from './waiting.store.ts'
import { writeAround } from './write-around.ts'

/** What became of a batch of documents; `arrived` are those that were not here before. */
export type PageResult = {
  read: number
  inserted: number
  updated: number
  unchanged: number
  quarantined: number
  accepted: string[]
  arrived: string[]
}

type Candidate<Row> = { document: SourceDocument; revision: string; accepted: Accepted<Row> }

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The document under this version of the transforms and its corrections: when one of them changes, it is new to us. */
function revisionOf({ document: { hash }, used }: Corrected): string {
  const revision = createHash('sha256').update(`${TRANSFORM_VERSION}:`).update(hash)
  for (const { path, value } of used) revision.update(`\n${path}=${value}`)
  return hex(revision.digest())
}

/** The last word of each document: one that moved while we were reading is met twice. */
const latest = (documents: readonly SourceDocument[]) => [
  ...new Map(documents.map((one) => [one.sourceId, one])).values(),
]

/** What is not in the mirror yet came with an older version of this code, which knew dates alone. */
const isOlder = (document: SourceDocument, known: KnownRecord | undefined, mirrored: Mirrored | undefined) =>
  !mirrored && known?.updatedAt && document.updatedAt ? document.updatedAt < known.updatedAt : false

const wantsOf = <Row>({ wants, alsoWants = [] }: Accepted<Row>): readonly Wanted[] =>
  wants ? [wants, ...alsoWants] : alsoWants

/** Looks up what the rows refer to. Who needs something that is not there becomes an orphan; who only wants it, waits. */
async function resolve<Row>(tx: Db, candidates: Candidate<Row>[], known: Map<string, KnownRecord>) {
  const references = candidates.flatMap<Reference>(({ accepted }) =>
    accepted.needs ? [accepted.needs, ...wantsOf(accepted)] : wantsOf(accepted),
  )
  const targets = await targetsOf(tx, references)
  const ready: Ready<Row>[] = []
  const orphans: Refused[] = []
  const waiting = new Map<string, string[]>()
  for (const { document, revision, accepted } of candidates) {
    const { row, needs, wants } = accepted
    const needed = needs && (targets.get(referenceKey(needs)) ?? null)
    const wanted = wants && (targets.get(referenceKey(wants)) ?? null)
    const { sourceId } = document
    if (needs && !needed) {
      orphans.push({ document, revision, refusal: refuse('orphan', null, needs.sourceId), waitsFor: needs })
    } else {
      ready.push({ sourceId, targetId: known.get(sourceId)?.targetId ?? null, row, needed, wanted })
      const absent = wantsOf(accepted)
        .map(referenceKey)
        .filter((key) => !targets.has(key))
      if (absent.length > 0) waiting.set(sourceId, absent)
    }
  }
  return { ready, orphans, waiting }
}

/** The row says which of its fields an admin reads in another way than they stand. */
const withTrace = <Row>(accepted: Accepted<Row>, { used }: Corrected): Accepted<Row> =>
  used.length > 0 ? { ...accepted, extra: { ...accepted.extra, [CORRECTED]: used.map(({ path }) => path) } } : accepted

/**
 * Takes documents into their tables, in the caller's transaction: rows, their records, the mirror, and the quarantine of
 * those that could not be accepted. A document is in exactly one of the four counts.
 */
export async function applyDocuments<Row>(
  tx: Db,
  lane: Lane<Row>,
  documents: readonly SourceDocument[],
  reading: Reading,
): Promise<PageResult> {
  const { stream } = lane
  const transform = await lane.transform(tx)
  const distinct = latest(documents)
  const sourceIds = distinct.map(({ sourceId }) => sourceId)
  const [known, mirrored] = [await knownRecords(tx, stream, sourceIds), await mirroredOf(tx, stream, sourceIds)]
  const corrections = await correctionsFor(tx, stream, sourceIds)
  const present = distinct.flatMap((one) => {
    const [held, before] = [known.get(one.sourceId), mirrored.get(one.sourceId)]
    const document = settle(one, before, reading)
    return document && !isOlder(document, held, before) ? [document] : []
  })
  // Of what is new nobody asks how it was before: the database keeps it while we read it.
  const mirroring = known.size === 0 ? mirror(tx, stream, { present, mirrored, reading }) : null
  mirroring?.catch(() => undefined)
  const candidates: Candidate<Row>[] = []
  const refused: Refused[] = []
  for (const document of present) {
    const corrected = correct(document, corrections)
    const revision = revisionOf(corrected)
    const isBack = mirrored.get(document.sourceId)?.isGone ?? false
    if (!isBack && known.get(document.sourceId)?.revision === revision) continue
    const result = transform(corrected.document)
    if (isRefusal(result)) refused.push({ document, revision, refusal: result, waitsFor: null })
    else candidates.push({ document, revision, accepted: withTrace(result, corrected) })
  }

  const { ready: resolved, orphans, waiting } = await resolve(tx, candidates, known)
  const bySource = new Map(candidates.map((candidate) => [candidate.document.sourceId, candidate]))
  const asRead = new Map(candidates.map(({ document }) => [document.sourceId, document]))
  const late = new Set(sourceIds.filter((sourceId) => known.get(sourceId)?.revision === UNREAD))
  const ready = (await lane.settle?.(tx, resolved, { documents: asRead, transform, reading, late })) ?? resolved
  const { written, poison } = await writeAround(tx, ready, (rows) => lane.write(tx, rows))

  for (const { sourceId, refusal } of poison) {
    const candidate = bySource.get(sourceId)
    if (candidate) refused.push({ ...candidate, refusal, waitsFor: null })
  }
  const records = written.flatMap(({ sourceId, targetId }) => {
    const candidate = bySource.get(sourceId)
    if (!candidate) return []
    const { document, revision, accepted } = candidate
    const wants = waiting.get(sourceId)
    const extra = wants ? { ...accepted.extra, [WANTS]: wants } : accepted.extra
    return [{ sourceId, targetId, updatedAt: document.updatedAt, revision, extra }]
  })
  await saveRecords(tx, stream, records)
  const back = records.flatMap(({ sourceId, targetId }) => (mirrored.get(sourceId)?.removedTarget ? [targetId] : []))
  if (back.length > 0) await lane.restore(tx, back)
  await (mirroring ?? mirror(tx, stream, { present, mirrored, reading }))
  await quarantine(tx, stream, [...refused, ...orphans])
  await release(
    tx,
    stream,
    records.map(({ sourceId }) => sourceId),
  )

  return countsOf({ documents, written, quarantined: refused.length + orphans.length, known })
}

type Tally = {
  documents: readonly SourceDocument[]
  written: Written[]
  quarantined: number
  known: Map<string, KnownRecord>
}

function countsOf({ documents, written, quarantined, known }: Tally): PageResult {
  const count = (wanted: Written['outcome']) => written.filter(({ outcome }) => outcome === wanted).length
  const [inserted, updated] = [count('inserted'), count('updated')]
  const accepted = written.map(({ sourceId }) => sourceId)
  return {
    read: documents.length,
    inserted,
    updated,
    unchanged: documents.length - inserted - updated - quarantined,
    quarantined,
    accepted,
    arrived: accepted.filter((sourceId) => !known.has(sourceId)),
  }
}
