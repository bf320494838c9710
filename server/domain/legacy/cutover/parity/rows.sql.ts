import type { Db } from '#server/db.ts'
import { toVersionColumns } from '#server/domain/alerts/searches.rows.ts'
import type { Criteria } from '#server/domain/alerts/searches.schema.ts'
import { type Row, sideOf, sorted } from './sides.ts'

/** Tables this reads across subjects. @public */
export const READS = ['contact', 'listing', 'open_house', 'person', 'saved_search', 'saved_search_version'] as const

const byId = <Found extends { id: string }>(found: Found[], toRow: (one: Found) => Row) =>
  new Map(found.map((one) => [one.id, toRow(one)]))

/** Agents as they stand here; what our own pages decide about them is left out. */
export async function readPeople(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.person.findMany({ where: { id: { in: ids } }, include: { team: { select: { name: true } } } })
  return byId(found, (one) => {
    const isOurs = one.passwordHash !== null || one.role === 'owner' || one.role === 'admin'
    const told = { fullName: one.fullName, phone: one.phone, title: one.title }
    const placed = { email: one.email.toLowerCase(), officeId: one.officeId, teamName: one.team?.name ?? null }
    const side = sideOf(isOurs ? told : { ...told, ...placed, ...(one.role === 'assistant' ? {} : { role: one.role }) })
    return { side, isRemoved: false, staysWithout: true }
  })
}

export async function readContacts(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.contact.findMany({ where: { id: { in: ids } } })
  return byId(found, ({ fullName, email, phone, stage, source, agentId, createdAt, removedAt }) => ({
    side: sideOf({ fullName, email: email?.toLowerCase() ?? null, phone, stage, source, agentId, createdAt }),
    isRemoved: removedAt !== null,
    staysWithout: false,
  }))
}

type Visit = {
  openHouseKey: string
  openHouseStartTime: Date
  openHouseEndTime: Date
  openHouseStatus: string
  openHouseRemarks: string | null
}

/** Visits as one text; one that both sides call off is none. */
export const visitsOf = (visits: readonly Visit[]): string[] =>
  sorted(
    visits.flatMap((visit) =>
      visit.openHouseStatus === 'Active'
        ? [
            [
              ...[visit.openHouseKey, visit.openHouseStartTime.toISOString(), visit.openHouseEndTime.toISOString()],
              visit.openHouseRemarks ?? '',
            ].join(' '),
          ]
        : [],
    ),
  )

/** Listings, with the visits that are still to come by their last change: earlier ones are kept here as history. */
export async function readListings(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.listing.findMany({ where: { id: { in: ids } }, include: { openHouses: true } })
  return byId(found, (one) => {
    const { openHouses, ...told } = one
    const ahead = openHouses.filter(({ openHouseEndTime: end }) => end > one.modificationTimestamp)
    return {
      side: sideOf({ ...told, features: sorted(told.features), openHouses: visitsOf(ahead) }),
      isRemoved: one.standardStatus === 'Delete',
      staysWithout: false,
    }
  })
}

type Asked = Omit<ReturnType<typeof toVersionColumns>, 'summary' | 'createdAt'>

/** What a search asks for, field by field; sets in one order. */
export function askedSide(columns: Asked): Record<string, unknown> {
  const set = (values: unknown) => (Array.isArray(values) ? sorted(values.map(String)) : [])
  return {
    ...{ listPriceMinCents: columns.listPriceMinCents, listPriceMaxCents: columns.listPriceMaxCents },
    ...{ bedroomsMin: columns.bedroomsMin, bathroomsMin: columns.bathroomsMin },
    ...{ livingAreaMinSqFt: columns.livingAreaMinSqFt, livingAreaMaxSqFt: columns.livingAreaMaxSqFt },
    ...{ lotSizeMinSqFt: columns.lotSizeMinSqFt, lotSizeMaxSqFt: columns.lotSizeMaxSqFt },
    ...{ yearBuiltMin: columns.yearBuiltMin, yearBuiltMax: columns.yearBuiltMax },
    ...{ propertyTypes: set(columns.propertyTypes), propertySubTypes: set(columns.propertySubTypes) },
    ...{ features: set(columns.features), keywords: set(columns.keywords) },
    ...{ standardStatuses: set(columns.standardStatuses), eventKinds: set(columns.eventKinds) },
    ...{ citySlugs: set(columns.citySlugs), postalCodes: set(columns.postalCodes) },
    ...{ subdivisionSlugs: set(columns.subdivisionSlugs), polygons: columns.polygons ?? [] },
    ...{ radiusLatitude: columns.radiusLatitude, radiusLongitude: columns.radiusLongitude },
    radiusMiles: columns.radiusMiles,
  }
}

export const criteriaSide = (criteria: Criteria) => askedSide(toVersionColumns(criteria))

/** Saved searches. Whether anybody can be reached is for the contact to say; whether mails are wanted is compared. */
export async function readSearches(tx: Db, ids: string[]): Promise<Map<string, Row>> {
  const found = await tx.savedSearch.findMany({ where: { id: { in: ids } }, include: { current: true } })
  return byId(found, ({ current, name, contactId, ownerId, activeYN, reason, createdAt, removedAt }) => {
    const { polygons, ...columns } = current
    const asked = askedSide({ ...columns, polygons: Array.isArray(polygons) ? polygons : [] })
    const wanted = activeYN || reason === 'NoOneToSendTo'
    return {
      side: sideOf({ name, contactId, ownerId, wanted, createdAt, ...asked }),
      isRemoved: removedAt !== null,
      staysWithout: false,
    }
  })
}
