import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { contactsLane } from '../sync/contacts.lane.ts'
import type { Lane } from '../sync/lane.ts'
import { notesLane } from '../sync/notes.lane.ts'
import { searchesLane } from '../sync/searches.lane.ts'
import { tasksLane } from '../sync/tasks.lane.ts'
import { ownContacts } from './contacts.own.ts'
import { ownNotes } from './notes.own.ts'
import type { OwnRecords } from './own-records.ts'
import { type Plan, planWrites } from './plan.ts'
import { type LostOnTheWay, tripRecords } from './round-trip.ts'
import { ownSearches } from './searches.own.ts'
import type { Plain } from './shared-fields.ts'
import { ownTasks } from './tasks.own.ts'

type Put = { targetId: string; sourceId: string; field: string; value: unknown; at: Date }

/** A kind of record that is written across, whatever its rows are. */
export type OwnKind = {
  own: Pick<OwnRecords<never>, 'stream' | 'feature'>
  plan: (tx: Db, targetIds: readonly string[], present: Set<string>) => Promise<Plan[]>
  /** What each of them is called; who is gone is absent. */
  namesOf: (tx: Db, targetIds: readonly string[]) => Promise<Map<string, Plain>>
  /** Which of these would not come back as they are from the old system. */
  roundTrip: (tx: Db, targetIds: readonly string[]) => Promise<LostOnTheWay[]>
  /** Makes one field of a record here what it was said to be. False when the record is gone. */
  putField: (tx: Db, put: Put) => Promise<boolean>
}

const kindOf = <Row extends { updatedAt: Date }>(own: OwnRecords<Row>, lane: Lane<Row>): OwnKind => ({
  own: { stream: own.stream, feature: own.feature },

  plan: async (tx, targetIds, present) =>
    planWrites(tx, own, { transform: await lane.transform(tx), targetIds, present }),

  roundTrip: async (tx, targetIds) => tripRecords(tx, own, await lane.transform(tx), targetIds),

  async namesOf(tx, targetIds) {
    const records = await own.read(tx, targetIds)
    return new Map([...records].map(([id, record]) => [id, own.fields[0]?.read(record) ?? null]))
  },

  async putField(tx, { targetId, sourceId, field, value, at }) {
    await own.lock(tx, [targetId])
    const record = (await own.read(tx, [targetId])).get(targetId)
    const meant = own.fields.find(({ name }) => name === field)
    if (!record || record.isRemoved || !meant) return false
    const { row, needed, wanted } = meant.put(record, value)
    await lane.write(tx, [{ sourceId, targetId, row: { ...row, updatedAt: at }, needed, wanted }])
    return true
  },
})

/** Who is named by others goes first. */
export const ownKinds: readonly OwnKind[] = [
  kindOf(ownContacts, contactsLane),
  kindOf(ownSearches, searchesLane),
  kindOf(ownNotes, notesLane),
  kindOf(ownTasks, tasksLane),
]

export const kindFor = (stream: LegacyStream): OwnKind | undefined => ownKinds.find(({ own }) => own.stream === stream)
