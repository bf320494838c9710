import { expect, test } from 'vitest'
import { readAsk, type SlackDoor } from './read-ask.ts'

const press = {
  ...{ type: 'block_actions', trigger_id: '1.2.3', user: { id: 'U1' }, channel: { id: 'D1' } },
  ...{ container: { message_ts: '1.0' }, response_url: 'https://hooks.slack.com/actions/x' },
  actions: [{ action_id: 'offer.accept', value: 'an-offer' }],
}
const form = (payload: unknown) => new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
const command = (over: Record<string, string> = {}) =>
  new URLSearchParams({
    ...{ command: '/away', text: '2h', user_id: 'U1', response_url: 'https://hooks.slack.com/commands/x' },
    ...{ trigger_id: '4.5.6', ...over },
  }).toString()
const event = (of: unknown) => JSON.stringify({ type: 'event_callback', event_id: 'Ev1', event: of })

test('a press, a command and a page that was opened are read, each with the id that Slack gives it', () => {
  expect(readAsk('interactions', form(press))).toEqual({
    ...{ read: 'ask', key: 'trigger:1.2.3' },
    ask: {
      ...{ kind: 'press', userId: 'U1', action: 'offer.accept', value: 'an-offer', selected: null },
      ...{ channel: 'D1', ts: '1.0', responseUrl: 'https://hooks.slack.com/actions/x' },
    },
  })
  expect(readAsk('commands', command())).toMatchObject({ key: 'trigger:4.5.6', ask: { kind: 'command', text: '2h' } })
  expect(readAsk('events', event({ type: 'app_home_opened', user: 'U1', tab: 'home' }))).toEqual({
    ...{ read: 'ask', key: 'event:Ev1', ask: { kind: 'home', userId: 'U1' } },
  })
})

test.each<[string, SlackDoor, string, string]>([
  ['a dialog that was sent', 'interactions', form({ ...press, type: 'view_submission' }), 'other'],
  ['no payload', 'interactions', 'payload=', 'unreadable'],
  ['a payload that is no JSON', 'interactions', 'payload=%7B', 'unreadable'],
  ['a press of nothing', 'interactions', form({ ...press, actions: [] }), 'other'],
  [
    'a value that is none',
    'interactions',
    form({ ...press, actions: [{ action_id: 'x', value: { $ne: 1 } }] }),
    'other',
  ],
  ['a command without an answer address', 'commands', command({ response_url: 'nowhere' }), 'unreadable'],
  ['a text without an end', 'commands', command({ text: 'x'.repeat(3_000) }), 'unreadable'],
  ['a NUL in a command', 'commands', command({ text: 'a\u0000b' }), 'unreadable'],
  ['a message somewhere', 'events', event({ type: 'message', user: 'U1', text: 'secret' }), 'other'],
  ['the messages tab of the app', 'events', event({ type: 'app_home_opened', user: 'U1', tab: 'messages' }), 'other'],
  ['an event that is no JSON', 'events', '{', 'unreadable'],
])('%s asks for nothing', (_what, door, body, read) => {
  expect(readAsk(door, body)).toEqual({ read })
})
