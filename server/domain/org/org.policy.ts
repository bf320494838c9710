import type { Actor } from '#server/context.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { Role } from '#server/generated/prisma/enums.ts'

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

/** Colleagues: the firm for owners and admins, one's own office for everybody else. */
export const visiblePeople = (actor: Actor): Prisma.PersonWhereInput =>
  seesWholeFirm(actor) ? {} : { officeId: actor.officeId }

export const visibleOffices = (actor: Actor): Prisma.OfficeWhereInput =>
  seesWholeFirm(actor) ? {} : { id: actor.officeId }

export const visibleTeams = (actor: Actor): Prisma.TeamWhereInput =>
  seesWholeFirm(actor) ? {} : { officeId: actor.officeId }

/** The roles an actor may give to somebody, and take from them. */
export function grantableRoles(actor: Actor): readonly Role[] {
  switch (actor.role) {
    case 'owner':
      return ['owner', 'admin', 'manager', 'teamLead', 'agent', 'assistant']
    case 'admin':
      return ['admin', 'manager', 'teamLead', 'agent', 'assistant']
    case 'manager':
      return ['agent', 'assistant']
    default:
      return []
  }
}

/** Whether an actor may place somebody in this role and office. */
export const mayGrant = (actor: Actor, place: { role: Role; officeId: string }) =>
  grantableRoles(actor).includes(place.role) && mayRunOffice(actor, place.officeId)

/** Whether an actor may move, remove or restore this person: nobody does that to themselves. */
export const mayManage = (actor: Actor, person: { id: string; role: Role; officeId: string }) =>
  person.id !== actor.personId && mayGrant(actor, person)

/** Whether an actor may change the teams of an office. */
export const mayRunOffice = (actor: Actor, officeId: string) =>
  seesWholeFirm(actor) || (actor.role === 'manager' && actor.officeId === officeId)
