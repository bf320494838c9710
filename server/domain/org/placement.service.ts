import { endSessions } from '#server/auth/sessions.ts'
import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { changedFields, recordDeed } from '#server/domain/audit/audit.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import { mayGrant } from './org.policy.ts'
import type { Place } from './org.schema.ts'
import { checkPlace, keepAnOwner, requireManaged, successorWhere } from './people.service.ts'
import { voidTokens } from './tokens.service.ts'

/**
 * What an agent's book means to the subject that keeps it. Contacts stand above people, so the router hands this in.
 */
export type BookKeeper = {
  /** How many contacts follow this agent. */
  sizeOf: (db: Db, agentId: string) => Promise<number>
  /** Gives the whole book to another agent, in that agent's office. Returns how many contacts moved. */
  handOver: (tx: Db, move: { fromId: string; toId: string; now: Date }) => Promise<number>
  /** The agent went to another office and takes the book along. */
  moveOffice: (tx: Db, move: { agentId: string; officeId: string; now: Date }) => Promise<number>
  /** Somebody is gone who had set up things for other agents' contacts: those go to the agents. */
  leave: (tx: Db, personId: string) => Promise<number>
}

/** Role, office, team and whom they assist: one decision, because each is valid only with the others. */
export async function placePerson(ctx: Context, input: Place & { personId: string }, books: BookKeeper) {
  const { db, actor, now } = ctx
  if (!mayGrant(actor, input)) {
    throw new DomainError('FORBIDDEN', 'Your role does not include placing people there. An admin can do it.')
  }
  return db.$transaction(async (tx) => {
    const person = await requireManaged(tx, ctx, input.personId)
    if (input.assistsId === person.id) throw new DomainError('BAD_REQUEST', 'Nobody assists themselves.')
    const place = await checkPlace(tx, input)
    if (place.role !== 'owner') await keepAnOwner(tx, person)
    if (place.role === 'assistant') await refuseBook(tx, person, books)
    await tx.person.update({ where: { id: person.id }, data: place })
    if (place.officeId !== person.officeId) {
      await books.moveOffice(tx, { agentId: person.id, officeId: place.officeId, now: now() })
      await tx.person.updateMany({ where: { assistsId: person.id }, data: { assistsId: null } })
    }
    const { role, officeId, teamId, assistsId } = person
    const change = changedFields({ role, officeId, teamId, assistsId }, place)
    if (change) await recordDeed(tx, ctx, { action: 'personPlaced', target: 'person', targetId: person.id, ...change })
    return { personId: person.id }
  })
}

async function refuseBook(tx: Db, person: { id: string; fullName: string }, books: BookKeeper) {
  const size = await books.sizeOf(tx, person.id)
  if (size === 0) return
  const words = `${person.fullName} looks after ${size} contacts, and an assistant has none of their own. Hand them over first.`
  throw new DomainError('PRECONDITION_FAILED', words)
}

type Removal = { personId: string; successorId?: string | null | undefined }

/** Takes effect at once: sessions end, links stop working, and the book goes to the successor in the same moment. */
export async function removePerson(ctx: Context, { personId, successorId }: Removal, books: BookKeeper) {
  const { db, now } = ctx
  return db.$transaction(async (tx) => {
    const person = await requireManaged(tx, ctx, personId)
    if (person.removedAt) return { personId, handedOver: 0 }
    await keepAnOwner(tx, person)
    const successor = successorId ? await requireSuccessor(tx, ctx, { personId, successorId }) : null
    const size = await books.sizeOf(tx, personId)
    if (size > 0 && !successor) {
      const words = `${person.fullName} still looks after ${size} ${size === 1 ? 'contact' : 'contacts'}. Choose who takes over.`
      throw new DomainError('PRECONDITION_FAILED', words)
    }
    const at = now()
    const handedOver = successor ? await books.handOver(tx, { fromId: personId, toId: successor.id, now: at }) : 0
    await books.leave(tx, personId)
    await tx.person.update({ where: { id: personId }, data: { removedAt: at } })
    await voidTokens(tx, { personId, now: at })
    const { count: sessions } = await endSessions(tx, { personId, now: at })
    const after = { sessions, ...(successor ? { successorId: successor.id, contacts: handedOver } : {}) }
    await recordDeed(tx, ctx, { action: 'personRemoved', target: 'person', targetId: personId, after })
    return { personId, handedOver }
  })
}

async function requireSuccessor(
  tx: Db,
  ctx: Context,
  { personId, successorId }: { personId: string; successorId: string },
) {
  if (successorId === personId) throw new DomainError('BAD_REQUEST', 'Choose somebody else to take over.')
  const successor = await tx.person.findFirst({ where: successorWhere(ctx, successorId), select: { id: true } })
  if (!successor) throw notFound('The person who should take over')
  return successor
}

/** Back as they were, with their password; the contacts stay with whoever has them now. */
export async function restorePerson(ctx: Context, { personId }: { personId: string }) {
  return ctx.db.$transaction(async (tx) => {
    const person = await requireManaged(tx, ctx, personId)
    if (!person.removedAt) return { personId }
    await tx.person.update({ where: { id: personId }, data: { removedAt: null } })
    await recordDeed(tx, ctx, { action: 'personRestored', target: 'person', targetId: personId })
    return { personId }
  })
}
