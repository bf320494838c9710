import { lockContacts, readContacts } from '#server/domain/contacts/contacts.held.ts'
import type { ContactRow } from '../sync/contacts.transform.ts'
import { CONTACT_FIELDS } from './contacts.fields.ts'
import type { OwnRecords } from './own-records.ts'

export const ownContacts: OwnRecords<ContactRow> = {
  stream: 'contacts',
  feature: 'contacts',
  fields: CONTACT_FIELDS,
  needs: () => 'agents',
  wants: 'agents',
  lock: lockContacts,

  async read(tx, targetIds) {
    const contacts = await readContacts(tx, targetIds)
    return new Map(
      contacts.map(({ id, agentId, removedAt, ...row }) => {
        const { createdAt, updatedAt } = row
        return [
          id,
          { row, needed: agentId, wanted: null, standIn: null, isRemoved: removedAt !== null, createdAt, updatedAt },
        ]
      }),
    )
  },
}
