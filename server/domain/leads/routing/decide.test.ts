import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Office, Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aListing, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { aLead, rulesInForce } from '#server/testing/lead-factories.ts'
import { claimOffer, passOffer } from '../offers/offers.service.ts'
import { takeTurn } from '../offers/turns.service.ts'
import { takeIn } from '../taking-in/take-in.service.ts'
import { readAgentStates } from './agents.sql.ts'
import { decide } from './decide.service.ts'
import { route } from './route.ts'
import { readGrounds } from './stored.queries.ts'

let own: Awaited<ReturnType<typeof ownDatabase>>
let db: RootDb
let office: Office
let owner: Person
let admin: Person
let agents: Person[]
const [robin, bySource, byName] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]

beforeAll(async () => {
  own = await ownDatabase()
  db = own.db
  office = await anOffice({}, db)
  owner = await aPerson(office.id, { role: 'owner' }, db)
  admin = await aPerson(office.id, { role: 'admin' }, db)
  agents = []
  for (let each = 0; each < 5; each += 1) agents.push(await anAgent(office.id, {}, db))
  const rest = { handOver: 'assign', offerMinutes: 5, ladder: {} } as const
  const pool = { officeIds: [office.id], teamIds: [], agentIds: [] }
  await rulesInForce(
    [
      {
        ...{
          id: byName,
          name: 'Asked',
          when: { tags: ['ask'] },
          method: { kind: 'named', agentId: agents[4]?.id ?? '' },
        },
        ladder: { steps: [{ afterMinutes: 60, act: 'manager' }] },
      },
      { id: bySource, name: 'VIPs', when: { tags: ['vip'] }, method: { kind: 'score', pool }, ...rest },
      { id: robin, name: 'Round', when: { leadTypes: ['Buyer'] }, method: { kind: 'round-robin', pool }, ...rest },
    ],
    [owner, admin],
    db,
  )
})
afterAll(() => own.close())

/** As it came in, and nobody has it. */
const aNewLead = (over: Parameters<typeof aLead>[1] = {}) =>
  aLead(owner, { state: 'received', takenInAt: null, because: null, contactId: null, ...over }, db)
const decideOn = ({ id }: { id: string }, hop = 0, without: string[] = [], at = new Date()) =>
  db.$transaction((tx) => decide(tx, { inquiryId: id, hop, without, at }))
const agentOf = ({ outcome }: Awaited<ReturnType<typeof decideOn>>) =>
  outcome.kind === 'assign' ? outcome.agentId : ''

describe('a decision about a lead', () => {
  test('is written down with all that it rests on: decided again from that, it is the same', async () => {
    const lead = await aNewLead({ tags: ['vip'] })
    const decision = await decideOn(lead)
    expect(decision).toMatchObject({
      ruleId: bySource,
      because: 'rule',
      hop: 0,
      facts: { tags: ['vip'], leadType: 'Buyer' },
    })
    expect(decision.considered.filter(({ whyNot }) => whyNot.length === 0)).toHaveLength(1)
    const { facts, rules, agents: people, seed } = await readGrounds(db, decision.decisionId)
    expect(decision).toMatchObject({ ...route(facts, rules, people, seed) })
    expect(await decideOn(lead)).toEqual(decision)
    expect(await db.routingDecision.count({ where: { inquiryId: lead.id } })).toBe(1)
  })

  test('about a home rests on what the listing says, whatever the door has told of it', async () => {
    const over = { propertySubType: 'SingleFamilyResidence', listAgentId: agents[0]?.id ?? null } as const
    const home = await aListing(over, db)
    const told = { citySlug: 'summerville', priceCents: 1n, postalCode: '29483', propertySubType: 'Duplex' } as const
    const { facts } = await decideOn(await aNewLead({ listingId: home.id, leadType: null, ...told }))
    expect(facts).toMatchObject({
      ...{ leadType: 'Buyer', priceCents: 42_500_000, citySlug: 'mount-pleasant', postalCode: '29464' },
      ...{ propertySubType: 'SingleFamilyResidence', listingAgentId: agents[0]?.id },
      place: { latitude: 32.8323, longitude: -79.8284 },
    })
  })

  test('is never changed, and never taken away while there is the lead', async () => {
    const { decisionId: id } = await decideOn(await aNewLead())
    await expect(db.routingDecision.update({ where: { id }, data: { because: 'default' } })).rejects.toThrow('42501')
    await expect(db.routingDecision.delete({ where: { id } })).rejects.toThrow('42501')
    const { inquiryId } = await db.routingDecision.findUniqueOrThrow({ where: { id } })
    await db.inquiry.delete({ where: { id: inquiryId } })
    expect(await db.routingDecision.count({ where: { id } })).toBe(0)
  })

  test('rests on the facts of the first, and asks nobody twice', async () => {
    const lead = await aNewLead({ tags: ['vip'] })
    const first = await decideOn(lead)
    await db.inquiry.update({ where: { id: lead.id }, data: { tags: [], leadType: 'Seller' } })
    const second = await decideOn(lead, 1, [agentOf(first)])
    expect(second).toMatchObject({ ruleId: bySource, facts: first.facts })
    expect(agentOf(second)).not.toBe(agentOf(first))
    expect(second.considered.find(({ agentId }) => agentId === agentOf(first))?.whyNot).toEqual(['asked-already'])
    const nobody = await decideOn(
      lead,
      2,
      agents.map(({ id }) => id),
    )
    expect(nobody).toMatchObject({ because: 'default', outcome: { kind: 'assign', agentId: owner.id } })
  })

  test('is blind to who somebody is: name, words, address and number change nothing, and no column of them is read', async () => {
    const at = new Date()
    const others = [
      { fullName: 'José Ñandú', message: 'Hablo español. Somos una familia con tres niños.' },
      { fullName: '王小明', email: 'wang@xn--fiqs8s.example', phone: '+86 10 5555 0100' },
      { fullName: 'Aisha Al-Farsi', message: 'Is there a mosque near by?', proposedTimes: [at] },
      { fullName: 'Jim', message: null, phone: null, raw: { language: 'pl', disability: 'wheelchair', age: 71 } },
    ]
    const seen: object[] = []
    for (const over of others) {
      // Each on the same state of things, and with the same draw: nothing of it stays.
      const rolledBack = db.$transaction(async (tx) => {
        const id = '01970000-0000-7000-8000-0000000000aa'
        const about = { citySlug: 'mount-pleasant', priceCents: 60_000_000n, leadType: 'Buyer' as const, tags: ['vip'] }
        await tx.inquiry.create({
          data: {
            ...{
              id,
              requestKey: id,
              kind: 'General',
              state: 'received',
              raw: {},
              receivedAt: at,
              email: 'a@example.test',
            },
            ...{ proposedTimes: [], ...about, ...over },
          },
        })
        const { decisionId: _, ...decision } = await decide(tx, { inquiryId: id, hop: 0, without: [], at })
        seen.push(decision)
        throw new Error('back')
      })
      await expect(rolledBack).rejects.toThrow('back')
    }
    expect(seen).toHaveLength(4)
    for (const decision of seen) expect(decision).toEqual(seen[0])
    const spoiled = db.$executeRaw`
      INSERT INTO routing_decision SELECT (jsonb_populate_record(d, '{"hop": 99, "facts": {"fullName": "Jim"}}')).* FROM routing_decision d LIMIT 1`
    await expect(spoiled).rejects.toThrow('facts_are_a_closed_list')
  })
})

describe('a lead that somebody is asked for', () => {
  /** As they come in: taken in, decided and held out. */
  const ask = async () => {
    const somebodyNew = { email: `new-${crypto.randomUUID()}@example.test`, phone: null }
    const { id: inquiryId } = await aNewLead({ tags: ['ask'], ...somebodyNew })
    await db.$transaction((tx) => takeIn(tx, { inquiryId, at: new Date() }))
    const { id: offerId } = await db.leadOffer.findFirstOrThrow({ where: { inquiryId } })
    return { inquiryId, answer: { offerId, personId: agents[4]?.id ?? '', channel: 'app' as const } }
  }
  const tookOf = async () => {
    const scope = { officeIds: [], teamIds: [], agentIds: [agents[4]?.id ?? ''], managersOf: null }
    const [state] = await readAgentStates(db, scope, new Date(Date.now() + 1))
    return state?.leads30
  }
  const later = new Date(Date.now() + 3_600_000)

  test('counts as theirs while they are asked and when they take it, and not when they pass it or let it run out', async () => {
    const before = (await tookOf()) ?? 0
    const taken = await ask()
    expect(await tookOf()).toBe(before + 1)
    await claimOffer({ db, now: () => new Date() }, taken.answer)
    expect(await tookOf()).toBe(before + 1)
    const passed = await ask()
    await passOffer({ db, now: () => new Date() }, { ...passed.answer, reason: 'busy' })
    expect(await tookOf()).toBe(before + 1)
    const missed = await ask()
    expect(await tookOf()).toBe(before + 2)
    await takeTurn({ db, now: () => later }, { offerId: missed.answer.offerId })
    expect(await tookOf()).toBe(before + 1)
  })

  test('and that leaves its rule costs nobody of another rule a turn, and says of nobody that they were asked', async () => {
    const turns = () => db.routingTurn.findMany({ where: { ruleId: robin }, orderBy: { agentId: 'asc' } })
    const before = await turns()
    const { inquiryId, answer } = await ask()
    // A buyer: the round robin would be next, and the ladder goes to the manager instead.
    await passOffer({ db, now: () => new Date() }, { ...answer, reason: 'busy' })
    expect(await turns()).toEqual(before)
    expect(await db.routingDecision.findMany({ where: { inquiryId }, select: { hop: true } })).toEqual([{ hop: 0 }])
    expect(await db.inquiry.findUniqueOrThrow({ where: { id: inquiryId } })).toMatchObject({ agentId: owner.id })
  })
})

test('eight who decide at once give each of five agents the same number of leads', async () => {
  const before = await db.routingTurn.findMany({ where: { ruleId: robin } })
  const leads = []
  for (let each = 0; each < 40; each += 1) leads.push(await aNewLead())
  const queue = [...leads]
  const work = async () => {
    const had: string[] = []
    for (let lead = queue.shift(); lead; lead = queue.shift()) had.push(agentOf(await decideOn(lead)))
    return had
  }
  const had = (await Promise.all(Array.from({ length: 8 }, work))).flat()
  expect(agents.map(({ id }) => had.filter((each) => each === id).length)).toEqual([8, 8, 8, 8, 8])
  const turns = await db.routingTurn.findMany({ where: { ruleId: robin } })
  const sum = (rows: typeof turns) => rows.reduce((all, row) => all + row.turns, 0)
  expect(sum(turns) - sum(before)).toBe(40)
})

test('an agent reads why it was not them, and nothing about anybody else; whoever was not considered reads nothing', async () => {
  const lead = await aNewLead()
  const decision = await decideOn(lead)
  const [other] = agents.filter(({ id }) => id !== agentOf(decision))
  if (!other) throw new Error('nobody else')
  const answer = await callAs(other, { db }).routing.whyNotMe({ inquiryId: lead.id })
  expect(answer).toMatchObject([
    { ruleName: 'Round', wasAsked: false, said: ["you could have had it, and it was somebody else's turn"] },
  ])
  for (const { id } of agents) expect(JSON.stringify(answer)).not.toContain(id)
  const stranger = await anAgent((await anOffice({}, db)).id, {}, db)
  const asked = callAs(stranger, { db }).routing.whyNotMe({ inquiryId: lead.id })
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
