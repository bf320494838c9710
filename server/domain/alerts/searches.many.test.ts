import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

/** Two agents of one office, each with contacts and alerts. */
async function someBooks() {
  const office = await anOffice()
  const [agent, colleague] = await Promise.all([anAgent(office.id), anAgent(office.id)])
  const aBook = async (owner: typeof agent, count: number) => {
    const contact = await aContact(owner)
    return Promise.all(Array.from({ length: count }, () => aSearch(owner, contact, {}, db))).then((made) =>
      made.map(({ id }) => id),
    )
  }
  return { agent, mine: await aBook(agent, 3), theirs: await aBook(colleague, 2) }
}
const statesOf = async (ids: string[]) => {
  const rows = await db.savedSearch.findMany({ where: { id: { in: ids } } })
  const states = new Map(
    rows.map(({ id, activeYN, removedAt }) => [id, removedAt ? 'removed' : activeYN ? 'on' : 'off']),
  )
  return ids.map((id) => states.get(id))
}

test('many alerts are paused at once, and those of a colleague are counted and left alone', async () => {
  const { agent, mine, theirs } = await someBooks()
  const { alerts } = callAs(agent)
  const which = { ids: [...mine, ...theirs] }
  expect(await alerts.setActiveOfMany({ which, active: false })).toMatchObject({ changed: 3, unchanged: 0, mayNot: 2 })
  expect(await statesOf(mine)).toEqual(['off', 'off', 'off'])
  expect(await statesOf(theirs)).toEqual(['on', 'on'])
  expect(await alerts.setActiveOfMany({ which, active: false })).toMatchObject({ changed: 0, unchanged: 3 })
})

test('resuming leaves out who switched off themselves and who has no address, and says how many', async () => {
  const { agent, mine } = await someBooks()
  const { alerts } = callAs(agent)
  const unreachable = await aSearch(agent, await aContact(agent, { email: null }), {}, db)
  const [own = ''] = mine
  await alerts.setActiveOfMany({ which: { ids: mine }, active: false })
  await db.savedSearch.update({ where: { id: own }, data: { reason: 'ClientDisabled' } })

  const resumed = await alerts.setActiveOfMany({ which: { filters: { state: 'off' } }, active: true })
  expect(resumed).toMatchObject({ changed: 2, theirs: 1, unreachable: 1, mayNot: 0, hasMore: false })
  expect(await statesOf([...mine, unreachable.id])).toEqual(['off', 'on', 'on', 'off'])
})

test('all that a filter finds can be taken away and brought back, and nothing beside it', async () => {
  const { agent, mine, theirs } = await someBooks()
  const { alerts } = callAs(agent)
  const [named = '', ...others] = mine
  await db.savedSearch.update({ where: { id: named }, data: { name: '100% beach' } })
  const { ids } = await alerts.removeMany({ which: { filters: { q: '0% b' } } })
  expect(ids).toEqual([named])
  await alerts.removeMany({ which: { filters: { q: '%' } } })
  expect(await statesOf(others)).toEqual(['on', 'on'])
  expect((await alerts.list({})).count).toBe(2)
  const rest = await alerts.removeMany({ which: { filters: {} } })
  expect(rest.ids.sort()).toEqual(others.sort())
  expect(await statesOf(theirs)).toEqual(['on', 'on'])
  expect(await alerts.restoreMany({ ids: [...mine, ...theirs] })).toEqual({ changed: 3 })
  expect(await statesOf(mine)).toEqual(['on', 'on', 'on'])
})
