import { afterEach, beforeAll, expect, test } from 'vitest'
import { type BareClient, openShops, type Shops } from './testing.client.ts'

let shops: Shops
beforeAll(async () => {
  shops = await openShops()
})
afterEach(() => shops.close())

const asks = (client: BareClient) => [
  client.createFunction({ id: 'ask', triggers: [{ event: 'ask' }] }, async ({ step }) => {
    const reply = await step.waitForEvent('reply', { event: 'reply', timeout: '1h', match: 'data.lead' })
    return reply ? reply.data.text : 'nobody'
  }),
]

test('a run waits for the event that matches its own', async () => {
  const engine = await shops.open(asks)
  await engine.send({ name: 'ask', data: { lead: 'L1' } })
  await engine.drain()
  await engine.send({ name: 'reply', data: { lead: 'L2', text: 'wrong' } })
  await engine.drain()
  expect(await engine.runs('ask')).toMatchObject([{ status: 'running' }])
  await engine.send({ name: 'reply', data: { lead: 'L1', text: 'yes' } })
  await engine.drain()
  expect(await engine.runs('ask')).toMatchObject([{ status: 'completed', output: 'yes' }])
})

test('a wait that nothing ends gives null when its time is over, and an event after that changes nothing', async () => {
  const engine = await shops.open(asks)
  await engine.send({ name: 'ask', data: { lead: 'L1' } })
  await engine.advance('1h')
  await engine.send({ name: 'reply', data: { lead: 'L1', text: 'late' } })
  await engine.drain()
  expect(await engine.runs('ask')).toMatchObject([{ status: 'completed', output: 'nobody' }])
})

const family = (client: BareClient) => {
  const child = client.createFunction(
    { id: 'child', retries: 0, triggers: [{ event: 'child' }] },
    async ({ event, step }) => {
      if (event.data.bad) throw new Error('child is bad')
      await step.sleep('s', event.data.sleep ?? '1m')
      return { doubled: event.data.n * 2 }
    },
  )
  const parent = client.createFunction({ id: 'parent', retries: 0, triggers: [{ event: 'p' }] }, async (run) => {
    const { data } = run.event
    try {
      return await run.step.invoke('call', { function: child, data, timeout: data.timeout })
    } catch (error) {
      return `caught: ${error instanceof Error ? error.message : ''}`
    }
  })
  return [child, parent]
}

test('an invoked function answers the step that invoked it', async () => {
  const engine = await shops.open(family)
  await engine.send({ name: 'p', data: { n: 21 } })
  await engine.advance('1m')
  expect(await engine.runs('parent')).toMatchObject([{ status: 'completed', output: { doubled: 42 } }])
})

test('the failure of an invoked function is thrown by the step that invoked it', async () => {
  const engine = await shops.open(family)
  await engine.send({ name: 'p', data: { bad: true } })
  await engine.drain()
  expect(await engine.runs('parent')).toMatchObject([{ status: 'completed', output: 'caught: child is bad' }])
})

test('an invocation that takes longer than its time-out is given up', async () => {
  const engine = await shops.open(family)
  await engine.send({ name: 'p', data: { n: 1, sleep: '2h', timeout: '1h' } })
  await engine.advance('1h')
  const [run] = await engine.runs('parent')
  expect(run).toMatchObject({ status: 'completed' })
  expect(run?.output).toMatch(/did not end within 1h/)
})

test('an invocation of a function that nobody has fails the step', async () => {
  const engine = await shops.open((client) => {
    const elsewhere = client.createFunction({ id: 'elsewhere', triggers: [{ event: 'elsewhere' }] }, async () => null)
    return [
      client.createFunction({ id: 'lost', retries: 0, triggers: [{ event: 'lost' }] }, async ({ step }) =>
        step.invoke('call', { function: elsewhere }),
      ),
    ]
  })
  await engine.send({ name: 'lost' })
  await engine.drain()
  expect(await engine.runs('lost')).toMatchObject([
    { status: 'failed', error: { message: 'There is no function "shop-elsewhere".' } },
  ])
})
