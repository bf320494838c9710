import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Transform } from './transform.ts'

type Outcome = 'inserted' | 'updated' | 'unchanged'

/** A row that is ready to be written: what it refers to has been looked up. */
export type Ready<Row> = {
  sourceId: string
  /** The row it was written to before. */
  targetId: string | null
  row: Row
  needed: string | null
  wanted: string | null
}
export type Written = { sourceId: string; targetId: string; outcome: Outcome }

/** One stream of the sync: how its documents are read and where they go. */
export type Lane<Row> = {
  stream: LegacyStream
  /** Made once a page, with what it has to look up. */
  transform: (tx: Db) => Promise<Transform<Row>>
  write: (tx: Db, ready: Ready<Row>[]) => Promise<Written[]>
}
