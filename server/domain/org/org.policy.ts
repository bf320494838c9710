import type { Actor } from '#server/context.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Owners and admins see the whole firm. */
export const seesWholeFirm = (actor: Actor) => actor.role === 'owner' || actor.role === 'admin'

/**
 * The agents whose book an actor may work on: the firm, the office, the team, the agent one assists, or oneself.
 * Everything that follows an agent (contacts, searches, mails) filters by this.
 */
export function visibleAgents(actor: Actor): Prisma.PersonWhereInput {
  switch (actor.role) {
    case 'owner':
    case 'admin':
      return {}
    case 'manager':
      return { officeId: actor.officeId }
    case 'teamLead':
      return actor.teamId ? { OR: [{ teamId: actor.teamId }, { id: actor.personId }] } : { id: actor.personId }
    case 'agent':
      return { id: actor.personId }
    case 'assistant':
      return { id: actor.assistsId ?? actor.personId }
  }
}
