import { audienceOf } from './_audience.ts'
import type { Draft } from './_draft.ts'
import type { AlertDetail } from './_queries.ts'

/** A saved alert as the editor begins with it. */
export const draftOf = (alert: AlertDetail): Draft => ({
  contact: { id: alert.contact.id, fullName: alert.contact.fullName, email: alert.contact.email },
  name: alert.name,
  criteria: alert.criteria,
  rhythm: { cadence: alert.cadence, conciergeYN: alert.conciergeYN },
  audience: audienceOf(alert),
  firstSend: false,
  basedOnVersion: alert.currentVersion,
})
