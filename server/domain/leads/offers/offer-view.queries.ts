import type { Db } from '#server/db.ts'
import { townName } from '#server/domain/listings/town.words.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { headlineOf, type Need, needInLines } from './offer.words.ts'

export const needColumns = {
  ...{ kind: true, leadType: true, priceCents: true, citySlug: true, postalCode: true, propertySubType: true },
  proposedTimes: true,
  listing: { select: { listPriceCents: true, city: true, postalCode: true, propertySubType: true } },
} satisfies Prisma.InquirySelect
type Asked = Prisma.InquiryGetPayload<{ select: typeof needColumns }>

export function needOf({ listing, priceCents, citySlug, proposedTimes, ...rest }: Asked): Need {
  const price = listing?.listPriceCents ?? priceCents
  return {
    ...{ kind: rest.kind, leadType: rest.leadType, wantsVisitAt: proposedTimes.length },
    priceCents: price === null ? null : Number(price),
    // Our homes are for sale: whoever asks to rent one is shown what it costs, not a rent of half a million.
    perMonth: rest.leadType === 'Renter' && !listing,
    town: listing?.city ?? (citySlug && townName(citySlug)),
    postalCode: listing?.postalCode ?? rest.postalCode,
    propertySubType: listing?.propertySubType ?? rest.propertySubType,
  }
}

/**
 * An offer as one of those who are asked may see it: the need and the clock, and who took it when it is over. Who stands
 * behind the lead is in it only for whoever has it. Null for whom it was not offered to.
 */
export async function readOffer(db: Db, { offerId, personId }: { offerId: string; personId: string }) {
  const offer = await db.leadOffer.findFirst({
    where: { id: offerId, people: { some: { personId } } },
    include: {
      inquiry: {
        select: { ...needColumns, id: true, fullName: true, email: true, phone: true, message: true, contactId: true },
      },
      people: { where: { personId } },
      winner: { select: { person: { select: { id: true, fullName: true } } } },
    },
  })
  const mine = offer?.people[0]
  if (!offer || !mine) return null
  const { inquiry, winner, ...rest } = offer
  const need = needOf(inquiry)
  const isMine = winner?.person.id === personId
  return {
    ...{ id: rest.id, inquiryId: inquiry.id, kind: rest.kind, state: rest.state, offeredAt: rest.offeredAt },
    ...{ expiresAt: rest.expiresAt, endedAt: rest.endedAt, endedVia: rest.endedVia, handedBackAt: rest.handedBackAt },
    ...{ headline: headlineOf(need), lines: needInLines(need), town: need.town },
    winner: winner?.person ?? null,
    mine: {
      passedAt: mine.passedAt,
      passReason: mine.passReason,
      extendedAt: mine.extendedAt,
      missedAt: mine.missedAt,
      pushedAt: mine.pushedAt,
    },
    client: isMine
      ? {
          ...{ fullName: inquiry.fullName, email: inquiry.email, phone: inquiry.phone, message: inquiry.message },
          contactId: inquiry.contactId,
        }
      : null,
  }
}
export type OfferView = NonNullable<Awaited<ReturnType<typeof readOffer>>>

/** The offers that wait for somebody's answer, the one that ends first above. */
export async function listMyOffers(db: Db, { personId }: { personId: string }): Promise<OfferView[]> {
  const live = await db.leadOfferPerson.findMany({
    where: { personId, passedAt: null, offer: { endedAt: null } },
    select: { offerId: true },
    orderBy: { offer: { expiresAt: 'asc' } },
    take: 50,
  })
  const views = await Promise.all(live.map(({ offerId }) => readOffer(db, { offerId, personId })))
  return views.flatMap((view) => view ?? [])
}
