/** Who is referred to comes before who refers. */
export const STREAMS = [
  'offices',
  'agents',
  'contacts',
  'listings',
  'photos',
  'leads',
  'savedSearches',
  'sentAlerts',
  'notes',
  'tasks',
  'appointments',
  'deals',
] as const
type Stream = (typeof STREAMS)[number]

/** "Agents", and one of them. */
export const STREAM_WORDS = {
  offices: { many: 'Offices', one: 'office' },
  agents: { many: 'Agents', one: 'agent' },
  contacts: { many: 'Contacts', one: 'contact' },
  listings: { many: 'Listings', one: 'listing' },
  photos: { many: 'Photos', one: 'photo' },
  leads: { many: 'Leads', one: 'lead' },
  savedSearches: { many: 'Saved searches', one: 'saved search' },
  sentAlerts: { many: 'Sent alerts', one: 'sent alert' },
  notes: { many: 'Notes', one: 'note' },
  tasks: { many: 'Tasks', one: 'task' },
  appointments: { many: 'Appointments', one: 'appointment' },
  deals: { many: 'Deals', one: 'deal' },
} as const satisfies Record<Stream, { many: string; one: string }>

/** Why a document of the old system could not be accepted, and what helps. */
const REFUSAL_WORDS = {
  'nul-byte': 'A text holds a byte that no database stores. Retype that field in the old system.',
  'invalid-price': 'The price is missing, zero or no number.',
  'unknown-status': 'Nobody knows this status word.',
  'unknown-property-type': 'Nobody knows this kind of home.',
  'unknown-office': 'There is no office of this name. Add it, and its agents follow by themselves.',
  'invalid-email': 'An agent needs a working e-mail address.',
  'missing-name': 'The name is missing.',
  'missing-address': 'The street or the town is missing.',
  'invalid-postal-code': 'The zip code does not have five digits.',
  'implausible-rooms': 'The number of rooms can not be right.',
  'missing-agent': 'It names no agent.',
  'missing-contact': 'It names no contact.',
  'missing-listing': 'It names no home.',
  'missing-phone': 'The phone number is missing.',
  'invalid-url': 'The address of the photo leads nowhere.',
  'no-way-to-reach': 'There is neither an e-mail address nor a phone number.',
  'unknown-lead-status': 'Nobody knows this word for what became of a lead.',
  'missing-text': 'It says nothing.',
  'invalid-date': 'A date in it can not be read.',
  'ends-before-start': 'It ends before it starts.',
  'unknown-appointment-status': 'Nobody knows this word for what became of an appointment.',
  'unknown-stage': 'Nobody knows this word for the stage of a deal.',
  'unknown-side': 'Nobody knows this word for the side of a deal.',
  'invalid-criteria': 'The search asks for something that can not be searched for.',
  orphan: 'It belongs to a record that has not arrived. It follows by itself when that one does.',
  'refused-by-database': 'The database refused it.',
} as const

export type RefusalReason = keyof typeof REFUSAL_WORDS

/** Values that a refused word can be read as, where there are only a few. */
const READINGS: Partial<Record<RefusalReason, readonly string[]>> = {
  'unknown-status': [
    ...['Active', 'Under Contract', 'Pending', 'Coming Soon', 'Hold', 'Withdrawn', 'Canceled', 'Expired', 'Closed'],
  ],
  'unknown-lead-status': ['New', 'Contacted', 'Closed'],
  'unknown-stage': ['Prospect', 'Active', 'Offer', 'Under contract', 'Closing', 'Closed', 'Lost'],
  'unknown-side': ['Buyer', 'Seller', 'Both'],
  'unknown-appointment-status': ['scheduled', 'confirmed', 'done', 'canceled', 'no-show'],
  'unknown-property-type': [
    ...['Single Family Residence', 'Townhouse', 'Condominium', 'Manufactured Home', 'Duplex', 'Unimproved Land'],
  ],
}

const isReason = (reason: string): reason is RefusalReason => reason in REFUSAL_WORDS

/** A reason for people; one that this version no longer gives stands for itself. */
export const refusalWords = (reason: string): string => (isReason(reason) ? REFUSAL_WORDS[reason] : reason)

const REFUSAL_LABELS = {
  'nul-byte': 'Unreadable character',
  'invalid-price': 'No usable price',
  'unknown-status': 'Unknown status',
  'unknown-property-type': 'Unknown kind of home',
  'unknown-office': 'Unknown office',
  'invalid-email': 'No working e-mail',
  'missing-name': 'No name',
  'missing-address': 'No address',
  'invalid-postal-code': 'Wrong zip code',
  'implausible-rooms': 'Impossible rooms',
  'missing-agent': 'No agent named',
  'missing-contact': 'No contact named',
  'missing-listing': 'No home named',
  'missing-phone': 'No phone number',
  'invalid-url': 'Broken address',
  'no-way-to-reach': 'No way to reach them',
  'unknown-lead-status': 'Unknown status',
  'missing-text': 'No text',
  'invalid-date': 'Unreadable date',
  'ends-before-start': 'Ends before it starts',
  'unknown-appointment-status': 'Unknown status',
  'unknown-stage': 'Unknown stage',
  'unknown-side': 'Unknown side',
  'invalid-criteria': 'Impossible search',
  orphan: 'Waits for another record',
  'refused-by-database': 'Refused by the database',
} as const satisfies Record<RefusalReason, string>

/** The same in two or three words, for tables and filters. */
export const refusalLabel = (reason: string): string => (isReason(reason) ? REFUSAL_LABELS[reason] : reason)

export const readingsOf = (reason: string): readonly string[] | null =>
  isReason(reason) ? (READINGS[reason] ?? null) : null

/** Why the lane of dates can't place a document, and who brings it. */
export const UNDATED_WORDS =
  'Their date of change (updatedAt) is missing, is a text, or lies in the future. The walk through the whole collection brings them, and what changes about them, each time it comes by.'
