import type { Db } from '#server/db.ts'
import { moveContact } from '../offers/give-lead.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'

/** From whoever has it, or where it lies, to nobody, with what the same person has sent meanwhile. */
export const release = (tx: Db, { inquiryId }: { inquiryId: string }) =>
  tx.$executeRaw`
    UPDATE inquiry SET state = 'offered', agent_id = NULL, because = 'rule', pond_id = NULL, ponded_at = NULL
     WHERE (id = ${inquiryId}::uuid OR joins_id = ${inquiryId}::uuid) AND state IN ('open', 'offered', 'pond')`

type Keeping = { inquiryId: string; contactId: string | null; at: Date }

/** Until somebody takes a lead, its person is kept by whoever gets what nobody else is meant for. */
export async function keepMeanwhile(tx: Db, { inquiryId, contactId, at }: Keeping): Promise<void> {
  if (!contactId) return
  const { agentId } = await findFallback(tx)
  const why = 'who keeps it until somebody takes it'
  await moveContact(tx, { contactId, agentId, why, at, factKey: `lead:${inquiryId}:released:${at.toISOString()}` })
}
