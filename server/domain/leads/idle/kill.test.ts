import { beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { LeadFailpoint } from '#server/failpoint.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { actorOf } from '#server/testing/caller.ts'
import { dieAt } from '#server/testing/die-at.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { anIdleLead } from '#server/testing/lead-factories.ts'
import { bringBack } from './bring-back.service.ts'
import { takeChaseTurn } from './chase.service.ts'

/** A Tuesday, 10 AM on the coast. */
const START = new Date('2026-11-24T15:00:00Z')
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000)

type Deed = 'remind' | 'takeBack' | 'bringBack'
const MINUTES: Record<Deed, number> = { remind: 15, takeBack: 240, bringBack: 250 }

let ann: Person
let manager: Person
beforeAll(async () => {
  const office = await anOffice()
  manager = await aPerson(office.id, { role: 'manager' })
  ann = await anAgent(office.id)
})

/** A lead to which nobody has turned up to now: all of its steps before the one that dies were taken. */
async function aScene(deed: Deed) {
  const { lead, chase } = await anIdleLead(db, ann, START)
  const order = { chaseId: chase.id }
  for (const minutes of [15, 60, 120, 240].filter((each) => each < MINUTES[deed])) {
    await takeChaseTurn({ db, now: () => later(minutes) }, order)
  }
  if (deed === 'bringBack') {
    const pond = await db.leadPond.create({ data: { name: `Pond ${lead.id}`, officeId: ann.officeId } })
    const free = { state: 'pond', agentId: null, pondId: pond.id, pondedAt: later(241) } as const
    await db.inquiry.update({ where: { id: lead.id }, data: free })
  }
  const back = { ...order, touchId: crypto.randomUUID(), channel: 'call' as const, words: '' }
  return { deed, inquiryId: lead.id, contactId: lead.contactId ?? '', order, back, at: later(MINUTES[deed]) }
}
type Scene = Awaited<ReturnType<typeof aScene>>

/** What the process does that dies. */
const childOf = ({ deed, order, back, at }: Scene) => `
  const { db } = await import('#server/db.ts')
  const now = () => new Date(${JSON.stringify(at)})
  ${
    deed === 'bringBack'
      ? `const { bringBack } = await import('#server/domain/leads/idle/bring-back.service.ts')
         const back = { ...${JSON.stringify(back)}, happenedAt: new Date(${JSON.stringify(later(20))}) }
         await bringBack({ db, now, actor: ${JSON.stringify(actorOf(ann))} }, back)`
      : `const { takeChaseTurn } = await import('#server/domain/leads/idle/chase.service.ts')
         await takeChaseTurn({ db, now }, ${JSON.stringify(order)})`
  }
  await db.$disconnect()`

const again = ({ deed, order, back, at }: Scene) =>
  deed === 'bringBack'
    ? bringBack({ db, now: () => at, actor: actorOf(ann) }, { ...back, happenedAt: later(20) })
    : takeChaseTurn({ db, now: () => at }, order)

async function standingOf({ inquiryId, contactId, order }: Scene) {
  const lead = await db.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    include: {
      contact: true,
      chases: { orderBy: { startedAt: 'asc' }, include: { steps: { orderBy: { rung: 'asc' } } } },
    },
  })
  const mails = await db.outboxMail.findMany({
    where: { OR: [inquiryId, order.chaseId].map((id) => ({ dedupeKey: { contains: id } })) },
    orderBy: { id: 'asc' },
  })
  const facts = await db.timelineEntry.count({ where: { contactId, kind: 'lead.chased' } })
  const touches = await db.touch.count({ where: { contactId } })
  return { lead, mails: mails.map(({ kind, recipient }) => [kind, recipient]), facts, touches }
}

/** One of each: somebody has the lead, with its person; what was told was told once. */
function expectDone({ deed }: Scene, { lead, mails, facts, touches }: Awaited<ReturnType<typeof standingOf>>) {
  const acts = lead.chases[0]?.steps.map(({ act }) => act)
  expect([lead.state, lead.contact?.agentId]).toEqual(['open', lead.agentId])
  const live = lead.chases.filter(({ endedAt }) => endedAt === null)
  if (deed === 'remind') {
    expect({ acts, mails, facts }).toEqual({ acts: ['remind'], mails: [['lead-idle', ann.email]], facts: 1 })
    expect(live).toMatchObject([{ agentId: ann.id, nextAt: later(60) }])
    return
  }
  expect({ acts, facts }).toEqual({ acts: ['remind', 'teamLead', 'manager', 'takeBack'], facts: 4 })
  const kinds = mails.filter(([kind]) => kind === 'lead-idle' || kind === 'lead-taken-back')
  expect(kinds).toEqual([
    ['lead-idle', ann.email],
    ['lead-idle', manager.email],
    ['lead-taken-back', ann.email],
  ])
  if (deed === 'takeBack') {
    expect(lead.agentId).not.toBe(ann.id)
    expect(live).toMatchObject([{ agentId: lead.agentId, startedAt: later(240) }])
  } else expect({ agentId: lead.agentId, touches, live }).toEqual({ agentId: ann.id, touches: 1, live: [] })
}

test.concurrent.each<[Deed, LeadFailpoint]>([
  ['remind', 'leads.before-commit'],
  ['remind', 'leads.after-commit'],
  ['takeBack', 'leads.before-commit'],
  ['takeBack', 'leads.after-commit'],
  ['bringBack', 'leads.before-commit'],
])(
  'a process that dies in a %s, at %s, leaves all of it or nothing; whoever comes next does it once, and somebody has the lead',
  async (deed, point) => {
    const scene = await aScene(deed)
    const before = await standingOf(scene)
    expect(await dieAt(point, childOf(scene))).toBe('SIGKILL')
    const after = await standingOf(scene)
    if (point === 'leads.before-commit') expect(after).toEqual(before)
    else expectDone(scene, after)
    await Promise.all([again(scene), again(scene)])
    expectDone(scene, await standingOf(scene))
  },
)
