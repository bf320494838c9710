import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { markOf, type SourceChange } from '#server/adapters/mongo/mongo.writes.ts'
import type { Db } from '#server/db.ts'
import type { Transform } from '../sync/transform.ts'
import { readHeld } from './held-documents.ts'
import type { OwnRecord, OwnRecords } from './own-records.ts'
import { type Queued, queuedAmong } from './queue.store.ts'
import { differing, type Held, type OldFields, type SharedField, type TwinIds } from './shared-fields.ts'
import { type Twin, twinsOf } from './twins.store.ts'
import type { WaitReason } from './writes.words.ts'

/** What has to be done for one record, by what both sides were a moment ago. */
export type Plan = { write: Queued; twin: Twin } & (
  | { kind: 'agreed' | 'gone' }
  | { kind: 'wait'; reason: WaitReason }
  | { kind: 'send'; change: SourceChange }
)

type Known<Row> = {
  write: Queued
  twin: Twin
  ours: OwnRecord<Row> | undefined
  /** The old document as a row; absent when nobody can read it. */
  theirs: Held<Row> | undefined
  twins: TwinIds
  isThere: boolean
}

const plainId = (twin: Twin | undefined): unknown => (twin ? JSON.parse(twin.idJson)._id : null)

const written = <Row>(fields: readonly SharedField<Row>[], document: OldFields, ours: Held<Row>, twins: TwinIds) =>
  fields.reduce((whole, field) => field.write(whole, ours, twins), document)

/** What `after` has otherwise than `before`, with undefined for what it has no more. */
function changesBetween(before: OldFields, after: OldFields): Record<string, unknown> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const isChanged = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(after[name])
  return Object.fromEntries(names.filter(isChanged).map((name) => [name, after[name]]))
}

const dated = (at: Date) => ({ $date: at.toISOString() })

function planInsert<Row>(
  own: OwnRecords<Row>,
  { write, twin, ours, twins }: Known<Row> & { ours: OwnRecord<Row> },
): Plan {
  const base = twin.raw ? decodeDocument(twin.raw).fields : { createdAt: dated(ours.createdAt) }
  const { _id, palmetto: _mark, ...before } = base
  const set = written(own.fields, before, ours, twins)
  const change: SourceChange = {
    ...{ kind: 'insert', idJson: twin.idJson, base: twin.raw, version: write.version },
    set: { ...changesBetween(twin.raw ? before : {}, set), updatedAt: dated(ours.updatedAt) },
  }
  return { write, twin, kind: 'send', change }
}

function planOne<Row>(own: OwnRecords<Row>, known: Known<Row>): Plan {
  const { write, twin, ours, theirs, twins, isThere } = known
  const isOurs = ours !== undefined && !ours.isRemoved
  if (!isThere) {
    if (!isOurs) return { write, twin, kind: 'gone' }
    // Whether it is really gone over there is for the walk to say, which looks twice and has a brake.
    if (twin.raw && !twin.isGone) return { write, twin, kind: 'wait', reason: 'missing' }
    if (ours.needed !== null && twins.needed === null) return { write, twin, kind: 'wait', reason: 'no-twin' }
    return planInsert(own, { ...known, ours })
  }
  // It is there, and the mirror has not taken it: somebody else has read it later, and goes first.
  if (!twin.raw || twin.isGone) return { write, twin, kind: 'wait', reason: 'changing' }
  if (!isOurs) return { write, twin, kind: 'send', change: { kind: 'remove', before: twin.raw } }
  if (!theirs) return { write, twin, kind: 'wait', reason: 'aside' }
  const fields = differing(own.fields, ours, theirs)
  if (fields.length === 0) return { write, twin, kind: 'agreed' }
  if (fields.some(({ name }) => name === 'agent' || name === 'contact') && twins.needed === null)
    return { write, twin, kind: 'wait', reason: 'no-twin' }
  const mark = markOf(twin.raw)
  if (mark && mark.version >= write.version) return { write, twin, kind: 'wait', reason: 'changing' }
  const { fields: before, updatedAt } = decodeDocument(twin.raw)
  const set = changesBetween(before, written(fields, before, ours, twins))
  const at = updatedAt && updatedAt > ours.updatedAt ? updatedAt : ours.updatedAt
  const change: SourceChange = {
    ...{ kind: 'update', before: twin.raw, version: write.version },
    set: { ...set, updatedAt: dated(at) },
  }
  return { write, twin, kind: 'send', change }
}

/**
 * What these records need to be the same over there. Reads everything on one snapshot: the version that goes into the
 * document is that of exactly this content. `present` are the source ids that were there a moment ago.
 */
export async function planWrites<Row>(
  tx: Db,
  own: OwnRecords<Row>,
  { transform, targetIds, present }: { transform: Transform<Row>; targetIds: readonly string[]; present: Set<string> },
): Promise<Plan[]> {
  const writes = await queuedAmong(tx, own.stream, targetIds)
  const [ours, twins] = [await own.read(tx, targetIds), await twinsOf(tx, own.stream, targetIds)]
  const documents = [...twins.values()].flatMap(({ raw }) => (raw ? [decodeDocument(raw)] : []))
  const theirs = await readHeld(tx, { stream: own.stream, transform }, documents)
  const named = [...ours.values()]
  const wanted = await twinsOf(
    tx,
    own.wants,
    named.flatMap((one) => one.wanted ?? []),
  )
  const needed = new Map<string, Twin>()
  for (const stream of new Set(named.map(({ row }) => own.needs(row)))) {
    const ids = named.flatMap((one) => (own.needs(one.row) === stream && one.needed ? [one.needed] : []))
    for (const [id, twin] of await twinsOf(tx, stream, ids)) needed.set(id, twin)
  }
  return writes.flatMap((write) => {
    const [twin, one] = [twins.get(write.targetId), ours.get(write.targetId)]
    if (!twin) return []
    const ids = {
      needed: plainId(one?.needed ? needed.get(one.needed) : undefined),
      wanted: plainId(one?.wanted ? wanted.get(one.wanted) : undefined),
    }
    const isThere = present.has(twin.sourceId)
    return planOne(own, { write, twin, ours: one, theirs: theirs.get(twin.sourceId), twins: ids, isThere })
  })
}
