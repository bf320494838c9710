import type { Db } from '#server/db.ts'
import type { Said, Sent } from './facts.ts'
import type { Day } from './pairs.ts'

/** Tables this reads across subjects. @public */
export const READS = ['alert_run', 'alert_mail', 'outbox_mail', 'saved_search', 'contact', 'contact_was'] as const

/** The next people of a day whom either engine wrote to, or Palmetto would have: ids here, else in the old system. */
export async function readPeople(tx: Db, { from, to }: Day, after: string | null, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ person: string }[]>`
    SELECT person FROM (
      SELECT coalesce(r.target_id::text, a.contact_source_id) COLLATE "C" AS person
        FROM legacy_sent_alert a
        LEFT JOIN legacy_record r ON r.stream = 'contacts' AND r.source_id = a.contact_source_id
       WHERE a.sent_at >= ${from} AND a.sent_at < ${to}
      UNION
      SELECT s.contact_id::text COLLATE "C"
        FROM alert_run r
        JOIN alert_mail m ON m.run_id = r.id
       CROSS JOIN LATERAL unnest(m.search_ids) AS line(search_id)
        JOIN saved_search s ON s.id = line.search_id
       WHERE r.started_at >= ${from} AND r.started_at < ${to} AND NOT line.search_id = ANY(m.copied)
      UNION
      SELECT contact_id::text COLLATE "C" FROM legacy_would_send WHERE at >= ${from} AND at < ${to}
    ) AS people
     WHERE ${after}::text IS NULL OR person > ${after}::text COLLATE "C"
     ORDER BY person LIMIT ${limit}`
  return rows.map(({ person }) => person)
}

/** What the old engine's log says about these people, home by home. */
export const readTheirs = (tx: Db, { from, to }: Day, people: readonly string[]): Promise<Sent[]> =>
  tx.$queryRaw<Sent[]>`
    WITH known AS (
      SELECT source_id, target_id FROM legacy_record
       WHERE stream = 'contacts' AND target_id = ANY(SELECT p::uuid FROM unnest(${people}::text[]) AS p WHERE p ~ '^[0-9a-f]{8}-')
      UNION ALL
      SELECT p, NULL FROM unnest(${people}::text[]) AS p
       WHERE NOT EXISTS (SELECT FROM legacy_record r WHERE r.stream = 'contacts' AND r.source_id = p)
    )
    SELECT coalesce(known.target_id::text, a.contact_source_id) AS person, known.target_id::text AS "contactId",
           coalesce(home.target_id::text, line.source_id) AS home, home.target_id::text AS "listingId",
           a.id::text AS "alertId", a.contact_source_id AS "personSourceId", line.source_id AS "homeSourceId",
           a.sent_at AS at, a.written_at AS "writtenAt", a.sent_to::text AS "to", a.search_source_id AS "searchSourceId",
           search.target_id::text AS "searchId", line.price::float8 AS "priceCents", line.kind AS news,
           cardinality(a.listing_source_ids) AS "homesInMail"
      FROM known
      JOIN legacy_sent_alert a ON a.contact_source_id = known.source_id AND a.sent_at >= ${from} AND a.sent_at < ${to}
     CROSS JOIN LATERAL unnest(a.listing_source_ids, a.prices_cents, a.kinds) AS line(source_id, price, kind)
      LEFT JOIN legacy_record home ON home.stream = 'listings' AND home.source_id = line.source_id
      LEFT JOIN legacy_record search ON search.stream = 'saved_searches' AND search.source_id = a.search_source_id
     ORDER BY a.sent_at, a.id`

/** What Palmetto told these people as contacts; what they got as copies or for others is no old engine's business. */
export async function readOurs(
  tx: Db,
  { from, to }: Day,
  people: readonly string[],
  isReplayed: boolean,
): Promise<Said[]> {
  const rows = await tx.$queryRaw<
    (Omit<Said, 'mail'> & { state: NonNullable<Said['mail']>['state'] | null; suppressedReason: string | null })[]
  >`
    WITH asked AS (SELECT p::uuid AS id FROM unnest(${people}::text[]) AS p WHERE p ~ '^[0-9a-f]{8}-'),
    address AS (
      SELECT c.id AS contact_id, c.email FROM contact c JOIN asked USING (id) WHERE c.email IS NOT NULL
      UNION SELECT w.contact_id, w.email FROM contact_was w JOIN asked ON asked.id = w.contact_id WHERE w.email IS NOT NULL
    )
    SELECT address.contact_id::text AS person, address.contact_id::text AS "contactId", line.listing_id::text AS home,
           line.listing_id::text AS "listingId", r.started_at AS at, line.search_id::text AS "searchId",
           replace(line.kind::text, ' ', '') AS kind, line.event_id::text AS "eventId", o.state::text AS state,
           o.suppressed_reason AS "suppressedReason"
      FROM address
      JOIN alert_mail m ON m.recipient = address.email
      JOIN alert_run r ON r.id = m.run_id AND r.started_at >= ${from} AND r.started_at < ${to}
      JOIN outbox_mail o ON o.id = m.id
     CROSS JOIN LATERAL unnest(m.search_ids, m.listing_ids, m.event_ids, m.kinds) AS line(search_id, listing_id, event_id, kind)
      JOIN saved_search s ON s.id = line.search_id AND s.contact_id = address.contact_id
     WHERE NOT line.search_id = ANY(m.copied)
    UNION ALL
    SELECT w.contact_id::text, w.contact_id::text, w.listing_id::text, w.listing_id::text, w.at, w.search_id::text,
           replace(w.kind::text, ' ', ''), w.event_id::text, NULL, NULL
      FROM legacy_would_send w JOIN asked ON asked.id = w.contact_id
     WHERE ${isReplayed} AND w.at >= ${from} AND w.at < ${to}
     ORDER BY 5, 8`
  return rows.map(({ state, suppressedReason, ...said }) => ({
    ...said,
    mail: state === null ? null : { state, suppressedReason },
  }))
}

/** The most homes that a mail of theirs has held in the month before. */
export async function mostHomesInMail(tx: Db, { to }: Day): Promise<number> {
  const [row] = await tx.$queryRaw<{ most: number }[]>`
    SELECT coalesce(max(cardinality(listing_source_ids)), 0) AS most FROM legacy_sent_alert
     WHERE sent_at >= ${to}::timestamptz - interval '30 days' AND sent_at < ${to}`
  return row?.most ?? 0
}
