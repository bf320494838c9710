import type { Actor } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** An inquiry follows its person. What has no person yet is seen by those who see the firm. */
export const visibleInquiries = (actor: Actor): Prisma.InquiryWhereInput =>
  seesWholeFirm(actor)
    ? { OR: [{ contactId: null }, { contact: { removedAt: null } }] }
    : { contact: visibleContacts(actor) }

/** Whoever runs an office can give a lead to somebody; everybody else takes what is held out to them. */
export const mayGiveLeads = (actor: Actor) => seesWholeFirm(actor) || actor.role === 'manager'

/**
 * Who sees a lead and how it stands. While it is held out, its person is kept by somebody else: the manager of an office
 * sees what their people are asked for, too. Whoever is only asked sees the offer, and not the lead.
 */
export const visibleLeads = (actor: Actor): Prisma.InquiryWhereInput => {
  if (actor.role !== 'manager') return visibleInquiries(actor)
  const { officeId } = actor
  return {
    OR: [
      visibleInquiries(actor),
      {
        state: 'offered',
        contact: { removedAt: null },
        offers: { some: { endedAt: null, people: { some: { person: { officeId } } } } },
      },
      { state: 'pond', contact: { removedAt: null }, pond: { officeId } },
    ],
  }
}
