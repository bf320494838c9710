import { decodeDocument, type SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { correctionsFor } from '../sync/corrections.store.ts'
import { correct } from '../sync/corrections.ts'
import { referenceKey, targetsOf } from '../sync/records.store.ts'
import { isRefusal, type Transform } from '../sync/transform.ts'
import type { Held } from './shared-fields.ts'

/** Documents read as rows whose references are looked up, by their source ids. One that can't be read is absent. */
export async function readHeld<Row>(
  tx: Db,
  { stream, transform }: { stream: LegacyStream; transform: Transform<Row> },
  documents: readonly SourceDocument[],
): Promise<Map<string, Held<Row>>> {
  const sourceIds = documents.map(({ sourceId }) => sourceId)
  const corrections = await correctionsFor(tx, stream, sourceIds)
  const read = documents.flatMap((document) => {
    const result = transform(correct(document, corrections).document)
    return isRefusal(result) ? [] : [{ sourceId: document.sourceId, ...result }]
  })
  const references = read.flatMap(({ needs, wants }) => [needs, wants].filter((one) => one !== null))
  const targets = await targetsOf(tx, references)
  const idOf = (one: (typeof references)[number] | null) => (one && targets.get(referenceKey(one))) ?? null
  return new Map(
    read.map(({ sourceId, row, needs, wants }) => [sourceId, { row, needed: idOf(needs), wanted: idOf(wants) }]),
  )
}

/** Documents as the mirror holds them: what both systems last agreed on. */
export async function mirrored(tx: Db, stream: LegacyStream, sourceIds: readonly string[]): Promise<SourceDocument[]> {
  const where = { stream, sourceId: { in: [...sourceIds] } }
  const rows = await tx.legacyDocument.findMany({ where, select: { raw: true } })
  return rows.map(({ raw }) => decodeDocument(raw))
}
