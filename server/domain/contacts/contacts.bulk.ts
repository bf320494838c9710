import type { Db } from '#server/db.ts'
import type { ContactStage } from '#server/generated/prisma/enums.ts'

/** A contact as a source tells it. The office is that of the agent. */
export type ContactInput = {
  id: string
  fullName: string
  email: string | null
  phone: string | null
  stage: ContactStage
  source: string | null
  agentId: string
  createdAt: Date
  updatedAt: Date
}

export type UpsertedContact = {
  id: string
  outcome: 'inserted' | 'updated' | 'unchanged'
  /** The agent it had before, where it has another one now. */
  fromId: string | null
}

/** Writes contacts in bulk. Nothing is touched that is equal already; one bad row refuses the whole batch. */
export async function upsertContacts(tx: Db, batch: readonly ContactInput[]): Promise<UpsertedContact[]> {
  if (batch.length === 0) return []
  const written = await tx.$queryRaw<UpsertedContact[]>`
    INSERT INTO contact AS c (id, full_name, email, phone, stage, source, agent_id, office_id, created_at, updated_at)
    SELECT i.id, i."fullName", i.email, i.phone, i.stage, i.source, i."agentId", agent.office_id, i."createdAt", i."updatedAt"
      FROM unnest(${batch.map(({ id }) => id)}::uuid[], ${batch.map(({ fullName }) => fullName)}::text[],
                  ${batch.map(({ email }) => email)}::citext[], ${batch.map(({ phone }) => phone)}::text[],
                  ${batch.map(({ stage }) => stage)}::contact_stage[], ${batch.map(({ source }) => source)}::text[],
                  ${batch.map(({ agentId }) => agentId)}::uuid[],
                  ${batch.map(({ createdAt }) => createdAt.toISOString())}::timestamptz[],
                  ${batch.map(({ updatedAt }) => updatedAt.toISOString())}::timestamptz[])
             AS i(id, "fullName", email, phone, stage, source, "agentId", "createdAt", "updatedAt")
      JOIN person agent ON agent.id = i."agentId"
     ORDER BY i.id
    ON CONFLICT (id) DO UPDATE SET
      full_name = excluded.full_name, email = excluded.email, phone = excluded.phone, stage = excluded.stage,
      source = excluded.source, agent_id = excluded.agent_id, office_id = excluded.office_id,
      created_at = excluded.created_at, updated_at = excluded.updated_at
    WHERE (c.full_name, c.email, c.phone, c.stage, c.source, c.agent_id, c.office_id, c.created_at, c.updated_at)
          IS DISTINCT FROM (excluded.full_name, excluded.email, excluded.phone, excluded.stage, excluded.source,
                            excluded.agent_id, excluded.office_id, excluded.created_at, excluded.updated_at)
    RETURNING new.id::text, CASE WHEN old.id IS NULL THEN 'inserted' ELSE 'updated' END AS outcome,
              CASE WHEN old.agent_id <> new.agent_id THEN old.agent_id::text END AS "fromId"`
  const done = new Set(written.map(({ id }) => id))
  const rest = batch
    .filter(({ id }) => !done.has(id))
    .map(({ id }) => ({ id, outcome: 'unchanged' as const, fromId: null }))
  return [...written, ...rest]
}

/** Removes contacts that their source no longer has. Says which; who was removed before is not among them. */
export async function removeContacts(tx: Db, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.contact.updateManyAndReturn({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { removedAt: at },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export async function restoreContacts(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.contact.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: null } })
}

/** Contacts follow their agents to another office. */
export async function followAgents(tx: Db, agentIds: readonly string[]): Promise<number> {
  if (agentIds.length === 0) return 0
  return tx.$executeRaw`
    UPDATE contact SET office_id = agent.office_id
      FROM person agent
     WHERE agent.id = contact.agent_id AND agent.id = ANY(${[...agentIds]}::uuid[]) AND contact.office_id <> agent.office_id`
}
