import type { Actor } from '#server/context.ts'
import { visibleAgents } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Whose availability somebody says: their own, and an assistant that of the agent they work for. */
export const whoseAvailability = ({ assistsId, personId }: Actor): string => assistsId ?? personId

/** Whom somebody may give no new leads for a while: the people of their office or team, never themselves. */
export const pausable = (actor: Actor): Prisma.PersonWhereInput => ({
  AND: [
    actor.role === 'agent' || actor.role === 'assistant' ? { id: { in: [] } } : visibleAgents(actor),
    { removedAt: null, id: { not: actor.personId }, role: { not: 'assistant' } },
  ],
})
