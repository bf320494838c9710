import type { Db } from '#server/db.ts'

/** A photo as a source tells it. */
export type PhotoInput = {
  id: string
  listingId: string
  mediaUrl: string
  shortDescription: string | null
  order: number
  modificationTimestamp: Date
}

export type UpsertedPhoto = { id: string; outcome: 'inserted' | 'updated' | 'unchanged' }

/** Writes photos in bulk. Nothing is touched that is equal already. A home that had no photo at all shows them now. */
export async function upsertPhotos(tx: Db, batch: readonly PhotoInput[]): Promise<UpsertedPhoto[]> {
  if (batch.length === 0) return []
  const written = await tx.$queryRaw<UpsertedPhoto[]>`
    INSERT INTO listing_photo AS p (id, listing_id, media_url, short_description, "order", modification_timestamp)
    SELECT i.id, i."listingId", i."mediaUrl", i."shortDescription", i."order", i."modificationTimestamp"
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS i(
             id uuid, "listingId" uuid, "mediaUrl" text, "shortDescription" text, "order" int,
             "modificationTimestamp" timestamptz)
     ORDER BY i.id
    ON CONFLICT (id) DO UPDATE SET
      listing_id = excluded.listing_id, media_url = excluded.media_url, short_description = excluded.short_description,
      "order" = excluded."order", modification_timestamp = excluded.modification_timestamp
    WHERE (p.listing_id, p.media_url, p.short_description, p."order", p.modification_timestamp)
          IS DISTINCT FROM (excluded.listing_id, excluded.media_url, excluded.short_description, excluded."order",
                            excluded.modification_timestamp)
    RETURNING new.id::text, CASE WHEN old.id IS NULL THEN 'inserted' ELSE 'updated' END AS outcome`
  if (written.length > 0) await showWhereNoneWere(tx, [...new Set(batch.map(({ listingId }) => listingId))])
  const outcomes = new Map(written.map(({ id, outcome }) => [id, outcome]))
  return batch.map(({ id }) => ({ id, outcome: outcomes.get(id) ?? 'unchanged' }))
}

const showWhereNoneWere = (tx: Db, listingIds: string[]) => tx.$executeRaw`
  UPDATE listing SET photo_urls = p.urls
    FROM (SELECT listing_id, array_agg(media_url ORDER BY "order", id) AS urls
            FROM listing_photo WHERE listing_id = ANY(${listingIds}::uuid[]) GROUP BY listing_id) AS p
   WHERE listing.id = p.listing_id AND listing.photo_urls = '{}'`

/** Takes photos away that their source no longer has. Says which. */
export async function removePhotos(tx: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM listing_photo WHERE id = ANY(${[...ids]}::uuid[]) RETURNING id::text`
  return rows.map(({ id }) => id)
}
