import type { Context } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

const MATCHES = 200
const HOMES = 24

const shown = {
  kind: true,
  mailId: true,
  mail: { select: { mail: { select: { sentAt: true } } } },
  listing: {
    select: {
      ...{ id: true, standardStatus: true, propertySubType: true, listPriceCents: true, previousListPriceCents: true },
      ...{ bedroomsTotal: true, bathroomsFull: true, bathroomsHalf: true, livingAreaSqFt: true, photoUrls: true },
      ...{ streetAddress: true, unitNumber: true, city: true, postalCode: true },
    },
  },
} satisfies Prisma.AlertMatchSelect

/** Homes that mails have shown to a contact, each once, the latest first, as they stand now. */
export async function listHomesShown({ db, actor }: Context, { contactId }: { contactId: string }) {
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { id: true },
  })
  if (!contact) throw notFound('This contact')
  const matches = await db.alertMatch.findMany({
    where: { mail: { mail: { contactId, state: 'sent' } } },
    select: shown,
    orderBy: { id: 'desc' },
    take: MATCHES,
  })
  const latest = new Map(matches.toReversed().map((match) => [match.listing.id, match]))
  return [...latest.values()]
    .toSorted((a, b) => Number(b.mail?.mail.sentAt) - Number(a.mail?.mail.sentAt))
    .slice(0, HOMES)
    .map(({ kind, mailId, mail, listing: { photoUrls, listPriceCents, previousListPriceCents, ...home } }) => ({
      ...home,
      listPriceCents: Number(listPriceCents),
      previousListPriceCents: previousListPriceCents === null ? null : Number(previousListPriceCents),
      photoUrl: photoUrls[0] ?? null,
      shown: { kind, mailId, at: mail?.mail.sentAt ?? null },
    }))
}
