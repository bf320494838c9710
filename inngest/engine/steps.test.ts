import { afterEach, beforeAll, expect, test } from 'vitest'
import { openShops, type Shops } from './testing.client.ts'

let shops: Shops
beforeAll(async () => {
  shops = await openShops()
})
afterEach(() => shops.close())

test('steps run once each, in order, and their results are remembered', async () => {
  const calls: string[] = []
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'sums', triggers: [{ event: 'sums' }] }, async ({ event, step }) => {
      const a = await step.run('a', () => calls.push('a') + Number(event.data.start))
      const b = await step.run('b', () => calls.push('b') * a)
      return { a, b, nothing: await step.run('c', () => undefined) }
    }),
  ])
  await engine.send({ name: 'sums', data: { start: 1 } })
  await engine.drain()
  expect(await engine.runs('sums')).toMatchObject([
    {
      status: 'completed',
      event: { name: 'sums', data: { start: 1 } },
      output: { a: 2, b: 4, nothing: null },
      steps: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    },
  ])
  expect(calls).toEqual(['a', 'b'])
})

test('a repeated step id in a loop is a step of its own each time', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'loop', triggers: [{ event: 'loop' }] }, async ({ step }) => {
      const seen: number[] = []
      for (const n of [1, 2, 3]) seen.push(await step.run('page', () => n))
      return seen
    }),
  ])
  await engine.send({ name: 'loop' })
  await engine.drain()
  expect(await engine.runs('loop')).toMatchObject([{ output: [1, 2, 3], steps: [{}, {}, {}] }])
})

test('a sleep holds the run for its time and no longer', async () => {
  const engine = await shops.open((client, now) => [
    client.createFunction({ id: 'nap', triggers: [{ event: 'nap' }] }, async ({ step }) => {
      const before = await step.run('before', () => now().getTime())
      await step.sleep('an hour', '1h')
      const middle = await step.run('middle', () => now().getTime())
      await step.sleepUntil('until', new Date(middle + 90_000))
      return [middle - before, now().getTime() - middle]
    }),
  ])
  await engine.send({ name: 'nap' })
  await engine.advance('59m')
  expect(await engine.runs('nap')).toMatchObject([{ status: 'running' }])
  await engine.advance('1m')
  await engine.advance('90s')
  expect(await engine.runs('nap')).toMatchObject([{ status: 'completed', output: [3_600_000, 90_000] }])
})

test('steps side by side are each run once, and the run goes on when the last has ended', async () => {
  const calls: string[] = []
  let requests = 0
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'par', triggers: [{ event: 'par' }] }, async ({ step }) => {
      requests++
      const parts = await Promise.all(['x', 'y', 'z'].map((id) => step.run(id, () => calls.push(id) && id)))
      return step.run('after', () => calls.push('after') && parts.join(''))
    }),
  ])
  await engine.send({ name: 'par' })
  await engine.drain()
  expect(await engine.runs('par')).toMatchObject([{ status: 'completed', output: 'xyz' }])
  expect(calls.sort()).toEqual(['after', 'x', 'y', 'z'])
  // One to find the three, one for each, one that goes on with what follows, one for the end.
  expect(requests).toBe(6)
})

test('a sleep beside a step is waited for before the run goes on', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'mix', triggers: [{ event: 'mix' }] }, async ({ step }) => {
      const [, value] = await Promise.all([step.sleep('s', '10m'), step.run('r', () => 7)])
      return value
    }),
  ])
  await engine.send({ name: 'mix' })
  await engine.advance('9m')
  expect(await engine.runs('mix')).toMatchObject([{ status: 'running' }])
  await engine.advance('1m')
  expect(await engine.runs('mix')).toMatchObject([{ status: 'completed', output: 7 }])
})

test('without optimized parallelism the first of a race decides, while the run ends with the last', async () => {
  const told: string[] = []
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'race', triggers: [{ event: 'race' }], optimizeParallelism: false },
      async ({ step }) => {
        const slow = step.sleep('slow', '1h').then(() => 'slow')
        const first = await Promise.race([slow, step.sleep('fast', '1m').then(() => 'fast')])
        return step.run('tell', () => told.push(first) && first)
      },
    ),
  ])
  await engine.send({ name: 'race' })
  await engine.advance('2m')
  expect(told).toEqual(['fast'])
  await engine.advance('1h')
  expect(await engine.runs('race')).toMatchObject([{ status: 'completed', output: 'fast' }])
  expect(told).toEqual(['fast'])
})

test('a step sends events that start other functions', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'fan', triggers: [{ event: 'fan' }] }, async ({ step }) => {
      const { ids } = await step.sendEvent(
        'out',
        [1, 2].map((n) => ({ name: 'fan.one', data: { n } })),
      )
      return ids.length
    }),
    client.createFunction({ id: 'one', triggers: [{ event: 'fan.one' }] }, async ({ event }) => event.data.n),
  ])
  await engine.send({ name: 'fan' })
  await engine.drain()
  expect(await engine.runs('fan')).toMatchObject([{ output: 2 }])
  expect((await engine.runs('one')).map(({ output }) => output).sort()).toEqual([1, 2])
})
