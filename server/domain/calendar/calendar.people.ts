import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { possibleKeepers } from './calendar.policy.ts'

/** The zone in which the actor's office keeps its calendar. */
export async function zoneOf({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<string> {
  const office = await db.office.findUniqueOrThrow({ where: { id: actor.officeId }, select: { timeZone: true } })
  return office.timeZone
}

/** The contact that something is about, or a refusal in words. */
export async function requireContact(tx: Db, { actor }: Context, contactId: string) {
  const contact = await tx.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { id: true, agentId: true },
  })
  if (!contact) throw notFound('This contact')
  return contact
}

type Asked = { keeperId: string | undefined; contactId: string | undefined }

/**
 * Who does it: whoever is named, else the actor. What is about a contact goes to somebody who sees the contact: on
 * anybody else's day it would stand without a name.
 */
export async function requireKeeper(tx: Db, ctx: Context, { keeperId, contactId }: Asked): Promise<string> {
  const { actor } = ctx
  const contact = contactId ? await requireContact(tx, ctx, contactId) : null
  const wanted = keeperId ?? actor.personId
  const sees = contact ? { OR: [{ id: contact.agentId }, { id: actor.personId }, { assistsId: contact.agentId }] } : {}
  const keeper = await tx.person.findFirst({
    where: { AND: [possibleKeepers(actor), sees, { id: wanted }] },
    select: { id: true },
  })
  if (keeper) return keeper.id
  throw new DomainError('FORBIDDEN', 'Give it to the agent of this contact, to their assistant, or do it yourself.')
}

/** Whose days the actor may look at; oneself first. */
export async function listKeepers({ db, actor }: Context) {
  const people = await db.person.findMany({
    where: possibleKeepers(actor),
    select: { id: true, fullName: true },
    orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
  })
  return people.sort((a, b) => Number(b.id === actor.personId) - Number(a.id === actor.personId))
}
