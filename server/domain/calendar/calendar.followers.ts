import type { Db } from '#server/db.ts'
import type { ContactFollowers, HandedOver } from '#server/domain/contacts/contacts.followers.ts'

/** What is still to do for a contact, and whom they are to meet, goes with the contact to the agent they have now. */
async function followAgents(tx: Db, moves: readonly HandedOver[]): Promise<number> {
  if (moves.length === 0) return 0
  const [contactIds, fromIds] = [moves.map(({ contactId }) => contactId), moves.map(({ fromId }) => fromId)]
  const tasks = await tx.$executeRaw`
    UPDATE task SET assignee_id = c.agent_id
      FROM unnest(${contactIds}::uuid[], ${fromIds}::uuid[]) AS move(contact_id, from_id)
      JOIN contact c ON c.id = move.contact_id
     WHERE task.contact_id = c.id AND task.assignee_id = move.from_id AND completed_at IS NULL`
  const appointments = await tx.$executeRaw`
    UPDATE appointment SET owner_id = c.agent_id
      FROM unnest(${contactIds}::uuid[], ${fromIds}::uuid[]) AS move(contact_id, from_id)
      JOIN contact c ON c.id = move.contact_id
     WHERE appointment.contact_id = c.id AND owner_id = move.from_id AND status IN ('scheduled', 'confirmed')`
  return tasks + appointments
}

/** Somebody is gone: what they had taken on for contacts of others goes to the agents of those contacts. */
async function takeOver(tx: Db, personId: string): Promise<number> {
  const tasks = await tx.$executeRaw`
    UPDATE task SET assignee_id = c.agent_id
      FROM contact c
     WHERE c.id = task.contact_id AND task.assignee_id = ${personId}::uuid AND c.agent_id <> task.assignee_id
       AND completed_at IS NULL`
  const appointments = await tx.$executeRaw`
    UPDATE appointment SET owner_id = c.agent_id
      FROM contact c
     WHERE c.id = appointment.contact_id AND owner_id = ${personId}::uuid AND c.agent_id <> owner_id
       AND status IN ('scheduled', 'confirmed')`
  return tasks + appointments
}

/** What happens to tasks and appointments when something happens to their contact. */
export const calendarFollowers: ContactFollowers = { followAddresses: async () => 0, followAgents, takeOver }
