import type { Db } from '#server/db.ts'
import type { ContactFollowers, HandedOver } from '#server/domain/contacts/contacts.followers.ts'
import { masterOf } from '#server/domain/cutover/cutover.queries.ts'

/** While the old system is the master it says whose deal it is, and the sync would take ours back. */
const areOurs = async (tx: Db) => (await masterOf(tx, 'deals')) !== 'legacy'

/** Open deals go with their contact from one agent to the next; what is over stays with who did it. */
async function followAgents(tx: Db, moves: readonly HandedOver[]): Promise<number> {
  if (moves.length === 0 || !(await areOurs(tx))) return 0
  return tx.$executeRaw`
    UPDATE deal SET agent_id = contact.agent_id, version = deal.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS i("contactId" uuid, "fromId" uuid)
      JOIN contact ON contact.id = i."contactId"
     WHERE deal.contact_id = i."contactId" AND deal.agent_id = i."fromId" AND deal.agent_id <> contact.agent_id
       AND deal.stage NOT IN ('closed', 'lost') AND deal.removed_at IS NULL`
}

/** No open deal stays with somebody who is gone: it goes to the agent of its contact. */
async function takeOver(tx: Db, personId: string): Promise<number> {
  if (!(await areOurs(tx))) return 0
  return tx.$executeRaw`
    UPDATE deal SET agent_id = contact.agent_id, version = deal.version + 1
      FROM contact
     WHERE contact.id = deal.contact_id AND deal.agent_id = ${personId}::uuid AND contact.agent_id <> deal.agent_id
       AND deal.stage NOT IN ('closed', 'lost') AND deal.removed_at IS NULL`
}

export const dealFollowers: ContactFollowers = { followAddresses: async () => 0, followAgents, takeOver }
