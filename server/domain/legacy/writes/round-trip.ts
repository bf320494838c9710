import { type SourceDocument, sourceIdOf } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { isRefusal, type Transform } from '../sync/transform.ts'
import type { OwnRecord, OwnRecords } from './own-records.ts'
import { differing } from './shared-fields.ts'
import { type Twin, twinsOf } from './twins.store.ts'

/** A record that would not come back as it is, and the fields that would not. */
export type LostOnTheWay = { targetId: string; fields: string[] }

const plainId = (twin: Twin | undefined): unknown => (twin ? JSON.parse(twin.idJson)._id : null)

/** A document as it would be read over there; nothing of it is written. */
const unwritten = (twin: Twin, fields: Record<string, unknown>, updatedAt: Date): SourceDocument => ({
  ...{ sourceId: twin.sourceId, idJson: twin.idJson, order: new Uint8Array(), updatedAt, hash: new Uint8Array() },
  ...{ raw: new Uint8Array(), fields },
})

type Names = { needed: ReadonlyMap<string, Twin>; wanted: ReadonlyMap<string, Twin> }

function tripOne<Row>(
  own: OwnRecords<Row>,
  transform: Transform<Row>,
  record: OwnRecord<Row>,
  twin: Twin,
  names: Names,
) {
  const needed = plainId(record.needed ? names.needed.get(record.needed) : undefined)
  const wanted = plainId(record.wanted ? names.wanted.get(record.wanted) : undefined)
  const start = { createdAt: { $date: record.createdAt.toISOString() } }
  const document = own.fields.reduce<Readonly<Record<string, unknown>>>(
    (whole, field) => field.write(whole, record, { needed, wanted }),
    start,
  )
  const back = transform(unwritten(twin, { ...document }, record.updatedAt))
  if (isRefusal(back)) return [back.path ?? back.reason]
  const same = (id: unknown, ours: string | null, told: { sourceId: string } | null) =>
    told && sourceIdOf(id) === told.sourceId ? ours : null
  const row = own.enrich ? own.enrich(back.row, record.row) : back.row
  const theirs = {
    row,
    needed: same(needed, record.needed, back.needs),
    wanted: same(wanted, record.wanted, back.wants),
  }
  return differing(own.fields, record, theirs).map(({ name }) => name)
}

/**
 * Takes records into the old system's shape and back through the transform that would bring them over, and says which of
 * them would come back otherwise. Writes nothing on either side.
 */
export async function tripRecords<Row>(
  tx: Db,
  own: OwnRecords<Row>,
  transform: Transform<Row>,
  targetIds: readonly string[],
): Promise<LostOnTheWay[]> {
  const [records, twins] = [await own.read(tx, targetIds), await twinsOf(tx, own.stream, targetIds)]
  const all = [...records.values()]
  const needed = new Map<string, Twin>()
  const streams: Set<LegacyStream> = new Set(all.map(({ row }) => own.needs(row)))
  for (const stream of streams) {
    const ids = all.flatMap((one) => (own.needs(one.row) === stream && one.needed ? [one.needed] : []))
    for (const [id, twin] of await twinsOf(tx, stream, ids)) needed.set(id, twin)
  }
  const wanted = await twinsOf(
    tx,
    own.wants,
    all.flatMap((one) => one.wanted ?? []),
  )
  return [...records].flatMap(([targetId, record]) => {
    const twin = twins.get(targetId)
    // What has no twin yet is a gap, and is told as one.
    if (!twin || record.isRemoved) return []
    const fields = tripOne(own, transform, record, twin, { needed, wanted })
    return fields.length > 0 ? [{ targetId, fields }] : []
  })
}
