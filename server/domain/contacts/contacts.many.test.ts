import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { MOST_AT_ONCE } from './contacts.schema.ts'

type Someone = Awaited<ReturnType<typeof anAgent>>

async function someBooks() {
  const [office, other] = await Promise.all([anOffice(), anOffice()])
  const [agent, colleague, manager, stranger] = await Promise.all([
    anAgent(office.id),
    anAgent(office.id),
    anAgent(office.id, { role: 'manager' }),
    anAgent(other.id),
  ])
  const aBook = (of: Someone, count: number) => Promise.all(Array.from({ length: count }, () => aContact(of)))
  const [mine, theirs] = [await aBook(agent, 3), await aBook(colleague, 2)]
  return { agent, colleague, manager, stranger, mine: mine.map(({ id }) => id), theirs: theirs.map(({ id }) => id) }
}
const readAll = (ids: string[]) => db.contact.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
const factsOf = (ids: string[]) => db.timelineEntry.count({ where: { contactId: { in: ids } } })

test('a stage is given to many at once, told to each timeline, and those one may not see stay as they are', async () => {
  const { agent, mine, theirs } = await someBooks()
  const { contacts } = callAs(agent)
  const which = { ids: [...mine, ...theirs, crypto.randomUUID()] }
  await contacts.setStage({ contactId: mine[0] ?? '', stage: 'client' })
  const done = await contacts.setStageOfMany({ which, stage: 'client' })
  expect(done).toMatchObject({ changed: 2, unchanged: 1, mayNot: 3, before: [{ was: 'lead' }] })
  expect((await readAll(mine)).map(({ stage }) => stage)).toEqual(['client', 'client', 'client'])
  expect(new Set((await readAll(theirs)).map(({ stage }) => stage))).toEqual(new Set(['lead']))
  expect([await factsOf(mine), await factsOf(theirs)]).toEqual([3, 0])
})

test('many are handed to an agent whose book one works on, with the way back, and to nobody else', async () => {
  const { agent, colleague, manager, stranger, mine, theirs } = await someBooks()
  const which = { ids: [...mine, ...theirs] }
  for (const [by, agentId] of [
    [agent, colleague.id],
    [manager, stranger.id],
  ] as const)
    await expect(callAs(by).contacts.handOverMany({ which, agentId })).rejects.toMatchObject({ code: 'FORBIDDEN' })

  const done = await callAs(manager).contacts.handOverMany({ which, agentId: colleague.id })
  expect(done).toMatchObject({ changed: 3, unchanged: 2, mayNot: 0 })
  expect(done.before).toMatchObject([{ was: agent.id }])
  expect((await callAs(agent).contacts.list({})).count).toBe(0)
  for (const { was, ids } of done.before) await callAs(manager).contacts.handOverMany({ which: { ids }, agentId: was })
  expect((await callAs(agent).contacts.list({})).count).toBe(3)
})

test('all that the filters find are taken away and brought back by who may see them', async () => {
  const { agent, colleague, mine, theirs } = await someBooks()
  await callAs(agent).contacts.setStage({ contactId: mine[0] ?? '', stage: 'past' })
  const { ids, changed } = await callAs(agent).contacts.removeMany({ which: { filters: { stage: 'lead' } } })
  expect([changed, ids.toSorted()]).toEqual([2, mine.slice(1).toSorted()])
  expect((await readAll(theirs)).every(({ removedAt }) => removedAt === null)).toBe(true)
  expect(await callAs(colleague).contacts.restoreMany({ ids })).toEqual({ changed: 0 })
  expect(await callAs(agent).contacts.restoreMany({ ids })).toEqual({ changed: 2 })
  expect((await callAs(agent).contacts.list({})).count).toBe(3)
})

test('an order reaches as far as its limit, and says that there are more', async () => {
  const { agent } = await someBooks()
  const owner = await anAgent(agent.officeId)
  const person = { agentId: owner.id, officeId: owner.officeId, fullName: 'One of many' }
  await db.contact.createMany({ data: Array.from({ length: MOST_AT_ONCE + 1 }, () => person) })
  const { contacts } = callAs(owner)
  const all = { which: { filters: {} }, stage: 'client' } as const
  expect(await contacts.setStageOfMany(all)).toMatchObject({ changed: MOST_AT_ONCE, hasMore: true })
  const ids = Array.from({ length: MOST_AT_ONCE + 1 }, () => crypto.randomUUID())
  await expect(contacts.removeMany({ which: { ids } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
