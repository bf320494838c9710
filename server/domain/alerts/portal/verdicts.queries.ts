import type { Context } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { findRejectionPattern } from './rejection-pattern.ts'

const MAILS = 200
const HOMES = 500

const traits = {
  ...{ id: true, listPriceCents: true, bedroomsTotal: true, livingAreaSqFt: true },
  ...{ lotSizeSquareFeet: true, yearBuilt: true, city: true },
} satisfies Prisma.ListingSelect

/**
 * What a contact thinks of the homes they were shown, and what the rejected ones have in common. Only of homes that
 * mails to this very contact have shown: to set up a second contact with somebody's address tells nothing.
 */
export async function listVerdicts({ db, actor }: Context, { contactId }: { contactId: string }) {
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { email: true },
  })
  if (!contact) throw notFound('This contact')
  const mails = await db.alertMail.findMany({
    where: { role: 'person', mail: { contactId, state: { in: ['sent', 'unknown'] } } },
    select: { listingIds: true },
    orderBy: { slot: 'desc' },
    take: MAILS,
  })
  const ids = [...new Set(mails.flatMap(({ listingIds }) => listingIds))].slice(0, HOMES)
  const [homes, verdicts] = await Promise.all([
    db.listing.findMany({ where: { id: { in: ids } }, select: traits }),
    db.contactListing.findMany({
      where: { email: contact.email ?? '', listingId: { in: ids } },
      select: { listingId: true, preference: true, decidedAt: true },
      orderBy: { decidedAt: 'desc' },
    }),
  ])
  const verdictOf = new Map(verdicts.map(({ listingId, preference }) => [listingId, preference]))
  const pattern = findRejectionPattern(
    homes.map(({ id, listPriceCents, bedroomsTotal, livingAreaSqFt, lotSizeSquareFeet, yearBuilt, city }) => ({
      verdict: verdictOf.get(id) ?? null,
      priceCents: Number(listPriceCents),
      beds: bedroomsTotal,
      areaSqFt: livingAreaSqFt,
      lotSqFt: lotSizeSquareFeet,
      ...{ yearBuilt, city },
    })),
  )
  return { verdicts, pattern }
}
