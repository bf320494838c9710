import type { Db } from '#server/db.ts'
import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'
import type { Course } from '../offers/course.ts'
import type { StoredDecision } from '../routing/routing.types.ts'

/** The ladder of the rule that decided, on the clock of the office of whoever is asked first. */
export async function courseOf(
  tx: Db,
  { outcome, ladder, offerMinutes, ruleId }: StoredDecision,
  at: Date,
): Promise<Course> {
  const [first] = outcome.kind === 'offer' || outcome.kind === 'offer-all' ? outcome.agentIds : []
  const asked = first
    ? await tx.office.findFirst({ where: { people: { some: { id: first } } }, select: { timeZone: true } })
    : null
  return { ladder, offerMinutes, ruleId, startedAt: at, timeZone: asked?.timeZone ?? FIRM_ZONE }
}
