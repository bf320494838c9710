import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { addressOf } from '../preferences.service.ts'

const MAILS = 100
const HOMES = 120

/** What a card tells, and what decides whether it may. */
export const card = {
  ...{ id: true, listingKey: true, standardStatus: true, propertySubType: true, listPriceCents: true },
  ...{ bedroomsTotal: true, bathroomsFull: true, bathroomsHalf: true, livingAreaSqFt: true, photoUrls: true },
  ...{ streetAddress: true, unitNumber: true, city: true, postalCode: true, internetAddressDisplayYN: true },
} satisfies Prisma.ListingSelect

type Card = Prisma.ListingGetPayload<{ select: typeof card }>

/** Homes that a mail or a shared link may show to anybody. */
export const shownToAnybody = {
  internetEntireListingDisplayYN: true,
  standardStatus: { notIn: ['Delete', 'Incomplete'] },
} satisfies Prisma.ListingWhereInput

/** As the public may see it: where the seller withholds the street, it stays here. */
export const toCard = ({
  photoUrls,
  streetAddress,
  unitNumber,
  internetAddressDisplayYN,
  listPriceCents,
  ...row
}: Card) => ({
  ...row,
  listPriceCents: Number(listPriceCents),
  streetAddress: internetAddressDisplayYN ? streetAddress : null,
  unitNumber: internetAddressDisplayYN ? unitNumber : null,
  photoUrls: photoUrls.slice(0, 5),
})

type Told = { listingId: string; eventId: string; at: Date | null }

/** What the mails to an address told, the latest first. */
async function readTold(db: Db, email: string): Promise<Told[]> {
  const mails = await db.alertMail.findMany({
    where: { recipient: email, role: { not: 'copy' }, mail: { state: { in: ['sent', 'unknown'] } } },
    select: { listingIds: true, eventIds: true, mail: { select: { sentAt: true } } },
    orderBy: { slot: 'desc' },
    take: MAILS,
  })
  return mails.flatMap(({ listingIds, eventIds, mail }) =>
    listingIds.flatMap((listingId, line) => {
      const eventId = eventIds[line]
      return eventId ? [{ listingId, eventId, at: mail.sentAt }] : []
    }),
  )
}

/**
 * The homes an address was told about, each once, the latest first, as they stand now: with the price they were told at
 * and what the person thinks of them. Homes with a verdict stay, however long ago they were told.
 */
export async function listPortalHomes({ db }: PublicContext, { token }: { token: string }) {
  const { email } = await addressOf(db, token)
  const [told, verdicts] = await Promise.all([
    readTold(db, email),
    db.contactListing.findMany({ where: { email }, orderBy: { decidedAt: 'desc' }, take: HOMES }),
  ])
  const lastTold = new Map(told.toReversed().map((row) => [row.listingId, row]))
  const verdictOf = new Map(verdicts.map((row) => [row.listingId, row]))
  const ids = [...new Set([...told, ...verdicts].map(({ listingId }) => listingId))].slice(0, HOMES)
  const [rows, events] = await Promise.all([
    db.listing.findMany({ where: { AND: [shownToAnybody, { id: { in: ids } }] }, select: card }),
    db.listingEvent.findMany({
      where: { id: { in: ids.flatMap((id) => lastTold.get(id)?.eventId ?? []) } },
      select: { listingId: true, toPriceCents: true },
    }),
  ])
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const priceOf = new Map(events.map(({ listingId, toPriceCents }) => [listingId, Number(toPriceCents)]))
  return ids.flatMap((id) => {
    const row = rowOf.get(id)
    if (!row) return []
    return [
      {
        ...toCard(row),
        toldAt: lastTold.get(id)?.at ?? null,
        /** The price in the mail that told of it; what changed since is the difference. */
        toldPriceCents: priceOf.get(id) ?? null,
        verdict: verdictOf.get(id)?.preference ?? null,
      },
    ]
  })
}

/** What the person behind a link thinks of one home: for the page of that home. */
export async function getVerdict({ db }: PublicContext, input: { token: string; listingKey: string }) {
  const { email } = await addressOf(db, input.token)
  const home = await db.listing.findFirst({
    where: { AND: [shownToAnybody, { listingKey: input.listingKey }] },
    select: { id: true, verdicts: { where: { email }, select: { preference: true } } },
  })
  if (!home) throw notFound('This home')
  return { listingId: home.id, verdict: home.verdicts[0]?.preference ?? null }
}
