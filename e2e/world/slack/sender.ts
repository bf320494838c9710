import { createHmac, randomBytes } from 'node:crypto'

/**
 * Plays the half of Slack that the emulator has not: interactions, slash commands and the Events API, signed, in the
 * shapes that Slack documents (docs.slack.dev: block_actions, slash commands, app_home_opened).
 */
type Options = {
  /** https://app/api/slack, or what takes a request in its place. */
  send: (request: {
    path: 'interactions' | 'commands' | 'events'
    body: string
    headers: Record<string, string>
  }) => Promise<Response>
  secret: string
  /** Where answers to commands go: the front's /answers. */
  answersAt: string
  now?: () => Date
}

const TEAM = { id: 'T000000001', domain: 'palmetto-coast' }
const APP = 'A000000001'
const random = () => randomBytes(8).toString('hex')

/** As Slack signs: HMAC-SHA256 over "v0:timestamp:body". */
export function signAs(secret: string, body: string, at: Date) {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` }
}

export type Press = {
  userId: string
  /** The message on which the button stands. */
  channel: string
  ts: string
  action: string
  value?: string
  /** Of a list: what was chosen. */
  selected?: string
}

export function createSlackSender({ send, secret, answersAt, now = () => new Date() }: Options) {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const triggerId = () => `${Date.now()}.${TEAM.id}.${random()}`
  const deliver = (path: 'interactions' | 'commands' | 'events', body: string, type: Record<string, string>) => ({
    body,
    /** Sends it, signed anew, as often as it is called: Slack's redelivery is the same request. */
    send: (over: Record<string, string> = {}) =>
      send({ path, body, headers: { ...type, ...signAs(secret, body, now()), ...over } }),
  })

  return {
    press({ userId, channel, ts, action, value, selected }: Press) {
      const chosen = selected
        ? { type: 'static_select', selected_option: { text: { type: 'plain_text', text: selected }, value: selected } }
        : { type: 'button', text: { type: 'plain_text', text: action, emoji: true }, value: value ?? '' }
      const payload = {
        ...{ type: 'block_actions', api_app_id: APP, token: 'not-used-any-more', trigger_id: triggerId() },
        ...{ user: { id: userId, username: 'somebody', name: 'somebody', team_id: TEAM.id }, team: TEAM },
        container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
        ...{ channel: { id: channel, name: 'directmessage' }, message: { type: 'message', ts, text: '' } },
        ...{ enterprise: null, is_enterprise_install: false, state: { values: {} } },
        response_url: `${answersAt}/${random()}`,
        actions: [{ action_id: action, block_id: random(), action_ts: String(now().getTime() / 1_000), ...chosen }],
      }
      return deliver('interactions', new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form)
    },
    command({ userId, command, text = '' }: { userId: string; command: string; text?: string }) {
      const path = random()
      const body = new URLSearchParams({
        ...{
          token: 'not-used-any-more',
          team_id: TEAM.id,
          team_domain: TEAM.domain,
          channel_id: 'D0',
          api_app_id: APP,
        },
        ...{ channel_name: 'directmessage', user_id: userId, user_name: 'somebody', command, text },
        ...{ is_enterprise_install: 'false', response_url: `${answersAt}/${path}`, trigger_id: triggerId() },
      }).toString()
      return { ...deliver('commands', body, form), answerPath: `/answers/${path}` }
    },
    openHome({ userId }: { userId: string }) {
      const body = JSON.stringify({
        ...{ token: 'not-used-any-more', team_id: TEAM.id, api_app_id: APP, type: 'event_callback' },
        ...{ event_id: `Ev${random()}`, event_time: Math.floor(now().getTime() / 1_000) },
        event: { type: 'app_home_opened', user: userId, channel: 'D0', tab: 'home', event_ts: '1.0' },
      })
      return deliver('events', body, { 'content-type': 'application/json' })
    },
    verify: (challenge: string) =>
      deliver('events', JSON.stringify({ token: 'x', type: 'url_verification', challenge }), {
        'content-type': 'application/json',
      }),
  }
}
