import type { Db } from '#server/db.ts'
import type {
  InquiryKind,
  LeadType,
  OfferChannel,
  OfferKind,
  OfferPassReason,
  OfferState,
} from '#server/generated/prisma/enums.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing', 'person'] as const

/** An offer as it stands for one of those who are asked, with all that may be said of the lead; who may see what is not decided here. */
export type OfferRow = {
  id: string
  inquiryId: string
  offerKind: OfferKind
  state: OfferState
  offeredAt: Date
  expiresAt: Date
  endedAt: Date | null
  endedVia: OfferChannel | null
  handedBackAt: Date | null
  passedAt: Date | null
  passReason: OfferPassReason | null
  extendedAt: Date | null
  missedAt: Date | null
  pushedAt: Date | null
  winnerId: string | null
  winnerName: string | null
  kind: InquiryKind
  leadType: LeadType | null
  priceCents: bigint | null
  citySlug: string | null
  postalCode: string | null
  /** RESO's own words, as the database has them. */
  subTypeWords: string | null
  proposedTimes: Date[]
  hasHome: boolean
  homePriceCents: bigint
  homeCity: string
  homePostalCode: string
  homeSubTypeWords: string | null
  fullName: string
  email: string | null
  phone: string | null
  message: string | null
  contactId: string | null
}

/** In one statement: an offer is read for each card, each mail and each page that shows it. */
export async function findOfferRow(
  db: Db,
  { offerId, personId }: { offerId: string; personId: string },
): Promise<OfferRow | null> {
  const [row] = await db.$queryRaw<OfferRow[]>`
    /* one plan */ SELECT o.id::text, o.inquiry_id::text AS "inquiryId",
           CASE o.kind WHEN 'first_to_claim' THEN 'firstToClaim' ELSE o.kind::text END AS "offerKind",
           CASE o.state WHEN 'timed_out' THEN 'timedOut' ELSE o.state::text END AS state,
           o.offered_at AS "offeredAt", o.expires_at AS "expiresAt", o.ended_at AS "endedAt",
           o.ended_via::text AS "endedVia", o.handed_back_at AS "handedBackAt",
           asked.passed_at AS "passedAt",
           CASE asked.pass_reason WHEN 'out_of_area' THEN 'outOfArea' WHEN 'price_range' THEN 'priceRange'
                ELSE asked.pass_reason::text END AS "passReason",
           asked.extended_at AS "extendedAt", asked.missed_at AS "missedAt", asked.pushed_at AS "pushedAt",
           winner.id::text AS "winnerId", winner.full_name AS "winnerName",
           i.kind::text, i.lead_type::text AS "leadType", i.price_cents AS "priceCents", i.city_slug AS "citySlug",
           i.postal_code AS "postalCode", i.property_sub_type::text AS "subTypeWords",
           coalesce(i.proposed_times, '{}') AS "proposedTimes",
           l.id IS NOT NULL AS "hasHome", l.list_price_cents AS "homePriceCents", l.city AS "homeCity",
           l.postal_code AS "homePostalCode", l.property_sub_type::text AS "homeSubTypeWords",
           i.full_name AS "fullName", i.email::text, i.phone, i.message, i.contact_id::text AS "contactId"
      FROM lead_offer AS o
      JOIN lead_offer_person AS asked ON asked.offer_id = o.id AND asked.person_id = ${personId}::uuid
      JOIN inquiry AS i ON i.id = o.inquiry_id
      LEFT JOIN listing AS l ON l.id = i.listing_id
      LEFT JOIN person AS winner ON winner.id = o.winner_id
     WHERE o.id = ${offerId}::uuid`
  return row ?? null
}
