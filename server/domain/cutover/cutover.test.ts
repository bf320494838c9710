import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#server/context.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { actorOf, callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { holdMaster, masterOf, mastersOf } from './cutover.queries.ts'
import { type SwitchOrder, switchMaster } from './cutover.service.ts'
import { FEATURES, isOneStep, MASTERS } from './cutover.words.ts'

let own: Awaited<ReturnType<typeof ownDatabase>>
let admin: Person
let ctx: Context
const NOON = new Date('2026-11-20T17:00:00Z')

beforeAll(async () => {
  own = await ownDatabase()
  admin = await aPerson((await anOffice({}, own.db)).id, { role: 'admin' }, own.db)
  ctx = { db: own.db, actor: actorOf(admin), now: () => NOON }
})
afterAll(() => own.close())

const order = (over: Partial<SwitchOrder>): SwitchOrder => ({
  ...{ feature: 'notes', from: 'both', to: 'palmetto', version: 1, why: 'All agents write here.', evidence: [] },
  byId: admin.id,
  ...over,
})
const change = (over: Partial<SwitchOrder>) => own.db.$transaction((tx) => switchMaster(tx, ctx, order(over)))

test('each feature has a master, and the page is told no more than who it is', async () => {
  const masters = await mastersOf(own.db)
  expect(Object.keys(masters).toSorted()).toEqual([...FEATURES].toSorted())
  expect(masters.listings).toMatchObject({ master: 'legacy', version: 1, by: null })
  expect(await callAs(admin, { db: own.db }).cutover.masters()).toContainEqual({ feature: 'contacts', master: 'both' })
})

test('of two who switch at once one wins, the other is told, and the deed is written down', async () => {
  const results = await Promise.allSettled([change({}), change({ to: 'legacy' })])
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const lost = results.find((one) => one.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'CONFLICT' })
  const { master, version, by } = (await mastersOf(own.db)).notes
  expect([version, by]).toEqual([2, admin.fullName])
  expect(await own.db.auditEntry.findMany({ where: { action: 'masterSwitched' } })).toMatchObject([
    { targetId: 'notes', before: { master: 'both' }, after: { master, reason: 'All agents write here.' } },
  ])
})

test('a switch waits for who is writing, and who asks afterwards is told the new master', async () => {
  const order: string[] = []
  let isHeld = () => {}
  const held = new Promise<void>((resolve) => {
    isHeld = resolve
  })
  const writing = own.db.$transaction(async (tx) => {
    expect(await holdMaster(tx, 'tasks')).toBe('both')
    isHeld()
    // Until the switch is seen to wait for this transaction.
    await expect
      .poll(async () => {
        const rows = await own.db.$queryRaw<object[]>`
        SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ILIKE '%cutover_feature%' AND datname = current_database()`
        return rows.length
      })
      .toBe(1)
    order.push('written')
  })
  await held
  const switching = change({ feature: 'tasks' }).then(() => order.push('switched'))
  await Promise.all([writing, switching])
  expect(order).toEqual(['written', 'switched'])
  expect(await masterOf(own.db, 'tasks')).toBe('palmetto')
})

test('history is never changed, no master stands without its switch, and nobody skips a step', async () => {
  await expect(own.db.cutoverSwitch.updateMany({ data: { why: 'x' } })).rejects.toThrow('append-only')
  await expect(own.db.cutoverSwitch.deleteMany()).rejects.toThrow('append-only')
  await expect(
    own.db.cutoverFeature.update({ where: { feature: 'deals' }, data: { master: 'palmetto' } }),
  ).rejects.toThrow()
  await expect(change({ feature: 'deals', from: 'legacy' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const steps = MASTERS.flatMap((from) => MASTERS.filter((to) => isOneStep(from, to)).map((to) => `${from} ${to}`))
  expect(steps).toEqual(['legacy both', 'both legacy', 'both palmetto', 'palmetto both'])
})
