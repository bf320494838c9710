import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { agentsLane } from './agents.lane.ts'
import { contactsLane } from './contacts.lane.ts'
import { listingsLane } from './listings.lane.ts'
import { applyDocuments, type PageResult } from './page.ts'
import { searchesLane } from './searches.lane.ts'

export { STREAMS } from '../legacy.words.ts'

/** Takes documents into the tables of their stream. */
export function applyTo(tx: Db, stream: LegacyStream, documents: readonly SourceDocument[]): Promise<PageResult> {
  switch (stream) {
    case 'agents':
      return applyDocuments(tx, agentsLane, documents)
    case 'contacts':
      return applyDocuments(tx, contactsLane, documents)
    case 'listings':
      return applyDocuments(tx, listingsLane, documents)
    case 'savedSearches':
      return applyDocuments(tx, searchesLane, documents)
  }
}
