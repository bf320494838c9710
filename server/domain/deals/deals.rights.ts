import { aDeal } from '#server/testing/deal-factories.ts'
import { aContact } from '#server/testing/factories.ts'
import { aMaster } from '#server/testing/masters.ts'
import { type Book, defineRights, followsAgent } from '#server/testing/rights.ts'

/** A deal of the agent at a place that carries the marker, with a milestone; this database is asked for it. */
async function seed({ db, agent, marker, cast }: Book) {
  await aMaster(db, 'deals', 'palmetto', cast.owner)
  const contact = await aContact(agent, { fullName: `${marker} ${crypto.randomUUID()}`, email: null }, db)
  const milestones = { create: { kind: 'inspection', dueOn: new Date('2026-12-01') } } as const
  const deal = await aDeal(contact, { addressText: marker, milestones }, db)
  return { dealId: deal.id, contactId: contact.id, agentId: agent.id, version: deal.version }
}
type Rows = Awaited<ReturnType<typeof seed>>

const FOLLOWS = { allowed: followsAgent, otherwise: 'refused' } as const
const HIDDEN = { allowed: followsAgent, otherwise: 'hidden' } as const
const DETAILS = { side: 'seller', milestones: [] } as const

export default defineRights<Rows>({
  seed,
  members: {
    'deals.list': { input: () => ({}), ...HIDDEN },
    'deals.board': { input: () => ({}), ...HIDDEN },
    'deals.byId': { input: ({ dealId }) => ({ dealId }), ...FOLLOWS },
    'deals.add': { input: ({ contactId, agentId }) => ({ ...DETAILS, contactId, agentId }), ...FOLLOWS },
    'deals.edit': { input: ({ dealId, version }) => ({ ...DETAILS, dealId, version }), ...FOLLOWS },
    'deals.move': { input: ({ dealId }) => ({ dealId, from: 'offer', to: 'underContract' }), ...FOLLOWS },
    'deals.setMilestone': { input: ({ dealId }) => ({ dealId, kind: 'inspection', done: true }), ...FOLLOWS },
  },
})
