import type { Db } from '#server/db.ts'

/** An office as a source tells it. */
export type OfficeInput = {
  /** Which it is, or the id to give when nobody has this id or name. */
  id: string
  name: string
  /** One line, as it stands under each mail. */
  postalAddress: string
  phone: string
  /** IANA zone. */
  timeZone: string
}

export type UpsertedOffice = { askedId: string; id: string; outcome: 'inserted' | 'unchanged' }

/**
 * Opens the offices that are not here yet. One that is here is left as it is: its address stands under each mail by law,
 * and is kept on our pages.
 */
export async function openOffices(tx: Db, batch: readonly OfficeInput[]): Promise<UpsertedOffice[]> {
  if (batch.length === 0) return []
  const input = JSON.stringify(batch)
  const opened = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO office (id, name, postal_address, phone, time_zone)
    SELECT DISTINCT ON (i.name) i.id, i.name, i."postalAddress", i.phone, i."timeZone"
      FROM jsonb_to_recordset(${input}::jsonb) AS i(
             id uuid, name text, "postalAddress" text, phone text, "timeZone" text)
     WHERE NOT EXISTS (SELECT FROM office WHERE office.id = i.id)
     ORDER BY i.name, i.id
    ON CONFLICT (name) DO NOTHING
    RETURNING id::text`
  const isNew = new Set(opened.map(({ id }) => id))
  const found = await tx.$queryRaw<{ askedId: string; id: string }[]>`
    SELECT i.id::text AS "askedId", coalesce(by_id.id, by_name.id)::text AS id
      FROM jsonb_to_recordset(${input}::jsonb) AS i(id uuid, name text)
      LEFT JOIN office by_id ON by_id.id = i.id
      LEFT JOIN office by_name ON by_name.name = i.name`
  return found.map(({ askedId, id }) => ({
    askedId,
    id,
    outcome: isNew.has(id) && askedId === id ? 'inserted' : 'unchanged',
  }))
}
