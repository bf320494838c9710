import { summariseCriteria } from '#server/domain/alerts/searches.words.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { BECAUSE } from '../leads.words.ts'
import { likeThisHome } from '../like-this-home.ts'

const named = { select: { id: true, fullName: true } } as const

/** The offer that is held out now, and who is asked. */
const liveOffer = {
  where: { endedAt: null },
  select: {
    ...{ id: true, kind: true, offeredAt: true, expiresAt: true, seenAt: true },
    people: { select: { passedAt: true, person: named }, orderBy: { personId: 'asc' } },
  },
  take: 1,
} satisfies Prisma.Inquiry$offersArgs

export const row = {
  ...{ id: true, kind: true, state: true, fullName: true, email: true, phone: true, message: true },
  ...{ proposedTimes: true, consentText: true, because: true, isNewPerson: true, receivedAt: true },
  ...{ answeredAt: true, searchId: true, door: true, leadType: true, pondedAt: true },
  answeredBy: { select: { fullName: true } },
  contact: named,
  agent: named,
  source: { select: { name: true } },
  pond: { select: { id: true, name: true } },
  offers: liveOffer,
  chases: { where: { endedAt: null }, select: { startedAt: true, nextAt: true }, take: 1 },
  // What came from the same person meanwhile waits for the same answer.
  joins: { select: { offers: liveOffer } },
  listing: {
    select: {
      ...{ id: true, streetAddress: true, unitNumber: true, city: true, citySlug: true, propertySubType: true },
      ...{ listPriceCents: true, bedroomsTotal: true, photoUrls: true },
    },
  },
} satisfies Prisma.InquirySelect
type Row = Prisma.InquiryGetPayload<{ select: typeof row }>

function toHome(listing: Row['listing']) {
  if (!listing) return null
  const { id, streetAddress, unitNumber, city, listPriceCents, photoUrls } = listing
  const place = { id, streetAddress, unitNumber, city }
  return { ...place, listPriceCents: Number(listPriceCents), photoUrl: photoUrls[0] ?? null }
}

/** What can be made of it with one tap: they asked for it, and nobody has made it yet. */
const proposalOf = ({ consentText, searchId, listing }: Row) =>
  consentText && !searchId && listing ? { summary: summariseCriteria(likeThisHome(listing)), consentText } : null

function toOffer({ state, offers, joins }: Row) {
  const [live] = [...offers, ...(joins?.offers ?? [])]
  if (state !== 'offered' || !live) return null
  const { people, ...offer } = live
  return { ...offer, asked: people.filter(({ passedAt }) => passedAt === null).map(({ person }) => person) }
}

export const toItem = (lead: Row) => {
  const { listing, because, chases, offers: _offers, joins: _joins, ...rest } = lead
  return {
    ...rest,
    because: BECAUSE.find((each) => each === because) ?? null,
    home: toHome(listing),
    proposal: proposalOf(lead),
    offer: toOffer(lead),
    /** Since when somebody has it without anybody having done something, and when something is done about that. */
    idle: lead.state === 'open' ? (chases[0] ?? null) : null,
  }
}
export type LeadItem = ReturnType<typeof toItem>
