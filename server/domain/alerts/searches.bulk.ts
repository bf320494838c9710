import type { Db } from '#server/db.ts'
import { tokensOfArea } from '#server/domain/listings/listings.tokens.ts'
import type { SavedSearch, SavedSearchVersion } from '#server/generated/prisma/client.ts'
import type { SearchReason } from '#server/generated/prisma/enums.ts'
import { recordImports } from './consent/consent.service.ts'
import { toVersionColumns } from './searches.rows.ts'
import type { Criteria } from './searches.schema.ts'

/** A saved search as a source tells it. */
export type SavedSearchInput = {
  id: string
  contactId: string
  ownerId: string | null
  name: string
  /** Whether its person wants mails, as far as the source knows. */
  wanted: boolean
  criteria: Criteria
  createdAt: Date
  updatedAt: Date
}

export type UpsertedSearch = { id: string; outcome: 'inserted' | 'updated' | 'unchanged' }

type Known = SavedSearch & { current: SavedSearchVersion }
type State = { activeYN: boolean; reason: SearchReason; reasonNote: string | null }

/** Beside a search that its source has switched off. */
export const REASON_OF_SOURCE = 'Switched off in the old system.'

/** A source may switch off, and on again what it switched off itself; who stopped the mails here is never mailed again. */
function stateOf(
  { wanted }: SavedSearchInput,
  isReachable: boolean,
  known: Known | undefined,
  isRevised: boolean,
): State {
  const mayWake = !known || known.activeYN || known.reason === 'NoOneToSendTo' || known.reasonNote === REASON_OF_SOURCE
  if (!mayWake) return { activeYN: false, reason: known.reason, reasonNote: known.reasonNote }
  if (!wanted) return { activeYN: false, reason: 'AgentDisabled', reasonNote: REASON_OF_SOURCE }
  if (!isReachable) return { activeYN: false, reason: 'NoOneToSendTo', reasonNote: null }
  if (!known) return { activeYN: true, reason: 'Started', reasonNote: null }
  if (!known.activeYN) return { activeYN: true, reason: 'ReActivated', reasonNote: null }
  return isRevised
    ? { activeYN: true, reason: 'Revised', reasonNote: null }
    : { activeYN: true, reason: known.reason, reasonNote: known.reasonNote }
}

type Asked = ReturnType<typeof toVersionColumns> | SavedSearchVersion

/** What is asked for, without the words that it is told in: better words alone make no new version. */
const askedBy = (columns: Asked) =>
  JSON.stringify([
    ...[columns.listPriceMinCents, columns.listPriceMaxCents].map((cents) => cents?.toString() ?? null),
    ...[columns.bedroomsMin, columns.bathroomsMin, columns.livingAreaMinSqFt, columns.livingAreaMaxSqFt],
    ...[columns.propertySubTypes, columns.standardStatuses, columns.eventKinds, columns.citySlugs, columns.postalCodes],
    ...[columns.radiusLatitude, columns.radiusLongitude, columns.radiusMiles],
    ...[columns.lotSizeMinSqFt, columns.lotSizeMaxSqFt, columns.yearBuiltMin, columns.yearBuiltMax],
    ...[columns.propertyTypes, columns.features, columns.keywords, columns.subdivisionSlugs, columns.polygons],
  ])

/** Without what only happens here: that it was taken away, or paused. */
type SearchRow = Omit<
  SavedSearch,
  'removedAt' | 'pausedUntil' | 'cadence' | 'conciergeYN' | 'bccMeYN' | 'contactLeftAt'
>

const textOf = (row: SearchRow) =>
  JSON.stringify([
    ...[row.contactId, row.ownerId, row.name, row.currentVersion, row.activeYN, row.reason, row.reasonNote],
    ...[row.createdAt, row.updatedAt],
  ])

async function lockKnown(tx: Db, ids: string[]): Promise<Map<string, Known>> {
  await tx.$executeRaw`SELECT id FROM saved_search WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.savedSearch.findMany({ where: { id: { in: ids } }, include: { current: true } })
  return new Map(rows.map((row) => [row.id, row]))
}

async function reachableContacts(tx: Db, ids: string[]): Promise<Set<string>> {
  const rows = await tx.contact.findMany({ where: { id: { in: ids }, email: { not: null } }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}

/**
 * Writes saved searches in bulk. Changed criteria make a new version and new location tokens; equal ones make neither,
 * and an equal search is not touched.
 */
export async function upsertSavedSearches(tx: Db, batch: readonly SavedSearchInput[]): Promise<UpsertedSearch[]> {
  if (batch.length === 0) return []
  const known = await lockKnown(
    tx,
    batch.map(({ id }) => id),
  )
  const reachable = await reachableContacts(
    tx,
    batch.map(({ contactId }) => contactId),
  )
  const rows = batch.map((input) => {
    const before = known.get(input.id)
    const columns = toVersionColumns(input.criteria)
    const isRevised = before !== undefined && askedBy(before.current) !== askedBy(columns)
    const state = stateOf(input, reachable.has(input.contactId), before, isRevised)
    const currentVersion = before ? before.currentVersion + (isRevised ? 1 : 0) : 1
    const { id, contactId, ownerId, name, createdAt, updatedAt } = input
    const search: SearchRow = { id, contactId, ownerId, name, currentVersion, ...state, createdAt, updatedAt }
    const isChanged = before !== undefined && textOf(before) !== textOf(search)
    return { input, before, search, columns, isChanged, isVersion: !before || isRevised }
  })
  const added = rows.filter(({ before }) => !before)
  const changed = rows.filter(({ isChanged }) => isChanged)
  const revised = rows.filter(({ isVersion }) => isVersion)
  await tx.savedSearch.createMany({ data: added.map(({ search }) => search) })
  await updateSearches(
    tx,
    changed.map(({ search }) => search),
  )
  await tx.savedSearchVersion.createMany({
    data: revised.map(({ columns, search: { id, currentVersion } }) => ({
      searchId: id,
      version: currentVersion,
      ...columns,
    })),
  })
  await tx.savedSearchToken.deleteMany({
    where: { searchId: { in: revised.filter(({ before }) => before).map(({ search }) => search.id) } },
  })
  await tx.savedSearchToken.createMany({
    data: revised.flatMap(({ input: { id, criteria } }) =>
      tokensOfArea(criteria).map((token) => ({ searchId: id, token })),
    ),
  })
  await recordImports(
    tx,
    added.map(({ search }) => search),
  )
  const changedRows = new Set(changed)
  return rows.map((row) => ({
    id: row.search.id,
    outcome: !row.before ? 'inserted' : changedRows.has(row) ? 'updated' : 'unchanged',
  }))
}

/** Removes searches that their source no longer has. Says which; those removed before are not among them. */
export async function removeSearches(tx: Db, ids: readonly string[], at: Date): Promise<string[]> {
  const rows = await tx.savedSearch.updateManyAndReturn({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { removedAt: at },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

export async function restoreSearches(tx: Db, ids: readonly string[]): Promise<void> {
  await tx.savedSearch.updateMany({ where: { id: { in: [...ids] } }, data: { removedAt: null } })
}

async function updateSearches(tx: Db, rows: SearchRow[]) {
  if (rows.length === 0) return
  await tx.$executeRaw`
    UPDATE saved_search s SET contact_id = i."contactId", owner_id = i."ownerId", name = i.name,
           current_version = i."currentVersion", active_yn = i."activeYN", reason = i.reason,
           reason_note = i."reasonNote", created_at = i."createdAt", updated_at = i."updatedAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(
             id uuid, "contactId" uuid, "ownerId" uuid, name text, "currentVersion" int, "activeYN" boolean,
             reason search_reason, "reasonNote" text, "createdAt" timestamptz, "updatedAt" timestamptz)
     WHERE s.id = i.id`
}
