import type { Db } from '#server/db.ts'
import { PROPERTY_SUB_TYPES } from '#server/domain/alerts/criteria.words.ts'
import { SUB_TYPE_WORDS } from '#server/domain/listings/listings.words.ts'
import { townName } from '#server/domain/listings/town.words.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { PropertySubType } from '#server/generated/prisma/enums.ts'
import { headlineOf, type Need, needInLines } from './offer.words.ts'
import { findOfferRow, type OfferRow } from './offer-view.sql.ts'

export const needColumns = {
  ...{ kind: true, leadType: true, priceCents: true, citySlug: true, postalCode: true, propertySubType: true },
  proposedTimes: true,
  listing: { select: { listPriceCents: true, city: true, postalCode: true, propertySubType: true } },
} satisfies Prisma.InquirySelect
type Columns = Prisma.InquiryGetPayload<{ select: typeof needColumns }>
type Home = { listPriceCents: bigint; city: string; postalCode: string; propertySubType: PropertySubType | null }
type Asked = Omit<Columns, 'listing'> & { listing: Home | null }

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

const subTypeOf = (words: string | null) => PROPERTY_SUB_TYPES.find((type) => SUB_TYPE_WORDS[type] === words) ?? null

const needOfRow = (row: OfferRow): Need =>
  needOf({
    ...{ kind: row.kind, leadType: row.leadType, priceCents: row.priceCents, citySlug: row.citySlug },
    ...{ postalCode: row.postalCode, propertySubType: subTypeOf(row.subTypeWords), proposedTimes: row.proposedTimes },
    listing: row.hasHome
      ? {
          ...{ listPriceCents: row.homePriceCents, city: row.homeCity, postalCode: row.homePostalCode },
          propertySubType: subTypeOf(row.homeSubTypeWords),
        }
      : null,
  })

/**
 * An offer as one of those who are asked may see it: the need and the clock, and who took it when it is over. Who stands
 * behind the lead is in it only for whoever has it. Null for whom it was not offered to.
 */
export async function readOffer(db: Db, asked: { offerId: string; personId: string }) {
  const row = await findOfferRow(db, asked)
  if (!row) return null
  const need = needOfRow(row)
  const { id, inquiryId, offerKind, state, offeredAt, expiresAt, endedAt, endedVia, handedBackAt } = row
  const { passedAt, passReason, extendedAt, missedAt, pushedAt, winnerId, winnerName } = row
  const { fullName, email, phone, message, contactId } = row
  return {
    ...{ id, inquiryId, kind: offerKind, state, offeredAt, expiresAt, endedAt, endedVia, handedBackAt },
    ...{ headline: headlineOf(need), lines: needInLines(need), town: need.town },
    winner: winnerId && winnerName !== null ? { id: winnerId, fullName: winnerName } : null,
    mine: { passedAt, passReason, extendedAt, missedAt, pushedAt },
    client: winnerId === asked.personId ? { fullName, email, phone, message, contactId } : null,
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
