import { afterEach, beforeAll, expect, test } from 'vitest'
import { claim } from './queue.ts'
import { openShops, type Shops } from './testing.client.ts'
import type { TestEngine, TestRun } from './testing.ts'

const START = new Date('2026-11-21T12:00:00Z')

let shops: Shops
beforeAll(async () => {
  shops = await openShops()
})
afterEach(() => shops.close())

const secondsOf = (runs: TestRun[]) => runs.map(({ startedAt }) => startedAt && (+startedAt - +START) / 1e3)
const sendAll = async (engine: TestEngine, name: string, all: object[]) => {
  for (const data of all) await engine.send({ name, data })
  await engine.drain()
}
const times = (count: number, data: object = {}) => Array.from({ length: count }, (_, n) => ({ n, ...data }))
const on = (event: string) => [{ event }]

test('throttled runs start at an even pace, first come first served, and none is lost', async () => {
  const engine = await shops.open(
    (client) => [
      client.createFunction({ id: 'f', throttle: { limit: 2, period: '1m' }, triggers: on('x') }, async () => 1),
    ],
    START,
  )
  await sendAll(engine, 'x', times(4))
  expect((await engine.runs('f')).map(({ status }) => status)).toEqual(['completed', 'queued', 'queued', 'queued'])
  await engine.advance('5m')
  const runs = await engine.runs('f')
  expect(secondsOf(runs)).toEqual([0, 30, 60, 90])
  expect(runs.map(({ event }) => event.data.n)).toEqual([0, 1, 2, 3])
  // Time in which nothing came is not saved up.
  await sendAll(engine, 'x', times(2))
  expect(secondsOf((await engine.runs('f')).slice(4))).toEqual([300, null])
})

test('after an outage throttled runs keep their pace, all of them in the end', async () => {
  const engine = await shops.open(
    (client) => [
      client.createFunction({ id: 'f', throttle: { limit: 1, period: '10s' }, triggers: on('x') }, async () => 1),
    ],
    START,
  )
  await sendAll(engine, 'x', times(5))
  // Nobody claims anything for ten minutes.
  engine.sleep('10m')
  await engine.advance('1m')
  const runs = await engine.runs('f')
  expect(secondsOf(runs).toSorted()).toEqual([0, 600, 610, 620, 630])
  expect(runs.every(({ status }) => status === 'completed')).toBe(true)
})

test('a burst lets some start at once, and keys do not hold up each other', async () => {
  const engine = await shops.open(
    (client) => [
      client.createFunction(
        { id: 'f', throttle: { limit: 1, period: '10s', burst: 2, key: 'event.data.k' }, triggers: on('x') },
        async () => 1,
      ),
    ],
    START,
  )
  await sendAll(engine, 'x', [...times(3, { k: 'a' }), ...times(1, { k: 'b' })])
  await engine.advance('1m')
  expect(secondsOf(await engine.runs('f'))).toEqual([0, 0, 10, 0])
})

test('beyond the rate limit events make no run until the period is over, each key for itself', async () => {
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'f', rateLimit: { limit: 2, period: '1h', key: 'event.data.k' }, triggers: on('x') },
      async () => 1,
    ),
  ])
  await sendAll(engine, 'x', [...times(4, { k: 'a' }), ...times(1, { k: 'b' })])
  expect((await engine.runs('f')).map(({ event }) => [event.data.k, event.data.n])).toEqual([
    ['a', 0],
    ['a', 1],
    ['b', 0],
  ])
  await engine.advance('59m')
  await sendAll(engine, 'x', [{ k: 'a' }])
  expect(await engine.runs('f')).toHaveLength(3)
  await engine.advance('1m')
  await sendAll(engine, 'x', times(3, { k: 'a' }))
  expect(await engine.runs('f')).toHaveLength(5)
})

test('an event that a sender repeats does not count twice against the rate limit', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'f', rateLimit: { limit: 2, period: '1h' }, triggers: on('x') }, async () => 1),
  ])
  for (const id of ['1', '1', '1', '2']) await engine.send({ name: 'x', id })
  await engine.drain()
  expect(await engine.runs('f')).toHaveLength(2)
})

test('a debounced function runs once for a flurry of events, with the last of them, when it has been quiet', async () => {
  const engine = await shops.open(
    (client) => [
      client.createFunction(
        { id: 'f', debounce: { period: '1m', key: 'event.data.k' }, triggers: on('x') },
        async () => 1,
      ),
    ],
    START,
  )
  for (const n of [0, 1, 2]) {
    await sendAll(engine, 'x', [{ n, k: 'a' }])
    await engine.advance('50s')
  }
  await sendAll(engine, 'x', [{ n: 9, k: 'b' }])
  expect(await engine.runs('f')).toEqual([])
  await engine.advance('10s')
  expect(await engine.runs('f')).toMatchObject([{ event: { data: { n: 2, k: 'a' } } }])
  await engine.advance('50s')
  const runs = await engine.runs('f')
  expect(runs).toMatchObject([{ event: { data: { k: 'a' } } }, { event: { data: { n: 9, k: 'b' } } }])
  expect(secondsOf(runs)).toEqual([160, 210])
})

test('a flurry without an end is cut off by the debounce time-out', async () => {
  const engine = await shops.open(
    (client) => [
      client.createFunction({ id: 'f', debounce: { period: '1m', timeout: '2m' }, triggers: on('x') }, async () => 1),
    ],
    START,
  )
  for (let n = 0; n < 8; n++) {
    await sendAll(engine, 'x', [{ n }])
    await engine.advance('30s')
  }
  const runs = await engine.runs('f')
  expect(secondsOf(runs)).toEqual([120, 240])
  expect(runs).toMatchObject([{ event: { data: { n: 3 } } }, { event: { data: { n: 7 } } }])
})

/** A function that collects events, and what it was called with. */
async function aCollector(options: { key?: string; if?: string } = {}) {
  const batches: unknown[][] = []
  const engine = await shops.open(
    (client) => [
      client.createFunction(
        { id: 'f', batchEvents: { maxSize: 3, timeout: '20s', ...options }, triggers: on('x') },
        async ({ events }) => batches.push(events.map(({ data }: { data: { n?: unknown } }) => data.n)),
      ),
    ],
    START,
  )
  return { engine, batches }
}

test('events are handed over in full batches at once, and what is left when its time is over', async () => {
  const { engine, batches } = await aCollector()
  await sendAll(engine, 'x', times(7))
  // Two runs at once: either may end first.
  expect(batches.toSorted(([a], [b]) => Number(a) - Number(b))).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ])
  await engine.advance('19s')
  expect(batches).toHaveLength(2)
  await engine.advance('1s')
  expect(batches[2]).toEqual([6])
  // The time of the next batch begins with its own first event.
  await engine.advance('10s')
  await sendAll(engine, 'x', [{ n: 7 }])
  await engine.advance('19s')
  expect(batches).toHaveLength(3)
  await engine.advance('1s')
  expect(batches[3]).toEqual([7])
})

test('each key has its own batch, an event that the condition leaves out has its own run, a repeated one none', async () => {
  const { engine, batches } = await aCollector({ key: 'event.data.k', if: 'event.data.k != "alone"' })
  await sendAll(engine, 'x', [{ n: 0, k: 'a' }, { n: 1, k: 'b' }, { n: 2, k: 'alone' }, ...times(2, { k: 'a' })])
  // Two runs at once: either may end first.
  expect(batches.toSorted((a, b) => a.length - b.length)).toEqual([[2], [0, 0, 1]])
  for (const _ of [1, 2, 3]) await engine.send({ name: 'x', id: 'same', data: { n: 5, k: 'b' } })
  await engine.advance('20s')
  expect(batches.slice(2)).toEqual([[1, 5]])
  await engine.send({ name: 'x', id: 'same', data: { n: 5, k: 'b' } })
  await engine.advance('20s')
  expect(batches).toHaveLength(3)
})

test('urgent runs go before the others of their function, patient ones after them', async () => {
  const order: unknown[] = []
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'f', concurrency: 1, priority: { run: 'event.data.p' }, triggers: on('x') },
      async ({ event }: { event: { data: { n?: unknown } } }) => order.push(event.data.n),
    ),
  ])
  const urgency = [0, -600, 0, 600, 30, 9_000]
  for (const [n, p] of urgency.entries()) await engine.send({ name: 'x', data: { n, p } })
  await handOutOnly(engine)
  await engine.drain()
  expect(order).toEqual([3, 5, 4, 0, 2, 1])
})

test('an urgent run takes no place of another function', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'plain', triggers: on('y') }, async () => 1),
    client.createFunction({ id: 'urgent', priority: { run: 'event.data.p' }, triggers: on('x') }, async () => 1),
  ])
  await engine.send({ name: 'y' })
  await engine.send({ name: 'x', data: { p: 0 } })
  await engine.send({ name: 'x', data: { p: 600 } })
  await handOutOnly(engine)
  const { database } = engine.parts.core
  const [plain, first, urgent] = [...(await engine.runs('plain')), ...(await engine.runs('urgent'))].map(({ id }) => id)
  const next = async () => (await claim(database, 15_000, 1)).jobs[0]?.run_id
  expect([await next(), await next(), await next()]).toEqual([plain, urgent, first])
})

/** Makes the runs of all events that have come, and starts none of them. */
async function handOutOnly({ parts: { worker } }: TestEngine) {
  await worker.claimDue()
  await Promise.all([...worker.running.values()].map(({ done }) => done))
}
