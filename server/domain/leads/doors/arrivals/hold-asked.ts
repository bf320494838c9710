import type { Db } from '#server/db.ts'
import type { LeadDraft } from '../draft.schema.ts'
import { reasonToHold } from './admit-lead.ts'
import { keepArrival } from './keep-arrival.ts'

type Sent = {
  kind: LeadDraft['wants']
  listingKey: string
  fullName: string
  email: string
  phone: string
  message: string
  proposedTimes: string[]
}

/** What somebody sent from a home's page, as a lead of any other door. */
export const draftOfAsked = (sent: Sent, consentText: string | null): LeadDraft => ({
  ...{ wants: sent.kind, fullName: sent.fullName, email: sent.email, phone: sent.phone || null, consentText },
  ...{ message: sent.message || null, home: sent.listingKey, address: null, proposedTimes: sent.proposedTimes },
  ...{ leadType: null, tags: [], priceCents: null, citySlug: null, postalCode: null, latitude: null, longitude: null },
  ...{ propertySubType: null, agentEmail: null },
})

type Asked = {
  /** Made by the browser: sent five times, it is held back once. */
  requestKey: string
  draft: LeadDraft
  raw: object
  networkHash: Uint8Array<ArrayBuffer> | null
  at: Date
  /** Seen at the form itself: a filled trap. */
  suspicion?: string
}

/** Holds back what somebody sent from our own pages when it looks like an advertisement. Says whether it did. */
export async function holdAsked(
  tx: Db,
  { requestKey, draft, raw, networkHash, at, suspicion }: Asked,
): Promise<boolean> {
  const reason = reasonToHold({ draft, ...(suspicion ? { suspicion } : {}) })
  if (reason === null) return false
  const body = new Uint8Array(Buffer.from(JSON.stringify(raw)))
  const came = { door: 'own_page' as const, source: null, body, contentType: 'application/json', networkHash, at }
  await keepArrival(tx, { ...came, senderId: requestKey }, { state: 'held', reason, draft })
  return true
}
