import { aContact } from '#server/testing/factories.ts'
import { type Book, defineRights, followsAgent } from '#server/testing/rights.ts'

/** A contact who came from the old system. */
async function seed({ db, agent, marker }: Book) {
  const contact = await aContact(agent, { fullName: marker }, db)
  const sourceId = `s:${marker}-${crypto.randomUUID()}`
  await db.legacyRecord.create({
    data: { stream: 'contacts', sourceId, targetId: contact.id, hash: Buffer.from(sourceId) },
  })
  return { id: contact.id, sourceId }
}
type Rows = Awaited<ReturnType<typeof seed>>

const FOLLOWS = { allowed: followsAgent, otherwise: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'twins.of': { input: ({ id }) => ({ kind: 'contact', id }), ...FOLLOWS },
    'twins.find': { input: ({ sourceId }) => ({ kind: 'contact', sourceId }), ...FOLLOWS },
    'twins.enter': { input: ({ id }) => ({ kind: 'contact', id }), ...FOLLOWS },
  },
})
