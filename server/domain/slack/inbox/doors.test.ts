import { describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { createSlackSender, signAs } from '#world/slack/sender.ts'
import { openSlackDoors } from './inbox.http.ts'
import type { SlackDoor } from './read-ask.ts'

const SECRET = 'a-signing-secret-of-a-test'
const now = new Date()
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

const doors = { db, bot: undefined, spool: undefined, now: () => now, patienceMs: 60_000 }
const { openDoor } = openSlackDoors({ ...doors, secret: SECRET })
type Sent = { body: string; headers: Record<string, string> }
const knock = (door: SlackDoor, { body, headers }: Sent) =>
  openDoor(door)(new Request('http://localhost/api/slack', { method: 'POST', body, headers }))

const sender = createSlackSender({
  secret: SECRET,
  answersAt: 'https://hooks.slack.com',
  send: async () => new Response(),
})
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
/** Something that is kept, by each of the doors, from a user of its own. */
const asked = (door: SlackDoor) => {
  const userId = `U${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
  const { body } = {
    interactions: () => sender.press({ userId, channel: 'D0', ts: '1.0', action: 'open', value: '' }),
    commands: () => sender.command({ userId, command: '/lead' }),
    events: () => sender.openHome({ userId }),
  }[door]()
  const type = door === 'events' ? { 'content-type': 'application/json; charset=utf-8' } : FORM
  const signed = (over: Partial<Sent> = {}): Sent => ({
    body,
    headers: { ...type, ...signAs(SECRET, body, now) },
    ...over,
  })
  const kept = () => db.slackRequest.findMany({ where: { ask: { path: ['userId'], equals: userId } } })
  return { body, type, signed, kept }
}
type Asked = ReturnType<typeof asked>

const without = ({ signed }: Asked, name: string): Sent => {
  const { [name]: _gone, ...headers } = signed().headers
  return { ...signed(), headers }
}
const changed = ({ signed }: Asked, over: Record<string, string>): Sent => ({
  ...signed(),
  headers: { ...signed().headers, ...over },
})
const at = ({ body, type }: Asked, time: Date): Sent => ({ body, headers: { ...type, ...signAs(SECRET, body, time) } })
/** As long as one wants it, and signed well. */
const longer = ({ body, type }: Asked, bytes: number): Sent => {
  const long = `${body}${' '.repeat(Math.max(0, bytes - body.length))}`
  return { body: long, headers: { ...type, ...signAs(SECRET, long, now) } }
}

const REFUSED: [string, number, (given: Asked) => Sent][] = [
  ['no signature', 401, (given) => without(given, 'x-slack-signature')],
  ['no time', 401, (given) => without(given, 'x-slack-request-timestamp')],
  ['a wrong signature', 401, (given) => changed(given, { 'x-slack-signature': `v0=${'0'.repeat(64)}` })],
  ['a signature of another length', 401, (given) => changed(given, { 'x-slack-signature': 'v0=00' })],
  [
    'the signature of another secret',
    401,
    ({ body, type }) => ({ body, headers: { ...type, ...signAs('another', body, now) } }),
  ],
  ['another body under it', 401, ({ signed, body }) => signed({ body: `${body} ` })],
  ['another time under it', 401, (given) => changed(given, { 'x-slack-request-timestamp': '1' })],
  ['no number for a time', 401, (given) => changed(given, { 'x-slack-request-timestamp': 'now' })],
  ['what was signed six minutes ago, sent again', 401, (given) => at(given, minutesAgo(6))],
  ['what is signed for six minutes from now', 401, (given) => at(given, minutesAgo(-6))],
  ['more than 128 kB', 413, (given) => longer(given, 128 * 1024 + 1)],
  ['another type of content', 415, (given) => changed(given, { 'content-type': 'text/plain' })],
]

describe.each<SlackDoor>(['interactions', 'commands', 'events'])('the door for %s', (door) => {
  test.each(REFUSED)('refuses %s with %i, and keeps nothing', async (_what, status, make) => {
    const given = asked(door)
    const response = await knock(door, make(given))
    expect([response.status, await response.text()]).toEqual([status, ''])
    expect(await given.kept()).toEqual([])
  })

  test('keeps what is right once, also when it is heard a second and a third time', async () => {
    const given = asked(door)
    for (let time = 0; time < 3; time += 1) expect((await knock(door, given.signed())).status).toBe(200)
    const [kept, ...more] = await given.kept()
    expect([kept?.state, more]).toEqual(['received', []])
    const facts = await db.outboxEvent.count({ where: { data: { equals: { requestId: kept?.id ?? '' } } } })
    expect(facts).toBe(1)
  })

  test('is not there where no secret is set', async () => {
    const closed = openSlackDoors({ ...doors, secret: undefined })
    const { body, headers } = asked(door).signed()
    const request = new Request('http://localhost', { method: 'POST', body, headers })
    expect((await closed.openDoor(door)(request)).status).toBe(404)
  })
})
