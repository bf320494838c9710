import type { Db } from '#server/db.ts'
import type { CutoverFeatureName, LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Held, SharedField } from './shared-fields.ts'

/** A record as it is committed here. */
export type OwnRecord<Row> = Held<Row> & {
  /** Who stands in while nobody is named: the agent of its contact. Null where nobody does. */
  standIn: string | null
  isRemoved: boolean
  createdAt: Date
  updatedAt: Date
}

/** What has to be known of a kind of record that both systems write. */
export type OwnRecords<Row> = {
  stream: LegacyStream
  /** Who is the master is asked of this feature. */
  feature: CutoverFeatureName
  fields: readonly SharedField<Row>[]
  /** Where the records live that this one names. */
  needs: (row: Row) => LegacyStream
  wants: LegacyStream
  lock: (tx: Db, targetIds: readonly string[]) => Promise<void>
  read: (tx: Db, targetIds: readonly string[]) => Promise<Map<string, OwnRecord<Row>>>
  /** Theirs, with what the old system can't say of it. Absent where it can say everything. */
  enrich?: (theirs: Row, ours: Row) => Row
}
