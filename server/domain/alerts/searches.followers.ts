import type { Db } from '#server/db.ts'
import type { ContactFollowers, HandedOver } from '#server/domain/contacts/contacts.followers.ts'

/** Follows contacts whose address came or went: their searches sleep without one, and wake with one. */
async function followAddresses(tx: Db, contactIds: readonly string[]): Promise<number> {
  if (contactIds.length === 0) return 0
  return tx.$executeRaw`
    UPDATE saved_search s
       SET active_yn = c.email IS NOT NULL, reason_note = NULL,
           reason = CASE WHEN c.email IS NULL THEN 'NoOneToSendTo' ELSE 'ReActivated' END::search_reason
      FROM contact c
     WHERE c.id = s.contact_id AND c.id = ANY(${[...contactIds]}::uuid[])
       AND ((c.email IS NULL AND s.active_yn) OR (c.email IS NOT NULL AND NOT s.active_yn AND s.reason = 'NoOneToSendTo'))`
}

/**
 * The searches that the agent before had set up, or somebody who assists that agent, go to the agent now: they are
 * part of the book. What a manager or a colleague has set up stays theirs.
 */
async function followAgents(tx: Db, moves: readonly HandedOver[]): Promise<number> {
  if (moves.length === 0) return 0
  return tx.$executeRaw`
    UPDATE saved_search s SET owner_id = c.agent_id
      FROM unnest(${moves.map(({ contactId }) => contactId)}::uuid[], ${moves.map(({ fromId }) => fromId)}::uuid[])
             AS move(contact_id, from_id)
      JOIN contact c ON c.id = move.contact_id
     WHERE s.contact_id = c.id AND s.owner_id <> c.agent_id
       AND (s.owner_id = move.from_id OR s.owner_id IN (SELECT id FROM person WHERE assists_id = move.from_id))`
}

/** Somebody is gone: what they had set up for contacts of others goes to the agents of those contacts. */
const takeOver = (tx: Db, ownerId: string): Promise<number> => tx.$executeRaw`
  UPDATE saved_search s SET owner_id = c.agent_id
    FROM contact c WHERE c.id = s.contact_id AND s.owner_id = ${ownerId}::uuid AND c.agent_id <> s.owner_id`

/** What happens to saved searches when something happens to their contact. */
export const searchFollowers: ContactFollowers = { followAddresses, followAgents, takeOver }
