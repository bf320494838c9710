import type { Db } from '#server/db.ts'
import type { RoutingDecision } from '#server/generated/prisma/client.ts'
import type { Agents, StoredDecision } from './routing.types.ts'
import { rulesSchema } from './rules.schema.ts'
import { agentsSchema, decisionSchema, factsSchema } from './stored.schema.ts'

function toStored(row: RoutingDecision): StoredDecision {
  const { id: decisionId, inquiryId, hop, version, seed, decidedAt } = row
  const about = { decisionId, inquiryId, hop, version, seed, decidedAt }
  return { ...decisionSchema.parse(row), ...about, facts: factsSchema.parse(row.facts) }
}

/** A decision that was made already, as it was made; null when there is none. */
export async function readDecision(db: Db, inquiryId: string, hop: number): Promise<StoredDecision | null> {
  const row = await db.routingDecision.findUnique({ where: { inquiryId_hop: { inquiryId, hop } } })
  return row && toStored(row)
}

/** Everything that was decided about a lead, the first first. */
export async function readDecisions(db: Db, inquiryId: string): Promise<StoredDecision[]> {
  const rows = await db.routingDecision.findMany({ where: { inquiryId }, orderBy: { hop: 'asc' }, take: 100 })
  return rows.map(toStored)
}

/** All that a decision rested on, to decide it again: `route(facts, rules, agents, seed)` gives what is stored. */
export async function readGrounds(db: Db, decisionId: string) {
  const row = await db.routingDecision.findUniqueOrThrow({ where: { id: decisionId }, include: { ruleSet: true } })
  const agents: Agents = agentsSchema.parse(row.agents)
  return { facts: factsSchema.parse(row.facts), rules: rulesSchema.parse(row.ruleSet.rules), agents, seed: row.seed }
}
