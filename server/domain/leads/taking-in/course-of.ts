import type { Db } from '#server/db.ts'
import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'
import type { Course } from '../offers/course.ts'
import type { AgentState, StoredDecision } from '../routing/routing.types.ts'

/** The ladder of the rule that decided, on the clock of the office of whoever is asked first; `people` are known already. */
export async function courseOf(
  tx: Db,
  { outcome, ladder, offerMinutes, ruleId }: StoredDecision,
  at: Date,
  people: readonly AgentState[] = [],
): Promise<Course> {
  const [first] = outcome.kind === 'offer' || outcome.kind === 'offer-all' ? outcome.agentIds : []
  const known = people.find(({ agentId }) => agentId === first)?.zone
  const asked =
    first && !known
      ? await tx.office.findFirst({ where: { people: { some: { id: first } } }, select: { timeZone: true } })
      : null
  return { ladder, offerMinutes, ruleId, startedAt: at, timeZone: known ?? asked?.timeZone ?? FIRM_ZONE }
}
