import type { Draft } from './_draft.ts'
import type { AlertDetail } from './_queries.ts'

/** A saved alert as the editor begins with it. */
export const draftOf = ({ contact: { id, fullName, email }, name, criteria, currentVersion }: AlertDetail): Draft => ({
  contact: { id, fullName, email },
  name,
  criteria,
  basedOnVersion: currentVersion,
})
