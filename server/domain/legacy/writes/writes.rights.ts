import { aContact } from '#server/testing/factories.ts'
import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'

const ADMINS = { allowed: adminsOnly, otherwise: 'refused' } as const

/** A contact that waits to be written across, and a field of it that was changed on both sides. */
async function seed({ db, agent, marker }: Book) {
  const contact = await aContact(agent, { fullName: marker }, db)
  const conflict = await db.legacyConflict.create({
    data: {
      ...{
        stream: 'contacts',
        targetId: contact.id,
        sourceId: `s:${contact.id}`,
        field: 'phone',
        ours: '1',
        theirs: '2',
      },
      ...{ taken: 'ours', rule: 'later', oursAt: new Date(), foundAt: new Date() },
    },
  })
  return { contactId: contact.id, conflictId: conflict.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'legacyWrites.gap': ADMINS,
    'legacyWrites.throughput': ADMINS,
    'legacyWrites.conflicts': { input: () => ({}), ...ADMINS },
    'legacyWrites.retry': {
      input: ({ contactId }) => ({ record: { stream: 'contacts', targetId: contactId } }),
      ...ADMINS,
    },
    'legacyWrites.takeOther': { input: ({ conflictId }) => ({ conflictId }), ...ADMINS },
  },
})
