import type { Feature } from '#server/domain/cutover/cutover.words.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'

/** What a feature lives on: the streams that have to be here before it can move. */
export const STREAMS_OF = {
  listings: ['listings'],
  contacts: ['contacts'],
  savedSearches: ['savedSearches'],
  // Alerts are sent for searches; what was sent is compared by itself.
  alerts: ['savedSearches'],
  notes: ['notes'],
  tasks: ['tasks'],
  appointments: ['appointments'],
  deals: ['deals'],
  leads: ['leads'],
} as const satisfies Record<Feature, readonly LegacyStream[]>

export const streamsOf = (feature: Feature): readonly LegacyStream[] => STREAMS_OF[feature]
