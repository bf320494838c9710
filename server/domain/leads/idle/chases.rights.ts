import { anIdleLead } from '#server/testing/lead-factories.ts'
import { adminsOnly, type Book, defineRights, followsAgent } from '#server/testing/rights.ts'

const AN_HOUR_MS = 3_600_000

/** A lead that the agent has and does not work, and one that was taken back from them. */
async function seed({ db, agent, marker }: Book) {
  const at = new Date(Date.now() - 2 * AN_HOUR_MS)
  const { lead } = await anIdleLead(db, agent, at)
  await db.inquiry.update({ where: { id: lead.id }, data: { fullName: marker } })
  const { chase } = await anIdleLead(db, agent, at)
  const endedAt = new Date(at.getTime() + AN_HOUR_MS)
  await db.leadChase.update({ where: { id: chase.id }, data: { end: 'takenBack', endedAt, nextAt: null } })
  return { inquiryId: lead.id, chaseId: chase.id, happenedAt: endedAt }
}
type Rows = Awaited<ReturnType<typeof seed>>

const steps = [{ act: 'remind', afterMinutes: 15 }]
const course = { isOn: true, clock: 'always', steps, repeatMinutes: null, backTo: null } as const
/** Whoever had it, and who assists them. */
const own = { allowed: ['agent', 'ownAssistant'], otherwise: 'refused' } as const

export default defineRights<Rows>({
  seed,
  members: {
    'chases.ofLead': { input: ({ inquiryId }) => ({ inquiryId }), allowed: followsAgent, otherwise: 'refused' },
    'chases.takenBack': { input: ({ chaseId }) => ({ chaseId }), ...own },
    'chases.bringBack': {
      input: ({ chaseId, happenedAt }) => ({ chaseId, touchId: crypto.randomUUID(), channel: 'call', happenedAt }),
      ...own,
    },
    'chases.setting': { allowed: adminsOnly, otherwise: 'refused' },
    'chases.change': { input: () => course, allowed: adminsOnly, otherwise: 'refused' },
  },
})
