import { listOfficeIds } from '#server/domain/org/org.bulk.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import { type AgentRow, officeSlug, transformAgent } from '../../sync/agents.transform.ts'
import { type ContactRow, transformContact } from '../../sync/contacts.transform.ts'
import { type ListingRow, transformListing } from '../../sync/listings.transform.ts'
import { type SearchRow, transformSearch } from '../../sync/searches.transform.ts'
import { contactsOnlyHere, listingsOnlyHere, searchesOnlyHere } from './only-here.sql.ts'
import { criteriaSide, readContacts, readListings, readPeople, readSearches, visitsOf } from './rows.sql.ts'
import { type Comparer, sideOf, sorted } from './sides.ts'
import { appointments, deals, leads, notes, tasks } from './work-comparers.ts'

const agents: Comparer<AgentRow> = {
  async transform(tx) {
    const offices = await listOfficeIds(tx)
    return transformAgent(new Map(offices.map(({ id, name }) => [officeSlug(name), id])))
  },
  theirs: ({ email, removed: _removed, changedAt: _at, ...told }) => sideOf({ ...told, email: email.toLowerCase() }),
  ours: readPeople,
  // People are invited here, and have no twin.
  onlyHere: async () => ({ count: 0, ids: [] }),
}

const contacts: Comparer<ContactRow> = {
  transform: async () => transformContact,
  theirs: ({ updatedAt: _at, email, ...told }, { needed }) =>
    sideOf({ ...told, email: email?.toLowerCase() ?? null, agentId: needed }),
  ours: readContacts,
  onlyHere: contactsOnlyHere,
}

const listings: Comparer<ListingRow> = {
  transform: async () => transformListing,
  theirs({ changeKey: _key, openHouses, features, ...told }, { wanted }) {
    const ahead = openHouses.filter(({ openHouseEndTime: end }) => end > told.modificationTimestamp)
    return sideOf({ ...told, features: sorted(features), openHouses: visitsOf(ahead), listAgentId: wanted })
  },
  ours: readListings,
  onlyHere: listingsOnlyHere,
}

const savedSearches: Comparer<SearchRow> = {
  transform: async () => transformSearch,
  theirs: ({ criteria, updatedAt: _at, ...told }, { needed, wanted }) =>
    sideOf({ ...told, contactId: needed, ownerId: wanted, ...criteriaSide(criteria) }),
  ours: readSearches,
  onlyHere: searchesOnlyHere,
}

const COMPARERS = { agents, contacts, listings, savedSearches, notes, tasks, appointments, deals, leads } as const
export type ComparedStream = keyof typeof COMPARERS

/** Streams that are compared, those who are referred to first. */
export const COMPARED = [
  ...(['agents', 'contacts', 'listings', 'savedSearches', 'notes', 'tasks', 'appointments', 'deals', 'leads'] as const),
] as const satisfies ComparedStream[]

export const isCompared = (stream: LegacyStream): stream is ComparedStream => stream in COMPARERS

export const comparerOf = <Stream extends ComparedStream>(stream: Stream) => COMPARERS[stream]
