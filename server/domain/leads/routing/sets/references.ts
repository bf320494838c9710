import type { Db } from '#server/db.ts'
import { DomainError } from '#server/errors.ts'
import type { DefaultRule, Rule, Rules } from '../rules.schema.ts'

const allOf = ({ rules, fallback }: Rules): (Rule | DefaultRule)[] => [...rules, fallback]

/** Whom and what the rules name. */
export function namedIn(rules: Rules) {
  const pools = allOf(rules).flatMap(({ method }) => ('pool' in method ? [method.pool] : []))
  const unique = (ids: string[]) => [...new Set(ids)]
  return {
    officeIds: unique([
      ...pools.flatMap(({ officeIds }) => officeIds),
      ...rules.rules.flatMap(({ when }) => when.officeIds ?? []),
    ]),
    teamIds: unique(pools.flatMap(({ teamIds }) => teamIds)),
    agentIds: unique([
      ...pools.flatMap(({ agentIds }) => agentIds),
      ...allOf(rules).flatMap(({ method }) => (method.kind === 'named' ? [method.agentId] : [])),
      ...allOf(rules).flatMap(({ method }) =>
        method.kind === 'weighted' ? method.weights.map((each) => each.agentId) : [],
      ),
    ]),
    pondIds: unique([
      ...allOf(rules).flatMap(({ method }) => (method.kind === 'pond' ? [method.pondId] : [])),
      ...allOf(rules).flatMap(({ ladder }) => ladder.steps.flatMap(({ pondId }) => (pondId ? [pondId] : []))),
    ]),
  }
}

/** A rule that names what is not there would fail when a lead comes, at night. */
export async function refuseUnknown(tx: Db, rules: Rules): Promise<void> {
  const { officeIds, teamIds, agentIds, pondIds } = namedIn(rules)
  const [offices, teams, people, ponds] = [
    await tx.office.count({ where: { id: { in: officeIds } } }),
    await tx.team.count({ where: { id: { in: teamIds } } }),
    await tx.person.count({ where: { id: { in: agentIds } } }),
    await tx.leadPond.count({ where: { id: { in: pondIds }, removedAt: null } }),
  ]
  const missing = [
    ...(offices < officeIds.length ? ['an office'] : []),
    ...(teams < teamIds.length ? ['a team'] : []),
    ...(people < agentIds.length ? ['an agent'] : []),
    ...(ponds < pondIds.length ? ['a pond'] : []),
  ]
  if (missing.length > 0) {
    throw new DomainError('BAD_REQUEST', `The rules name ${missing.join(' and ')} that does not exist any more.`)
  }
}
