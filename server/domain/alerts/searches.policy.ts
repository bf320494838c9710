import type { Actor } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** A search follows its contact: who may see the person may see what they look for. */
export const visibleSearches = (actor: Actor): Prisma.SavedSearchWhereInput => ({
  removedAt: null,
  contact: visibleContacts(actor),
})
