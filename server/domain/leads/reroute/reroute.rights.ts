import { actorOf } from '#server/testing/caller.ts'
import { aLead } from '#server/testing/lead-factories.ts'
import { type Book, defineRights } from '#server/testing/rights.ts'
import { planReroute } from './reroute.service.ts'

/** A lead that the agent has, and what the rules would do with it. */
async function seed({ db, agent, office, marker, cast }: Book) {
  const over = { state: 'open', agentId: agent.id, because: 'claimed', fullName: marker } as const
  const { id } = await aLead(agent, over, db)
  // It stays with whoever has it: whom the rules take instead hangs on the rows of other subjects, and may be of any office.
  const plan = { inquiryIds: [id], leaveOut: false }
  const { digest } = await planReroute({ db, actor: actorOf(cast.owner), now: () => new Date() }, plan)
  const given = await aLead(agent, over, db)
  const batchId = crypto.randomUUID()
  const { id: byId } = office.id === cast.manager.officeId ? cast.manager : cast.awayManager
  const who = { byId, fromAgentId: agent.id, toAgentId: agent.id }
  await db.leadReroute.create({
    data: { ...who, batchId, inquiryId: given.id, doneAt: new Date(), because: 'claimed' },
  })
  return { agentId: agent.id, plan, digest, batchId }
}
type Rows = Awaited<ReturnType<typeof seed>>

const byManagers = { allowed: ['manager', 'admin', 'owner'], otherwise: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'reroute.candidates': { input: ({ agentId }) => ({ agentId }), ...byManagers },
    'reroute.plan': { input: ({ plan }) => plan, ...byManagers },
    // By the manager who had them given anew, and by those who see the firm.
    'reroute.undo': { input: ({ batchId }) => ({ batchId }), ...byManagers },
    'reroute.go': { input: ({ plan, digest }) => ({ ...plan, digest }), ...byManagers },
  },
})
