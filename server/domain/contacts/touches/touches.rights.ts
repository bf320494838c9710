import { aContact } from '#server/testing/factories.ts'
import { type Book, defineRights, followsAgent } from '#server/testing/rights.ts'

/** A call of the agent to a contact of theirs, and one that was taken back. */
async function seed({ db, agent, marker }: Book) {
  const contact = await aContact(agent, { fullName: `${marker} ${crypto.randomUUID()}` }, db)
  const at = new Date()
  const call = { contactId: contact.id, personId: agent.id, channel: 'call', outcome: 'reached' } as const
  const data = { ...call, words: marker, happenedAt: at, createdAt: at }
  const [touch, gone] = [await db.touch.create({ data }), await db.touch.create({ data: { ...data, removedAt: at } })]
  return { contactId: contact.id, touchId: touch.id, goneId: gone.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

const call = { channel: 'call', outcome: 'noAnswer' } as const
/** Nobody takes back what somebody else did. */
const own = { allowed: ['agent'], otherwise: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'touches.log': {
      input: ({ contactId }) => ({ id: crypto.randomUUID(), contactId, ...call }),
      ...{ allowed: followsAgent, otherwise: 'refused' },
    },
    'touches.remove': { input: ({ touchId }) => ({ touchId }), ...own },
    'touches.restore': { input: ({ goneId }) => ({ touchId: goneId }), ...own },
  },
})
