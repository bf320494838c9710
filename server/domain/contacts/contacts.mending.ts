import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { Swap } from '#server/swap.ts'

const COLUMNS = { fullName: Prisma.sql`full_name`, phone: Prisma.sql`phone` }
type TextField = keyof typeof COLUMNS

/** What a field of these contacts says; removed contacts are left out. */
export const readContactTexts = (tx: Db, field: TextField, ids: readonly string[]) =>
  tx.$queryRaw<{ id: string; value: string | null }[]>`
    SELECT id::text, ${COLUMNS[field]} AS value FROM contact WHERE id = ANY(${[...ids]}::uuid[]) AND removed_at IS NULL`

/** Always in one order: two who mend at once would deadlock otherwise. */
const lockContacts = (tx: Db, swaps: readonly { id: string }[]) =>
  tx.$executeRaw`SELECT 1 FROM contact WHERE id = ANY(${swaps.map(({ id }) => id)}::uuid[]) ORDER BY id FOR UPDATE`

/** Writes a field of contacts where it still says what it said. Says which were written. */
export async function swapContactTexts(
  tx: Db,
  field: TextField,
  swaps: readonly Swap<string | null>[],
  at: Date,
): Promise<string[]> {
  await lockContacts(tx, swaps)
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE contact c SET ${COLUMNS[field]} = i."to", updated_at = ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(swaps)}::jsonb) AS i(id uuid, "from" text, "to" text)
     WHERE c.id = i.id AND c.removed_at IS NULL AND c.${COLUMNS[field]} IS NOT DISTINCT FROM i."from"
    RETURNING c.id::text AS id`
  return rows.map(({ id }) => id)
}

export type ContactPlace = { agentId: string; officeId: string }

export const readContactPlaces = (tx: Db, ids: readonly string[]) =>
  tx.contact.findMany({
    where: { id: { in: [...ids] }, removedAt: null },
    select: { id: true, agentId: true, officeId: true },
  })

/** Moves contacts from one place to another, where they still are in the first. A new agent is told on the timeline. */
export async function swapContactPlaces(
  tx: Db,
  swaps: readonly Swap<ContactPlace>[],
  { at, because }: { at: Date; because: string },
): Promise<string[]> {
  await lockContacts(tx, swaps)
  const rows = await tx.$queryRaw<{ id: string; agent: string; isHandedOver: boolean }[]>`
    UPDATE contact c SET agent_id = to_agent.id, office_id = (i."to" ->> 'officeId')::uuid, updated_at = ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(swaps)}::jsonb) AS i(id uuid, "from" jsonb, "to" jsonb)
      JOIN person to_agent ON to_agent.id = (i."to" ->> 'agentId')::uuid
     WHERE c.id = i.id AND c.removed_at IS NULL AND c.agent_id = (i."from" ->> 'agentId')::uuid
       AND c.office_id = (i."from" ->> 'officeId')::uuid
    RETURNING new.id::text AS id, to_agent.full_name AS agent, old.agent_id <> new.agent_id AS "isHandedOver"`
  await recordFacts(
    tx,
    rows
      .filter(({ isHandedOver }) => isHandedOver)
      .map(({ id, agent }) => ({
        ...{ contactId: id, kind: 'contact.handed-over', summary: `Handed to ${agent}, ${because}`, occurredAt: at },
        factKey: `contact:${id}:agent:${at.toISOString()}`,
      })),
  )
  return rows.map(({ id }) => id)
}
