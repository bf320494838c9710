import type { Db } from '#server/db.ts'
import type { ContactFollowers, HandedOver } from '#server/domain/contacts/contacts.followers.ts'
import { startChases } from './idle/start-chase.ts'

type Moved = { inquiryId: string; agentId: string }

async function chaseAnew(tx: Db, moved: readonly Moved[]): Promise<number> {
  await startChases(tx, moved, new Date())
  return moved.length
}

/** Leads without an answer go with their person from one agent to the next, and are asked after anew. */
async function followAgents(tx: Db, moves: readonly HandedOver[]): Promise<number> {
  if (moves.length === 0) return 0
  const moved = await tx.$queryRaw<Moved[]>`
    UPDATE inquiry SET agent_id = contact.agent_id, because = 'by-hand'
      FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS i("contactId" uuid, "fromId" uuid)
      JOIN contact ON contact.id = i."contactId"
     WHERE inquiry.contact_id = i."contactId" AND inquiry.agent_id = i."fromId" AND inquiry.state = 'open'
       AND inquiry.agent_id <> contact.agent_id AND inquiry.because <> 'old-system'
    RETURNING inquiry.id::text AS "inquiryId", inquiry.agent_id::text AS "agentId"`
  return chaseAnew(tx, moved)
}

/** No lead stays with somebody who is gone: it goes to the agent of its person. */
async function takeOver(tx: Db, personId: string): Promise<number> {
  const moved = await tx.$queryRaw<Moved[]>`
    UPDATE inquiry SET agent_id = contact.agent_id, because = 'by-hand'
      FROM contact
     WHERE contact.id = inquiry.contact_id AND inquiry.agent_id = ${personId}::uuid AND inquiry.state = 'open'
       AND contact.agent_id <> inquiry.agent_id AND inquiry.because <> 'old-system'
    RETURNING inquiry.id::text AS "inquiryId", inquiry.agent_id::text AS "agentId"`
  return chaseAnew(tx, moved)
}

export const leadFollowers: ContactFollowers = { followAddresses: async () => 0, followAgents, takeOver }
