import { describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice, aTeam } from '#server/testing/factories.ts'

/** An office with two agents of one team, their manager, and an agent of another office. */
async function someOffice() {
  const [office, other] = await Promise.all([anOffice(), anOffice()])
  const team = await aTeam(office.id)
  const [agent, colleague, manager, stranger] = await Promise.all([
    anAgent(office.id, { teamId: team.id }),
    anAgent(office.id),
    anAgent(office.id, { role: 'manager' }),
    anAgent(other.id),
  ])
  return { office, team, agent, colleague, manager, stranger }
}

describe('the list of contacts', () => {
  test('pages through all of them once, also when many were changed in one moment', async () => {
    const { agent } = await someOffice()
    const at = new Date()
    await Promise.all(
      Array.from({ length: 115 }, (_, index) =>
        aContact(agent, { updatedAt: index % 3 ? at : new Date(at.getTime() - index * 1000) }),
      ),
    )
    const seen: { id: string; updatedAt: Date }[] = []
    let cursor: string | undefined
    do {
      const page = await callAs(agent).contacts.list({ cursor })
      expect(page.count).toBe(cursor ? null : 115)
      seen.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(115)
    expect(seen).toHaveLength(115)
    const times = seen.map(({ updatedAt }) => updatedAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    for (const odd of ['x', '_', `2026-01-01_' OR 1`])
      expect((await callAs(agent).contacts.list({ cursor: odd })).items).toHaveLength(50)
  })

  test('follows the agent: not a colleague’s, not another office’s, removed ones to nobody', async () => {
    const { agent, colleague, manager, stranger, team, office } = await someOffice()
    const [mine, theirs, gone] = await Promise.all([
      aContact(agent),
      aContact(colleague),
      aContact(agent, { removedAt: new Date() }),
    ])
    const lead = await anAgent(office.id, { role: 'teamLead', teamId: team.id })
    const assistant = await anAgent(office.id, { role: 'assistant', assistsId: colleague.id })
    const idsOf = async (person: typeof agent) =>
      (await callAs(person).contacts.list({})).items.map(({ id }) => id).sort()
    expect(await idsOf(agent)).toEqual([mine.id])
    expect(await idsOf(assistant)).toEqual([theirs.id])
    expect(await idsOf(lead)).toEqual([mine.id])
    expect(await idsOf(manager)).toEqual([mine.id, theirs.id].sort())
    expect(await idsOf(stranger)).toEqual([])
    for (const person of [colleague, stranger, assistant])
      await expect(callAs(person).contacts.byId({ contactId: mine.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(callAs(agent).contacts.byId({ contactId: gone.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('finds part of a name and a whole address, in any case, and takes wildcards for letters', async () => {
    const { agent } = await someOffice()
    const [ana] = await Promise.all([
      aContact(agent, { fullName: 'Ana 100% Beckett', email: `ANA.${agent.id}@mail.test`, stage: 'client' }),
      aContact(agent, { fullName: 'Bo Ferris' }),
    ])
    const idsFor = async (input: Parameters<ReturnType<typeof callAs>['contacts']['list']>[0]) =>
      (await callAs(agent).contacts.list(input)).items.map(({ id }) => id)
    for (const q of ['beck', '100%', `ana.${agent.id}@MAIL.test`]) expect(await idsFor({ q })).toEqual([ana.id])
    expect(await idsFor({ q: 'a_a' })).toEqual([])
    // One or two letters are how a word begins.
    for (const q of ['an', 'BE', '1']) expect(await idsFor({ q })).toEqual([ana.id])
    for (const q of ['na', 'ck', '%']) expect(await idsFor({ q })).toEqual([])
    expect(await idsFor({ stage: 'client' })).toEqual([ana.id])
    await expect(idsFor({ q: 'a\u0000' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('says how many alerts a contact has switched on', async () => {
    const { agent } = await someOffice()
    const contact = await aContact(agent)
    await aSearch(agent, contact, {}, db)
    const { id } = await aSearch(agent, contact, {}, db)
    await db.savedSearch.update({ where: { id }, data: { activeYN: false } })
    expect((await callAs(agent).contacts.list({})).items).toMatchObject([{ id: contact.id, alerts: 1 }])
  })
})

describe('a contact', () => {
  test('is set up in the book of the one who asks, tidied, and the timeline says by whom', async () => {
    const { agent, office } = await someOffice()
    const { id } = await callAs(agent).contacts.create({
      fullName: '  Ana Beckett ',
      email: ' ANA@Mail.Test ',
      phone: '',
    })
    const contact = await callAs(agent).contacts.byId({ contactId: id })
    expect(contact).toMatchObject({
      fullName: 'Ana Beckett',
      email: 'ana@mail.test',
      phone: null,
      stage: 'lead',
      office: { id: office.id },
      mails: [],
    })
    expect((await callAs(agent).contacts.timeline({ contactId: id })).items).toMatchObject([
      { summary: `Added by ${agent.fullName}` },
    ])
    await expect(callAs(agent).contacts.create({ fullName: 'A\nBcc: x@y.test' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(callAs(agent).contacts.create({ fullName: 'Ana', email: 'bob@' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  test('can only be given to agents whose contacts one sees', async () => {
    const { agent, colleague, manager, stranger } = await someOffice()
    const give = (from: typeof agent, agentId: string) => callAs(from).contacts.create({ fullName: 'Ana', agentId })
    await expect(give(agent, colleague.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(give(manager, stranger.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { id } = await give(manager, colleague.id)
    expect(await callAs(colleague).contacts.byId({ contactId: id })).toMatchObject({ agent: { id: colleague.id } })
    const contact = await aContact(agent)
    const edit = { contactId: contact.id, basedOn: contact.updatedAt, fullName: 'Ana' }
    await expect(callAs(agent).contacts.update({ ...edit, agentId: stranger.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await callAs(manager).contacts.update({ ...edit, agentId: colleague.id })
    await expect(callAs(agent).contacts.byId({ contactId: contact.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { items } = await callAs(colleague).contacts.timeline({ contactId: contact.id })
    expect(items[0]?.summary).toBe(`Handed to ${colleague.fullName} by ${manager.fullName}`)
  })

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const { agent, manager } = await someOffice()
    const { id: contactId, updatedAt: basedOn } = await aContact(agent)
    await callAs(manager).contacts.update({ contactId, basedOn, fullName: 'Ana' })
    await expect(callAs(agent).contacts.update({ contactId, basedOn, fullName: 'Bo' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    expect(await callAs(agent).contacts.byId({ contactId })).toMatchObject({ fullName: 'Ana' })
  })

  test('without an address has its alerts at rest, and with one they wake', async () => {
    const { agent } = await someOffice()
    const contact = await aContact(agent)
    const search = await aSearch(agent, contact, {}, db)
    const stateOf = () =>
      db.savedSearch.findUnique({ where: { id: search.id }, select: { activeYN: true, reason: true } })
    const first = { contactId: contact.id, basedOn: contact.updatedAt, fullName: 'Ana' }
    const { updatedAt: basedOn } = await callAs(agent).contacts.update({ ...first, email: '' })
    expect(await stateOf()).toEqual({ activeYN: false, reason: 'NoOneToSendTo' })
    await callAs(agent).contacts.update({ ...first, basedOn, email: 'ana@mail.test' })
    expect(await stateOf()).toEqual({ activeYN: true, reason: 'ReActivated' })
  })

  test('moves to another stage once, and tells it once', async () => {
    const { agent, stranger } = await someOffice()
    const { id: contactId } = await aContact(agent)
    await callAs(agent).contacts.setStage({ contactId, stage: 'client' })
    await callAs(agent).contacts.setStage({ contactId, stage: 'client' })
    expect((await callAs(agent).contacts.timeline({ contactId })).items).toMatchObject([
      { summary: `Is now a client, says ${agent.fullName}` },
    ])
    await expect(callAs(stranger).contacts.setStage({ contactId, stage: 'past' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('can be taken away and brought back by who may see it', async () => {
    const { agent, stranger } = await someOffice()
    const { id: contactId } = await aContact(agent)
    await expect(callAs(stranger).contacts.remove({ contactId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await callAs(agent).contacts.remove({ contactId })
    await expect(callAs(agent).contacts.byId({ contactId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(callAs(stranger).contacts.restore({ contactId })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await callAs(agent).contacts.restore({ contactId })
    expect(await callAs(agent).contacts.byId({ contactId })).toMatchObject({ id: contactId })
  })
})
