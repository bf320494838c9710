/** Features that move one at a time, in the order in which they depend on each other. */
export const FEATURES = [
  ...(['listings', 'contacts', 'savedSearches', 'alerts', 'notes', 'tasks', 'appointments', 'deals', 'leads'] as const),
] as const
export type Feature = (typeof FEATURES)[number]

export const FEATURE_WORDS = {
  listings: 'Listings',
  contacts: 'Contacts',
  savedSearches: 'Saved searches',
  alerts: 'Alerts',
  notes: 'Notes',
  tasks: 'Tasks',
  appointments: 'Appointments',
  deals: 'Deals',
  leads: 'Leads',
} as const satisfies Record<Feature, string>

/** The steps of a move, in order; a switch goes one of them forth or back. */
export const MASTERS = ['legacy', 'both', 'palmetto'] as const
export type Master = (typeof MASTERS)[number]

export const MASTER_WORDS = {
  legacy: { label: 'Old system', words: 'The old system is the master. Palmetto takes what it brings.' },
  both: { label: 'Both', words: 'Both systems write. Where they disagree, the later edit of a field wins.' },
  palmetto: {
    label: 'Palmetto',
    words: 'Palmetto is the master. What is edited in the old system is shown, and does not win.',
  },
} as const satisfies Record<Master, { label: string; words: string }>

/** One step away, or none. */
export const isOneStep = (from: Master, to: Master): boolean =>
  Math.abs(MASTERS.indexOf(from) - MASTERS.indexOf(to)) === 1
