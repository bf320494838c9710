import type { Actor } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { seesWholeFirm } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** An inquiry follows its person. What has no person yet is seen by those who see the firm. */
export const visibleInquiries = (actor: Actor): Prisma.InquiryWhereInput =>
  seesWholeFirm(actor)
    ? { OR: [{ contactId: null }, { contact: { removedAt: null } }] }
    : { contact: visibleContacts(actor) }
