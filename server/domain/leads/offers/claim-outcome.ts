import type { Db } from '#server/db.ts'
import type { OfferState } from '#server/generated/prisma/enums.ts'
import { HAND_BACK_MS } from './offers.words.ts'

type Over = Exclude<OfferState, 'offered' | 'seen' | 'accepted'>

/** What became of a claim, on whatever channel it came. */
export type Claimed =
  | { outcome: 'won'; inquiryId: string; contactId: string | null; handBackUntil: Date }
  | { outcome: 'lost'; winner: { id: string; fullName: string }; at: Date; tookMs: number }
  | { outcome: 'over'; state: Over; at: Date }
  /** They had passed. */
  | { outcome: 'passed'; at: Date }
  /** There is no such offer for them. */
  | { outcome: 'unknown' }

type Row = {
  inquiryId: string
  contactId: string | null
  offeredAt: Date
  endedAt: Date | null
  over: Over | null
  passedAt: Date | null
  winnerId: string | null
  winnerName: string | null
}

/** How a claim by this person stands; null while the offer is live and theirs to take. One statement: most who ask have lost. */
export async function readOutcome(
  db: Db,
  { offerId, personId }: { offerId: string; personId: string },
): Promise<Claimed | null> {
  const [row] = await db.$queryRaw<Row[]>`
    /* one plan */ SELECT offer.inquiry_id::text AS "inquiryId", lead.contact_id::text AS "contactId", offer.offered_at AS "offeredAt",
           offer.ended_at AS "endedAt", asked.passed_at AS "passedAt",
           CASE offer.state WHEN 'passed' THEN 'passed' WHEN 'timed_out' THEN 'timedOut' WHEN 'withdrawn' THEN 'withdrawn' END AS over,
           winner.id::text AS "winnerId", winner.full_name AS "winnerName"
      FROM lead_offer AS offer
      JOIN lead_offer_person AS asked ON asked.offer_id = offer.id AND asked.person_id = ${personId}::uuid
      JOIN inquiry AS lead ON lead.id = offer.inquiry_id
      LEFT JOIN person AS winner ON winner.id = offer.winner_id
     WHERE offer.id = ${offerId}::uuid`
  if (!row) return { outcome: 'unknown' }
  const { winnerId, winnerName, endedAt, offeredAt, passedAt, over } = row
  if (winnerId && winnerName !== null && endedAt) {
    if (winnerId === personId) {
      const handBackUntil = new Date(endedAt.getTime() + HAND_BACK_MS)
      return { outcome: 'won', inquiryId: row.inquiryId, contactId: row.contactId, handBackUntil }
    }
    const winner = { id: winnerId, fullName: winnerName }
    return { outcome: 'lost', winner, at: endedAt, tookMs: endedAt.getTime() - offeredAt.getTime() }
  }
  if (passedAt) return { outcome: 'passed', at: passedAt }
  return over && endedAt ? { outcome: 'over', state: over, at: endedAt } : null
}
