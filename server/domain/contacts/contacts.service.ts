import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { newId } from '#server/ids.ts'
import type { ContactFollowers } from './contacts.followers.ts'
import { ownBook, possibleAgents, visibleContacts } from './contacts.policy.ts'
import type { CreateContactInput, UpdateContactInput } from './contacts.schema.ts'
import type { ContactStageName } from './contacts.words.ts'

/** An agent whose book the actor works on, or a refusal in words. */
export async function requireAgent(tx: Db, { actor }: Context, agentId: string) {
  const agent = await tx.person.findFirst({
    where: { AND: [possibleAgents(actor), { id: agentId }] },
    select: { id: true, officeId: true, fullName: true },
  })
  if (!agent) throw new DomainError('FORBIDDEN', 'You can only give contacts to agents whose contacts you see.')
  return agent
}

/** Sets up a contact in the actor's book, or in that of an agent whose book they work on. */
export async function createContact(ctx: Context, { agentId, ...details }: CreateContactInput) {
  const { db, actor, now } = ctx
  return db.$transaction(async (tx) => {
    const agent = await requireAgent(tx, ctx, agentId ?? ownBook(actor))
    const id = newId()
    const at = now()
    const place = { agentId: agent.id, officeId: agent.officeId, createdAt: at, updatedAt: at }
    await tx.contact.create({ data: { id, ...details, ...place }, select: { id: true } })
    await recordFacts(tx, [
      {
        contactId: id,
        kind: 'contact.created',
        summary: `Added by ${actor.fullName}`,
        occurredAt: at,
        factKey: `contact:${id}:created`,
      },
    ])
    return { id }
  })
}

/** Changes a contact, unless somebody else did since the form was opened. */
export async function updateContact(ctx: Context, input: UpdateContactInput, followers: ContactFollowers) {
  const { db, actor, now } = ctx
  const { contactId, basedOn, agentId, ...details } = input
  return db.$transaction(async (tx) => {
    const visible = { AND: [visibleContacts(actor), { id: contactId }] }
    const before = await tx.contact.findFirst({ where: visible, select: { agentId: true } })
    if (!before) throw notFound('This contact')
    const moves = agentId !== undefined && agentId !== before.agentId
    const agent = moves ? await requireAgent(tx, ctx, agentId) : null
    const at = now()
    const { count } = await tx.contact.updateMany({
      where: { AND: [visible, { updatedAt: basedOn }] },
      data: { ...details, ...(agent ? { agentId: agent.id, officeId: agent.officeId } : {}), updatedAt: at },
    })
    if (count === 0) {
      throw new DomainError(
        'CONFLICT',
        'Somebody else changed this contact while you were editing. Open it again to see their change.',
      )
    }
    await followers.followAddresses(tx, [contactId])
    if (agent) {
      await followers.followAgents(tx, [{ contactId, fromId: before.agentId }])
      const factKey = `contact:${contactId}:agent:${at.toISOString()}`
      const summary = `Handed to ${agent.fullName} by ${actor.fullName}`
      await recordFacts(tx, [{ contactId, kind: 'contact.handed-over', summary, occurredAt: at, factKey }])
    }
    return { id: contactId, updatedAt: at }
  })
}

export const STAGE_WORDS = { lead: 'a lead', active: 'active', client: 'a client', past: 'a past client' } as const

/** Moves a contact to another stage. Setting the stage it has already changes nothing. */
export async function setStage(
  { db, actor, now }: Context,
  { contactId, stage }: { contactId: string; stage: ContactStageName },
) {
  return db.$transaction(async (tx) => {
    const visible = { AND: [visibleContacts(actor), { id: contactId }] }
    const at = now()
    const { count } = await tx.contact.updateMany({
      where: { AND: [visible, { stage: { not: stage } }] },
      data: { stage, updatedAt: at },
    })
    if (count === 0) {
      const contact = await tx.contact.findFirst({ where: visible, select: { id: true } })
      if (!contact) throw notFound('This contact')
      return { id: contactId, stage }
    }
    const factKey = `contact:${contactId}:stage:${at.toISOString()}`
    const summary = `Is now ${STAGE_WORDS[stage]}, says ${actor.fullName}`
    await recordFacts(tx, [{ contactId, kind: 'contact.stage', summary, occurredAt: at, factKey }])
    return { id: contactId, stage }
  })
}

/** Takes a contact away, and the mails to them with it; `restoreContact` is the undo. */
export async function removeContact({ db, actor, now }: Context, { contactId }: { contactId: string }) {
  const { count } = await db.contact.updateMany({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    data: { removedAt: now() },
  })
  if (count === 0) throw notFound('This contact')
  return { id: contactId }
}

export async function restoreContact({ db, actor }: Context, { contactId }: { contactId: string }) {
  const { removedAt: _removed, ...visible } = visibleContacts(actor)
  const { count } = await db.contact.updateMany({
    where: { AND: [visible, { id: contactId, removedAt: { not: null } }] },
    data: { removedAt: null },
  })
  if (count === 0) throw notFound('This contact')
  return { id: contactId }
}
