import type { Db } from '#server/db.ts'
import type { ChaseAct, ChaseEnd } from '#server/generated/prisma/enums.ts'
import { chaseCourseSchema, dueAt } from './schedule.ts'

/**
 * A chase with its lead, both locked until the caller's transaction ends; the lead first, as everybody does who gives
 * it to somebody. Null when there is none.
 */
export async function lockChase(tx: Db, chaseId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM inquiry WHERE id = (SELECT inquiry_id FROM lead_chase WHERE id = ${chaseId}::uuid) FOR UPDATE`
  await tx.$queryRaw`SELECT 1 FROM lead_chase WHERE id = ${chaseId}::uuid FOR UPDATE`
  const chase = await tx.leadChase.findUnique({
    where: { id: chaseId },
    include: {
      steps: { orderBy: { rung: 'asc' } },
      agent: { select: { id: true, fullName: true, email: true } },
      inquiry: { select: { id: true, state: true, agentId: true, contactId: true, because: true, fullName: true } },
    },
  })
  return chase && { ...chase, course: chaseCourseSchema.parse(chase.course) }
}
export type LockedChase = NonNullable<Awaited<ReturnType<typeof lockChase>>>

export const endChase = (tx: Db, { id }: Pick<LockedChase, 'id'>, end: ChaseEnd, at: Date) =>
  tx.leadChase.update({ where: { id }, data: { end, endedAt: at, nextAt: null }, select: { id: true } })

type Step = { act: ChaseAct; personId: string | null; at: Date }

/** Writes a step down, which its number allows once, and when the next one is due; after the last one it is over. */
export async function keepStep(tx: Db, chase: LockedChase, { act, personId, at }: Step): Promise<Date | null> {
  const rung = chase.steps.length
  await tx.leadChaseStep.create({ data: { chaseId: chase.id, rung, act, personId, takenAt: at } })
  const nextAt = dueAt(chase.course, rung + 1, at)
  if (nextAt) await tx.leadChase.update({ where: { id: chase.id }, data: { nextAt }, select: { id: true } })
  else await endChase(tx, chase, 'exhausted', at)
  return nextAt
}
