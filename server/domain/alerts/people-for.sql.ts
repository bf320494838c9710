import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { whereVisible } from '#server/domain/contacts/contacts.visible.sql.ts'
import { ORDERS, whereFilters } from '#server/domain/listings/listings.filters.ts'
import type { ListingFilters } from '#server/domain/listings/listings.schema.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import { fitsCriteria } from './matching/fits.sql.ts'

/** Tables this reads across subjects. @public */
export const READS = ['listing', 'contact', 'person', 'outbox_mail'] as const

/** Beyond this nobody reads on, and counting on would cost more than the page. */
const SEARCHES_CAP = 1_001
/** Of a wide filter, the newest homes speak for all of them. One book is read whole, then held against these. */
const HOMES_OF_A_BOOK = 500
/** Whoever sees an office or the firm: from few homes to the searches at their places, or it would take seconds. */
const HOMES_OF_MANY_BOOKS = 60
const seesManyBooks = ({ role }: Actor) => role === 'owner' || role === 'admin' || role === 'manager'

/** Searches that a run would write about, of contacts that the actor may see. */
const looking = (actor: Actor) => Prisma.sql`
  SELECT s.id, s.contact_id, s.name, s.current_version, p.full_name, p.email, p.phone, p.agent_id
    FROM saved_search s
    JOIN contact p ON p.id = s.contact_id AND p.email IS NOT NULL AND ${whereVisible(actor)}
   WHERE s.active_yn AND s.removed_at IS NULL`

const oneHome = (listingId: string) =>
  Prisma.sql`SELECT * FROM listing WHERE id = ${listingId}::uuid AND internet_entire_listing_display_yn`

/** Those of them that look at the place of one home. */
const lookingThere = (actor: Actor, listingId: string) => Prisma.sql`
  home AS MATERIALIZED (${oneHome(listingId)}),
  place AS MATERIALIZED (SELECT unnest(location_tokens) AS token FROM home),
  looking AS (
    ${looking(actor)}
       AND EXISTS (SELECT FROM saved_search_token t JOIN place ON place.token = t.token WHERE t.search_id = s.id)
  )`

export type Seeker = {
  contactId: string
  fullName: string
  email: string
  phone: string | null
  agent: { id: string; fullName: string }
  /** Their searches that this home fits, and the mail that told them of it, if one did. */
  searches: { id: string; name: string; summary: string; toldAt: string | null; mailId: string | null }[]
  /** When they said no to this very home, if mails to them have shown it: they are listed last and not counted. */
  saidNoAt: Date | null
  people: number
  listed: number
  isCapped: boolean
}

/**
 * A contact has said no to a home, as far as their agent may know: only of homes that mails to this very contact have
 * shown, since a verdict hangs on the address.
 */
const saidNo = ({ email, contactId, listingId }: Record<'email' | 'contactId' | 'listingId', Prisma.Sql>) => Prisma.sql`
  SELECT v.decided_at FROM contact_listing v
   WHERE v.email = ${email} AND v.listing_id = ${listingId} AND v.preference = 'Discard'
     AND EXISTS (SELECT FROM alert_mail shown
                   JOIN outbox_mail m ON m.id = shown.id AND m.contact_id = ${contactId} AND m.state IN ('sent', 'unknown')
                  WHERE shown.recipient = v.email AND v.listing_id = ANY(shown.listing_ids))`

/**
 * The people whose searches a home fits as it stands now: whom nobody told yet first, then those told last, then those
 * who have said no to it. `people` counts all but the last; it is a least number where a thousand searches were found.
 */
export const findPeopleForHome = (
  db: Db,
  actor: Actor,
  { listingId, skip, take }: { listingId: string; skip: number; take: number },
): Promise<Seeker[]> => db.$queryRaw<Seeker[]>`
  WITH ${lookingThere(actor, listingId)},
  fit AS MATERIALIZED (
    SELECT s.*, v.summary
      FROM looking s
      JOIN saved_search_version v ON v.search_id = s.id AND v.version = s.current_version
      JOIN home c ON ${fitsCriteria}
     LIMIT ${SEARCHES_CAP}
  ),
  told AS (
    SELECT DISTINCT ON (fit.id) fit.id AS search_id, mail.id AS mail_id, mail.sent_at
      FROM fit
      JOIN alert_mail AS tells ON tells.recipient = fit.email AND ${listingId}::uuid = ANY(tells.listing_ids)
      JOIN outbox_mail mail ON mail.id = tells.id AND mail.state = 'sent'
     WHERE EXISTS (SELECT FROM unnest(tells.search_ids, tells.listing_ids) AS line(search_id, listing_id)
                    WHERE line.search_id = fit.id AND line.listing_id = ${listingId}::uuid)
     ORDER BY fit.id, mail.sent_at DESC
  ),
  refused AS (
    SELECT asked.contact_id, no.decided_at
      FROM (SELECT DISTINCT contact_id, email FROM fit) asked
     CROSS JOIN LATERAL (${saidNo({
       email: Prisma.sql`asked.email`,
       contactId: Prisma.sql`asked.contact_id`,
       listingId: Prisma.sql`${listingId}::uuid`,
     })}) no
  )
  SELECT fit.contact_id::text AS "contactId", fit.full_name AS "fullName", fit.email::text, fit.phone,
         json_build_object('id', a.id, 'fullName', a.full_name) AS agent,
         json_agg(json_build_object('id', fit.id, 'name', fit.name, 'summary', fit.summary,
                                    'toldAt', told.sent_at, 'mailId', told.mail_id)
                  ORDER BY told.sent_at DESC NULLS LAST, fit.id) AS searches,
         max(refused.decided_at) AS "saidNoAt",
         (count(CASE WHEN max(refused.decided_at) IS NULL THEN 1 END) OVER ())::int AS people,
         (count(*) OVER ())::int AS listed,
         (SELECT count(*) FROM fit) >= ${SEARCHES_CAP} AS "isCapped"
    FROM fit
    JOIN person a ON a.id = fit.agent_id
    LEFT JOIN told ON told.search_id = fit.id
    LEFT JOIN refused ON refused.contact_id = fit.contact_id
   GROUP BY fit.contact_id, fit.full_name, fit.email, fit.phone, a.id
   ORDER BY max(refused.decided_at) DESC NULLS FIRST, max(told.sent_at) DESC NULLS FIRST, fit.full_name, fit.contact_id
  OFFSET ${skip} LIMIT ${take}`

export type Misses = {
  /** People who look where the home stands, and why it is not for them; one person may have several reasons. */
  people: number
  status: number
  dearer: number
  cheaper: number
  rooms: number
  kind: number
}

/** Why a home fits nobody: of the people who look at its place, how many want something else of it. */
export async function countMisses(db: Db, actor: Actor, listingId: string): Promise<Misses> {
  const people = (unless: Prisma.Sql) =>
    Prisma.sql`(count(DISTINCT s.contact_id) FILTER (WHERE NOT coalesce(${unless}, false)))::int`
  const [row] = await db.$queryRaw<Misses[]>`
    WITH ${lookingThere(actor, listingId)}
    SELECT count(DISTINCT s.contact_id)::int AS people,
           ${people(Prisma.sql`c.standard_status = ANY(v.standard_statuses)`)} AS status,
           ${people(Prisma.sql`(v.list_price_max_cents IS NULL OR c.list_price_cents <= v.list_price_max_cents)`)} AS dearer,
           ${people(Prisma.sql`(v.list_price_min_cents IS NULL OR c.list_price_cents >= v.list_price_min_cents)`)} AS cheaper,
           ${people(Prisma.sql`c.bedrooms_total >= coalesce(v.bedrooms_min, 0)
             AND c.bathrooms_full + 0.5 * c.bathrooms_half >= coalesce(v.bathrooms_min, 0)`)} AS rooms,
           ${people(Prisma.sql`(cardinality(v.property_sub_types) = 0 OR c.property_sub_type = ANY(v.property_sub_types))`)} AS kind
      FROM (SELECT * FROM looking LIMIT ${SEARCHES_CAP}) s
      JOIN saved_search_version v ON v.search_id = s.id AND v.version = s.current_version
     CROSS JOIN home c`
  return row ?? { people: 0, status: 0, dearer: 0, cheaper: 0, rooms: 0, kind: 0 }
}

export type SeekerOfSome = {
  contactId: string
  fullName: string
  searchId: string
  summary: string
  people: number
  isCapped: boolean
}

/** People who look for one of the homes that the filters find: each once, with one of their searches; up to a thousand. */
export function findPeopleForHomes(db: Db, actor: Actor, filters: ListingFilters, take: number) {
  const isWide = seesManyBooks(actor)
  const most = isWide ? HOMES_OF_MANY_BOOKS : HOMES_OF_A_BOOK
  const homes = Prisma.sql`SELECT * FROM listing WHERE internet_entire_listing_display_yn AND ${whereFilters(filters)}
    ORDER BY ${ORDERS.newest} LIMIT ${most}`
  return db.$queryRaw<SeekerOfSome[]>`
    WITH home AS MATERIALIZED (${homes}),
    place AS MATERIALIZED (SELECT id AS home_id, unnest(location_tokens) AS token FROM home),
    looking AS ${isWide ? Prisma.sql`NOT MATERIALIZED` : Prisma.sql`MATERIALIZED`} (${looking(actor)}),
    -- By token first, as a run does it: each search is held against the homes of its own places only.
    fit AS MATERIALIZED (
      SELECT DISTINCT s.id, s.contact_id, s.full_name, v.summary
        FROM looking s
        JOIN saved_search_token t ON t.search_id = s.id
        JOIN place ON place.token = t.token
        JOIN saved_search_version v ON v.search_id = s.id AND v.version = s.current_version
        JOIN home c ON c.id = place.home_id AND ${fitsCriteria}
       WHERE NOT EXISTS (${saidNo({
         email: Prisma.sql`s.email`,
         contactId: Prisma.sql`s.contact_id`,
         listingId: Prisma.sql`c.id`,
       })})
       LIMIT ${SEARCHES_CAP}
    ),
    person_once AS (SELECT DISTINCT ON (full_name, contact_id) * FROM fit ORDER BY full_name, contact_id, id)
    SELECT contact_id::text AS "contactId", full_name AS "fullName", id::text AS "searchId", summary,
           (count(*) OVER ())::int AS people,
           (SELECT count(*) FROM fit) >= ${SEARCHES_CAP} OR (SELECT count(*) FROM home) >= ${most} AS "isCapped"
      FROM person_once ORDER BY full_name, contact_id LIMIT ${take}`
}
