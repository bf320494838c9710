import type { Db } from '#server/db.ts'
import { slugOf } from '#server/domain/listings/listings.tokens.ts'
import { agentsSchema, factsSchema } from '../routing/stored.schema.ts'
import type { Arrival } from './tunnel.types.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'listing', 'office'] as const

/** More than that no firm has in a quarter of a year; the latest are meant. */
export const MOST_ARRIVALS = 20_000

type Row = {
  inquiryId: string
  about: Record<string, unknown>
  decision: { facts: unknown; agents: unknown; agentId: string | null; seed: string } | null
  agentId: string | null
  answeredAt: Date | null
}

/**
 * The leads of a time, the earliest first: with the decision that was kept, or with the facts as they can be read from
 * the lead today. Of those it is told by their reason whether somebody was known; who they are is read nowhere.
 */
export async function readArrivals(db: Db, { from, to }: { from: Date; to: Date }): Promise<Arrival[]> {
  const [rows, offices] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT * FROM (
        SELECT i.id::text AS "inquiryId", i.agent_id::text AS "agentId", i.answered_at AS "answeredAt",
               jsonb_build_object(
                 'arrivedAt', i.received_at, 'door', i.door, 'sourceKey', s.key, 'tags', i.tags,
                 'leadType', coalesce(i.lead_type, CASE WHEN i.listing_id IS NOT NULL OR i.kind = 'SignUp' THEN 'Buyer'::lead_type END),
                 'priceCents', coalesce(l.list_price_cents, i.price_cents), 'citySlug', coalesce(l.city_slug, i.city_slug),
                 'postalCode', coalesce(l.postal_code, i.postal_code),
                 'place', CASE WHEN l.latitude IS NOT NULL AND l.longitude IS NOT NULL
                               THEN jsonb_build_object('latitude', l.latitude, 'longitude', l.longitude)
                               WHEN i.latitude IS NOT NULL AND i.longitude IS NOT NULL
                               THEN jsonb_build_object('latitude', i.latitude, 'longitude', i.longitude) END,
                 'propertySubType', replace(coalesce(l.property_sub_type, i.property_sub_type)::text, ' ', ''),
                 'listingAgentId', l.list_agent_id, 'namedAgentId', i.named_agent_id,
                 'knownAgentId', CASE WHEN i.because = 'relationship' THEN i.agent_id END) AS about,
               (SELECT jsonb_build_object('facts', d.facts, 'agents', d.agents, 'agentId', d.agent_id, 'seed', d.seed)
                  FROM routing_decision d WHERE d.inquiry_id = i.id AND d.hop = 0) AS decision
          FROM inquiry i
          LEFT JOIN listing l ON l.id = i.listing_id
          LEFT JOIN lead_source s ON s.id = i.source_id
         WHERE i.received_at >= ${from} AND i.received_at < ${to} AND i.taken_in_at IS NOT NULL
         ORDER BY i.received_at DESC, i.id DESC LIMIT ${MOST_ARRIVALS}) latest
       ORDER BY about ->> 'arrivedAt', "inquiryId"`,
    db.office.findMany({ select: { id: true, name: true }, orderBy: { id: 'asc' }, take: 500 }),
  ])
  const officeOf = new Map(offices.toReversed().map(({ id, name }) => [slugOf(name), id]))
  return rows.map(({ inquiryId, about, decision, agentId, answeredAt }) => {
    const officeId = typeof about.citySlug === 'string' ? (officeOf.get(about.citySlug) ?? null) : null
    return {
      inquiryId,
      answeredAt,
      facts: factsSchema.parse(decision?.facts ?? { ...about, officeId }),
      seed: decision?.seed ?? `${inquiryId}:0`,
      firstAgentId: decision ? decision.agentId : agentId,
      knownThen: decision ? agentsSchema.parse(decision.agents).people : [],
    }
  })
}
