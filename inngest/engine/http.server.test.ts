import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashSigningKey } from './signature.ts'
import { openShops, type Shops } from './testing.client.ts'
import { TEST_EVENT_KEY, TEST_SIGNING_KEY, type TestEngine } from './testing.ts'

let shops: Shops
let engine: TestEngine
beforeAll(async () => {
  shops = await openShops()
  engine = await shops.open((client) => [
    client.createFunction({ id: 'echo', triggers: [{ event: 'x' }] }, async ({ event }) => event.data),
    client.createFunction({ id: 'long', triggers: [{ event: 'long' }] }, ({ step }) => step.sleep('s', '1h')),
  ])
})
afterAll(() => shops.close())

const post = async (body: string, { key = TEST_EVENT_KEY, headers = {} } = {}) => {
  const response = await fetch(`${engine.url}/e/${key}`, { method: 'POST', body, headers })
  const answer: { status?: number; error?: string; ids?: string[] } = await response.json()
  return { ...answer, status: response.status }
}

test('an event with a wrong key is refused and not stored', async () => {
  for (const key of ['wrong', '%zz', `${TEST_EVENT_KEY}x`]) {
    expect(await post('{"name":"x"}', { key })).toMatchObject({ status: 401 })
  }
  await engine.drain()
  expect(await engine.runs('echo')).toEqual([])
})

test('what is not an event is refused with its reason', async () => {
  const refused: Record<string, string> = {
    '{"name":': 'not JSON',
    '"x"': 'expected object',
    '[{"name":"x"},{"nam":"x"}]': 'Event 1',
    '{"name":""}': 'Event 0',
    '{"name":"x","data":[1]}': 'data',
    '{"name":"x","ts":"soon"}': 'ts',
    '{"name":"inngest/function.failed"}': 'reserved',
    '{"name":"x","data":{"a":"\\u0000"}}': 'NUL',
    '{"name":"x","data":{"a":["\\ud800"]}}': 'surrogate',
  }
  for (const [body, reason] of Object.entries(refused)) {
    const answer = await post(body)
    expect([body, answer.status]).toEqual([body, 400])
    expect(answer.error).toContain(reason)
  }
  await engine.drain()
  expect(await engine.runs('echo')).toEqual([])
})

test('a backslash before "u0000" is text like any other', async () => {
  expect(await post('{"name":"y","data":{"a":"\\\\u0000"}}')).toMatchObject({ status: 200 })
})

test('too large an event, too many and too large a request are refused', async () => {
  const large = (bytes: number) => JSON.stringify({ name: 'y', data: { text: 'a'.repeat(bytes) } })
  expect(await post(large(511 * 1024))).toMatchObject({ status: 200 })
  expect(await post(large(513 * 1024))).toMatchObject({ status: 413 })
  expect(await post(large(11 * 1024 * 1024))).toMatchObject({ status: 413 })
  expect(await post(JSON.stringify(Array(5_001).fill({ name: 'y' })))).toMatchObject({ status: 413 })
})

test('a list of events gets an id each, and a repeated request the same ids and one run', async () => {
  const headers = { 'x-inngest-event-id-seed': '1795234960000,YWJjZGVmZ2hpag==' }
  const body = JSON.stringify([1, 2].map((n) => ({ name: 'x', data: { n } })))
  const first = await post(body, { headers })
  const second = await post(body, { headers })
  expect(new Set(first.ids).size).toBe(2)
  expect(second.ids).toEqual(first.ids)
  await engine.drain()
  expect((await engine.runs('echo')).map(({ output }) => output)).toEqual([{ n: 1 }, { n: 2 }])
})

test('a run is cancelled by whoever has the signing key, once', async () => {
  await engine.send({ name: 'long' })
  await engine.drain()
  const [run] = await engine.runs('long')
  const cancel = async (id: string | undefined, token?: string) => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
    return (await fetch(`${engine.url}/v1/runs/${id}`, { method: 'DELETE', headers })).status
  }
  const token = hashSigningKey(TEST_SIGNING_KEY)
  expect(await cancel(run?.id)).toBe(401)
  expect(await cancel(run?.id, hashSigningKey('signkey-test-ffff'))).toBe(401)
  expect(await cancel('01NOBODY', token)).toBe(404)
  expect(await cancel(run?.id, token)).toBe(200)
  expect(await cancel(run?.id, token)).toBe(409)
  expect(await engine.runs('long')).toMatchObject([{ status: 'cancelled' }])
})

test('anything else is not found', async () => {
  const status = async (method: string, path: string) => (await fetch(engine.url + path, { method })).status
  expect(await status('GET', `/e/${TEST_EVENT_KEY}`)).toBe(405)
  for (const path of [
    '/',
    '/e',
    '/e/a/b',
    '/v1/runs',
    '/fn/register',
    '//',
    '/e/%zz/b',
    '/v1/checkpoint/1/async/x',
    '/v1/checkpoint/1',
    '/health/x',
  ]) {
    expect([path, await status('POST', path)]).toEqual([path, 404])
  }
})

test('the health tells how far behind the executor is', async () => {
  await engine.advance('1h')
  await engine.send({ name: 'x' })
  const response = await fetch(`${engine.url}/health`)
  expect(await response.json()).toMatchObject({ status: 'ok', functions: 2, behindSeconds: 0 })
})
