import { expect, test } from 'vitest'
import { openSession, readActor } from '#server/auth/sessions.ts'
import { db } from '#server/db.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice, aPerson, aTeam } from '#server/testing/factories.ts'

const anEmail = () => `${crypto.randomUUID().slice(0, 8)}@palmetto.test`
const forbidden = { code: 'FORBIDDEN' }
const notFound = { code: 'NOT_FOUND' }

async function aFirm() {
  const [office, elsewhere] = await Promise.all([anOffice(), anOffice()])
  const [owner, admin, manager, agent, stranger] = await Promise.all([
    aPerson(office.id, { role: 'owner', passwordHash: 'x' }),
    aPerson(office.id, { role: 'admin' }),
    aPerson(office.id, { role: 'manager' }),
    anAgent(office.id),
    anAgent(elsewhere.id),
  ])
  return { office, elsewhere, owner, admin, manager, agent, stranger }
}

test('a manager invites agents and assistants to their own office, and nobody else', async () => {
  const { office, elsewhere, manager, agent } = await aFirm()
  const invite = (over: object) =>
    callAs(manager).org.invitePerson({
      ...{ fullName: 'Ana Reyes', email: anEmail(), role: 'agent', officeId: office.id },
      ...over,
    })
  await invite({})
  await invite({ role: 'assistant', assistsId: agent.id })
  await expect(invite({ role: 'manager' })).rejects.toMatchObject(forbidden)
  await expect(invite({ role: 'owner' })).rejects.toMatchObject(forbidden)
  await expect(invite({ officeId: elsewhere.id })).rejects.toMatchObject(forbidden)
  const byAgent = callAs(agent).org.invitePerson({
    ...{ fullName: 'Ana Reyes', email: anEmail(), role: 'assistant', officeId: office.id, assistsId: agent.id },
  })
  await expect(byAgent).rejects.toMatchObject(forbidden)
})

test('an admin cannot touch an owner, nor make one', async () => {
  const { office, owner, admin, agent } = await aFirm()
  const org = callAs(admin).org
  await expect(org.removePerson({ personId: owner.id })).rejects.toMatchObject(forbidden)
  const demotion = { personId: owner.id, role: 'agent' as const, officeId: office.id }
  await expect(org.placePerson(demotion)).rejects.toMatchObject(forbidden)
  const promotion = { personId: agent.id, role: 'owner' as const, officeId: office.id }
  await expect(org.placePerson(promotion)).rejects.toMatchObject(forbidden)
  await callAs(owner).org.placePerson(promotion)
})

test('nobody raises, moves or removes themselves', async () => {
  const { office, admin, manager } = await aFirm()
  for (const person of [admin, manager]) {
    const org = callAs(person).org
    const place = { personId: person.id, role: 'agent' as const, officeId: office.id }
    await expect(org.placePerson(place)).rejects.toMatchObject(forbidden)
    await expect(org.removePerson({ personId: person.id })).rejects.toMatchObject(forbidden)
  }
})

test('the same e-mail is not invited twice, whatever its case, also at the same moment', async () => {
  const { office, admin } = await aFirm()
  const email = anEmail()
  const invite = (address: string) =>
    callAs(admin).org.invitePerson({ fullName: 'Ana', email: address, role: 'agent', officeId: office.id })
  const answers = await Promise.allSettled([email, email.toUpperCase(), ` ${email}`].map(invite))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.outboxMail.count({ where: { recipient: email } })).toBe(1)
})

test('an assistant needs an agent of the same office, and a team belongs to the office', async () => {
  const { office, elsewhere, admin, stranger } = await aFirm()
  const team = await aTeam(elsewhere.id)
  const invite = (over: object) =>
    callAs(admin).org.invitePerson({
      ...{ fullName: 'Ana', email: anEmail(), role: 'assistant', officeId: office.id },
      ...over,
    })
  for (const over of [{}, { assistsId: stranger.id }, { role: 'agent', teamId: team.id }]) {
    await expect(invite(over)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  }
})

test('a removal ends sessions and links at once, and asks who takes the contacts over', async () => {
  const { office, admin, agent } = await aFirm()
  const successor = await anAgent(office.id)
  const assistant = await aPerson(office.id, { role: 'assistant', assistsId: agent.id })
  const contact = await aContact(agent)
  const { id: sessionId } = await openSession(db, { personId: agent.id, now: new Date() })
  const org = callAs(admin).org
  expect(await org.bookSize({ personId: agent.id })).toEqual({ contacts: 1 })
  await expect(org.removePerson({ personId: agent.id })).rejects.toThrow(
    /looks after 1 contact\. Choose who takes over/,
  )
  expect(await readActor(db, { sessionId, now: new Date() })).not.toBeNull()
  for (const successorId of [agent.id, assistant.id, crypto.randomUUID()]) {
    await expect(org.removePerson({ personId: agent.id, successorId })).rejects.toThrow()
  }
  const removal = { personId: agent.id, successorId: successor.id }
  expect(await org.removePerson(removal)).toEqual({ personId: agent.id, handedOver: 1 })
  expect(await readActor(db, { sessionId, now: new Date() })).toBeNull()
  expect(await db.contact.findUnique({ where: { id: contact.id } })).toMatchObject({ agentId: successor.id })
  expect((await callAs(assistant).org.agents()).length).toBe(0)
  await org.restorePerson({ personId: agent.id })
  expect(await db.person.findUnique({ where: { id: agent.id } })).toMatchObject({ removedAt: null })
  expect((await callAs(assistant).org.agents()).map(({ id }) => id)).toEqual([agent.id])
  expect(await readActor(db, { sessionId, now: new Date() })).toBeNull()
})

test('who moves to another office takes the contacts along', async () => {
  const { elsewhere, admin, agent } = await aFirm()
  const contact = await aContact(agent)
  await callAs(admin).org.placePerson({ personId: agent.id, role: 'agent', officeId: elsewhere.id })
  expect(await db.contact.findUnique({ where: { id: contact.id } })).toMatchObject({ officeId: elsewhere.id })
})

test('an agent with contacts does not become an assistant', async () => {
  const { office, admin, agent } = await aFirm()
  const lead = await anAgent(office.id)
  await aContact(agent)
  const place = { personId: agent.id, role: 'assistant' as const, officeId: office.id, assistsId: lead.id }
  await expect(callAs(admin).org.placePerson(place)).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
})

test('two owners who remove or demote each other at the same moment leave one', async () => {
  const own = await ownDatabase()
  try {
    for (let round = 0; round < 6; round++) {
      const office = await anOffice({}, own.db)
      const anOwner = () => aPerson(office.id, { role: 'owner', passwordHash: 'x' }, own.db)
      await own.db.person.updateMany({ where: { role: 'owner' }, data: { removedAt: new Date() } })
      const [one, two] = await Promise.all([anOwner(), anOwner()])
      const demotion = { personId: one.id, role: 'admin' as const, officeId: office.id }
      await Promise.allSettled([
        callAs(one, own).org.removePerson({ personId: two.id }),
        callAs(two, own).org.placePerson(demotion),
      ])
      expect(await own.db.person.count({ where: { role: 'owner', removedAt: null } })).toBe(1)
    }
  } finally {
    await own.close()
  }
})

test('people are listed by name, page by page, each with what may be done about them', async () => {
  const { office, manager, agent, owner, stranger } = await aFirm()
  await Promise.all(Array.from({ length: 60 }, (_, i) => anAgent(office.id, { fullName: `Zed ${i % 3}` })))
  const org = callAs(manager).org
  const first = await org.people({})
  const second = await org.people({ cursor: first.nextCursor })
  const all = [...first.people, ...second.people]
  expect([first.people.length, second.people.length, second.nextCursor]).toEqual([50, 14, null])
  expect(new Set(all.map(({ id }) => id)).size).toBe(64)
  const row = (id: string) => all.find((person) => person.id === id)
  expect([row(agent.id)?.mayManage, row(owner.id)?.mayManage, row(manager.id)?.mayManage]).toEqual([true, false, false])
  expect(row(stranger.id)).toBeUndefined()
  expect(JSON.stringify(all)).not.toContain('passwordHash')
})

test('search finds by name and e-mail, and a percent sign is a percent sign', async () => {
  const { office, manager } = await aFirm()
  const found = await anAgent(office.id, { fullName: '100% Ana' })
  const search = async (text: string) => (await callAs(manager).org.people({ search: text })).people.map(({ id }) => id)
  expect(await search('100% a')).toEqual([found.id])
  expect(await search('%')).toEqual([found.id])
  expect(await search(found.email.slice(0, 8))).toEqual([found.id])
})

test('removed people are shown on request and can come back; who came without a password can be invited', async () => {
  const { office, manager } = await aFirm()
  const removed = await anAgent(office.id, { removedAt: new Date() })
  const fromLegacy = await anAgent(office.id)
  const org = callAs(manager).org
  const statusOf = async (id: string) =>
    (await org.people({ withRemoved: true })).people.find((person) => person.id === id)?.status
  expect([await statusOf(removed.id), await statusOf(fromLegacy.id)]).toEqual(['removed', 'noAccess'])
  expect((await org.people({})).people.map(({ id }) => id)).not.toContain(removed.id)
  await org.resendInvitation({ personId: fromLegacy.id })
  expect(await statusOf(fromLegacy.id)).toBe('invited')
  await org.restorePerson({ personId: removed.id })
  expect(await statusOf(removed.id)).toBe('noAccess')
})

test('a manager sees and changes the teams of their own office only', async () => {
  const { office, elsewhere, manager, agent } = await aFirm()
  const foreign = await aTeam(elsewhere.id)
  const org = callAs(manager).org
  const { teamId } = await org.createTeam({ officeId: office.id, name: 'Waterfront' })
  await expect(org.createTeam({ officeId: office.id, name: 'Waterfront' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(org.createTeam({ officeId: elsewhere.id, name: 'Ours' })).rejects.toMatchObject(forbidden)
  await expect(org.renameTeam({ teamId: foreign.id, name: 'Ours' })).rejects.toMatchObject(notFound)
  await expect(org.removeTeam({ teamId: foreign.id })).rejects.toMatchObject(notFound)
  await expect(callAs(agent).org.renameTeam({ teamId, name: 'Mine' })).rejects.toMatchObject(forbidden)
  expect((await org.teams()).map(({ id }) => id)).toEqual([teamId])
  await org.removeTeam({ teamId })
  expect(await org.teams()).toEqual([])
})

test('an office goes only when nobody is in it', async () => {
  const { office, admin, manager } = await aFirm()
  const org = callAs(admin).org
  const facts = { postalAddress: '1 Bay Street, Beaufort, SC 29902', phone: '(843) 555-0111' }
  const { officeId } = await org.createOffice({ name: `Bay ${crypto.randomUUID()}`, ...facts })
  await org.updateOffice({ officeId, name: `Bay ${crypto.randomUUID()}`, ...facts, timeZone: 'America/Chicago' })
  const zone = org.updateOffice({ officeId, name: 'Bay', ...facts, timeZone: 'Mars/Olympus' })
  await expect(zone).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(org.removeOffice({ officeId: office.id })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  await expect(callAs(manager).org.removeOffice({ officeId })).rejects.toMatchObject(forbidden)
  await org.removeOffice({ officeId })
  expect(await db.office.findUnique({ where: { id: officeId } })).toBeNull()
})
