import type { Context } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Mails looked through; the latest of them fill the list, but for somebody who hardly ever gets one. */
const MAILS = 100
const HOMES = 24

const home = {
  ...{ id: true, standardStatus: true, propertySubType: true, listPriceCents: true, previousListPriceCents: true },
  ...{ bedroomsTotal: true, bathroomsFull: true, bathroomsHalf: true, livingAreaSqFt: true, photoUrls: true },
  ...{ streetAddress: true, unitNumber: true, city: true, postalCode: true },
} satisfies Prisma.ListingSelect

const cents = (value: bigint | null) => (value === null ? null : Number(value))

/** Homes that mails have shown to a contact, each once, the latest first, as they stand now. */
export async function listHomesShown({ db, actor }: Context, { contactId }: { contactId: string }) {
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { id: true },
  })
  if (!contact) throw notFound('This contact')
  const mails = await db.alertMail.findMany({
    where: { role: 'person', mail: { contactId, state: 'sent' } },
    select: { id: true, listingIds: true, kinds: true, mail: { select: { sentAt: true } } },
    orderBy: { mail: { sentAt: 'desc' } },
    take: MAILS,
  })
  const shown = mails.flatMap(({ id: mailId, listingIds, kinds, mail: { sentAt: at } }) =>
    listingIds.flatMap((listingId, line) => {
      const kind = kinds[line]
      return kind ? [{ listingId, shown: { kind, mailId, at } }] : []
    }),
  )
  const latest = new Map(shown.toReversed().map((row) => [row.listingId, row.shown]))
  const wanted = [...new Set(shown.map(({ listingId }) => listingId))].slice(0, HOMES)
  const homes = await db.listing.findMany({ where: { id: { in: wanted } }, select: home })
  const homeOf = new Map(homes.map((row) => [row.id, row]))
  return wanted.flatMap((listingId) => {
    const [row, why] = [homeOf.get(listingId), latest.get(listingId)]
    if (!row || !why) return []
    const { photoUrls, listPriceCents, previousListPriceCents, ...rest } = row
    return [
      {
        ...rest,
        listPriceCents: Number(listPriceCents),
        previousListPriceCents: cents(previousListPriceCents),
        photoUrl: photoUrls[0] ?? null,
        shown: why,
      },
    ]
  })
}
