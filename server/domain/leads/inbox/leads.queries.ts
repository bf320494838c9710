import type { Context } from '#server/context.ts'
import { summariseCriteria } from '#server/domain/alerts/searches.words.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { BECAUSE } from '../leads.words.ts'
import { likeThisHome } from '../like-this-home.ts'
import { visibleInquiries } from './leads.policy.ts'
import type { ListLeadsInput } from './leads.schema.ts'

const PAGE_SIZE = 50
const COUNT_CAP = 101
const OF_CONTACT = 20

const row = {
  ...{ id: true, kind: true, state: true, fullName: true, email: true, phone: true, message: true },
  ...{ proposedTimes: true, consentText: true, because: true, isNewPerson: true, receivedAt: true },
  ...{ answeredAt: true, searchId: true },
  answeredBy: { select: { fullName: true } },
  contact: { select: { id: true, fullName: true } },
  agent: { select: { id: true, fullName: true } },
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

const toItem = (lead: Row) => {
  const { listing, because, ...rest } = lead
  return {
    ...rest,
    because: BECAUSE.find((each) => each === because) ?? null,
    home: toHome(listing),
    proposal: proposalOf(lead),
  }
}

/** Who asks twice about one home is offered one alert. */
function proposedOnce(items: ReturnType<typeof toItem>[]) {
  const seen = new Set<string>()
  return items.map((item) => {
    const { id } = item.home ?? item
    const isRepeated = seen.has(id)
    if (item.proposal || item.searchId) seen.add(id)
    return isRepeated ? { ...item, proposal: null } : item
  })
}

const filtered = ({ state, kind, isNew }: ListLeadsInput): Prisma.InquiryWhereInput => ({
  // What came a second ago and waits for its agent is open.
  ...(state === 'open' ? { state: { not: 'answered' } } : state ? { state } : {}),
  ...(kind ? { kind } : {}),
  ...(isNew ? { isNewPerson: true } : {}),
})

/** Who came by themselves to the people one looks after, the latest first; and how many wait, counted up to 101. */
export async function listLeads({ db, actor }: Context, input: ListLeadsInput) {
  const visible = visibleInquiries(actor)
  const [rows, open] = await Promise.all([
    db.inquiry.findMany({
      where: { AND: [visible, filtered(input)] },
      select: row,
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: PAGE_SIZE + 1,
      ...(input.cursor ? { cursor: { id: input.cursor }, skip: 1 } : {}),
    }),
    db.inquiry.count({ where: { AND: [visible, { state: { not: 'answered' } }] }, take: COUNT_CAP }),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  return { items: page.map(toItem), open, nextCursor: rows.length > PAGE_SIZE ? page.at(-1)?.id : undefined }
}

/** Where a contact came from the first time, and what they asked since, the latest first. */
export async function listLeadsOfContact({ db, actor }: Context, { contactId }: { contactId: string }) {
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { firstSource: true, source: true, createdAt: true },
  })
  if (!contact) throw notFound('This contact')
  const rows = await db.inquiry.findMany({
    where: { contactId },
    select: row,
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: OF_CONTACT,
  })
  return {
    firstSource: contact.firstSource ?? contact.source,
    since: contact.createdAt,
    touches: proposedOnce(rows.map(toItem)),
  }
}
