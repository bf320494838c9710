import { NonRetriableError, RetryAfterError } from 'inngest'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { openShops, type Shops } from './testing.client.ts'

let shops: Shops
beforeAll(async () => {
  shops = await openShops()
})
afterEach(() => shops.close())

test('a failing step is tried again after each of the waits in the table', async () => {
  const at: number[] = []
  const engine = await shops.open((client, now) => [
    client.createFunction({ id: 'flaky', retries: 3, triggers: [{ event: 'flaky' }] }, async ({ step }) =>
      step.run('s', () => {
        at.push(now().getTime())
        if (at.length < 4) throw new Error('not yet')
        return 'done'
      }),
    ),
  ])
  await engine.send({ name: 'flaky' })
  await engine.advance('1h')
  expect(await engine.runs('flaky')).toMatchObject([{ status: 'completed', output: 'done' }])
  const waits = at.slice(1).map((time, index) => (time - (at[index] ?? 0)) / 1_000)
  for (const [index, floor] of [15, 30, 60].entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(floor)
    expect(waits[index]).toBeLessThan(floor + 30)
  }
})

test('attempts are counted anew after each finished step', async () => {
  const attempts: number[] = []
  let first = 0
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'two', retries: 1, triggers: [{ event: 'two' }] }, async ({ step, attempt }) => {
      await step.run('a', () => {
        attempts.push(attempt)
        if (first++ === 0) throw new Error('once')
      })
      await step.run('b', () => attempts.push(attempt))
    }),
  ])
  await engine.send({ name: 'two' })
  await engine.advance('10m')
  expect(await engine.runs('two')).toMatchObject([{ status: 'completed' }])
  expect(attempts).toEqual([0, 1, 0])
})

test('an unset number of retries means five attempts, and the last error is the run’s', async () => {
  let tries = 0
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'never', triggers: [{ event: 'never' }] }, async () => {
      throw new Error(`attempt ${++tries}`)
    }),
  ])
  await engine.send({ name: 'never' })
  await engine.advance('1d')
  expect(await engine.runs('never')).toMatchObject([{ status: 'failed', error: { message: 'attempt 5' } }])
})

test('a step that has failed for good can be caught by its function', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'catch', retries: 0, triggers: [{ event: 'catch' }] }, async ({ step }) => {
      const fails = () => step.run('x', () => Promise.reject(new Error('inner')))
      return fails().catch((error: Error) => `caught ${error.message}`)
    }),
  ])
  await engine.send({ name: 'catch' })
  await engine.drain()
  expect(await engine.runs('catch')).toMatchObject([{ status: 'completed', output: 'caught inner' }])
})

test('an error that says so is not tried again', async () => {
  let tries = 0
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'no', triggers: [{ event: 'no' }] }, async () => {
      tries++
      throw new NonRetriableError('no')
    }),
  ])
  await engine.send({ name: 'no' })
  await engine.advance('1d')
  expect(tries).toBe(1)
  expect(await engine.runs('no')).toMatchObject([{ status: 'failed', error: { message: 'no' } }])
})

test('an error that names a time is tried again at that time', async () => {
  const at: number[] = []
  const engine = await shops.open((client, now) => [
    client.createFunction({ id: 'later', triggers: [{ event: 'later' }] }, async ({ step }) =>
      step.run('s', () => {
        at.push(now().getTime())
        if (at.length === 1) throw new RetryAfterError('busy', '25m')
      }),
    ),
  ])
  await engine.send({ name: 'later' })
  await engine.advance('1h')
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBe(25 * 60_000)
})

test('a result that Postgres cannot keep fails the run, and its step is not done again', async () => {
  let calls = 0
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'nul', triggers: [{ event: 'nul' }] }, ({ step }) =>
      step.run('s', () => `${++calls}\0`),
    ),
    client.createFunction({ id: 'half', triggers: [{ event: 'nul' }] }, async () => ({ text: '\ud800' })),
    client.createFunction({ id: 'says', retries: 0, triggers: [{ event: 'nul' }] }, async () => {
      throw new Error('bad byte \0')
    }),
  ])
  await engine.send({ name: 'nul' })
  await engine.advance('1d')
  expect(calls).toBe(1)
  expect(await engine.runs('nul')).toMatchObject([{ status: 'failed', error: { name: 'NotStorable' } }])
  expect(await engine.runs('half')).toMatchObject([{ status: 'failed', error: { name: 'NotStorable' } }])
  expect(await engine.runs('says')).toMatchObject([{ status: 'failed', error: { message: 'bad byte \ufffd' } }])
})

test('onFailure runs once, after the last attempt only, with the error and the event', async () => {
  const told: unknown[] = []
  const engine = await shops.open((client) => [
    client.createFunction(
      {
        id: 'boom',
        retries: 1,
        triggers: [{ event: 'boom' }],
        onFailure: async ({ error, event, step }) => {
          await step.run('tell', () => told.push([error.message, event.data.function_id, event.data.event.data.n]))
        },
      },
      async ({ step }) => {
        await step.run('s', () => Promise.reject(new Error('always')))
      },
    ),
  ])
  await engine.send({ name: 'boom', data: { n: 5 } })
  await engine.drain()
  expect(told).toEqual([])
  await engine.advance('10m')
  expect(told).toEqual([['always', 'shop-boom', 5]])
  expect(await engine.runs('boom-failure')).toMatchObject([{ status: 'completed' }])
})

test('one function hears of every run that finished, failed or was cancelled', async () => {
  const heard: unknown[] = []
  const names = ['finished', 'failed', 'cancelled'].map((ending) => ({ event: `inngest/function.${ending}` }))
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'history', retries: 0, triggers: names }, async ({ event }) => {
      const data: Record<string, unknown> = event.data
      heard.push([event.name.slice('inngest/function.'.length), data.function_id, data.result])
      throw new Error('its own failure is not announced')
    }),
    client.createFunction({ id: 'good', triggers: [{ event: 'good' }] }, async () => 'fine'),
    client.createFunction({ id: 'bad', retries: 0, triggers: [{ event: 'bad' }] }, () => Promise.reject(new Error())),
    client.createFunction(
      { id: 'gone', cancelOn: [{ event: 'stop' }], triggers: [{ event: 'gone' }] },
      async ({ step }) => step.sleep('s', '1h'),
    ),
  ])
  for (const name of ['good', 'bad', 'gone']) await engine.send({ name })
  await engine.drain()
  await engine.send({ name: 'stop' })
  await engine.drain()
  expect(heard.sort()).toEqual([
    ['cancelled', 'shop-gone', undefined],
    ['failed', 'shop-bad', undefined],
    ['finished', 'shop-bad', undefined],
    ['finished', 'shop-gone', undefined],
    ['finished', 'shop-good', 'fine'],
  ])
})
