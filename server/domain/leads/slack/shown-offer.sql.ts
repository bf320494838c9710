import type { Db } from '#server/db.ts'
import type { OfferKind } from '#server/generated/prisma/enums.ts'

/** Tables this reads across subjects. @public */
export const READS = ['person', 'office'] as const

/** What the cards of an offer need to know, beside what each of them shows. */
export type ShownOffer = {
  kind: OfferKind
  expiresAt: Date
  endedAt: Date | null
  people: { personId: string; timeZone: string }[]
  /** The rungs at which it was told of once more. */
  pings: number[]
}

export async function findShown(tx: Db, offerId: string): Promise<ShownOffer | null> {
  const [shown] = await tx.$queryRaw<ShownOffer[]>`
    /* one plan */ SELECT CASE o.kind WHEN 'first_to_claim' THEN 'firstToClaim' ELSE o.kind::text END AS kind,
           o.expires_at AS "expiresAt", o.ended_at AS "endedAt",
           coalesce((SELECT json_agg(json_build_object('personId', p.id, 'timeZone', office.time_zone) ORDER BY p.id)
                       FROM lead_offer_person AS asked JOIN person AS p ON p.id = asked.person_id
                       JOIN office ON office.id = p.office_id WHERE asked.offer_id = o.id), '[]') AS people,
           ARRAY(SELECT rung FROM lead_ladder_step WHERE offer_id = o.id AND act = 're_ping' ORDER BY rung) AS pings
      FROM lead_offer AS o WHERE o.id = ${offerId}::uuid`
  return shown ?? null
}
