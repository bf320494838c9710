import type { Actor } from '#server/context.ts'
import { seesWholeFirm, visibleAgents } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** A mail follows the contact it was written to; mails about accounts are for owners and admins alone. */
export function visibleMails(actor: Actor): Prisma.OutboxMailWhereInput {
  if (seesWholeFirm(actor)) return {}
  if (actor.role === 'manager') return { contact: { officeId: actor.officeId, removedAt: null } }
  return { contact: { agent: visibleAgents(actor), removedAt: null } }
}
