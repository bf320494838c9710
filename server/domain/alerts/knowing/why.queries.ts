import type { Context } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { findSuppressed } from '#server/domain/mail/suppression.queries.ts'
import { notFound } from '#server/errors.ts'
import { readPosition } from '../run/position.ts'
import { fromVersion } from '../searches.rows.ts'
import { listHappeningsOf } from './happenings.queries.ts'
import { findTold } from './told.queries.ts'
import { whySearch } from './why.ts'
import { RECIPIENTS, whyOthers } from './why-others.ts'

/**
 * Why a person heard of a home, or why not: one answer for each of their searches, with the criteria held against the
 * home one by one. `stopped` says why no mail reaches them at all, whatever fits.
 */
export async function whyHome(
  { db, actor, now }: Context,
  { contactId, listingId }: { contactId: string; listingId: string },
) {
  const [contact, home] = await Promise.all([
    db.contact.findFirst({
      where: { AND: [visibleContacts(actor), { id: contactId }] },
      select: {
        ...{ id: true, fullName: true, email: true },
        savedSearches: {
          ...{ where: { removedAt: null }, orderBy: { createdAt: 'asc' } },
          include: { current: true, recipients: RECIPIENTS },
        },
      },
    }),
    db.listing.findUnique({ where: { id: listingId } }),
  ])
  if (!contact) throw notFound('This contact')
  if (!home) throw notFound('This home')
  const [verdict, happenings, told, readTo, stopped] = await Promise.all([
    contact.email === null
      ? null
      : db.contactListing.findUnique({ where: { email_listingId: { email: contact.email, listingId } } }),
    listHappeningsOf(db, listingId, now()),
    findTold(db, { searchIds: contact.savedSearches.map(({ id }) => id), listingId, recipient: contact.email }),
    readPosition(db),
    findSuppressed(db, [contact.email]),
  ])
  const known = { home, happenings, readTo: readTo ?? 0n }
  const others = await whyOthers(db, contact.savedSearches, { ...known, listingId })
  const { streetAddress, unitNumber, city, postalCode, photoUrls, listPriceCents, standardStatus } = home
  return {
    contact: { id: contact.id, fullName: contact.fullName },
    home: {
      ...{ id: home.id, streetAddress, unitNumber, city, postalCode, standardStatus },
      ...{ listPriceCents: Number(listPriceCents), photoUrl: photoUrls[0] ?? null },
    },
    stopped: contact.email === null ? 'no-address' : (stopped.get(contact.email.toLowerCase()) ?? null),
    searches: contact.savedSearches.map(({ current, recipients: _asked, ...search }) => ({
      ...{ id: search.id, name: search.name, summary: current.summary, version: search.currentVersion },
      ...whySearch({
        ...known,
        search: { ...search, leftAt: search.contactLeftAt, criteria: fromVersion(current) },
        told: told.get(search.id) ?? null,
        isRejected: verdict?.preference === 'Discard',
      }),
      /** Who was added to it, each with an answer of their own. */
      others: others.get(search.id) ?? [],
    })),
  }
}
