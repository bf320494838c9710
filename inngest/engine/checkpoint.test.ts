import { afterEach, beforeAll, expect, test } from 'vitest'
import { hashSigningKey } from './signature.ts'
import { openShops, type Shops } from './testing.client.ts'
import { TEST_SIGNING_KEY, type TestEngine } from './testing.ts'

let shops: Shops
beforeAll(async () => {
  shops = await openShops()
})
afterEach(() => shops.close())

/** Steps go on in one call, and are told with what the function answers, or waits for. */
const inOneCall = { checkpointing: { bufferedSteps: 10 } }

test('steps of one call are all remembered, and the function is called once', async () => {
  const told: string[] = []
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'row', triggers: [{ event: 'row' }], ...inOneCall }, async ({ step }) => {
      told.push('called')
      const one = await step.run('one', () => told.push('one') && 20)
      const two = await step.run('two', () => told.push('two') && 2)
      return one + two
    }),
  ])
  await engine.send({ name: 'row' })
  await engine.drain()
  expect(await engine.runs('row')).toMatchObject([
    { status: 'completed', output: 22, steps: [{ name: 'one' }, { name: 'two' }] },
  ])
  expect(told).toEqual(['called', 'one', 'two'])
})

test('what was done before a wait is not done again after it', async () => {
  const told: string[] = []
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'wait', triggers: [{ event: 'wait' }], ...inOneCall }, async ({ step }) => {
      told.push('called')
      const one = await step.run('one', () => told.push('one') && 1)
      await step.run('two', () => told.push('two'))
      const answer = await step.waitForEvent('answer', { event: 'answer', timeout: '1h' })
      await step.sleep('a while', '10m')
      return { one, answer: answer?.data ?? null }
    }),
  ])
  await engine.send({ name: 'wait' })
  await engine.drain()
  expect(await engine.runs('wait')).toMatchObject([
    { status: 'running', steps: [{ name: 'one' }, { name: 'two' }, { isDone: false }] },
  ])
  await engine.send({ name: 'answer', data: { yes: true } })
  await engine.advance('10m')
  expect(await engine.runs('wait')).toMatchObject([
    { status: 'completed', output: { one: 1, answer: { yes: true } }, steps: [{}, {}, {}, {}] },
  ])
  expect(told.filter((each) => each !== 'called')).toEqual(['one', 'two'])
  // At the start, after the answer and after the sleep: what was done had been reported, and needed no call of its own.
  expect(told.filter((each) => each === 'called')).toHaveLength(3)
})

test('of a step that fails only that step is tried again', async () => {
  const told: string[] = []
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'fails', retries: 2, triggers: [{ event: 'fails' }], ...inOneCall },
      async ({ step }) => {
        await step.run('one', () => told.push('one'))
        await step.run('two', () => {
          if (told.push('two') < 4) throw new Error('not yet')
        })
        await step.run('three', () => told.push('three'))
      },
    ),
  ])
  await engine.send({ name: 'fails' })
  await engine.advance('1h')
  expect(await engine.runs('fails')).toMatchObject([{ status: 'completed' }])
  expect(told).toEqual(['one', 'two', 'two', 'two', 'three'])
})

test('two steps at once run beside one another in such a function too', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'both', triggers: [{ event: 'both' }], ...inOneCall }, async ({ step }) => {
      const first = await step.run('first', () => 1)
      const both = await Promise.all([step.run('left', () => 10), step.run('right', () => 100)])
      return step.run('sum', () => first + both[0] + both[1])
    }),
  ])
  await engine.send({ name: 'both' })
  await engine.drain()
  expect(await engine.runs('both')).toMatchObject([{ status: 'completed', output: 111, steps: [{}, {}, {}, {}] }])
})

async function report(engine: TestEngine, run: string, body: object, key = hashSigningKey(TEST_SIGNING_KEY)) {
  const headers = { authorization: `Bearer ${key}` }
  const url = `${engine.url}/v1/checkpoint/${run}/async`
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status
}

test('only the app that is being called may report a step', async () => {
  const answers: number[] = []
  const step = { id: 'x', op: 'StepRun', data: 'not ours' }
  const shop = await shops.open((client) => [
    client.createFunction({ id: 'mine', triggers: [{ event: 'mine' }] }, async ({ runId }) => {
      for (const qi_id of ['1:999', '999999:1', '1', '', 'a:b']) {
        answers.push(await report(shop, runId, { qi_id, steps: [step] }))
      }
      answers.push(await report(shop, runId, { qi_id: '1:1', steps: [step] }, 'signkey-test-00'))
      answers.push(await report(shop, 'another', { qi_id: '1:1', steps: [step] }))
      answers.push(await report(shop, runId, { qi_id: '1:1', steps: [{ ...step, op: 'Sleep' }] }))
    }),
  ])
  await shop.send({ name: 'mine' })
  await shop.drain()
  expect(await shop.runs('mine')).toMatchObject([{ status: 'completed', steps: [] }])
  expect(answers).toEqual([409, 409, 400, 400, 400, 401, 409, 400])
})
