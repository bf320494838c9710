import type { Context } from '#server/context.ts'
import type { ListingFilters } from '#server/domain/listings/listings.schema.ts'
import { findSuppressed } from '#server/domain/mail/suppression.queries.ts'
import { notFound } from '#server/errors.ts'
import type { PeopleForHomeInput } from './people-for.schema.ts'
import { countMisses, findPeopleForHome, findPeopleForHomes } from './people-for.sql.ts'

const PAGE_SIZE = 25
const NAMED = 30

const dateOrNull = (at: string | null) => (at === null ? null : new Date(at))

/** Whom a home is for: the people whose alerts it fits now, a page at a time, each with what they look for. */
export async function listPeopleForHome({ db, actor }: Context, { listingId, cursor }: PeopleForHomeInput) {
  const skip = cursor ?? 0
  const rows = await findPeopleForHome(db, actor, { listingId, skip, take: PAGE_SIZE })
  const stopped = await findSuppressed(
    db,
    rows.map(({ email }) => email),
  )
  const [first] = rows
  return {
    /** All of them but those who have said no to this home, who stand last. */
    people: first?.people ?? 0,
    /** A thousand searches were found and not counted on: there may be more people. */
    isCapped: first?.isCapped ?? false,
    items: rows.map(({ people: _count, listed: _listed, isCapped: _capped, searches, ...person }) => ({
      ...person,
      /** Why no mail reaches them, although they look: "unsubscribed", "bounced", … */
      stopped: stopped.get(person.email.toLowerCase()) ?? null,
      searches: searches.map(({ toldAt, ...search }) => ({ ...search, toldAt: dateOrNull(toldAt) })),
    })),
    nextCursor: skip + rows.length < (first?.listed ?? 0) ? skip + rows.length : undefined,
  }
}

/** Why a home is for nobody: its own standing, and what people who look at its place want instead. */
export async function whyForNobody({ db, actor }: Context, { listingId }: { listingId: string }) {
  const home = await db.listing.findUnique({
    where: { id: listingId },
    select: { standardStatus: true, internetEntireListingDisplayYN: true, city: true },
  })
  if (!home) throw notFound('This home')
  return { ...home, ...(await countMisses(db, actor, listingId)) }
}

/** How many people look for homes like those that the filters find, and the first of them by name. */
export async function countPeopleForHomes({ db, actor }: Context, filters: ListingFilters) {
  const rows = await findPeopleForHomes(db, actor, filters, NAMED)
  const [first] = rows
  return {
    people: first?.people ?? 0,
    isCapped: first?.isCapped ?? false,
    items: rows.map(({ contactId, fullName, searchId, summary }) => ({ contactId, fullName, searchId, summary })),
  }
}
