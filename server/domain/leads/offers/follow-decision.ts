import type { Db } from '#server/db.ts'
import type { StoredDecision } from '../routing/routing.types.ts'
import type { Course } from './course.ts'
import { giveLead } from './give-lead.ts'
import { makeOffer } from './offers.store.ts'
import { putIntoPond } from './ponds.service.ts'

type Order = { decision: StoredDecision; course: Course; rung: number; at: Date }

/** Does what the router has decided about a lead that is nobody's yet: gives it, offers it, or puts it into a pond. */
export async function followDecision(tx: Db, { decision, course, rung, at }: Order): Promise<void> {
  const { inquiryId, hop, outcome, because, ruleName } = decision
  const why = hop === 0 ? null : `by the rule “${ruleName}”`
  const next = { inquiryId, hop, course, rung, at }
  switch (outcome.kind) {
    case 'assign':
      await giveLead(tx, { inquiryId, agentId: outcome.agentId, because, why, at })
      return
    case 'offer':
      await makeOffer(tx, { ...next, kind: 'direct', personIds: outcome.agentIds })
      return
    case 'offer-all':
      await makeOffer(tx, { ...next, kind: 'firstToClaim', personIds: outcome.agentIds })
      return
    case 'pond':
      await putIntoPond(tx, { inquiryId, pondId: outcome.pondId, at })
  }
}
