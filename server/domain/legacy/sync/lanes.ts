import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { Db } from '#server/db.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { agentsLane } from './agents.lane.ts'
import { appointmentsLane } from './appointments.lane.ts'
import { contactsLane } from './contacts.lane.ts'
import { dealsLane } from './deals.lane.ts'
import type { Removing } from './lane.ts'
import { leadsLane } from './leads.lane.ts'
import { listingsLane } from './listings.lane.ts'
import { notesLane } from './notes.lane.ts'
import { officesLane } from './offices.lane.ts'
import { applyDocuments, type PageResult } from './page.ts'
import { photosLane } from './photos.lane.ts'
import type { Reading } from './reading.ts'
import { searchesLane } from './searches.lane.ts'
import { sentAlertsLane } from './sent-alerts.lane.ts'
import { tasksLane } from './tasks.lane.ts'

export { STREAMS } from '../legacy.words.ts'

/** Takes documents into the tables of their stream. */
export function applyTo(
  tx: Db,
  stream: LegacyStream,
  documents: readonly SourceDocument[],
  reading: Reading,
): Promise<PageResult> {
  switch (stream) {
    case 'agents':
      return applyDocuments(tx, agentsLane, documents, reading)
    case 'offices':
      return applyDocuments(tx, officesLane, documents, reading)
    case 'photos':
      return applyDocuments(tx, photosLane, documents, reading)
    case 'leads':
      return applyDocuments(tx, leadsLane, documents, reading)
    case 'contacts':
      return applyDocuments(tx, contactsLane, documents, reading)
    case 'listings':
      return applyDocuments(tx, listingsLane, documents, reading)
    case 'savedSearches':
      return applyDocuments(tx, searchesLane, documents, reading)
    case 'sentAlerts':
      return applyDocuments(tx, sentAlertsLane, documents, reading)
    case 'notes':
      return applyDocuments(tx, notesLane, documents, reading)
    case 'tasks':
      return applyDocuments(tx, tasksLane, documents, reading)
    case 'appointments':
      return applyDocuments(tx, appointmentsLane, documents, reading)
    case 'deals':
      return applyDocuments(tx, dealsLane, documents, reading)
  }
}

const LANES = {
  leads: leadsLane,
  photos: photosLane,
  offices: officesLane,
  agents: agentsLane,
  contacts: contactsLane,
  listings: listingsLane,
  savedSearches: searchesLane,
  sentAlerts: sentAlertsLane,
  notes: notesLane,
  tasks: tasksLane,
  appointments: appointmentsLane,
  deals: dealsLane,
} as const satisfies Record<LegacyStream, Removing>

/** Takes away the rows of documents that are gone. Says which of them it took. */
export const removeFrom = (tx: Db, stream: LegacyStream, targetIds: string[], at: Date): Promise<string[]> =>
  targetIds.length > 0 ? LANES[stream].remove(tx, targetIds, at) : Promise.resolve([])
