import type { Db } from '#server/db.ts'
import { newId } from '#server/ids.ts'
import { methodsFor, readAgents } from './agents.queries.ts'
import { lockDeciders, takeTurnOf } from './agents.sql.ts'
import { readFacts } from './facts.queries.ts'
import { route } from './route.ts'
import type { Agents, Decision, Facts, Rules, StoredDecision } from './routing.types.ts'
import { rulesSchema } from './rules.schema.ts'
import { readDecision } from './stored.queries.ts'

type Published = { version: number; rules: Rules }

/** The rules that are in force. There always are some: the first set came with the tables. */
export async function readPublished(db: Db): Promise<Published> {
  const set = await db.routingRuleSet.findFirstOrThrow({
    where: { state: 'published' },
    select: { version: true, rules: true },
  })
  return { version: set.version ?? 0, rules: rulesSchema.parse(set.rules) }
}

const agentOf = ({ outcome }: Decision) =>
  outcome.kind === 'assign' ? outcome.agentId : outcome.kind === 'offer' ? outcome.agentIds[0] : null

type Decided = { decision: Decision; facts: Facts; agents: Agents; version: number; seed: string }
type Order = { inquiryId: string; hop: number; without: readonly string[]; at: Date }

async function store(tx: Db, { inquiryId, hop, at }: Order, decided: Decided): Promise<string> {
  const { decision, facts, agents, version, seed } = decided
  const id = newId()
  const agentId = agentOf(decision)
  const { arrivedAt } = facts
  await tx.routingDecision.create({
    data: {
      ...{ id, inquiryId, hop, version, seed, agentId, decidedAt: at, ...decision },
      facts: { ...facts, arrivedAt: arrivedAt.toISOString() },
      // Dates become text, as in every other column of this kind.
      agents: JSON.parse(JSON.stringify(agents)),
    },
    select: { id: true },
  })
  if (agentId && decision.method === 'round-robin' && decision.because === 'rule') {
    await takeTurnOf(tx, { ruleId: decision.ruleId, agentId })
  }
  return id
}

/**
 * Decides who is to have a lead, and writes the decision down with all that it rests on, in the caller's transaction.
 * Asked twice for one hop, it answers as before. `without` are those who were asked already.
 */
export async function decide(tx: Db, order: Order): Promise<StoredDecision> {
  const { inquiryId, hop, without, at } = order
  const before = await readDecision(tx, inquiryId, hop)
  if (before) return before
  const facts = await readFacts(tx, inquiryId)
  const { version, rules } = await readPublished(tx)
  if (methodsFor(facts, rules).some(({ method }) => 'pool' in method)) await lockDeciders(tx)
  const agents = await readAgents(tx, { facts, rules, at, without })
  const seed = `${inquiryId}:${hop}`
  const decision = route(facts, rules, agents, seed)
  const decisionId = await store(tx, order, { decision, facts, agents, version, seed })
  return { ...decision, decisionId, inquiryId, hop, version, seed, decidedAt: at, facts }
}

/** What would be decided now, by the rules in force or by others; nothing is written, and no turn is taken. */
export async function tryOut(
  db: Db,
  { facts, at, rules }: { facts: Facts; at: Date; rules?: Rules },
): Promise<Decision> {
  const tried = rules ?? (await readPublished(db)).rules
  return route(
    facts,
    tried,
    await readAgents(db, { facts, rules: tried, at, without: [] }),
    `trial:${at.toISOString()}`,
  )
}
