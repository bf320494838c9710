import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlarmReceiver, startAlarmReceiver } from '#world/alarm-receiver.ts'
import { freePort } from '#world/ports.ts'

let alarms: AlarmReceiver

beforeAll(async () => {
  alarms = await startAlarmReceiver({ port: await freePort() })
})
afterAll(() => alarms.stop())

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${alarms.url}${path}`, { method: 'POST', body, headers })
const envelope = '{"event_id":"1"}\n{"type":"event"}\n{"message":"it broke"}\n'

test('a Slack message arrives as it was sent, and can be read as JSON and as a page', async () => {
  expect(await (await post('/services/T1/B1/x', JSON.stringify({ text: 'Worker is <dead>' }))).text()).toBe('ok')
  expect(alarms.messages().at(-1)).toMatchObject({ channel: 'slack', body: { text: 'Worker is <dead>' } })
  expect(await (await fetch(`${alarms.url}/messages`)).json()).toHaveLength(alarms.messages().length)
  const page = await (await fetch(alarms.url)).text()
  expect(page).toContain('Worker is &#60;dead')
})

test('a Sentry envelope is taken apart, plain or compressed', async () => {
  await post('/api/42/envelope/', envelope)
  await post('/api/42/envelope/', gzipSync(envelope), { 'content-encoding': 'gzip' })
  const bodies = alarms.messages().filter(({ channel }) => channel === 'sentry')
  expect(bodies.map(({ body }) => body)).toEqual([
    [{ event_id: '1' }, { type: 'event' }, { message: 'it broke' }],
    [{ event_id: '1' }, { type: 'event' }, { message: 'it broke' }],
  ])
})

test('it fails as often as it is told to, and keeps nothing of that', async () => {
  const before = alarms.messages().length
  alarms.fail(1)
  expect((await post('/services/T1/B1/x', '{}')).status).toBe(500)
  expect((await post('/services/T1/B1/x', '{}')).status).toBe(200)
  expect(alarms.messages()).toHaveLength(before + 1)
  expect((await post('/elsewhere', '{}')).status).toBe(404)
})
