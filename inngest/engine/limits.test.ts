import { afterEach, beforeAll, expect, test } from 'vitest'
import { pause } from './bell.ts'
import { openShops, type Shops } from './testing.client.ts'

let shops: Shops
beforeAll(async () => {
  shops = await openShops()
})
afterEach(() => shops.close())

test('no more steps run at once for one key than its limit, and keys do not hold up each other', async () => {
  const inside = new Map<string, number>()
  const most = new Map<string, number>()
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'conc', concurrency: [{ key: 'event.data.agent', limit: 2 }], triggers: [{ event: 'conc' }] },
      async ({ event, step }) => {
        const agent = String(event.data.agent)
        await step.run('w', async () => {
          inside.set(agent, (inside.get(agent) ?? 0) + 1)
          most.set(agent, Math.max(most.get(agent) ?? 0, inside.get(agent) ?? 0))
          // Long enough for a third to come in, were it let in.
          await pause(60)
          inside.set(agent, (inside.get(agent) ?? 0) - 1)
        })
      },
    ),
  ])
  for (let n = 0; n < 8; n++) await engine.send({ name: 'conc', data: { agent: n % 2 ? 'A' : 'B' } })
  await engine.drain()
  expect(Object.fromEntries(most)).toEqual({ A: 2, B: 2 })
  expect((await engine.runs('conc')).filter(({ status }) => status === 'completed')).toHaveLength(8)
})

test('a singleton that skips leaves the running one alone and starts again once it has ended', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'only', singleton: { mode: 'skip' }, triggers: [{ event: 'only' }] }, ({ step }) =>
      step.sleep('s', '10m'),
    ),
  ])
  for (const n of [1, 2]) {
    await engine.send({ name: 'only', data: { n } })
    await engine.advance('1m')
  }
  await engine.advance('10m')
  await engine.send({ name: 'only', data: { n: 3 } })
  await engine.advance('10m')
  expect(await engine.runs('only')).toMatchObject([
    { event: { data: { n: 1 } }, status: 'completed' },
    { event: { data: { n: 3 } }, status: 'completed' },
  ])
})

test('a singleton that cancels makes way for the newest run of its key', async () => {
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'newest', singleton: { mode: 'cancel', key: 'event.data.k' }, triggers: [{ event: 'newest' }] },
      ({ step }) => step.sleep('s', '10m'),
    ),
  ])
  for (const k of ['a', 'a', 'b']) {
    await engine.send({ name: 'newest', data: { k } })
    await engine.drain()
  }
  await engine.advance('10m')
  expect((await engine.runs('newest')).map(({ status }) => status)).toEqual(['cancelled', 'completed', 'completed'])
})

test('a run that takes longer than it may is cancelled', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'slow', timeouts: { finish: '30m' }, triggers: [{ event: 'slow' }] }, ({ step }) =>
      step.sleep('s', '1h'),
    ),
  ])
  await engine.send({ name: 'slow' })
  await engine.advance('29m')
  expect(await engine.runs('slow')).toMatchObject([{ status: 'running' }])
  await engine.advance('1m')
  expect(await engine.runs('slow')).toMatchObject([
    { status: 'cancelled', error: { message: 'It did not finish in time.' } },
  ])
})

test('a run that has started in time may take as long as it likes', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'calm', timeouts: { start: '10m' }, triggers: [{ event: 'calm' }] }, ({ step }) =>
      step.sleep('s', '1h'),
    ),
  ])
  await engine.send({ name: 'calm' })
  await engine.advance('1h')
  expect(await engine.runs('calm')).toMatchObject([{ status: 'completed' }])
})

test('a long queue behind one key does not keep another key waiting', async () => {
  const gate = Promise.withResolvers<void>()
  const other = Promise.withResolvers<string>()
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'queue', concurrency: { key: 'event.data.k', limit: 1 }, triggers: [{ event: 'queue' }] },
      async ({ event }) => (event.data.k === 'busy' ? gate.promise : other.resolve('ran')),
    ),
  ])
  const { core, worker } = engine.parts
  await engine.send({ name: 'queue', data: { k: 'busy' } })
  await worker.claimDue()
  await Promise.all([...worker.running.values()].map(({ done }) => done))
  expect(await worker.claimDue()).toBe(1)
  await core.database.query(
    `insert into inngest_engine.job (task, payload, due_at, holds)
     select 'step', payload, due_at, holds from inngest_engine.job, generate_series(1, 300) where task = 'step'`,
  )
  await engine.send({ name: 'queue', data: { k: 'free' } })
  const drained = engine.drain()
  expect(await other.promise).toBe('ran')
  await core.database.query(`delete from inngest_engine.job where task = 'step' and lease_until is null`)
  gate.resolve()
  await drained
  expect((await engine.runs('queue')).map(({ status }) => status)).toEqual(['completed', 'completed'])
})

test('a run that could not start in time is cancelled', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'queue', timeouts: { start: '10m' }, triggers: [{ event: 'queue' }] }, async () => 1),
  ])
  // Nobody claims anything for the first quarter of an hour.
  await engine.send({ name: 'queue' })
  const { core, worker } = engine.parts
  const [event] = await core.database.query<{ id: string }>('select id from inngest_engine.job where task = $1', [
    'event',
  ])
  expect(event).toBeDefined()
  await worker.claimDue()
  await Promise.all([...worker.running.values()].map(({ done }) => done))
  await core.database.query(`update inngest_engine.job set due_at = due_at + interval '1 hour' where task = 'step'`)
  await engine.advance('2h')
  expect(await engine.runs('queue')).toMatchObject([
    { status: 'cancelled', startedAt: null, error: { message: 'It did not start in time.' } },
  ])
})
