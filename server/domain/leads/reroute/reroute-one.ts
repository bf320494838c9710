import type { Db } from '#server/db.ts'
import { nextHop } from '../idle/next-hop.sql.ts'
import { keepMeanwhile, release } from '../idle/release.ts'
import { stopChase } from '../idle/start-chase.ts'
import { followDecision } from '../offers/follow-decision.ts'
import { takeOver } from '../offers/take-over.ts'
import { keepDecision, weigh } from '../routing/decide.service.ts'
import type { Outcome } from '../routing/routing.types.ts'
import { courseOf } from '../taking-in/course-of.ts'

export type Rerouted = {
  inquiryId: string
  outcome: Outcome
  ruleName: string
  /** They have it already, and keep it. */
  stays: boolean
  /** Whoever had it and why, or where it lay. */
  from: { agentId: string | null; pondId: string | null; because: string }
}
type Order = { inquiryId: string; leaveOut: boolean; at: Date }

/** Lets the rules decide anew who gets a lead, whoever has it or is asked for it. Null for one that has its answer. */
export async function rerouteOne(tx: Db, { inquiryId, leaveOut, at }: Order): Promise<Rerouted | null> {
  const lead = await takeOver(tx, { inquiryId, at })
  if (lead.state === 'answered') return null
  const { agentId, contactId } = lead
  const { pondId, because } = await tx.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    select: { pondId: true, because: true },
  })
  const from = { agentId, pondId, because: because ?? 'rule' }
  const without = leaveOut && agentId ? [agentId] : []
  const weighed = await weigh(tx, { inquiryId, hop: await nextHop(tx, inquiryId), without, at })
  const { outcome, ruleName } = weighed.decision
  const stays = agentId !== null && outcome.kind === 'assign' && outcome.agentId === agentId
  if (stays) return { inquiryId, outcome, ruleName, stays, from }
  const decision = await keepDecision(tx, weighed)
  await stopChase(tx, { inquiryId, at })
  await release(tx, { inquiryId })
  if (agentId && outcome.kind !== 'assign') await keepMeanwhile(tx, { inquiryId, contactId, at })
  await followDecision(tx, { decision, course: await courseOf(tx, decision, at), rung: 0, at })
  return { inquiryId, outcome, ruleName, stays, from }
}
