import { searchFollowers } from '#server/domain/alerts/searches.followers.ts'
import { calendarFollowers } from '#server/domain/calendar/calendar.followers.ts'
import { removeContacts, restoreContacts, upsertContacts } from '#server/domain/contacts/contacts.bulk.ts'
import { followersInTurn } from '#server/domain/contacts/contacts.followers.ts'
import { dealFollowers } from '#server/domain/deals/deals.followers.ts'
import { leadFollowers } from '#server/domain/leads/leads.followers.ts'
import { newId } from '#server/ids.ts'
import { ownContacts } from '../writes/contacts.own.ts'
import { settlingOwn } from '../writes/settle-own.ts'
import { answersFor, inputsOf } from './asked.ts'
import { type ContactRow, transformContact } from './contacts.transform.ts'
import type { Lane } from './lane.ts'

const followers = followersInTurn(searchFollowers, calendarFollowers, dealFollowers, leadFollowers)

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
    const written = await upsertContacts(tx, inputsOf(asked))
    const changed = written.filter(({ outcome }) => outcome === 'updated').map(({ id }) => id)
    await followers.followAddresses(tx, changed)
    await followers.followAgents(
      tx,
      written.flatMap(({ id, fromId }) => (fromId ? { contactId: id, fromId } : [])),
    )
    return answersFor(asked, written)
  },
}
