import type { Actor } from '#server/context.ts'
import { visibleAgents } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Contacts follow their agent; a manager also sees those of the office whose agent sits elsewhere. */
export function visibleContacts(actor: Actor): Prisma.ContactWhereInput {
  switch (actor.role) {
    case 'owner':
    case 'admin':
      return { removedAt: null }
    case 'manager':
      return { removedAt: null, officeId: actor.officeId }
    case 'teamLead':
      return { removedAt: null, agent: visibleAgents(actor) }
    // By the column itself, without the join: this is the list that is opened most.
    case 'agent':
      return { removedAt: null, agentId: actor.personId }
    case 'assistant':
      return { removedAt: null, agentId: actor.assistsId ?? actor.personId }
  }
}

/** Who may keep a contact that this actor sets up or hands on: agents whose book they work on, and who are still here. */
export const possibleAgents = (actor: Actor): Prisma.PersonWhereInput => ({
  AND: [visibleAgents(actor), { removedAt: null, role: { not: 'assistant' } }],
})

/** Whose book a new contact goes into when nobody is named. */
export const ownBook = (actor: Actor): string =>
  actor.role === 'assistant' ? (actor.assistsId ?? actor.personId) : actor.personId
