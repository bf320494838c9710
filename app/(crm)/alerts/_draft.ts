import { USUAL_EVENTS } from '#server/domain/alerts/criteria.words.ts'
import type { SearchRhythmInput } from '#server/domain/alerts/rhythm/rhythm.schema.ts'
import type { Criteria } from '#server/domain/alerts/searches.schema.ts'

import type { AudienceDraft } from './_audience.ts'

/** Criteria while they are typed: complete in shape, not yet checked. */
export type CriteriaDraft = Criteria
export type PickedContact = { id: string; fullName: string; email: string | null }

/** What the editor holds. */
export type Draft = {
  contact: PickedContact | null
  /** `null` until somebody types a name: then the suggestion stands there. */
  name: string | null
  criteria: CriteriaDraft
  rhythm: SearchRhythmInput
  audience: AudienceDraft
  /** Send the homes that fit now; else it starts silent. */
  firstSend: boolean
  /** The version that the criteria were read from; 0 for an alert that is new. */
  basedOnVersion: number
}

/** What an alert does unless somebody chooses otherwise. */
export const AT_ONCE: SearchRhythmInput = { cadence: 'Instant', conciergeYN: false }
/** What the schema makes of nothing; written out, since the parser comes later than the page. */
export const anyCriteria: CriteriaDraft = {
  ...{ propertyTypes: [], propertySubTypes: [], features: [], keywords: [] },
  ...{ citySlugs: [], postalCodes: [], subdivisions: [], polygons: [] },
  statuses: ['Active'],
  events: [...USUAL_EVENTS],
}
