import type { Matches } from '../matching/matcher.ts'
import { type Audience, tellApproved, tellFurther, withoutLeft } from '../recipients/audience.ts'
import { withCopies } from '../recipients/copies.ts'
import { type Hold, holdBack, joinTellings, type Rhythms } from '../rhythm/hold-back.ts'
import type { Taken } from '../rhythm/holds.sql.ts'
import { leaveOut, type Unwanted } from './leave-out.ts'
import { type Telling, tellNow } from './tell-now.ts'

type Known = {
  /** What was found in this run. */
  fresh: Matches
  /** What has waited until now. */
  due: Taken
  unwanted: Unwanted
  rhythms: Rhythms
  audience: Audience
  slot: Date
  hold: (held: Hold) => void
}

/**
 * One mail for each address of a run: contacts, who was added to their searches, and agents who read along. Each is
 * left out, waits and sleeps for themselves; a copy says what the others are told now.
 */
export function tellEverybody({ fresh, due, unwanted, rhythms, audience, slot, hold }: Known): Iterable<Telling> {
  const waitsForWord = (searchId: string) => rhythms.searches.get(searchId)?.conciergeYN === true
  // One word of an agent lets it out to all of them: the no of one must not keep it from the others.
  const waitsForAll = (searchId: string) =>
    waitsForWord(searchId) && (audience.further.has(searchId) || audience.left.has(searchId))
  const contacts = leaveOut(withoutLeft(tellNow(fresh), audience.left, waitsForAll), unwanted, waitsForAll)
  const now = holdBack(contacts, rhythms, slot, hold)

  const zones = { searches: rhythms.searches, addresses: audience.addresses }
  const added = holdBack(leaveOut(tellFurther(fresh, audience, waitsForWord), unwanted), zones, slot, hold)
  // Approved is approved: for them only the night is waited for, as it was for the contact.
  const atOnce = { searches: new Map(), addresses: audience.addresses }
  const approved = holdBack(leaveOut(tellApproved(due.approved, audience), unwanted), atOnce, slot, hold)
  const others = [...leaveOut(due.tellings, unwanted), ...added, ...approved]
  return withCopies(joinTellings(now, others), audience.copies)
}
