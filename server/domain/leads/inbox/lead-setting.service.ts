import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'

/** Who gets what nobody else is meant for: there is always somebody. */
export async function getDefaultPerson({ db }: Context) {
  const { agentId } = await findFallback(db)
  return db.person.findUniqueOrThrow({ where: { id: agentId }, select: { id: true, fullName: true } })
}

export async function setDefaultPerson({ db }: Context, { personId }: { personId: string }) {
  const person = await db.person.findFirst({
    where: { id: personId, removedAt: null, role: { not: 'assistant' } },
    select: { id: true, fullName: true },
  })
  if (!person) throw notFound('This person')
  await db.leadSetting.upsert({
    where: { id: 1 },
    create: { defaultPersonId: personId },
    update: { defaultPersonId: personId },
  })
  return person
}
