import { beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { LeadFailpoint } from '#server/failpoint.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { dieAt } from '#server/testing/die-at.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { aCourse, aLead, anOfferedLead } from '#server/testing/lead-factories.ts'
import { takeInInquiry } from '../taking-in/take-in.job.ts'
import { claimOffer, passOffer } from './offers.service.ts'
import { takeTurn } from './turns.service.ts'

const start = new Date(Date.now() - 10 * 60_000)

/** What somebody or the clock does, in a process of its own that dies in the middle of it. */
const DEEDS = {
  claim: `await offers.claimOffer(deps, { ...order, channel: 'slack' })`,
  pass: `await offers.passOffer(deps, { ...order, channel: 'slack', reason: 'busy' })`,
  turn: `await turns.takeTurn(deps, order)`,
  takeIn: `await job.takeInInquiry(deps, order)`,
} as const
type Deed = keyof typeof DEEDS
type Order = { offerId: string; personId: string; inquiryId: string }

const childOf = (deed: Deed, order: Order) => `
  const { db } = await import('#server/db.ts')
  const offers = await import('#server/domain/leads/offers/offers.service.ts')
  const turns = await import('#server/domain/leads/offers/turns.service.ts')
  const job = await import('#server/domain/leads/taking-in/take-in.job.ts')
  const [deps, order] = [{ db, now: () => new Date() }, ${JSON.stringify(order)}]
  ${DEEDS[deed]}
  await db.$disconnect()
`

const deps = { db, now: () => new Date() }
const AGAIN: Record<Deed, (order: Order) => Promise<unknown>> = {
  claim: (order) => claimOffer(deps, { ...order, channel: 'slack' }),
  pass: (order) => passOffer(deps, { ...order, channel: 'slack', reason: 'busy' }),
  turn: (order) => takeTurn(deps, order),
  takeIn: (order) => takeInInquiry(deps, order),
}

let agent: Person
let manager: Person
beforeAll(async () => {
  const office = await anOffice()
  agent = await anAgent(office.id)
  manager = await aPerson(office.id, { role: 'manager' })
})

const steps = [{ afterMinutes: 60, act: 'manager' as const }]
async function aScene(deed: Deed): Promise<Order> {
  if (deed === 'takeIn') {
    const waiting = { state: 'received', takenInAt: null, because: null, contactId: null } as const
    const lead = await aLead(agent, { ...waiting, email: `killed-${crypto.randomUUID()}@example.test` })
    return { offerId: '', personId: agent.id, inquiryId: lead.id }
  }
  const course = aCourse({ startedAt: start, ladder: { clock: 'always', steps } })
  const { lead, offerId } = await anOfferedLead([agent], course)
  return { offerId, personId: agent.id, inquiryId: lead.id }
}

async function standingOf({ inquiryId }: Order) {
  const lead = await db.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    include: { contact: true, offers: { orderBy: { hop: 'asc' }, include: { people: true, steps: true } } },
  })
  const mails = await db.outboxMail.count({ where: { dedupeKey: { contains: inquiryId } } })
  return { lead, mails }
}
const ENDS: Record<Deed, (order: Order) => object> = {
  claim: () => ({ lead: { state: 'open', agentId: agent.id, contact: { agentId: agent.id } }, mails: 2 }),
  pass: () => ({ lead: { state: 'offered', offers: [{ state: 'passed' }, { people: [{ personId: manager.id }] }] } }),
  turn: () => ({ lead: { state: 'offered', offers: [{ state: 'timedOut' }, { people: [{ personId: manager.id }] }] } }),
  takeIn: () => ({ lead: { state: 'open', isNewPerson: true }, mails: 2 }),
}

test.each<[Deed, LeadFailpoint]>([
  ['claim', 'leads.before-commit'],
  ['pass', 'leads.after-commit'],
  ['turn', 'leads.before-commit'],
  ['turn', 'leads.after-commit'],
  ['takeIn', 'leads.before-commit'],
])(
  'a process that dies in a %s, at %s, leaves all of it or nothing; tried again, it is done once',
  async (deed, point) => {
    const order = await aScene(deed)
    const before = await standingOf(order)
    expect(await dieAt(point, childOf(deed, order))).toBe('SIGKILL')
    const after = await standingOf(order)
    if (point === 'leads.before-commit') expect(after).toEqual(before)
    else expect(after).toMatchObject(ENDS[deed](order))
    // The server needs a moment to notice that its client is gone, and lets go of the rows then.
    await AGAIN[deed](order)
    const end = await standingOf(order)
    expect(end).toMatchObject(ENDS[deed](order))
    if (point === 'leads.after-commit') expect(end).toEqual(after)
  },
)
