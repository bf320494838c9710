import { expect, test } from 'vitest'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'

const FORBIDDEN = { code: 'FORBIDDEN' }
const NOT_FOUND = { code: 'NOT_FOUND' }
const clients = { list: 'contacts', name: 'My clients', query: 'stage=client' } as const

async function someOffice() {
  const [office, other] = await Promise.all([anOffice(), anOffice()])
  const [agent, colleague, manager, stranger] = await Promise.all([
    anAgent(office.id),
    anAgent(office.id),
    anAgent(office.id, { role: 'manager' }),
    anAgent(other.id, { role: 'manager' }),
  ])
  return { agent, colleague, manager, stranger }
}
type Someone = Awaited<ReturnType<typeof anAgent>>
const viewsOf = async (person: Someone, list: 'contacts' | 'alerts' = 'contacts') =>
  (await callAs(person).views.list({ list })).views
const namesOf = async (person: Someone) => (await viewsOf(person)).map(({ name }) => name)

test('a view is one’s own, on its own list, until somebody who runs the office shares it', async () => {
  const { agent, colleague, manager, stranger } = await someOffice()
  const { id: viewId } = await callAs(manager).views.create(clients)
  expect(await viewsOf(manager)).toMatchObject([{ id: viewId, isMine: true, isShared: false, query: 'stage=client' }])
  expect(await viewsOf(manager, 'alerts')).toEqual([])
  for (const other of [agent, colleague, stranger]) expect(await viewsOf(other)).toEqual([])

  await callAs(manager).views.update({ viewId, shared: true })
  for (const other of [agent, colleague])
    expect(await viewsOf(other)).toMatchObject([
      { isMine: false, isShared: true, mayChange: false, by: manager.fullName },
    ])
  expect(await viewsOf(stranger)).toEqual([])
  await callAs(manager).views.update({ viewId, shared: false })
  expect(await viewsOf(agent)).toEqual([])
})

test('an agent shares nothing and changes no view of the office; another manager of it may', async () => {
  const { agent, manager, stranger } = await someOffice()
  await expect(callAs(agent).views.create({ ...clients, shared: true })).rejects.toMatchObject(FORBIDDEN)
  const { id: own } = await callAs(agent).views.create(clients)
  await expect(callAs(agent).views.update({ viewId: own, shared: true })).rejects.toMatchObject(FORBIDDEN)
  const { id: viewId } = await callAs(manager).views.create({ ...clients, shared: true })
  for (const other of [agent, stranger]) {
    await expect(callAs(other).views.update({ viewId, name: 'x' })).rejects.toMatchObject(NOT_FOUND)
    await expect(callAs(other).views.remove({ viewId })).rejects.toMatchObject(NOT_FOUND)
  }
  const second = await anAgent(manager.officeId, { role: 'manager' })
  await callAs(second).views.update({ viewId, name: 'Everybody’s clients', query: '' })
  expect(await viewsOf(manager)).toMatchObject([{ name: 'Everybody’s clients', query: '' }])
})

test('a view that was removed is gone for everybody and comes back whole, as the default that it was', async () => {
  const { agent, manager } = await someOffice()
  const { id: viewId } = await callAs(manager).views.create({ ...clients, shared: true })
  await callAs(agent).views.arrange({ list: 'contacts', defaultViewId: viewId })
  await callAs(manager).views.remove({ viewId })
  expect(await callAs(agent).views.list({ list: 'contacts' })).toMatchObject({ views: [], defaultViewId: null })
  await callAs(manager).views.restore({ viewId })
  expect(await callAs(agent).views.list({ list: 'contacts' })).toMatchObject({
    views: [{ name: 'My clients' }],
    defaultViewId: viewId,
  })
})

test('columns, order and default are each person’s own, and each is kept when another changes', async () => {
  const { agent, manager } = await someOffice()
  const ids: string[] = []
  for (const name of ['One', 'Two', 'Three']) {
    ids.push((await callAs(manager).views.create({ ...clients, name, shared: true })).id)
  }
  const { arrange } = callAs(agent).views
  await arrange({ list: 'contacts', hiddenColumns: ['source', 'updatedAt'] })
  await arrange({ list: 'contacts', viewOrder: ids.toReversed().slice(0, 2) })
  expect(await namesOf(agent)).toEqual(['Three', 'Two', 'One'])
  expect(await namesOf(manager)).toEqual(['One', 'Two', 'Three'])
  expect(await callAs(agent).views.list({ list: 'contacts' })).toMatchObject({ hiddenColumns: ['source', 'updatedAt'] })
  expect(await callAs(manager).views.list({ list: 'contacts' })).toMatchObject({ hiddenColumns: [] })
  await expect(arrange({ list: 'alerts', defaultViewId: ids[0] })).rejects.toMatchObject(NOT_FOUND)
})

test('a query is the filter part of an address, and a name one line', async () => {
  const { agent } = await someOffice()
  for (const query of ['?q=1', '//evil.example', 'q=a\nb', 'x'.repeat(501)])
    await expect(callAs(agent).views.create({ ...clients, query })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  for (const name of ['', ' ', 'a\nb', 'x'.repeat(61)])
    await expect(callAs(agent).views.create({ ...clients, name })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
