import type { Actor } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { seesWholeFirm, visibleAgents } from '#server/domain/org/org.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'

/** Whose days an actor may look at: those whose book they work on, and their own. */
export const visibleKeepers = (actor: Actor): Prisma.PersonWhereInput =>
  // An empty condition within an OR is left out by Prisma: an admin saw nobody but themselves.
  seesWholeFirm(actor) ? {} : { OR: [visibleAgents(actor), { id: actor.personId }] }

/** What is about a contact that was taken away is gone with it, and comes back with it. */
const isThere = {
  removedAt: null,
  OR: [{ contactId: null }, { contact: { removedAt: null } }],
} satisfies Prisma.TaskWhereInput & Prisma.AppointmentWhereInput

/** Tasks of people whose days one may look at, and those about contacts that one sees, whoever does them. */
export const visibleTasks = (actor: Actor): Prisma.TaskWhereInput => ({
  AND: [isThere, { OR: [{ assignee: visibleKeepers(actor) }, { contact: visibleContacts(actor) }] }],
})

export const visibleAppointments = (actor: Actor): Prisma.AppointmentWhereInput => ({
  AND: [isThere, { OR: [{ owner: visibleKeepers(actor) }, { contact: visibleContacts(actor) }] }],
})

/** What was removed, for those who could see it. */
export const removedTasks = (actor: Actor): Prisma.TaskWhereInput => ({
  removedAt: { not: null },
  OR: [{ contactId: null, assignee: visibleKeepers(actor) }, { contact: visibleContacts(actor) }],
})

export const removedAppointments = (actor: Actor): Prisma.AppointmentWhereInput => ({
  removedAt: { not: null },
  OR: [{ contactId: null, owner: visibleKeepers(actor) }, { contact: visibleContacts(actor) }],
})

/** Who may be given something to do: people who are still here, whose days one looks at. */
export const possibleKeepers = (actor: Actor): Prisma.PersonWhereInput => ({
  AND: [visibleKeepers(actor), { removedAt: null }],
})

/** Whose day is meant by "mine": an assistant works on two. */
export const ownDays = (actor: Actor): string[] =>
  actor.assistsId ? [actor.personId, actor.assistsId] : [actor.personId]
