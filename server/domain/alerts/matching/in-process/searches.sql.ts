import type { Client } from 'pg'

/** Tables this reads across subjects. @public */
export const READS = ['contact'] as const

/** Changes are kept this long; memory that was not renewed for a day is read anew. */
const KEPT = '2 days'

/** Searches that a run evaluates, with their person's address. The reader's order of columns: see `searchReader`. */
const SEARCHES = `
  SELECT s.id, v.version, p.id, lower(p.email::text), v.list_price_min_cents, v.list_price_max_cents,
         v.bedrooms_min, v.bathrooms_min, v.living_area_min_sq_ft, v.living_area_max_sq_ft,
         v.lot_size_min_sq_ft, v.lot_size_max_sq_ft, v.year_built_min, v.year_built_max,
         v.standard_statuses, v.property_sub_types, v.property_types, v.event_kinds, v.features, v.keywords,
         v.city_slugs, v.postal_codes, v.subdivision_slugs, v.radius_latitude, v.radius_longitude, v.radius_miles,
         nullif(v.polygons, '[]')::text
    FROM saved_search s
    JOIN saved_search_version v ON v.search_id = s.id AND v.version = s.current_version
    JOIN contact p ON p.id = s.contact_id AND p.removed_at IS NULL AND p.email IS NOT NULL
   WHERE s.active_yn AND s.removed_at IS NULL`

/** Searches that changed in transactions from `xmin` on, and all searches of contacts that did. */
const changedSince = (xmin: bigint) => `
  WITH changed AS MATERIALIZED (SELECT DISTINCT changed_id FROM search_change WHERE xact >= ${xmin})
  SELECT changed_id AS id FROM changed
   UNION SELECT s.id FROM changed JOIN saved_search s ON s.contact_id = changed.changed_id`

const toStdout = (query: string) => `COPY (${query}) TO STDOUT (FORMAT binary)`

export const COPY_SEARCHES = toStdout(SEARCHES)
export const copyChangedSearches = (xmin: bigint) => toStdout(`${SEARCHES} AND s.id IN (${changedSince(xmin)})`)
export const copyChangedIds = (xmin: bigint) => toStdout(changedSince(xmin))

/** How many there are, about: room that is made before they are read. */
export async function guessSizes(client: Client): Promise<{ searches: number; contacts: number }> {
  const { rows } = await client.query<{ searches: number; contacts: number }>(
    `SELECT greatest(0, (SELECT reltuples FROM pg_class WHERE oid = 'saved_search'::regclass))::int AS searches,
            greatest(0, (SELECT reltuples FROM pg_class WHERE oid = 'contact'::regclass))::int AS contacts`,
  )
  return rows[0] ?? { searches: 0, contacts: 0 }
}

export async function readSnapshot(client: Client): Promise<string> {
  const { rows } = await client.query<{ snapshot: string }>('SELECT pg_current_snapshot()::text AS snapshot')
  return rows[0]?.snapshot ?? ''
}

export const forgetOldChanges = (client: Client) =>
  client.query(`DELETE FROM search_change WHERE changed_at < now() - interval '${KEPT}'`)
