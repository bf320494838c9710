import type { Db } from '#server/db.ts'

/** A mail of the old engine's log: line i is home i, at that price in cents (0: not said), as that news ("": not said). */
export type SentAlertRow = {
  contactSourceId: string
  searchSourceId: string | null
  listingSourceIds: string[]
  pricesCents: number[]
  kinds: string[]
  sentTo: string | null
  sentAt: Date
  /** By its id; null for ids that hold no time. */
  writtenAt: Date | null
}

/** Writes mails of the log, in the caller's transaction; one that stands as it is is not touched. */
export async function upsertSentAlerts(
  tx: Db,
  batch: readonly (SentAlertRow & { id: string })[],
): Promise<Map<string, 'inserted' | 'updated'>> {
  if (batch.length === 0) return new Map()
  const written = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
    INSERT INTO legacy_sent_alert AS a
      (id, contact_source_id, search_source_id, listing_source_ids, prices_cents, kinds, sent_to, sent_at, written_at)
    SELECT i.id, i."contactSourceId", i."searchSourceId", i."listingSourceIds", i."pricesCents", i.kinds, i."sentTo",
           i."sentAt", i."writtenAt"
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS i(
             id uuid, "contactSourceId" text, "searchSourceId" text, "listingSourceIds" text[], "pricesCents" bigint[],
             kinds text[], "sentTo" citext, "sentAt" timestamptz, "writtenAt" timestamptz)
     ORDER BY i.id
    ON CONFLICT (id) DO UPDATE SET
      contact_source_id = excluded.contact_source_id, search_source_id = excluded.search_source_id,
      listing_source_ids = excluded.listing_source_ids, prices_cents = excluded.prices_cents, kinds = excluded.kinds,
      sent_to = excluded.sent_to, sent_at = excluded.sent_at, written_at = excluded.written_at, removed_at = NULL
    WHERE (a.contact_source_id, a.search_source_id, a.listing_source_ids, a.prices_cents, a.kinds, a.sent_to, a.sent_at,
           a.written_at, a.removed_at)
          IS DISTINCT FROM (excluded.contact_source_id, excluded.search_source_id, excluded.listing_source_ids,
           excluded.prices_cents, excluded.kinds, excluded.sent_to, excluded.sent_at, excluded.written_at, NULL)
    RETURNING a.id::text, xmax = 0 AS "isNew"`
  return new Map(written.map(({ id, isNew }) => [id, isNew ? 'inserted' : 'updated']))
}

/** Their log forgets now and then. The mails were sent all the same: the rows stay, with a mark. */
export async function removeSentAlerts(tx: Db, ids: string[], at: Date): Promise<string[]> {
  await tx.legacySentAlert.updateMany({ where: { id: { in: ids } }, data: { removedAt: at } })
  return ids
}

export async function restoreSentAlerts(tx: Db, ids: string[]): Promise<void> {
  await tx.legacySentAlert.updateMany({ where: { id: { in: ids } }, data: { removedAt: null } })
}
