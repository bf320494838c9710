import type { Db } from '#server/db.ts'
import { fromVersion } from '#server/domain/alerts/searches.rows.ts'
import { findSuppressed } from '#server/domain/mail/suppression.queries.ts'
import type { Found, HomeFacts, Pair, PersonFacts, SearchFacts } from './facts.ts'

/** Tables this reads across subjects. @public */
export const READS = [
  ...(['contact', 'contact_was', 'listing', 'listing_event', 'open_house', 'alert_sight', 'saved_search'] as const),
  ...([
    'search_was',
    'saved_search_version',
    'alert_finding',
    'alert_hold',
    'contact_listing',
    'mail_address',
  ] as const),
] as const

/** What happened to a home is looked back upon for so long. */
const LOOK_BACK_MS = 40 * 86_400_000
const unique = (ids: readonly (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))]

async function readPersons(db: Db, ids: string[]): Promise<Map<string, PersonFacts>> {
  const [contacts, was] = await Promise.all([
    db.contact.findMany({ where: { id: { in: ids }, removedAt: null }, select: { id: true, email: true } }),
    db.contactWas.findMany({ where: { contactId: { in: ids } }, orderBy: { seq: 'asc' } }),
  ])
  const suppressed = await findSuppressed(
    db,
    contacts.map(({ email }) => email),
  )
  const before = Map.groupBy(was, ({ contactId }) => contactId)
  return new Map(
    contacts.map(({ id, email }) => [
      id,
      { email, was: before.get(id) ?? [], suppressed: suppressed.get(email?.toLowerCase() ?? '') ?? null },
    ]),
  )
}

async function readHomes(db: Db, ids: string[], now: Date): Promise<Map<string, HomeFacts>> {
  const since = new Date(now.getTime() - LOOK_BACK_MS)
  const [homes, records] = await Promise.all([
    db.listing.findMany({
      where: { id: { in: ids } },
      include: {
        events: {
          where: { recordedAt: { gte: since } },
          include: { sight: { select: { runId: true } }, openHouse: true },
          orderBy: { occurredAt: 'asc' },
        },
      },
    }),
    db.legacyRecord.findMany({
      where: { stream: 'listings', targetId: { in: ids } },
      select: { targetId: true, sourceUpdatedAt: true },
    }),
  ])
  const recordOf = new Map(records.map((record) => [record.targetId, record]))
  return new Map(
    homes.map(({ events, ...home }) => {
      const record = recordOf.get(home.id)
      const happened = events.map(({ sight, openHouse, ...event }) => ({
        ...{ ...event, position: null, isRead: sight !== null },
        isOver: openHouse !== null && (openHouse.openHouseStatus !== 'Active' || openHouse.openHouseEndTime <= now),
      }))
      const isUndated = record !== undefined && record.sourceUpdatedAt === null
      return [home.id, { home, events: happened, isLegacy: record !== undefined, isUndated }]
    }),
  )
}

async function readSearches(db: Db, ids: string[]): Promise<Map<string, SearchFacts>> {
  const [searches, was, records] = await Promise.all([
    db.savedSearch.findMany({ where: { id: { in: ids } }, include: { versions: true } }),
    db.searchWas.findMany({ where: { searchId: { in: ids } }, orderBy: { seq: 'asc' } }),
    db.legacyRecord.findMany({ where: { stream: 'savedSearches', targetId: { in: ids } }, select: { targetId: true } }),
  ])
  const before = Map.groupBy(was, ({ searchId }) => searchId)
  const legacy = new Set(records.map(({ targetId }) => targetId))
  return new Map(
    searches.map((search) => [
      search.id,
      {
        ...{ isLegacy: legacy.has(search.id), isRemoved: search.removedAt !== null, active: search.activeYN },
        ...{ was: before.get(search.id) ?? [], version: search.currentVersion, pausedUntil: search.pausedUntil },
        ...{ leftAt: search.contactLeftAt, isAtOnce: search.cadence === 'Instant' && !search.conciergeYN },
        versions: new Map(search.versions.map((version) => [version.version, fromVersion(version)])),
      },
    ]),
  )
}

type FoundRow = Omit<Found, 'hold' | 'mail'> & {
  listingId: string
  reason: NonNullable<Found['hold']>['reason'] | null
  holdState: NonNullable<Found['hold']>['state'] | null
  state: NonNullable<Found['mail']>['state'] | null
  suppressedReason: string | null
}

/** What our runs found of these homes for these searches, with what became of it. By search and home. */
async function readFound(db: Db, searchIds: string[], listingIds: string[], now: Date): Promise<Map<string, Found[]>> {
  const rows = await db.$queryRaw<FoundRow[]>`
    SELECT line.search_id::text AS "searchId", f.event_id::text AS "eventId", f.listing_id::text AS "listingId",
           r.started_at AS at, CASE hold.reason WHEN 'first_send' THEN 'firstSend' ELSE hold.reason::text END AS reason,
           hold.state::text AS "holdState", mail.state::text AS state, mail.suppressed_reason AS "suppressedReason"
      FROM alert_finding f
      JOIN alert_run r ON r.id = f.run_id
     CROSS JOIN LATERAL unnest(f.search_ids) AS line(search_id)
      JOIN saved_search s ON s.id = line.search_id
      LEFT JOIN contact c ON c.id = s.contact_id
      LEFT JOIN LATERAL (SELECT h.reason, h.state FROM alert_hold h
                          WHERE h.search_id = s.id AND h.recipient IS NULL AND f.event_id = ANY(h.event_ids) LIMIT 1) AS hold ON true
      LEFT JOIN LATERAL (SELECT o.state, o.suppressed_reason FROM alert_mail m JOIN outbox_mail o ON o.id = m.id
                          WHERE m.recipient = c.email AND m.run_id = f.run_id AND f.event_id = ANY(m.event_ids) LIMIT 1) AS mail ON true
     WHERE f.listing_id = ANY(${listingIds}::uuid[]) AND line.search_id = ANY(${searchIds}::uuid[])
       AND f.event_id >= first_uuid_of(${new Date(now.getTime() - LOOK_BACK_MS)})`
  const found = rows.map(({ reason, holdState, state, suppressedReason, listingId, ...row }) => ({
    key: `${row.searchId} ${listingId}`,
    value: {
      ...row,
      hold: reason && holdState ? { reason, state: holdState } : null,
      mail: state ? { state, suppressedReason } : null,
    },
  }))
  const grouped = Map.groupBy(found, ({ key }) => key)
  return new Map([...grouped].map(([key, all]) => [key, all.map(({ value }) => value)]))
}

/** Documents of the old system that these pairs name and nobody here is: why they are not here. */
async function readAbsent(db: Db, pairs: readonly Pair[]): Promise<Map<string, string>> {
  const sent = pairs.flatMap(({ theirs }) => theirs)
  const asked = [
    { stream: 'contacts' as const, sourceIds: unique(sent.map(({ personSourceId }) => personSourceId)) },
    { stream: 'listings' as const, sourceIds: unique(sent.map(({ homeSourceId }) => homeSourceId)) },
    { stream: 'savedSearches' as const, sourceIds: unique(sent.map(({ searchSourceId }) => searchSourceId)) },
  ]
  const where = { OR: asked.map(({ stream, sourceIds }) => ({ stream, sourceId: { in: sourceIds } })) }
  const [aside, gone] = await Promise.all([
    db.legacyQuarantine.findMany({ where, select: { stream: true, sourceId: true, reason: true } }),
    db.legacyDocument.findMany({
      where: { AND: [where, { goneAt: { not: null } }] },
      select: { stream: true, sourceId: true },
    }),
  ])
  return new Map([
    ...gone.map(({ stream, sourceId }): [string, string] => [`${stream}/${sourceId}`, 'deleted in the old system']),
    ...aside.map(({ stream, sourceId, reason }): [string, string] => [
      `${stream}/${sourceId}`,
      `in quarantine: ${reason}`,
    ]),
  ])
}

/** Everything on record about these pairs; a few statements, however many pairs. */
export async function readAround(db: Db, pairs: readonly Pair[], now: Date) {
  const listingIds = unique(pairs.map(({ listingId }) => listingId))
  const contactIds = unique(pairs.map(({ contactId }) => contactId))
  const told = pairs.flatMap(({ theirs, ours }) => [...theirs, ...ours])
  const searchIds = unique(told.map(({ searchId }) => searchId))
  const [persons, homes, searches, found, absent, noes] = await Promise.all([
    readPersons(db, contactIds),
    readHomes(db, listingIds, now),
    readSearches(db, searchIds),
    readFound(db, searchIds, listingIds, now),
    readAbsent(db, pairs),
    db.contactListing.findMany({
      where: { listingId: { in: listingIds }, preference: 'Discard' },
      select: { email: true, listingId: true },
    }),
  ])
  const rejected = new Set(noes.map(({ email, listingId }) => `${email.toLowerCase()} ${listingId}`))
  return { persons, homes, searches, found, absent, rejected }
}
export type Records = Awaited<ReturnType<typeof readAround>>
