import type { Db } from '#server/db.ts'
import { headlineOf, needInLines } from '../offers/offer.words.ts'
import { needColumns, needOf } from '../offers/offer-view.queries.ts'
import { chaseCourseSchema, stepsToCome } from './schedule.ts'

/** A chase as its mails and pages tell it: the need, who has had it since when, and what comes. Null when it is gone. */
export async function readChase(db: Db, { chaseId }: { chaseId: string }) {
  const chase = await db.leadChase.findUnique({
    where: { id: chaseId },
    include: {
      agent: { select: { id: true, fullName: true } },
      steps: { select: { rung: true, takenAt: true }, orderBy: { rung: 'asc' } },
      inquiry: {
        select: { ...needColumns, id: true, state: true, fullName: true, agentId: true, contactId: true, door: true },
      },
    },
  })
  if (!chase) return null
  const { inquiry, course, steps, nextAt, ...rest } = chase
  const need = needOf(inquiry)
  const parsed = chaseCourseSchema.parse(course)
  return {
    ...{ id: rest.id, agent: rest.agent, startedAt: rest.startedAt, endedAt: rest.endedAt, end: rest.end },
    ...{ headline: headlineOf(need), lines: needInLines(need), timeZone: parsed.timeZone },
    lead: {
      ...{ id: inquiry.id, fullName: inquiry.fullName, state: inquiry.state, agentId: inquiry.agentId },
      contactId: inquiry.contactId,
    },
    toCome: nextAt ? stepsToCome(parsed, steps.length, nextAt) : [],
  }
}
export type ChaseView = NonNullable<Awaited<ReturnType<typeof readChase>>>
