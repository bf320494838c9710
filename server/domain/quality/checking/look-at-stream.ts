import type { QualityStreamName } from '../quality.words.ts'
import { RULES } from '../rules/rules.ts'
import { lookByRule, type QualityDeps } from './look.ts'

export type LookedAt = { opened: number; reopened: number; closed: number; failed: string[] }

/**
 * Looks by each rule of a stream, once for an evaluation that began at `since`: cut short and done again, it goes on with
 * the rules that have not looked, and tells of those alone.
 */
export async function lookAtStream(deps: QualityDeps, stream: QualityStreamName, since: Date): Promise<LookedAt> {
  const done = await deps.db.qualityCheck.findMany({
    where: { checkedAt: { gte: since }, outcome: { not: 'failed' } },
    select: { ruleKey: true },
  })
  const hasLooked = new Set(done.map(({ ruleKey }) => ruleKey))
  const sums: LookedAt = { opened: 0, reopened: 0, closed: 0, failed: [] }
  for (const rule of RULES) {
    if (rule.stream !== stream || hasLooked.has(rule.key)) continue
    const looked = await lookByRule(deps, rule)
    sums.opened += looked.opened
    sums.reopened += looked.reopened
    sums.closed += looked.closed
    if (looked.outcome === 'failed') sums.failed.push(rule.name)
  }
  return sums
}
