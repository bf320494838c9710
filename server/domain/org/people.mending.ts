import type { Db } from '#server/db.ts'
import type { Swap } from '#server/swap.ts'

/** The phone numbers of people who are here. */
export const readPhonesOfPeople = (tx: Db, ids: readonly string[]) =>
  tx.person.findMany({ where: { id: { in: [...ids] }, removedAt: null }, select: { id: true, phone: true } })

/** The offices of people, also of those who have left. */
export async function officesOf(tx: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, officeId: true } })
  return new Map(rows.map(({ id, officeId }) => [id, officeId]))
}

/** Writes phone numbers of people where they still are what they were. Says whose. */
export async function swapPhonesOfPeople(tx: Db, swaps: readonly Swap<string | null>[], at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE person p SET phone = i."to", updated_at = ${at}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(swaps)}::jsonb) AS i(id uuid, "from" text, "to" text)
     WHERE p.id = i.id AND p.removed_at IS NULL AND p.phone IS NOT DISTINCT FROM i."from"
    RETURNING p.id::text AS id`
  return rows.map(({ id }) => id)
}
