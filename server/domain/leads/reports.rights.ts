import { aContact } from '#server/testing/factories.ts'
import { type Book, defineRights, type Member } from '#server/testing/rights.ts'

/** A lead of the agent that nobody has turned to. */
async function seed({ db, agent, marker }: Book) {
  const contact = await aContact(agent, { fullName: `${marker} ${crypto.randomUUID()}` }, db)
  const at = new Date(Date.now() - 2 * 86_400_000)
  await db.inquiry.create({
    data: {
      ...{ requestKey: crypto.randomUUID(), kind: 'Question', state: 'open', raw: {}, fullName: marker },
      ...{ email: `${crypto.randomUUID()}@example.test`, proposedTimes: [], receivedAt: at, citySlug: 'hidden-town' },
      ...{ contactId: contact.id, agentId: agent.id, because: 'default', takenInAt: at },
    },
  })
}

/** Who leads an office, or the firm. That a manager gets nothing of another office is held by `response.test.ts`. */
const leaders: readonly Member[] = ['awayManager', 'manager', 'admin', 'owner']
const REPORT = { allowed: leaders, otherwise: 'refused' } as const

export default defineRights<void>({
  seed,
  members: {
    'reports.response': { input: () => ({ by: 'agent' }), ...REPORT },
    'reports.responseLeads': { input: () => ({}), ...REPORT },
    'reports.equalService': { input: () => ({}), ...REPORT },
    'reports.areaLeads': { input: () => ({ area: 'hidden-town' }), ...REPORT },
  },
})
