import { decodeDocument, type SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import { correctionsFor } from '../../sync/corrections.store.ts'
import { correct } from '../../sync/corrections.ts'
import { knownRecords, referenceKey, targetsOf } from '../../sync/records.store.ts'
import { type Accepted, isRefusal, type Transform } from '../../sync/transform.ts'
import type { ComparedStream } from './comparers.ts'
import { comparerOf } from './comparers.ts'
import { type Comparer, differencesOf, type Verdict } from './sides.ts'

/** A document as the mirror keeps it. */
export type Kept = { sourceId: string; raw: Uint8Array; updatedAt: Date | null; goneAt: Date | null }
export type Judged = { sourceId: string; targetId: string | null; verdict: Verdict }

const judged = (kind: Exclude<Verdict['kind'], 'differs'>): Verdict => ({ kind, fields: [] })

/** The document as the sync reads it: under the date that it counts under, with its corrections. */
async function readKept(tx: Db, stream: ComparedStream, kept: readonly Kept[]): Promise<Map<string, SourceDocument>> {
  const sourceIds = kept.map(({ sourceId }) => sourceId)
  const corrections = await correctionsFor(tx, stream, sourceIds)
  return new Map(
    kept.map(({ sourceId, raw, updatedAt }) => [
      sourceId,
      correct({ ...decodeDocument(raw), sourceId, updatedAt }, corrections).document,
    ]),
  )
}

function transformed<Value>(transform: Transform<Value>, document: SourceDocument | undefined): Accepted<Value> | null {
  const result = document && transform(document)
  return result && !isRefusal(result) ? result : null
}

async function judgeWith<Value>(
  tx: Db,
  stream: ComparedStream,
  { transform, theirs, ours }: Comparer<Value>,
  kept: readonly Kept[],
): Promise<Judged[]> {
  const sourceIds = kept.map(({ sourceId }) => sourceId)
  const documents = await readKept(tx, stream, kept)
  const read = await transform(tx)
  const accepted = new Map(sourceIds.map((sourceId) => [sourceId, transformed(read, documents.get(sourceId))]))
  const references = [...accepted.values()].flatMap((one) => [one?.needs, one?.wants].filter((to) => to != null))
  const targets = await targetsOf(tx, references)
  const records = await knownRecords(tx, stream, sourceIds)
  const rows = await ours(
    tx,
    [...records.values()].map(({ targetId }) => targetId),
  )
  const aside = await tx.legacyQuarantine.findMany({
    where: { stream, sourceId: { in: sourceIds } },
    select: { sourceId: true },
  })
  const asideIds = new Set(aside.map(({ sourceId }) => sourceId))

  const verdictOn = ({ sourceId, goneAt }: Kept): Verdict => {
    const row = rows.get(records.get(sourceId)?.targetId ?? '')
    if (goneAt) return judged(row && !row.isRemoved && !row.staysWithout ? 'surplus' : 'absent')
    if (asideIds.has(sourceId)) return judged('quarantined')
    const value = accepted.get(sourceId)
    if (!row || !value) return judged('missing')
    const target = (to: Accepted<Value>['needs']) => (to && targets.get(referenceKey(to))) ?? null
    const side = theirs(value.row, { needed: target(value.needs), wanted: target(value.wants) })
    const removed = row.isRemoved ? [{ field: 'removed', theirs: 'no', ours: 'yes' }] : []
    const fields = [...removed, ...differencesOf(side, row.side)]
    return fields.length > 0 ? { kind: 'differs', fields } : judged('equal')
  }
  return kept.map((one) => ({
    sourceId: one.sourceId,
    targetId: records.get(one.sourceId)?.targetId ?? null,
    verdict: verdictOn(one),
  }))
}

/** What is to be said about each of these documents: their words through the pure transform, against the row here. */
export function judge(tx: Db, stream: ComparedStream, kept: readonly Kept[]): Promise<Judged[]> {
  switch (stream) {
    case 'agents':
      return judgeWith(tx, stream, comparerOf(stream), kept)
    case 'contacts':
      return judgeWith(tx, stream, comparerOf(stream), kept)
    case 'listings':
      return judgeWith(tx, stream, comparerOf(stream), kept)
    case 'savedSearches':
      return judgeWith(tx, stream, comparerOf(stream), kept)
    case 'notes':
      return judgeWith(tx, stream, comparerOf(stream), kept)
    case 'tasks':
      return judgeWith(tx, stream, comparerOf(stream), kept)
    case 'appointments':
      return judgeWith(tx, stream, comparerOf(stream), kept)
    case 'deals':
      return judgeWith(tx, stream, comparerOf(stream), kept)
    case 'leads':
      return judgeWith(tx, stream, comparerOf(stream), kept)
  }
}
