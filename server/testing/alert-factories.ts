import type { RootDb } from '#server/db.ts'
import { type Criteria, criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { createSearch } from '#server/domain/alerts/searches.service.ts'
import { slugOf, tokensOfListing } from '#server/domain/listings/listings.tokens.ts'
import { keywordTextOf } from '#server/domain/listings/listings.words.ts'
import type { Contact, Listing, Person, Prisma } from '#server/generated/prisma/client.ts'
import { actorOf } from './caller.ts'
import { aListing } from './factories.ts'

type CriteriaInput = Partial<Criteria>

/** A saved search of `contact`, set up by their agent through the service. */
export const aSearch = (agent: Person, contact: Contact, criteria: CriteriaInput, db: RootDb) =>
  createSearch(
    { db, actor: actorOf(agent), now: () => new Date() },
    { contactId: contact.id, name: 'A search', criteria: criteriaSchema.parse(criteria) },
  )

/** A listing whose tokens and words fit it, as a service writes them. */
export const aPlacedListing = (over: Partial<Prisma.ListingUncheckedCreateInput>, db: RootDb) => {
  const place = { citySlug: 'mount-pleasant', postalCode: '29464', latitude: 32.8323, longitude: -79.8284, ...over }
  const { citySlug, postalCode, latitude, longitude, subdivisionName = null, publicRemarks = '' } = place
  const subdivisionSlug = slugOf(subdivisionName ?? '') || null
  const keywordText = keywordTextOf([publicRemarks, subdivisionName])
  const locationTokens = tokensOfListing({ citySlug, postalCode, subdivisionSlug, latitude, longitude })
  return aListing({ subdivisionSlug, keywordText, ...over, locationTokens }, db)
}

/** A visit of two hours, about a day from now. */
export const anOpenHouse = (listing: Listing, over: Partial<Prisma.OpenHouseUncheckedCreateInput>, db: RootDb) => {
  const start = new Date(Date.now() + 26 * 3_600_000)
  return db.openHouse.create({
    data: {
      listingId: listing.id,
      openHouseKey: crypto.randomUUID(),
      openHouseStartTime: start,
      openHouseEndTime: new Date(start.getTime() + 2 * 3_600_000),
      modificationTimestamp: new Date(),
      ...over,
    },
  })
}

type Happening = Partial<Prisma.ListingEventUncheckedCreateInput>

/** Something that happened to a listing; by default it is new. */
export const aListingEvent = (listing: Listing, over: Happening, db: RootDb) =>
  db.listingEvent.create({
    data: {
      listingId: listing.id,
      kind: 'New',
      toPriceCents: listing.listPriceCents,
      toStatus: listing.standardStatus,
      occurredAt: new Date(),
      changeKey: crypto.randomUUID(),
      ...over,
    },
  })
