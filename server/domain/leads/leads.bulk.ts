import type { Db } from '#server/db.ts'
import type { InquiryKind } from '#server/generated/prisma/enums.ts'
import type { Because } from './leads.words.ts'

/** An inquiry as a source tells it, which somebody there has taken in already. */
export type InquiryInput = {
  id: string
  kind: Extract<InquiryKind, 'Question' | 'Showing'>
  fullName: string
  email: string | null
  phone: string | null
  message: string | null
  receivedAt: Date
  answeredAt: Date | null
  contactId: string | null
  agentId: string | null
  listingId: string | null
}

export type UpsertedInquiry = { id: string; outcome: 'inserted' | 'updated' | 'unchanged' }

const BECAUSE: Because = 'old-system'

/**
 * Writes inquiries in bulk; nobody is told of them, for they were told over there. Who is in our books under the same
 * address is the person, and has their agent. Nothing is touched that is equal already, nor what was answered here; when
 * it came is written once.
 */
export async function upsertInquiries(tx: Db, batch: readonly InquiryInput[]): Promise<UpsertedInquiry[]> {
  if (batch.length === 0) return []
  const written = await tx.$queryRaw<UpsertedInquiry[]>`
    INSERT INTO inquiry AS q (id, request_key, door, kind, state, raw, listing_id, full_name, email, phone, message,
                              proposed_times, received_at, contact_id, agent_id, because, taken_in_at, answered_at)
    SELECT i.id, i.id, 'old_system', i.kind, CASE WHEN i."answeredAt" IS NULL THEN 'open' ELSE 'answered' END::inquiry_state,
           '{"from": "the old system"}', i."listingId", i."fullName", i.email, i.phone, i.message, '{}', i."receivedAt",
           contact.id, coalesce(i."agentId", contact.agent_id), ${BECAUSE}, i."receivedAt", i."answeredAt"
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS i(
             id uuid, kind inquiry_kind, "fullName" text, email citext, phone text, message text,
             "receivedAt" timestamptz, "answeredAt" timestamptz, "contactId" uuid, "agentId" uuid, "listingId" uuid)
      LEFT JOIN LATERAL (
        SELECT id, agent_id FROM contact
         WHERE CASE WHEN i."contactId" IS NULL THEN email = i.email AND removed_at IS NULL ELSE id = i."contactId" END
         ORDER BY created_at, id LIMIT 1) AS contact ON true
     ORDER BY i.id
    ON CONFLICT (id) DO UPDATE SET
      kind = excluded.kind, state = excluded.state, listing_id = excluded.listing_id, full_name = excluded.full_name,
      email = excluded.email, phone = excluded.phone, message = excluded.message, contact_id = excluded.contact_id,
      agent_id = excluded.agent_id, answered_at = excluded.answered_at
    WHERE q.answered_by_id IS NULL
      AND (q.kind, q.state, q.listing_id, q.full_name, q.email, q.phone, q.message, q.contact_id, q.agent_id, q.answered_at)
          IS DISTINCT FROM (excluded.kind, excluded.state, excluded.listing_id, excluded.full_name, excluded.email,
                            excluded.phone, excluded.message, excluded.contact_id, excluded.agent_id, excluded.answered_at)
    RETURNING new.id::text, CASE WHEN old.id IS NULL THEN 'inserted' ELSE 'updated' END AS outcome`
  const outcomes = new Map(written.map(({ id, outcome }) => [id, outcome]))
  return batch.map(({ id }) => ({ id, outcome: outcomes.get(id) ?? 'unchanged' }))
}

/** Takes away inquiries that their source no longer has. What somebody worked on here stays. Says which went. */
export async function removeInquiries(tx: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM inquiry WHERE id = ANY(${[...ids]}::uuid[]) AND answered_by_id IS NULL AND search_id IS NULL
    RETURNING id::text`
  return rows.map(({ id }) => id)
}

/** Inquiries whose home has come after them. */
export async function linkInquiryListings(tx: Db, links: readonly { id: string; listingId: string }[]): Promise<void> {
  if (links.length === 0) return
  await tx.$executeRaw`
    UPDATE inquiry SET listing_id = i."listingId"
      FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS i(id uuid, "listingId" uuid)
     WHERE inquiry.id = i.id AND inquiry.listing_id IS NULL`
}
