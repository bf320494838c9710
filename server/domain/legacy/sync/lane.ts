import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { Reading } from './reading.ts'
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

/** What a page was made of: the documents by their source ids, and how they are read. */
export type ReadPage<Row> = {
  documents: ReadonlyMap<string, SourceDocument>
  transform: Transform<Row>
  reading: Reading
  /** Those whose document is as before, and whom it names has come. */
  late: ReadonlySet<string>
}

/** How the rows of a stream leave when their documents are gone, and come back with them. */
export type Removing = {
  /** Says which rows it took away; what people here have removed themselves stays theirs. */
  remove: (tx: Db, targetIds: string[], at: Date) => Promise<string[]>
  restore: (tx: Db, targetIds: string[]) => Promise<void>
}

/** One stream of the sync: how its documents are read and where they go. */
export type Lane<Row> = Removing & {
  stream: LegacyStream
  /** Made once a page, with what it has to look up. */
  transform: (tx: Db) => Promise<Transform<Row>>
  /** Where people here write the records too: what becomes of rows that both sides may have edited. */
  settle?: (tx: Db, ready: Ready<Row>[], page: ReadPage<Row>) => Promise<Ready<Row>[]>
  write: (tx: Db, ready: Ready<Row>[]) => Promise<Written[]>
}
