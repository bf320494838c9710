import type { Db } from '#server/db.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person'] as const

/** What went wrong with a lead that nobody looks after. */
export type Breach = 'not-taken-in' | 'no-live-offer' | 'ladder-stands' | 'no-owner' | 'chase-stands'
export type Neglected = { inquiryId: string; offerId: string | null; chaseId: string | null; breach: Breach }

const MOST = 200

/**
 * Leads that have neither an owner nor a live offer nor a pond, and offers whose time was out before `before`. Leads of
 * the old system are its own.
 */
export const findNeglected = (db: Db, before: Date) =>
  db.$queryRaw<Neglected[]>`
    SELECT lead.id::text AS "inquiryId", offer.id::text AS "offerId", NULL AS "chaseId",
           CASE WHEN lead.state = 'received' THEN 'not-taken-in'
                WHEN lead.state = 'offered' AND offer.id IS NULL THEN 'no-live-offer'
                WHEN lead.state = 'offered' THEN 'ladder-stands'
                ELSE 'no-owner' END AS breach
      FROM inquiry AS lead
      LEFT JOIN lead_offer AS offer
        ON offer.inquiry_id = coalesce(lead.joins_id, lead.id) AND offer.ended_at IS NULL
      LEFT JOIN person ON person.id = lead.agent_id
     WHERE (lead.state = 'received' AND lead.received_at < ${before})
        OR (lead.state = 'offered' AND lead.taken_in_at < ${before} AND (offer.id IS NULL OR offer.expires_at < ${before}))
        OR (lead.state = 'open' AND lead.because <> 'old-system' AND (person.id IS NULL OR person.removed_at IS NOT NULL))
     ORDER BY lead.received_at, lead.id LIMIT ${MOST}`

/** Leads that somebody has, and whose next step was due before `before`. */
export const findStandingChases = (db: Db, before: Date) =>
  db.$queryRaw<Neglected[]>`
    SELECT inquiry_id::text AS "inquiryId", NULL AS "offerId", id::text AS "chaseId", 'chase-stands' AS breach
      FROM lead_chase WHERE next_at < ${before} ORDER BY next_at, id LIMIT ${MOST}`
