import { type RootDb, db as sharedDb } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

const unique = () => crypto.randomUUID().slice(0, 8)

/** Every test opens its own office, so tests share one database, run side by side and clean up nothing. */
export const anOffice = (over: Partial<Prisma.OfficeUncheckedCreateInput> = {}, db: RootDb = sharedDb) =>
  db.office.create({
    data: {
      name: `Office ${unique()}`,
      postalAddress: '12 Queen Street, Charleston, SC 29401',
      phone: '(843) 555-0100',
      ...over,
    },
  })

export const aTeam = (officeId: string, over: Partial<Prisma.TeamUncheckedCreateInput> = {}, db: RootDb = sharedDb) =>
  db.team.create({ data: { officeId, name: `Team ${unique()}`, ...over } })

export const aPerson = (
  officeId: string,
  over: Partial<Prisma.PersonUncheckedCreateInput> = {},
  db: RootDb = sharedDb,
) => {
  const id = unique()
  return db.person.create({
    data: {
      officeId,
      fullName: `Person ${id}`,
      email: `${id}@palmetto.test`,
      role: 'agent',
      emailConfirmedAt: new Date(),
      ...over,
    },
  })
}

export const anAgent = (
  officeId: string,
  over: Partial<Prisma.PersonUncheckedCreateInput> = {},
  db: RootDb = sharedDb,
) => aPerson(officeId, { role: 'agent', title: 'Agent', ...over }, db)

export const aContact = (
  agent: { id: string; officeId: string },
  over: Partial<Prisma.ContactUncheckedCreateInput> = {},
  db: RootDb = sharedDb,
) => {
  const id = unique()
  return db.contact.create({
    data: {
      agentId: agent.id,
      officeId: agent.officeId,
      fullName: `Contact ${id}`,
      email: `contact-${id}@example.test`,
      ...over,
    },
  })
}

export const aListing = (over: Partial<Prisma.ListingUncheckedCreateInput> = {}, db: RootDb = sharedDb) => {
  const id = unique()
  const at = new Date()
  return db.listing.create({
    data: {
      listingKey: `test:${id}`,
      listingId: `M${id}`,
      standardStatus: 'Active',
      propertySubType: 'SingleFamilyResidence',
      listPriceCents: 42_500_000n,
      originalListPriceCents: 42_500_000n,
      bedroomsTotal: 3,
      bathroomsFull: 2,
      livingAreaSqFt: 1_850,
      streetAddress: `${id} Marsh Lane`,
      city: 'Mount Pleasant',
      citySlug: 'mount-pleasant',
      postalCode: '29464',
      latitude: 32.8323,
      longitude: -79.8284,
      photoUrls: [],
      locationTokens: ['any', 'city:mount-pleasant', 'zip:29464'],
      listOfficeName: 'Palmetto Coast Realty',
      onMarketTimestamp: at,
      modificationTimestamp: at,
      ...over,
    },
  })
}
