import type { Context } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { findSuppressed } from '#server/domain/mail/suppression.queries.ts'
import { notFound } from '#server/errors.ts'
import { fromVersion } from '../searches.rows.ts'
import { findTold } from './told.queries.ts'
import type { Happening } from './told-as.ts'
import { whySearch } from './why.ts'

const HAPPENINGS = 50

async function listHappenings({ db }: Context, listingId: string): Promise<Happening[]> {
  const events = await db.listingEvent.findMany({
    where: { listingId },
    select: {
      ...{ kind: true, fromPriceCents: true, toPriceCents: true, toStatus: true, recordedAt: true },
      feed: { select: { position: true } },
    },
    orderBy: { recordedAt: 'desc' },
    take: HAPPENINGS,
  })
  return events.map(({ feed, ...event }) => ({ ...event, position: feed?.position ?? null }))
}

/**
 * Why a person heard of a home, or why not: one answer for each of their searches, with the criteria held against the
 * home one by one. `stopped` says why no mail reaches them at all, whatever fits.
 */
export async function whyHome(ctx: Context, { contactId, listingId }: { contactId: string; listingId: string }) {
  const { db, actor } = ctx
  const [contact, home] = await Promise.all([
    db.contact.findFirst({
      where: { AND: [visibleContacts(actor), { id: contactId }] },
      select: {
        ...{ id: true, fullName: true, email: true },
        savedSearches: { where: { removedAt: null }, include: { current: true }, orderBy: { createdAt: 'asc' } },
      },
    }),
    db.listing.findUnique({ where: { id: listingId } }),
  ])
  if (!contact) throw notFound('This contact')
  if (!home) throw notFound('This home')
  const [happenings, told, reader, stopped] = await Promise.all([
    listHappenings(ctx, listingId),
    findTold(db, { searchIds: contact.savedSearches.map(({ id }) => id), listingId, recipient: contact.email }),
    db.feedReader.findUnique({ where: { name: 'alerts' }, select: { position: true } }),
    findSuppressed(db, [contact.email]),
  ])
  const { streetAddress, unitNumber, city, postalCode, photoUrls, listPriceCents, standardStatus } = home
  return {
    contact: { id: contact.id, fullName: contact.fullName },
    home: {
      ...{ id: home.id, streetAddress, unitNumber, city, postalCode, standardStatus },
      ...{ listPriceCents: Number(listPriceCents), photoUrl: photoUrls[0] ?? null },
    },
    stopped: contact.email === null ? 'no-address' : (stopped.get(contact.email.toLowerCase()) ?? null),
    searches: contact.savedSearches.map(({ current, ...search }) => ({
      ...{ id: search.id, name: search.name, summary: current.summary, version: search.currentVersion },
      ...whySearch({
        search: { ...search, criteria: fromVersion(current) },
        home,
        happenings,
        told: told.get(search.id) ?? null,
        readTo: reader?.position ?? 0n,
      }),
    })),
  }
}
