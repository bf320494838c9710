import type { Db } from '#server/db.ts'
import type { OpenHouseStatus } from '#server/generated/prisma/enums.ts'

/** A visit as a source tells it. */
export type OpenHouseInput = {
  openHouseKey: string
  openHouseStartTime: Date
  openHouseEndTime: Date
  openHouseStatus: OpenHouseStatus
  openHouseRemarks: string | null
}

type Calendar = { listingKey: string; modificationTimestamp: Date; openHouses: readonly OpenHouseInput[] }

/**
 * Writes the open houses of listings that were just written, in the same transaction: their rows are locked by then. An
 * older revision changes nothing. One that a source no longer names is canceled, unless it is over. A visit to come is
 * told once for each time it is set to. Returns the ids of the listings whose open houses changed.
 */
export async function upsertOpenHouses(tx: Db, calendars: readonly Calendar[]): Promise<Set<string>> {
  if (calendars.length === 0) return new Set()
  const rows = calendars.map(({ listingKey, modificationTimestamp, openHouses }) => {
    return { listingKey, modificationTimestamp, openHouses }
  })
  const changed = await tx.$queryRaw<{ listingId: string }[]>`
    WITH home AS (
      SELECT l.id, l.list_price_cents, l.standard_status, l.modification_timestamp, i."openHouses"
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS i("listingKey" text, "modificationTimestamp" timestamptz, "openHouses" jsonb)
        JOIN listing l ON l.listing_key = i."listingKey" AND l.modification_timestamp = i."modificationTimestamp"
    ), visit AS (
      SELECT home.id AS listing_id, home.modification_timestamp, o.*
        FROM home CROSS JOIN LATERAL jsonb_to_recordset(home."openHouses") AS o(
          "openHouseKey" text, "openHouseStartTime" timestamptz, "openHouseEndTime" timestamptz,
          "openHouseStatus" open_house_status, "openHouseRemarks" text)
    ), called_off AS (
      UPDATE open_house o SET open_house_status = 'Canceled', modification_timestamp = home.modification_timestamp
        FROM home
       WHERE o.listing_id = home.id AND o.open_house_status = 'Active'
         AND o.open_house_end_time > home.modification_timestamp
         AND NOT EXISTS (SELECT FROM visit WHERE visit."openHouseKey" = o.open_house_key)
      RETURNING o.listing_id
    ), written AS (
      INSERT INTO open_house AS o (open_house_key, listing_id, open_house_start_time, open_house_end_time,
        open_house_status, open_house_remarks, modification_timestamp)
      SELECT "openHouseKey", listing_id, "openHouseStartTime", "openHouseEndTime", "openHouseStatus",
        "openHouseRemarks", modification_timestamp FROM visit ORDER BY "openHouseKey"
      ON CONFLICT (open_house_key) DO UPDATE SET
        open_house_start_time = excluded.open_house_start_time, open_house_end_time = excluded.open_house_end_time,
        open_house_status = excluded.open_house_status, open_house_remarks = excluded.open_house_remarks,
        modification_timestamp = excluded.modification_timestamp
      WHERE o.listing_id = excluded.listing_id AND (
        o.open_house_start_time, o.open_house_end_time, o.open_house_status, o.open_house_remarks
      ) IS DISTINCT FROM (
        excluded.open_house_start_time, excluded.open_house_end_time, excluded.open_house_status, excluded.open_house_remarks)
      RETURNING o.*
    ), told AS (
      INSERT INTO listing_event (listing_id, kind, to_price_cents, to_status, occurred_at, change_key, open_house_id)
      SELECT w.listing_id, 'Open House', home.list_price_cents, home.standard_status, w.modification_timestamp,
             w.open_house_key || '@' || w.open_house_start_time::text, w.id
        FROM written w JOIN home ON home.id = w.listing_id
       WHERE w.open_house_status = 'Active' AND w.open_house_end_time > now()
         AND home.standard_status IN ('Active', 'Coming Soon', 'Active Under Contract')
      ON CONFLICT (listing_id, kind, change_key) DO NOTHING
    )
    SELECT listing_id::text AS "listingId" FROM written UNION SELECT listing_id::text FROM called_off`
  return new Set(changed.map(({ listingId }) => listingId))
}
