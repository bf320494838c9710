import type { Db } from '#server/db.ts'
import type { DoorName, LeadTypeName } from './routing.words.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing', 'contact'] as const

/**
 * What a lead is about. Not who it is from: no column with a name, an address, a number or words is read here. That they
 * are somebody's client was found out before.
 */
export type About = {
  arrivedAt: Date
  door: DoorName
  sourceKey: string | null
  tags: string[]
  leadType: LeadTypeName | null
  priceCents: number | null
  citySlug: string | null
  postalCode: string | null
  latitude: number | null
  longitude: number | null
  /** RESO's own words, as the database has them. */
  subTypeWords: string | null
  listingAgentId: string | null
  namedAgentId: string | null
  knownAgentId: string | null
}

/**
 * Of a listing the listing knows best; who asks about a home, or for alerts, wants to buy. Somebody keeps the person of
 * a lead that waits for an agent: that makes them no client of theirs.
 */
export async function readAbout(db: Db, inquiryId: string): Promise<About> {
  const [about] = await db.$queryRaw<About[]>`
    /* one plan */ SELECT i.received_at AS "arrivedAt", i.door::text, s.key AS "sourceKey", i.tags,
           coalesce(i.lead_type, CASE WHEN i.listing_id IS NOT NULL OR i.kind = 'SignUp' THEN 'Buyer'::lead_type END)::text AS "leadType",
           coalesce(l.list_price_cents, i.price_cents)::float8 AS "priceCents",
           coalesce(l.city_slug, i.city_slug) AS "citySlug",
           coalesce(l.postal_code, i.postal_code) AS "postalCode",
           CASE WHEN l.latitude IS NULL OR l.longitude IS NULL THEN i.latitude ELSE l.latitude END AS latitude,
           CASE WHEN l.latitude IS NULL OR l.longitude IS NULL THEN i.longitude ELSE l.longitude END AS longitude,
           coalesce(l.property_sub_type, i.property_sub_type)::text AS "subTypeWords",
           l.list_agent_id::text AS "listingAgentId", i.named_agent_id::text AS "namedAgentId",
           CASE WHEN NOT EXISTS (SELECT 1 FROM inquiry w WHERE w.contact_id = i.contact_id AND w.state IN ('offered', 'pond'))
                THEN c.agent_id::text END AS "knownAgentId"
      FROM inquiry i
      LEFT JOIN listing l ON l.id = i.listing_id
      LEFT JOIN contact c ON c.id = i.contact_id AND c.removed_at IS NULL
      LEFT JOIN lead_source s ON s.id = i.source_id
     WHERE i.id = ${inquiryId}::uuid`
  if (!about) throw new Error('This lead is gone.')
  return about
}
