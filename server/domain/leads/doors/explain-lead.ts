import type { Db } from '#server/db.ts'
import { findKnown } from '#server/domain/contacts/arrivals.service.ts'
import type { LeadSource } from '#server/generated/prisma/client.ts'
import type { LeadDoor } from '#server/generated/prisma/enums.ts'
import { chooseAgent } from '../choose-agent.ts'
import { BECAUSE_SAID } from '../leads.words.ts'
import { readRoutingFacts } from '../taking-in/routing-facts.queries.ts'
import { reasonToHold } from './arrivals/admit-lead.ts'
import { findHome } from './arrivals/find-home.queries.ts'
import type { LeadDraft } from './draft.schema.ts'

type Order = {
  draft: LeadDraft
  source: LeadSource | null
  door: LeadDoor
  at: Date
  /** Leaves out whether they are known to us. */
  forStranger: boolean
}

/** What would become of a lead if it came now, and why. Reads only. */
export async function explainLead(db: Db, { draft, door, forStranger }: Order) {
  const home = await findHome(db, draft, door)
  const known = forStranger ? null : await findKnown(db, draft)
  const facts = await readRoutingFacts(db, { known, listingId: home?.id ?? null, citySlug: draft.citySlug })
  const { agentId, because } = chooseAgent(facts)
  const agent = await db.person.findUniqueOrThrow({ where: { id: agentId }, select: { fullName: true } })
  return {
    heldBecause: reasonToHold({ draft }),
    isNew: known === null,
    home: home !== null,
    agent: agent.fullName,
    because: BECAUSE_SAID[because],
  }
}
