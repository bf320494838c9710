import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { Role } from '#server/generated/prisma/enums.ts'
import { refuseDuplicate } from './org.duplicates.ts'
import { mayGrant, mayManage, seesWholeFirm, visiblePeople } from './org.policy.ts'
import type { Place } from './org.schema.ts'
import { issueToken } from './tokens.service.ts'

const notYours = 'Your role does not include this. An admin can do it.'

type Invitation = Place & { fullName: string; email: string; title?: string | null | undefined }

/** A new colleague, and the mail that lets them in. */
export async function invitePerson(ctx: Context, input: Invitation) {
  const { db, actor } = ctx
  if (!mayGrant(actor, input)) throw new DomainError('FORBIDDEN', notYours)
  const { fullName, email, title = null } = input
  return db.$transaction(async (tx) => {
    const place = await checkPlace(tx, input)
    const created = tx.person.create({ data: { fullName, email, title, ...place }, select: { id: true } })
    const person = await refuseDuplicate(
      'Somebody with this e-mail is here already. Look among the removed people too.',
      created,
    )
    await sendInvitation(tx, ctx, { id: person.id, email })
    await recordDeed(tx, ctx, { action: 'personInvited', target: 'person', targetId: person.id, after: place })
    return { personId: person.id }
  })
}

/** A fresh link for somebody who has not used theirs, or came over from the old system without one. */
export async function resendInvitation(ctx: Context, { personId }: { personId: string }) {
  return ctx.db.$transaction(async (tx) => {
    const person = await requireManaged(tx, ctx, personId)
    if (person.removedAt) throw new DomainError('CONFLICT', `${person.fullName} was removed. Restore them first.`)
    if (person.passwordHash) throw new DomainError('CONFLICT', `${person.fullName} can sign in already.`)
    await sendInvitation(tx, ctx, person)
    await recordDeed(tx, ctx, { action: 'invitationSentAgain', target: 'person', targetId: personId })
    return { personId }
  })
}

async function sendInvitation(tx: Db, { actor, now }: Context, person: { id: string; email: string }) {
  const { id: tokenId } = await issueToken(tx, { personId: person.id, kind: 'invitation', now: now() })
  const payload = { tokenId, invitedById: actor.personId }
  await queueMail(tx, { kind: 'invitation', recipient: person.email, dedupeKey: `invitation:${tokenId}`, payload })
}

/** Their own name, title and phone, as clients see them. */
export async function updateProfile(
  { db, actor }: Context,
  input: { fullName: string; title?: string | null | undefined; phone?: string | null | undefined },
) {
  const { fullName, title = null, phone = null } = input
  await db.person.update({ where: { id: actor.personId }, data: { fullName, title, phone } })
  return { personId: actor.personId }
}

/** The person's row, locked until the transaction ends. Who may not see them is told that they do not exist. */
export async function requireManaged(tx: Db, { actor }: Context, personId: string) {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`
  const person = await tx.person.findFirst({
    where: { AND: [{ id: personId }, visiblePeople(actor)] },
    select: {
      ...{ id: true, fullName: true, email: true, passwordHash: true, removedAt: true },
      ...{ role: true, officeId: true, teamId: true, assistsId: true },
    },
  })
  if (!person) throw notFound('This person')
  if (!mayManage(actor, person)) throw new DomainError('FORBIDDEN', notYours)
  return person
}

/** Two owners who remove each other at the same moment would leave a firm that nobody can run. */
export async function keepAnOwner(tx: Db, leaving: { id: string; role: Role }) {
  if (leaving.role !== 'owner') return
  const owners = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM person WHERE role = 'owner' AND removed_at IS NULL AND password_hash IS NOT NULL
     ORDER BY id FOR UPDATE`
  if (!owners.some(({ id }) => id !== leaving.id)) {
    throw new DomainError(
      'PRECONDITION_FAILED',
      'The firm needs an owner who can sign in. Make somebody else one first.',
    )
  }
}

/** A place that makes sense: a team of that office, and an agent of it for an assistant. */
export async function checkPlace(tx: Db, { role, officeId, teamId, assistsId }: Place) {
  const office = await tx.office.findUnique({ where: { id: officeId }, select: { id: true } })
  if (!office) throw notFound('This office')
  if (teamId && !(await tx.team.findFirst({ where: { id: teamId, officeId }, select: { id: true } }))) {
    throw new DomainError('BAD_REQUEST', 'That team belongs to another office.')
  }
  if (role !== 'assistant') return { role, officeId, teamId: teamId ?? null, assistsId: null }
  const agent =
    assistsId &&
    (await tx.person.findFirst({
      where: { id: assistsId, officeId, removedAt: null, role: { not: 'assistant' } },
      select: { id: true },
    }))
  if (!agent) throw new DomainError('BAD_REQUEST', 'Choose the agent they work for, in the same office.')
  return { role, officeId, teamId: teamId ?? null, assistsId: agent.id }
}

/** Whether the actor may hand a book to this person: an agent of the firm, or of the office they manage. */
export const successorWhere = ({ actor }: Context, id: string) => ({
  id,
  removedAt: null,
  role: { not: 'assistant' as const },
  ...(seesWholeFirm(actor) ? {} : { officeId: actor.officeId }),
})
