import type { InngestFunction } from 'inngest'
import { serve } from 'inngest/node'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startEngine } from './engine.ts'
import type { Engine } from './engine.types.ts'
import { callHttp } from './http.client.ts'
import { sign } from './signature.ts'
import { type BareClient, bareClient, openShops, type Shops } from './testing.client.ts'
import { serveApp, TEST_EVENT_KEY, TEST_SIGNING_KEY } from './testing.ts'

let shops: Shops
const closing: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  shops = await openShops()
})
afterEach(async () => {
  await Promise.all([shops.close(), ...closing.splice(0).map((close) => close())])
})

const on = [{ event: 'x' }]

describe('an app is refused, by the name of the function and of what is not supported, when it sets', () => {
  const refused: Record<string, (client: BareClient) => InngestFunction.Like> = {
    'between 1 s and 86400 s': (client) =>
      client.createFunction({ id: 'f', triggers: on, rateLimit: { limit: 1, period: '48h' } }, async () => 1),
    'between 1 s and 604800 s': (client) =>
      client.createFunction({ id: 'f', triggers: on, throttle: { limit: 1, period: '0s' } }, async () => 1),
    'expected number to be >=1': (client) =>
      client.createFunction({ id: 'f', triggers: on, throttle: { limit: 0, period: '1m' } }, async () => 1),
    'is not an expression': (client) =>
      client.createFunction({ id: 'f', triggers: on, priority: { run: 'event.data.p ==' } }, async () => 1),
    'batchEvents cannot be combined with debounce': (client) =>
      client.createFunction(
        { id: 'f', triggers: on, batchEvents: { maxSize: 2, timeout: '60s' }, debounce: { period: '1m' } },
        async () => 1,
      ),
    'with a concurrency key of its own': (client) =>
      client.createFunction(
        {
          ...{ id: 'f', triggers: on, concurrency: { limit: 1, key: 'event.data.a' } },
          batchEvents: { maxSize: 2, timeout: '60s', key: 'event.data.b' },
        },
        async () => 1,
      ),
    jitter: (client) =>
      client.createFunction({ id: 'f', triggers: [{ cron: '* * * * *', jitter: '5s' }] }, async () => 1),
    'trigger "event.data.x =="': (client) =>
      client.createFunction({ id: 'f', triggers: [{ event: 'x', if: 'event.data.x ==' }] }, async () => 1),
    'cron "61 * * * *"': (client) =>
      client.createFunction({ id: 'f', triggers: [{ cron: '61 * * * *' }] }, async () => 1),
  }
  test.each(Object.entries(refused))('%s', async (option, make) => {
    await expect(shops.open((client) => [make(client)])).rejects.toThrow(
      expect.objectContaining({ name: 'RegistrationRefused', message: expect.stringContaining('"shop-f"') }),
    )
    await expect(shops.open((client) => [make(client)])).rejects.toThrow(option)
  })
})

test('what the executor has is kept when a newer version of the app is refused', async () => {
  let newer = {}
  const engine = await shops.open((client) => [
    // The options are read at each registration, as after a deploy.
    Object.defineProperty(
      client.createFunction({ id: 'f', triggers: on }, async () => 1),
      'opts',
      { get: () => ({ id: 'f', triggers: on, ...newer }) },
    ),
  ])
  newer = { debounce: { period: '8d' } }
  await expect(engine.sync()).rejects.toThrow('debounce')
  await engine.send({ name: 'x' })
  await engine.drain()
  expect(await engine.runs('f')).toMatchObject([{ status: 'completed' }])
})

test('a run whose function is taken out of the code is cancelled when it is its turn', async () => {
  let triggers = [{ event: 'x' }]
  let id = 'leaves'
  const engine = await shops.open((client) => [
    Object.defineProperty(
      client.createFunction({ id: 'leaves', triggers: on }, ({ step }) => step.sleep('s', '1h')),
      'opts',
      { get: () => ({ id, triggers }) },
    ),
  ])
  await engine.send({ name: 'x' })
  await engine.drain()
  id = 'another'
  triggers = []
  await engine.sync()
  await engine.advance('1h')
  expect(await engine.runs('leaves')).toMatchObject([
    { status: 'cancelled', error: { message: 'The app no longer has the function "shop-leaves".' } },
  ])
})

test('a step that the executor does not know ends the run, by name', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'signal', triggers: on }, ({ step }) =>
      step.waitForSignal('s', { signal: 'go', timeout: '1m', onConflict: 'fail' }),
    ),
  ])
  await engine.send({ name: 'x' })
  await engine.drain()
  const [run] = await engine.runs('signal')
  expect(run).toMatchObject({ status: 'failed', error: { name: 'UnsupportedStep' } })
  expect(run?.error?.message).toContain('WaitForSignal')
})

test('a call with a wrong signature is refused by the app, and so is one without', async () => {
  let calls = 0
  const engine = await shops.open((client) => [client.createFunction({ id: 'f', triggers: on }, async () => ++calls)])
  const body = JSON.stringify({ event: { name: 'x', data: {} }, events: [], steps: {}, version: 2 })
  const url = new URL(`${engine.appUrl}?fnId=shop-f&stepId=step`)
  const signatures = [undefined, sign(body, 'signkey-test-ffff'), sign(`${body} `, TEST_SIGNING_KEY), 't=1&s=00']
  for (const signature of signatures) {
    const headers: Record<string, string> = signature ? { 'x-inngest-signature': signature } : {}
    const reply = await callHttp(url, { method: 'POST', body, headers, timeoutMs: 5_000 })
    expect(reply.status).toBe(401)
  }
  expect(calls).toBe(0)
  const headers = { 'x-inngest-signature': sign('{"events":[],"event":1}', TEST_SIGNING_KEY) }
  expect((await callHttp(url, { method: 'POST', body, headers, timeoutMs: 5_000 })).status).toBe(401)
})

async function start(apps: string[], signingKey = TEST_SIGNING_KEY): Promise<Engine> {
  await shops.reset()
  const { databaseUrl } = shops
  const engine = await startEngine({ databaseUrl, port: 0, eventKey: TEST_EVENT_KEY, signingKey, apps })
  closing.push(() => engine.stop(0))
  return engine
}

async function listenOn(port: number, engine: Engine, functions: (client: BareClient) => InngestFunction.Like[]) {
  const client = bareClient({ baseUrl: engine.url, eventKey: TEST_EVENT_KEY, signingKey: TEST_SIGNING_KEY })
  const app = await serveApp(serve({ client, functions: functions(client) }), port)
  closing.push(app.stop)
}

/** The address of an app that is not there yet. */
async function freePort() {
  const probe = await serveApp(() => {})
  await probe.stop()
  return Number(new URL(probe.url).port)
}

test('an app that starts later is found, and until then the executor says that it is missing', async () => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}/api/inngest`
  const engine = await start([url])
  const before = await fetch(`${engine.url}/health`)
  expect([before.status, await before.json()]).toMatchObject([503, { status: 'not registered' }])
  await listenOn(port, engine, (client) => [client.createFunction({ id: 'f', triggers: on }, async () => 1)])
  await engine.ready()
  const after = await fetch(`${engine.url}/health`)
  expect([after.status, await after.json()]).toMatchObject([200, { status: 'ok', functions: 1 }])
})

test('an app that cannot be run says so to whoever waits for it', async () => {
  const port = await freePort()
  const engine = await start([`http://127.0.0.1:${port}/api/inngest`])
  await listenOn(port, engine, (client) => [
    client.createFunction({ id: 'f', triggers: on, debounce: { period: '8d' } }, async () => 1),
  ])
  await expect(engine.ready()).rejects.toThrow('debounce')
  const health = await fetch(`${engine.url}/health`)
  expect(health.status).toBe(503)
  expect(await health.text()).toContain('debounce')
})

test('an app with another signing key does not hand out its functions', async () => {
  const port = await freePort()
  const engine = await start([], 'signkey-test-ffff')
  await listenOn(port, engine, (client) => [client.createFunction({ id: 'f', triggers: on }, async () => 1)])
  await expect(engine.sync(`http://127.0.0.1:${port}/api/inngest`)).rejects.toThrow('401')
})
