import { searchFollowers } from '#server/domain/alerts/searches.followers.ts'
import { removeContacts, restoreContacts, upsertContacts } from '#server/domain/contacts/contacts.bulk.ts'
import { newId } from '#server/ids.ts'
import { ownContacts } from '../writes/contacts.own.ts'
import { settlingOwn } from '../writes/settle-own.ts'
import { type ContactRow, transformContact } from './contacts.transform.ts'
import type { Lane } from './lane.ts'

export const contactsLane: Lane<ContactRow> = {
  stream: 'contacts',
  remove: removeContacts,
  restore: restoreContacts,
  transform: async () => transformContact,
  settle: settlingOwn(ownContacts),

  async write(tx, ready) {
    const asked = ready.flatMap(({ sourceId, targetId, needed, row }) =>
      needed ? [{ sourceId, input: { ...row, id: targetId ?? newId(), agentId: needed } }] : [],
    )
    const written = await upsertContacts(
      tx,
      asked.map(({ input }) => input),
    )
    const outcomes = new Map(written.map(({ id, outcome }) => [id, outcome]))
    const changed = written.filter(({ outcome }) => outcome === 'updated').map(({ id }) => id)
    await searchFollowers.followAddresses(tx, changed)
    await searchFollowers.followAgents(
      tx,
      written.flatMap(({ id, fromId }) => (fromId ? { contactId: id, fromId } : [])),
    )
    return asked.map(({ sourceId, input: { id } }) => ({
      sourceId,
      targetId: id,
      outcome: outcomes.get(id) ?? 'unchanged',
    }))
  },
}
