import type { Actor } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { whereVisible } from '#server/domain/contacts/contacts.visible.sql.ts'
import { Prisma } from '#server/generated/prisma/client.ts'
import type { ContactListingPreference, HoldReason, HoldState } from '#server/generated/prisma/enums.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'person', 'listing', 'outbox_mail', 'mail_event'] as const

/** More searches than one looks at in a picture, and more marks than a lane can show. */
const LANES = 12
const MARKS = 120
const MAILS = 500

/** Something that happened in a lane. Times are text, as JSON has them. */
export type RawMark =
  | { kind: 'mail'; at: string; mailId: string; homes: number; became: 'sent' | 'opened' | 'clicked' }
  | {
      kind: 'held'
      at: string
      listingId: string
      homes: number
      reason: HoldReason
      state: HoldState
      because: string | null
    }
  | { kind: 'verdict'; at: string; listingId: string; street: string; verdict: ContactListingPreference }
  | { kind: 'version'; at: string; version: number; summary: string }

export type RawLane = {
  searchId: string | null
  name: string
  activeYN: boolean
  pausedUntil: Date | null
  marks: RawMark[]
}

/** What was told to the contact: the mails to their address, and whether it was they or a namesake of the address. */
const told = (from: Date) => Prisma.sql`
  told AS MATERIALIZED (
    SELECT tells.id, tells.search_ids, tells.listing_ids, mail.sent_at, mail.contact_id = who.id AS is_own
      FROM who
      JOIN alert_mail tells ON tells.recipient = who.email AND tells.slot >= ${from}
      JOIN outbox_mail mail ON mail.id = tells.id AND mail.state = 'sent'
     ORDER BY tells.slot DESC LIMIT ${MAILS}),
  heard AS (
    SELECT e.mail_id, bool_or(e.kind = 'clicked') AS clicked, bool_or(e.kind = 'opened') AS opened
      FROM mail_event e JOIN told ON told.id = e.mail_id WHERE e.kind IN ('opened', 'clicked') GROUP BY 1)`

const mails = Prisma.sql`
  SELECT search.id AS search_id, told.sent_at AS at, json_build_object(
           'kind', 'mail', 'at', told.sent_at, 'mailId', told.id,
           'homes', (SELECT count(DISTINCT line.listing_id) FROM unnest(told.search_ids, told.listing_ids) AS line(search_id, listing_id)
                      WHERE line.search_id = search.id),
           'became', CASE WHEN heard.clicked THEN 'clicked' WHEN heard.opened THEN 'opened' ELSE 'sent' END) AS mark
    FROM search JOIN told ON search.id = ANY(told.search_ids) LEFT JOIN heard ON heard.mail_id = told.id`

const holds = (from: Date) => Prisma.sql`
  SELECT search.id, h.created_at, json_build_object(
           'kind', 'held', 'at', h.created_at, 'listingId', h.listing_ids[1], 'reason', h.reason, 'state', h.state,
           'homes', (SELECT count(DISTINCT l) FROM unnest(h.listing_ids) l), 'because', h.dropped_because)
    FROM search JOIN alert_hold h ON h.search_id = search.id AND h.recipient IS NULL AND h.created_at >= ${from} AND h.state <> 'told'`

/** Only of homes that mails to this very contact have shown: a verdict hangs on the address. */
const verdicts = (from: Date) => Prisma.sql`
  SELECT DISTINCT ON (search.id, v.listing_id) search.id, v.decided_at, json_build_object(
           'kind', 'verdict', 'at', v.decided_at, 'listingId', v.listing_id, 'verdict', v.preference,
           'street', home.street_address)
    FROM who
    JOIN contact_listing v ON v.email = who.email AND v.decided_at >= ${from}
    JOIN told ON told.is_own AND v.listing_id = ANY(told.listing_ids)
    JOIN search ON search.id = ANY(told.search_ids)
    JOIN listing home ON home.id = v.listing_id
   WHERE EXISTS (SELECT FROM unnest(told.search_ids, told.listing_ids) AS line(search_id, listing_id)
                  WHERE line.search_id = search.id AND line.listing_id = v.listing_id)`

const versions = (from: Date) => Prisma.sql`
  SELECT search.id, v.created_at, json_build_object(
           'kind', 'version', 'at', v.created_at, 'version', v.version, 'summary', v.summary)
    FROM search JOIN saved_search_version v ON v.search_id = search.id AND v.created_at >= ${from}`

/**
 * A lane for each alert of a contact, with what happened in it since `from`, the latest first; of many, the latest. One
 * statement. No row for a contact that the actor may not see; one without a search for a contact that has none.
 */
export const readLanes = (db: Db, actor: Actor, { contactId, from }: { contactId: string; from: Date }) =>
  db.$queryRaw<RawLane[]>`
    WITH who AS MATERIALIZED (SELECT p.id, p.email FROM contact p WHERE p.id = ${contactId}::uuid AND ${whereVisible(actor)}),
    search AS MATERIALIZED (
      SELECT s.* FROM who JOIN saved_search s ON s.contact_id = who.id AND s.removed_at IS NULL
       ORDER BY s.active_yn DESC, s.created_at LIMIT ${LANES}),
    ${told(from)},
    mark AS (
      SELECT *, row_number() OVER (PARTITION BY search_id ORDER BY at DESC) AS place
        FROM (${mails} UNION ALL ${holds(from)} UNION ALL (${verdicts(from)}) UNION ALL ${versions(from)}) every)
    SELECT search.id::text AS "searchId", coalesce(search.name, '') AS name, coalesce(search.active_yn, false) AS "activeYN",
           search.paused_until AS "pausedUntil",
           coalesce((SELECT json_agg(mark.mark ORDER BY mark.at DESC) FROM mark
                      WHERE mark.search_id = search.id AND mark.place <= ${MARKS}), '[]') AS marks
      FROM who LEFT JOIN search ON true
     ORDER BY search.active_yn DESC, search.created_at`
