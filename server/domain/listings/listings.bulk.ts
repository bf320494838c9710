import type { Db } from '#server/db.ts'
import type { ListingFeature, PropertySubType, PropertyType, StandardStatus } from '#server/generated/prisma/enums.ts'
import { slugOf, tokensOfListing } from './listings.tokens.ts'
import { FEATURE_WORDS, keywordTextOf, PROPERTY_TYPE_WORDS, STATUS_WORDS, SUB_TYPE_WORDS } from './listings.words.ts'
import { type OpenHouseInput, upsertOpenHouses } from './open-houses.bulk.ts'

/** A listing as a source tells it. Prices in cents, areas in square feet. */
export type ListingInput = {
  listingKey: string
  listingId: string
  standardStatus: StandardStatus
  mlsStatus: string | null
  propertyType: PropertyType
  propertySubType: PropertySubType
  listPriceCents: number
  originalListPriceCents: number
  closePriceCents: number | null
  bedroomsTotal: number
  bathroomsFull: number
  bathroomsHalf: number
  livingAreaSqFt: number | null
  lotSizeSquareFeet: number | null
  yearBuilt: number | null
  streetAddress: string
  unitNumber: string | null
  city: string
  citySlug: string
  stateOrProvince: string
  postalCode: string
  subdivisionName: string | null
  latitude: number | null
  longitude: number | null
  publicRemarks: string
  features: ListingFeature[]
  openHouses: OpenHouseInput[]
  photoUrls: string[]
  internetEntireListingDisplayYN: boolean
  internetAddressDisplayYN: boolean
  listAgentId: string | null
  listOfficeName: string
  onMarketTimestamp: Date
  modificationTimestamp: Date
  /** The source's revision: a change of price or status is told once for each. */
  changeKey: string
}

type UpsertOutcome = 'inserted' | 'updated' | 'unchanged'
export type UpsertedListing = { listingKey: string; id: string; outcome: UpsertOutcome }

function toRow({
  openHouses: _visits,
  standardStatus,
  propertyType,
  propertySubType,
  features,
  ...listing
}: ListingInput) {
  const subdivisionSlug = slugOf(listing.subdivisionName ?? '') || null
  return {
    ...listing,
    standardStatus: STATUS_WORDS[standardStatus],
    propertyType: PROPERTY_TYPE_WORDS[propertyType],
    propertySubType: SUB_TYPE_WORDS[propertySubType],
    subdivisionSlug,
    features: features.map((feature) => FEATURE_WORDS[feature]),
    keywordText: keywordTextOf([listing.publicRemarks, listing.subdivisionName]),
    locationTokens: tokensOfListing({ ...listing, subdivisionSlug }),
  }
}

/**
 * Writes listings and what happened to them in one statement. An older revision never wins, an equal row is not
 * touched, and the values before come from the locked row itself, so concurrent writers cannot lose or invent an event.
 * Open houses follow their listings. Keys must not repeat within a batch. One bad row refuses the whole batch.
 */
export async function upsertListings(tx: Db, batch: readonly ListingInput[]): Promise<UpsertedListing[]> {
  if (batch.length === 0) return []
  const written = await tx.$queryRaw<UpsertedListing[]>`
    WITH input AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(batch.map(toRow))}::jsonb) AS i(
        "listingKey" text, "listingId" text, "standardStatus" standard_status, "mlsStatus" text,
        "propertyType" property_type, "propertySubType" property_sub_type, "listPriceCents" bigint, "originalListPriceCents" bigint,
        "closePriceCents" bigint, "bedroomsTotal" int, "bathroomsFull" int, "bathroomsHalf" int, "livingAreaSqFt" int,
        "lotSizeSquareFeet" int, "yearBuilt" int, "streetAddress" text, "unitNumber" text, city text, "citySlug" text,
        "stateOrProvince" text, "postalCode" text, "subdivisionName" text, latitude float8, longitude float8,
        "publicRemarks" text, "photoUrls" text[], "internetEntireListingDisplayYN" boolean,
        "internetAddressDisplayYN" boolean, "listAgentId" uuid, "listOfficeName" text,
        "onMarketTimestamp" timestamptz, "modificationTimestamp" timestamptz, "changeKey" text, "locationTokens" text[],
        "subdivisionSlug" text, features listing_feature[], "keywordText" text)
    ), written AS (
      INSERT INTO listing AS l (
        listing_key, listing_id, standard_status, mls_status, property_sub_type, list_price_cents,
        original_list_price_cents, close_price_cents, bedrooms_total, bathrooms_full, bathrooms_half,
        living_area_sq_ft, lot_size_square_feet, year_built, street_address, unit_number, city, city_slug,
        state_or_province, postal_code, subdivision_name, latitude, longitude, public_remarks, photo_urls,
        internet_entire_listing_display_yn, internet_address_display_yn, list_agent_id, list_office_name,
        on_market_timestamp, modification_timestamp, location_tokens, property_type, subdivision_slug, features,
        keyword_text)
      SELECT
        "listingKey", "listingId", "standardStatus", "mlsStatus", "propertySubType", "listPriceCents",
        "originalListPriceCents", "closePriceCents", "bedroomsTotal", "bathroomsFull", "bathroomsHalf",
        "livingAreaSqFt", "lotSizeSquareFeet", "yearBuilt", "streetAddress", "unitNumber", city, "citySlug",
        "stateOrProvince", "postalCode", "subdivisionName", latitude, longitude, "publicRemarks", "photoUrls",
        "internetEntireListingDisplayYN", "internetAddressDisplayYN", "listAgentId", "listOfficeName",
        "onMarketTimestamp", "modificationTimestamp", "locationTokens", "propertyType", "subdivisionSlug", features,
        "keywordText"
      FROM input
      -- Always the same order: two writers of overlapping batches would deadlock otherwise.
      ORDER BY "listingKey"
      ON CONFLICT (listing_key) DO UPDATE SET
        listing_id = excluded.listing_id, standard_status = excluded.standard_status,
        mls_status = excluded.mls_status, property_sub_type = excluded.property_sub_type,
        list_price_cents = excluded.list_price_cents,
        original_list_price_cents = excluded.original_list_price_cents,
        previous_list_price_cents = CASE WHEN l.list_price_cents <> excluded.list_price_cents
          THEN l.list_price_cents ELSE l.previous_list_price_cents END,
        close_price_cents = excluded.close_price_cents, bedrooms_total = excluded.bedrooms_total,
        bathrooms_full = excluded.bathrooms_full, bathrooms_half = excluded.bathrooms_half,
        living_area_sq_ft = excluded.living_area_sq_ft, lot_size_square_feet = excluded.lot_size_square_feet,
        year_built = excluded.year_built, street_address = excluded.street_address,
        unit_number = excluded.unit_number, city = excluded.city, city_slug = excluded.city_slug,
        state_or_province = excluded.state_or_province, postal_code = excluded.postal_code,
        subdivision_name = excluded.subdivision_name, latitude = excluded.latitude, longitude = excluded.longitude,
        public_remarks = excluded.public_remarks,
        -- Photos that have words of their own stand in for those that the source leaves out.
        photo_urls = CASE WHEN excluded.photo_urls = '{}' THEN coalesce(
          (SELECT array_agg(media_url ORDER BY "order", id) FROM listing_photo WHERE listing_photo.listing_id = l.id), '{}')
          ELSE excluded.photo_urls END,
        internet_entire_listing_display_yn = excluded.internet_entire_listing_display_yn,
        internet_address_display_yn = excluded.internet_address_display_yn,
        list_agent_id = excluded.list_agent_id, list_office_name = excluded.list_office_name,
        on_market_timestamp = excluded.on_market_timestamp,
        price_change_timestamp = CASE WHEN l.list_price_cents <> excluded.list_price_cents
          THEN CASE WHEN excluded.modification_timestamp > l.modification_timestamp
            THEN excluded.modification_timestamp ELSE now() END ELSE l.price_change_timestamp END,
        status_change_timestamp = CASE WHEN l.standard_status <> excluded.standard_status
          THEN CASE WHEN excluded.modification_timestamp > l.modification_timestamp
            THEN excluded.modification_timestamp ELSE now() END ELSE l.status_change_timestamp END,
        modification_timestamp = excluded.modification_timestamp, location_tokens = excluded.location_tokens,
        property_type = excluded.property_type, subdivision_slug = excluded.subdivision_slug,
        features = excluded.features, keyword_text = excluded.keyword_text
      WHERE excluded.modification_timestamp >= l.modification_timestamp AND (
        l.listing_id, l.standard_status, l.mls_status, l.property_sub_type, l.list_price_cents,
        l.original_list_price_cents, l.close_price_cents, l.bedrooms_total, l.bathrooms_full, l.bathrooms_half,
        l.living_area_sq_ft, l.lot_size_square_feet, l.year_built, l.street_address, l.unit_number, l.city,
        l.city_slug, l.state_or_province, l.postal_code, l.subdivision_name, l.latitude, l.longitude,
        l.public_remarks, l.photo_urls, l.internet_entire_listing_display_yn, l.internet_address_display_yn,
        l.list_agent_id, l.list_office_name, l.on_market_timestamp, l.modification_timestamp, l.location_tokens,
        l.property_type, l.subdivision_slug, l.features, l.keyword_text
      ) IS DISTINCT FROM (
        excluded.listing_id, excluded.standard_status, excluded.mls_status, excluded.property_sub_type,
        excluded.list_price_cents, excluded.original_list_price_cents, excluded.close_price_cents,
        excluded.bedrooms_total, excluded.bathrooms_full, excluded.bathrooms_half, excluded.living_area_sq_ft,
        excluded.lot_size_square_feet, excluded.year_built, excluded.street_address, excluded.unit_number,
        excluded.city, excluded.city_slug, excluded.state_or_province, excluded.postal_code,
        excluded.subdivision_name, excluded.latitude, excluded.longitude, excluded.public_remarks,
        excluded.photo_urls, excluded.internet_entire_listing_display_yn, excluded.internet_address_display_yn,
        excluded.list_agent_id, excluded.list_office_name, excluded.on_market_timestamp,
        excluded.modification_timestamp, excluded.location_tokens, excluded.property_type, excluded.subdivision_slug,
        excluded.features, excluded.keyword_text)
      RETURNING new.id, new.listing_key, new.list_price_cents, new.standard_status, new.on_market_timestamp,
        new.modification_timestamp, old.id AS old_id, old.list_price_cents AS old_price, old.standard_status AS old_status,
        old.modification_timestamp AS old_modified
    ), happened AS (
      SELECT w.id, k.kind, i."changeKey" AS change_key, w.list_price_cents, w.standard_status,
             CASE WHEN k.kind = 'New' THEN NULL ELSE w.old_price END AS from_price,
             CASE WHEN k.kind = 'New' THEN NULL ELSE w.old_status END AS from_status,
             -- A change that its source gave no date happened, as far as anybody knows, when it was noticed.
             CASE WHEN k.kind = 'New' THEN w.on_market_timestamp
                  WHEN w.modification_timestamp > w.old_modified THEN w.modification_timestamp ELSE now() END AS occurred_at
        FROM written w JOIN input i ON i."listingKey" = w.listing_key
       CROSS JOIN LATERAL (
         SELECT 'New' WHERE w.old_id IS NULL AND w.standard_status IN ('Active', 'Coming Soon', 'Active Under Contract')
         UNION ALL
         SELECT 'Price Change' WHERE w.old_price <> w.list_price_cents
         UNION ALL
         SELECT CASE WHEN w.standard_status = 'Active' AND w.old_status <> 'Coming Soon'
                     THEN 'Back On Market' ELSE 'Status Change' END
          WHERE w.old_status <> w.standard_status
       ) AS k(kind)
    ), told AS (
      INSERT INTO listing_event (listing_id, kind, from_price_cents, to_price_cents, from_status, to_status, occurred_at, change_key)
      SELECT id, kind::listing_event_kind, from_price, list_price_cents, from_status, standard_status, occurred_at, change_key
        FROM happened
      ON CONFLICT (listing_id, kind, change_key) DO NOTHING
    )
    SELECT listing_key AS "listingKey", id::text,
           CASE WHEN old_id IS NULL THEN 'inserted' ELSE 'updated' END AS outcome
      FROM written`
  const all = [...written, ...(await untouched(tx, batch, written))]
  const added = new Set(all.flatMap(({ listingKey, outcome }) => (outcome === 'inserted' ? listingKey : [])))
  // What is new and names no visit has none to call off.
  const calendars = batch.filter(({ listingKey, openHouses }) => openHouses.length > 0 || !added.has(listingKey))
  const changed = await upsertOpenHouses(tx, calendars)
  return all.map((row) => (row.outcome === 'unchanged' && changed.has(row.id) ? { ...row, outcome: 'updated' } : row))
}

/** A second statement, because rows that a concurrent writer added are not in the first one's snapshot. */
async function untouched(
  tx: Db,
  batch: readonly ListingInput[],
  written: UpsertedListing[],
): Promise<UpsertedListing[]> {
  const done = new Set(written.map(({ listingKey }) => listingKey))
  const keys = batch.map(({ listingKey }) => listingKey).filter((key) => !done.has(key))
  if (keys.length === 0) return []
  const rows = await tx.listing.findMany({
    where: { listingKey: { in: keys } },
    select: { id: true, listingKey: true },
  })
  return rows.map((row) => ({ ...row, outcome: 'unchanged' }))
}

/**
 * Listings that their source no longer has get RESO's status for that, and the change is told as any other. Says which;
 * the row stays, because mails and verdicts name it. When the source has them again, `upsertListings` brings them back.
 */
export async function markListingsDeleted(tx: Db, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH gone AS (
      UPDATE listing SET standard_status = 'Delete', status_change_timestamp = ${at}::timestamptz
       WHERE id = ANY(${[...ids]}::uuid[]) AND standard_status <> 'Delete'
      RETURNING new.id, new.list_price_cents, old.standard_status AS old_status
    ), told AS (
      INSERT INTO listing_event (listing_id, kind, to_price_cents, from_price_cents, from_status, to_status, occurred_at, change_key)
      SELECT id, 'Status Change', list_price_cents, list_price_cents, old_status, 'Delete', ${at}::timestamptz,
             'gone:' || ${at.toISOString()}
        FROM gone
      ON CONFLICT (listing_id, kind, change_key) DO NOTHING
    )
    SELECT id::text FROM gone`
  return rows.map(({ id }) => id)
}
