import type { Actor } from '#server/context.ts'
import { visibleAgents } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Deals follow the agent who works on them, whoever keeps the contact. */
export function visibleDeals(actor: Actor): Prisma.DealWhereInput {
  switch (actor.role) {
    case 'owner':
    case 'admin':
      return { removedAt: null }
    default:
      return { removedAt: null, agent: visibleAgents(actor) }
  }
}
