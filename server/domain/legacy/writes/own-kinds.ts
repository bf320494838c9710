import type { Db } from '#server/db.ts'
import { contactsLane } from '../sync/contacts.lane.ts'
import type { Lane } from '../sync/lane.ts'
import { searchesLane } from '../sync/searches.lane.ts'
import { ownContacts } from './contacts.own.ts'
import type { OwnRecords } from './own-records.ts'
import { type Plan, planWrites } from './plan.ts'
import { ownSearches } from './searches.own.ts'

/** A kind of record that is written across, whatever its rows are. */
export type OwnKind = {
  own: Pick<OwnRecords<never>, 'stream' | 'feature'>
  plan: (tx: Db, targetIds: readonly string[], present: Set<string>) => Promise<Plan[]>
}

const kindOf = <Row>(own: OwnRecords<Row>, lane: Lane<Row>): OwnKind => ({
  own: { stream: own.stream, feature: own.feature },
  plan: async (tx, targetIds, present) =>
    planWrites(tx, own, { transform: await lane.transform(tx), targetIds, present }),
})

/** Who is named by others goes first. */
export const ownKinds: readonly OwnKind[] = [kindOf(ownContacts, contactsLane), kindOf(ownSearches, searchesLane)]
