import type { Actor } from '#server/context.ts'
import { seesWholeFirm, visibleAgents } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Contacts follow their agent; a manager also sees those of the office whose agent sits elsewhere. */
export function visibleContacts(actor: Actor): Prisma.ContactWhereInput {
  if (seesWholeFirm(actor)) return { removedAt: null }
  if (actor.role === 'manager') return { removedAt: null, officeId: actor.officeId }
  return { removedAt: null, agent: visibleAgents(actor) }
}
