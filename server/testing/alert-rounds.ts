import type { RootDb } from '#server/db.ts'
import type { Round } from '#server/domain/alerts/matching/rounds.arbitrary.ts'
import { upsertSavedSearches } from '#server/domain/alerts/searches.bulk.ts'
import { slugOf, tokensOfListing } from '#server/domain/listings/listings.tokens.ts'
import { keywordTextOf } from '#server/domain/listings/listings.words.ts'
import type { Person } from '#server/generated/prisma/client.ts'

type Row = Round & { listingId: string; eventId: string }

/** Homes and their events; the columns that a service works out are worked out as it does. */
async function writeHomes(db: RootDb, rows: readonly Row[], at: Date) {
  await db.listing.createMany({
    data: rows.map(({ listingId, home: { listing } }) => {
      const subdivisionSlug = slugOf(listing.subdivisionName ?? '') || null
      return {
        ...listing,
        ...{ id: listingId, listingKey: listingId, listingId: 'M1', city: 'Town', streetAddress: '1 Lane' },
        ...{ originalListPriceCents: listing.listPriceCents, listOfficeName: 'Office', photoUrls: [], subdivisionSlug },
        ...{ onMarketTimestamp: at, modificationTimestamp: at },
        keywordText: keywordTextOf([listing.publicRemarks, listing.subdivisionName]),
        locationTokens: tokensOfListing({ ...listing, subdivisionSlug }),
      }
    }),
  })
  const visits = rows.filter(({ home }) => home.event.kind === 'OpenHouse')
  await db.openHouse.createMany({
    data: visits.map(({ listingId, eventId, home: { event } }) => ({
      ...{ id: eventId, openHouseKey: eventId, listingId, openHouseStatus: event.openHouseStatus },
      openHouseStartTime: new Date(at.getTime() - 86_400_000),
      ...{ openHouseEndTime: new Date(at.getTime() + event.hoursLeft * 3_600_000), modificationTimestamp: at },
    })),
  })
  await db.listingEvent.createMany({
    data: rows.map(({ eventId, listingId, home: { listing, event } }) => {
      const { kind, fromPriceCents, toPriceCents, fromStatus } = event
      const toStatus = kind === 'StatusChange' ? event.newStatus : listing.standardStatus
      const openHouseId = kind === 'OpenHouse' ? eventId : null
      const told = { kind, fromPriceCents, toPriceCents, fromStatus, toStatus, openHouseId }
      return { ...told, id: eventId, listingId, occurredAt: at, changeKey: eventId }
    }),
  })
}

/**
 * Writes searches of `agent` and homes as their services would, in place of the searches of earlier rounds; a batch of
 * rounds costs a dozen statements.
 */
export async function writeRounds(db: RootDb, agent: Person, rounds: readonly Round[]) {
  const at = new Date()
  const rows = rounds.map((round) => ({
    ...round,
    ...{ searchId: crypto.randomUUID(), contactId: crypto.randomUUID() },
    ...{ listingId: crypto.randomUUID(), eventId: crypto.randomUUID() },
  }))
  const idsOf = (standing: Round['standing'], key: 'searchId' | 'contactId') => ({
    in: rows.filter((row) => row.standing === standing).map((row) => row[key]),
  })
  await db.savedSearch.deleteMany()
  await db.contact.createMany({
    data: rows.map(({ contactId }) => ({
      ...{ id: contactId, fullName: 'Somebody', email: `${contactId}@example.test` },
      ...{ agentId: agent.id, officeId: agent.officeId },
    })),
  })
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`
    const times = { createdAt: at, updatedAt: at }
    await upsertSavedSearches(
      tx,
      rows.map(({ searchId, contactId, criteria }) => ({
        ...{ id: searchId, contactId, ownerId: agent.id, name: 'A search', wanted: true, criteria, ...times },
      })),
    )
  })
  await db.savedSearch.updateMany({ where: { id: idsOf('off', 'searchId') }, data: { activeYN: false } })
  await db.savedSearch.updateMany({ where: { id: idsOf('removed', 'searchId') }, data: { removedAt: at } })
  await db.contact.updateMany({ where: { id: idsOf('contact removed', 'contactId') }, data: { removedAt: at } })
  await db.contact.updateMany({ where: { id: idsOf('no address', 'contactId') }, data: { email: null } })
  await writeHomes(db, rows, at)
  return rows
}
