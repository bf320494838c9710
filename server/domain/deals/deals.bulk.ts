import type { Db } from '#server/db.ts'
import type { DealLostReason, DealMilestoneKind, DealSide, DealStage } from '#server/generated/prisma/enums.ts'
import type { Day } from './deals.rows.ts'

/** A deal as a source tells it. */
export type DealInput = {
  id: string
  contactId: string
  /** Null for the agent who keeps the contact: no deal is without one. */
  agentId: string | null
  listingKey: string | null
  side: DealSide
  stage: DealStage
  lostReason: DealLostReason | null
  priceCents: number | null
  commissionBps: number | null
  addressText: string | null
  expectedCloseOn: Day | null
  closedOn: Day | null
  stageSince: Date
  createdAt: Date
  updatedAt: Date
  milestones: { kind: DealMilestoneKind; dueOn: Day; doneAt: Date | null }[]
}

/**
 * What becomes of a deal that is here already: the source's word, the later one, or ours. Of one date, it was not edited
 * here: the source's word again, which may name more of those who are here now.
 */
export type Existing = 'overwrite' | 'laterWins' | 'keep'
type Upserted = { id: string; outcome: 'inserted' | 'updated' | 'unchanged' }

const STAGE_LABELS: Partial<Record<DealStage, string>> = { underContract: 'under_contract' }
const LOST_LABELS: Partial<Record<DealLostReason, string>> = {
  otherHome: 'other_home',
  otherAgent: 'other_agent',
  changedMind: 'changed_mind',
  noAnswer: 'no_answer',
}
const KIND_LABELS: Partial<Record<DealMilestoneKind, string>> = { walkThrough: 'walk_through' }

/** Writes deals in bulk. Nothing is touched that is equal already; one bad row refuses the whole batch. */
export async function upsertDeals(tx: Db, batch: readonly DealInput[], existing: Existing): Promise<Upserted[]> {
  if (batch.length === 0) return []
  const rows = batch.map(({ milestones, ...deal }) => ({
    ...deal,
    stage: STAGE_LABELS[deal.stage] ?? deal.stage,
    lostReason: deal.lostReason && (LOST_LABELS[deal.lostReason] ?? deal.lostReason),
  }))
  const written = await tx.$queryRaw<Upserted[]>`
    INSERT INTO deal AS d (id, contact_id, agent_id, listing_id, listing_key, side, stage, lost_reason, price_cents,
                           commission_bps, address_text, expected_close_on, closed_on, stage_since, created_at, updated_at)
    SELECT i.id, i."contactId", coalesce(i."agentId", contact.agent_id), listing.id, i."listingKey", i.side, i.stage,
           i."lostReason", i."priceCents", i."commissionBps", i."addressText", i."expectedCloseOn", i."closedOn",
           i."stageSince", i."createdAt", i."updatedAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(
             id uuid, "contactId" uuid, "agentId" uuid, "listingKey" text, side deal_side, stage deal_stage,
             "lostReason" deal_lost_reason, "priceCents" bigint, "commissionBps" int, "addressText" text,
             "expectedCloseOn" date, "closedOn" date, "stageSince" timestamptz, "createdAt" timestamptz,
             "updatedAt" timestamptz)
      JOIN contact ON contact.id = i."contactId"
      LEFT JOIN listing ON listing.listing_key = i."listingKey"
     ORDER BY i.id
    ON CONFLICT (id) DO UPDATE SET
      contact_id = excluded.contact_id, agent_id = excluded.agent_id, listing_id = excluded.listing_id,
      listing_key = excluded.listing_key, side = excluded.side, stage = excluded.stage,
      lost_reason = excluded.lost_reason, price_cents = excluded.price_cents, commission_bps = excluded.commission_bps,
      address_text = excluded.address_text, expected_close_on = excluded.expected_close_on,
      closed_on = excluded.closed_on, stage_since = excluded.stage_since, created_at = excluded.created_at,
      updated_at = excluded.updated_at, version = d.version + 1
    WHERE CASE ${existing} WHEN 'overwrite' THEN true WHEN 'laterWins' THEN excluded.updated_at >= d.updated_at
               ELSE false END
      AND (d.contact_id, d.agent_id, d.listing_id, d.listing_key, d.side, d.stage, d.lost_reason, d.price_cents,
           d.commission_bps, d.address_text, d.expected_close_on, d.closed_on, d.stage_since, d.created_at, d.updated_at)
          IS DISTINCT FROM
          (excluded.contact_id, excluded.agent_id, excluded.listing_id, excluded.listing_key, excluded.side,
           excluded.stage, excluded.lost_reason, excluded.price_cents, excluded.commission_bps, excluded.address_text,
           excluded.expected_close_on, excluded.closed_on, excluded.stage_since, excluded.created_at, excluded.updated_at)
    RETURNING new.id::text, CASE WHEN old.id IS NULL THEN 'inserted' ELSE 'updated' END AS outcome`
  const outcomes = new Map(written.map(({ id, outcome }) => [id, outcome]))
  const open = existing === 'overwrite' ? batch : batch.filter(({ id }) => outcomes.has(id))
  for (const id of await writeMilestones(tx, open)) if (!outcomes.has(id)) outcomes.set(id, 'updated')
  return batch.map(({ id }) => ({ id, outcome: outcomes.get(id) ?? 'unchanged' }))
}

/** The milestones of deals, as the source has them. Says which deals were not so before. */
async function writeMilestones(tx: Db, batch: readonly DealInput[]): Promise<string[]> {
  const ids = batch.map(({ id }) => id)
  const given = batch.flatMap(({ id, milestones }) =>
    milestones.map(({ kind, ...rest }) => ({ dealId: id, kind: KIND_LABELS[kind] ?? kind, ...rest })),
  )
  const changed = await tx.$queryRaw<{ id: string }[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS i(
               "dealId" uuid, kind deal_milestone_kind, "dueOn" date, "doneAt" timestamptz)
    ), gone AS (
      DELETE FROM deal_milestone AS m
       WHERE m.deal_id = ANY(${ids}::uuid[])
         AND NOT EXISTS (SELECT FROM given WHERE given."dealId" = m.deal_id AND given.kind = m.kind)
      RETURNING m.deal_id
    ), put AS (
      INSERT INTO deal_milestone AS m (deal_id, kind, due_on, done_at) SELECT * FROM given
      ON CONFLICT (deal_id, kind) DO UPDATE SET due_on = excluded.due_on, done_at = excluded.done_at
      WHERE (m.due_on, m.done_at) IS DISTINCT FROM (excluded.due_on, excluded.done_at)
      RETURNING m.deal_id
    )
    SELECT deal_id::text AS id FROM gone UNION SELECT deal_id::text FROM put`
  return changed.map(({ id }) => id)
}

/** Takes away deals that their source no longer has. Says which; who was away before is not among them. */
export async function removeDeals(tx: Db, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.deal.updateManyAndReturn({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { removedAt: at },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export async function restoreDeals(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.deal.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: null } })
}

/** Deals whose listing has come after them. */
export async function linkDealListings(tx: Db, listingKeys: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    UPDATE deal SET listing_id = listing.id
      FROM listing
     WHERE listing.listing_key = deal.listing_key AND deal.listing_id IS NULL
       AND deal.listing_key = ANY(${[...listingKeys]}::text[])`
}
