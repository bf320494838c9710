import type { Context } from '#server/context.ts'
import { recordDeed } from '#server/domain/audit/audit.service.ts'
import { notFound } from '#server/errors.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'

/** Who gets what nobody else is meant for: there is always somebody. */
export async function getDefaultPerson({ db }: Context) {
  const { agentId } = await findFallback(db)
  return db.person.findUniqueOrThrow({ where: { id: agentId }, select: { id: true, fullName: true } })
}

/** Chooses them. To choose the same twice changes nothing, and leaves no row in the audit. */
export async function setDefaultPerson(ctx: Context, { personId }: { personId: string }) {
  const { db } = ctx
  const person = await db.person.findFirst({
    where: { id: personId, removedAt: null, role: { not: 'assistant' } },
    select: { id: true, fullName: true },
  })
  if (!person) throw notFound('This person')
  return db.$transaction(async (tx) => {
    const before = await tx.leadSetting.findUnique({ where: { id: 1 }, select: { defaultPersonId: true } })
    if (before?.defaultPersonId === personId) return person
    const chosen = { defaultPersonId: personId }
    await tx.leadSetting.upsert({ where: { id: 1 }, create: chosen, update: chosen })
    await recordDeed(tx, ctx, { action: 'inquiriesGiven', target: 'person', targetId: personId })
    return person
  })
}
