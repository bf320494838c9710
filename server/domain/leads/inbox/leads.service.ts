import type { Context } from '#server/context.ts'
import { startSearch } from '#server/domain/alerts/searches.service.ts'
import { contactTouched } from '#server/domain/contacts/touches/touches.events.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { announce } from '#server/outbox.ts'
import { goOnChasing } from '../idle/start-chase.ts'
import { likeThisHome, nameLike } from '../like-this-home.ts'
import { visibleInquiries } from './leads.policy.ts'

type Answered = { inquiryId: string; answered: boolean }

/** Says that a human has answered, or that it was a slip. To say the same twice changes nothing. */
export async function setAnswered({ db, actor, now }: Context, { inquiryId, answered }: Answered) {
  const visible = { AND: [visibleInquiries(actor), { id: inquiryId }] }
  const at = now()
  return db.$transaction(async (tx) => {
    const [lead] = await tx.inquiry.updateManyAndReturn({
      where: { AND: [visible, { state: answered ? 'open' : 'answered' }] },
      data: answered
        ? { state: 'answered', answeredAt: at, answeredById: actor.personId }
        : { state: 'open', answeredAt: null, answeredById: null },
      select: { contactId: true, agentId: true },
    })
    if (!lead && !(await tx.inquiry.findFirst({ where: visible, select: { id: true } }))) throw notFound('This lead')
    if (answered && lead?.contactId) await announce(tx, contactTouched({ contactId: lead.contactId }))
    if (!answered && lead?.agentId) await goOnChasing(tx, { inquiryId, agentId: lead.agentId, at })
    return { inquiryId, answered }
  })
}

/** Makes the alert that somebody ticked when they asked about a home, with their word for it. Made twice, it is made once. */
export async function makeAlert({ db, actor, now }: Context, { inquiryId }: { inquiryId: string }) {
  const at = now()
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM inquiry WHERE id = ${inquiryId}::uuid FOR UPDATE`
    const inquiry = await tx.inquiry.findFirst({
      where: { AND: [visibleInquiries(actor), { id: inquiryId }] },
      include: { listing: true, contact: { select: { id: true, email: true } } },
    })
    if (!inquiry?.contact) throw notFound('This lead')
    const { searchId, consentText, listing, contact, receivedAt, networkHash } = inquiry
    if (searchId) return { searchId, contactId: contact.id }
    if (!consentText || !listing) {
      throw new DomainError('PRECONDITION_FAILED', 'They did not ask for alerts. Ask them, then set one up yourself.')
    }
    const criteria = likeThisHome(listing)
    const word = { source: 'Inquiry', consentedAt: receivedAt, consentText, networkHash } as const
    const consent = { ...word, recordId: inquiryId, statedById: actor.personId }
    const search = await startSearch(tx, {
      ...{ contactId: contact.id, ownerId: actor.personId, reachable: contact.email !== null, rhythm: undefined },
      ...{ name: nameLike(listing), criteria, consent, at },
    })
    await tx.inquiry.update({ where: { id: inquiryId }, data: { searchId: search.id } })
    return { searchId: search.id, contactId: contact.id }
  })
}
