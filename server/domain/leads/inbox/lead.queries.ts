import type { Context } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { notFound } from '#server/errors.ts'
import { findReach, isUnreached } from '../offers/reached.sql.ts'
import { LATE_MS } from '../offers/wait-for-channels.ts'
import { ladderOf } from './ladder.ts'
import { row, toItem } from './lead-row.ts'
import { mayGiveLeads, visibleLeads } from './leads.policy.ts'

const MOST_OFFERS = 100

/** One lead as it came, and how it stands. */
export async function getLead({ db, actor }: Context, { inquiryId }: { inquiryId: string }) {
  const lead = await db.inquiry.findFirst({
    where: { AND: [visibleLeads(actor), { id: inquiryId }] },
    select: { ...row, raw: true, tags: true, joinsId: true },
  })
  if (!lead) throw notFound('This lead')
  const { raw, tags, joinsId, ...rest } = lead
  const contact = rest.contact
    ? await db.contact.findFirst({
        where: { AND: [visibleContacts(actor), { id: rest.contact.id }] },
        select: { id: true, fullName: true },
      })
    : null
  // A manager may see a lead that is held out to their people, and not yet the contact, which somebody else keeps.
  return { ...toItem(rest), contact, raw, tags, joinsId, mayGive: mayGiveLeads(actor) }
}

const person = { select: { id: true, fullName: true } } as const

/** Each time this lead was held out, the first first: who was asked, what they did, and what the ladder did. */
export async function listOffersOfLead({ db, actor, now }: Context, { inquiryId }: { inquiryId: string }) {
  const lead = await db.inquiry.findFirst({
    where: { AND: [visibleLeads(actor), { id: inquiryId }] },
    select: { id: true, joinsId: true },
  })
  if (!lead) throw notFound('This lead')
  const rows = await db.leadOffer.findMany({
    where: { inquiryId: lead.joinsId ?? lead.id },
    select: {
      ...{ id: true, hop: true, kind: true, state: true, offeredAt: true, expiresAt: true, seenAt: true },
      ...{ endedAt: true, endedVia: true, handedBackAt: true, ladder: true },
      steps: { select: { rung: true, act: true, takenAt: true }, orderBy: { rung: 'asc' } },
      people: {
        select: {
          ...{ personId: true, askedAt: true, seenAt: true, extendedAt: true, passedAt: true, passReason: true },
          ...{ missedAt: true, wonAt: true },
          person,
        },
        orderBy: [{ askedAt: 'asc' }, { personId: 'asc' }],
      },
    },
    orderBy: { hop: 'asc' },
    take: MOST_OFFERS,
  })
  const late = new Date(now().getTime() - LATE_MS)
  const live = rows.filter(({ endedAt, offeredAt }) => !endedAt && offeredAt < late).map(({ id }) => id)
  const unreached = (await findReach(db, live)).filter(isUnreached).map(({ offerId }) => offerId)
  const offers = rows.map(({ ladder: _ladder, ...offer }) => ({ ...offer, isUnreached: unreached.includes(offer.id) }))
  return { offers, ladder: ladderOf(rows) }
}
