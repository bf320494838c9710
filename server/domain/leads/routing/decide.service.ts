import type { Db } from '#server/db.ts'
import { newId } from '#server/ids.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { methodsFor, readAgents } from './agents.queries.ts'
import { lockDeciders, takeTurnOf } from './agents.sql.ts'
import { readFacts } from './facts.queries.ts'
import { readPublished } from './in-force.ts'
import { route } from './route.ts'
import type { Agents, Decision, Facts, Rules, StoredDecision } from './routing.types.ts'
import { readDecision } from './stored.queries.ts'

const agentOf = ({ outcome }: Decision) =>
  outcome.kind === 'assign' ? outcome.agentId : outcome.kind === 'offer' ? outcome.agentIds[0] : null

type Order = {
  inquiryId: string
  hop: number
  without: readonly string[]
  at: Date
  /** The person for everything else, where the caller has looked already. */
  keeperId?: string
}
/** What the router says about a lead, with all that it rests on: nothing of it is written yet. */
export type Weighed = { order: Order; decision: Decision; facts: Facts; agents: Agents; version: number; seed: string }

/** Whether somebody has it who is chosen by name: then nobody else's turn or room plays a part. */
const isForOne = ({ method }: Decision) => method === 'relationship' || method === 'named-by-source'

/**
 * Looks who is to have a lead, and holds the turns of all rules until the caller's transaction ends. Whoever follows it
 * keeps it with `keepDecision`; not kept, it has cost nobody a turn, and nobody reads that they were asked.
 */
export async function weigh(tx: Db, order: Order): Promise<Weighed> {
  const { inquiryId, hop, without, at } = order
  const facts = await readFacts(tx, { inquiryId, hop })
  const { version, rules } = await readPublished(tx, at)
  const defaultAgentId = order.keeperId ?? (await findFallback(tx)).agentId
  const seed = `${inquiryId}:${hop}`
  const look = async (): Promise<Weighed> => {
    const agents = await readAgents(tx, { facts, rules, at, without, defaultAgentId })
    return { order, decision: route(facts, rules, agents, seed), facts, agents, version, seed }
  }
  // Who comes back to their agent waits for nobody's turn.
  if (facts.knownAgentId ?? facts.namedAgentId) {
    const own = await look()
    if (isForOne(own.decision)) return own
  }
  if (methodsFor(facts, rules).some(({ method }) => 'pool' in method)) await lockDeciders(tx)
  return look()
}

/** Writes a decision down that is followed, in the transaction in which it was weighed; a round robin's turn is spent. */
export async function keepDecision(tx: Db, weighed: Weighed): Promise<StoredDecision> {
  const { order, decision, facts, agents, version, seed } = weighed
  const { inquiryId, hop, at } = order
  const decisionId = newId()
  const agentId = agentOf(decision)
  const { ruleId, ruleName, method, because, outcome, offerMinutes, ladder, considered, lines } = decision
  const [outcomeJson, ladderJson, factsJson, consideredJson, linesJson, agentsJson] = [
    outcome,
    ladder,
    facts,
    considered,
    lines,
    agents,
  ].map((value) => JSON.stringify(value))
  // As text: with two hundred people in it the client would look at each value of it, while all other leads wait.
  await tx.$executeRaw`
    INSERT INTO routing_decision (id, inquiry_id, hop, version, seed, agent_id, decided_at, rule_id, rule_name, method,
                                  because, outcome, offer_minutes, ladder, facts, considered, lines, agents)
    VALUES (${decisionId}::uuid, ${inquiryId}::uuid, ${hop}, ${version}, ${seed}, ${agentId}::uuid, ${at}, ${ruleId}::uuid,
            ${ruleName}, ${method}, ${because}, ${outcomeJson}::jsonb, ${offerMinutes}, ${ladderJson}::jsonb,
            ${factsJson}::jsonb, ${consideredJson}::jsonb, ${linesJson}::jsonb, ${agentsJson}::jsonb)`
  if (agentId && decision.method === 'round-robin' && decision.because === 'rule') {
    await takeTurnOf(tx, { ruleId: decision.ruleId, agentId })
  }
  return { ...decision, decisionId, inquiryId, hop, version, seed, decidedAt: at, facts }
}

/**
 * Decides who is to have a lead, and writes the decision down with all that it rests on, in the caller's transaction.
 * Asked twice for one hop, it answers as before. `without` are those who were asked already.
 */
export async function decide(tx: Db, order: Order): Promise<StoredDecision> {
  const before = await readDecision(tx, order.inquiryId, order.hop)
  return before ?? keepDecision(tx, await weigh(tx, order))
}

/** What would be decided now, by the rules in force or by others; nothing is written, and no turn is taken. */
export async function tryOut(
  db: Db,
  { facts, at, rules }: { facts: Facts; at: Date; rules?: Rules },
): Promise<Decision> {
  const tried = rules ?? (await readPublished(db, at)).rules
  const { agentId: defaultAgentId } = await findFallback(db)
  return route(
    facts,
    tried,
    await readAgents(db, { facts, rules: tried, at, without: [], defaultAgentId }),
    `trial:${at.toISOString()}`,
  )
}
