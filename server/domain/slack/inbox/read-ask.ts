import { blockActionsSchema, eventsApiSchema, type SlackAsk, slashCommandSchema } from './ask.schema.ts'

/** By which of our three addresses it came. */
export type SlackDoor = 'interactions' | 'commands' | 'events'

/** What a request asks for. `key` is Slack's own id of it: what it sends again has the same. */
export type Reading =
  | { read: 'ask'; key: string; ask: SlackAsk }
  | { read: 'challenge'; challenge: string }
  /** Nothing that we do anything about; acknowledged, so that it is not repeated. */
  | { read: 'other' }
  | { read: 'unreadable' }

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readInteraction(body: string): Reading {
  const payload = readJson(new URLSearchParams(body).get('payload') ?? '')
  const { success, data } = blockActionsSchema.safeParse(payload)
  if (!success) return payload === undefined ? { read: 'unreadable' } : { read: 'other' }
  const [action] = data.actions
  if (!action) return { read: 'other' }
  const ask: SlackAsk = {
    ...{ kind: 'press', userId: data.user.id, action: action.action_id, value: action.value ?? '' },
    ...{ selected: action.selected_option?.value ?? null, channel: data.channel?.id ?? null },
    ts: data.container?.message_ts ?? null,
    responseUrl: data.response_url ?? null,
  }
  return { read: 'ask', key: `trigger:${data.trigger_id}`, ask }
}

function readCommand(body: string): Reading {
  const { success, data } = slashCommandSchema.safeParse(Object.fromEntries(new URLSearchParams(body)))
  if (!success) return { read: 'unreadable' }
  const { command, text, user_id: userId, response_url: responseUrl, trigger_id: triggerId } = data
  return { read: 'ask', key: `trigger:${triggerId}`, ask: { kind: 'command', userId, command, text, responseUrl } }
}

function readEvent(body: string): Reading {
  const { success, data } = eventsApiSchema.safeParse(readJson(body))
  if (!success) return { read: 'unreadable' }
  if (data.type === 'url_verification') return { read: 'challenge', challenge: data.challenge }
  const { type, user, tab } = data.event
  if (type !== 'app_home_opened' || !user || (tab !== undefined && tab !== 'home')) return { read: 'other' }
  return { read: 'ask', key: `event:${data.event_id}`, ask: { kind: 'home', userId: user } }
}

const READERS: Record<SlackDoor, (body: string) => Reading> = {
  interactions: readInteraction,
  commands: readCommand,
  events: readEvent,
}

/** Reads the body of a request that Slack has signed. */
export const readAsk = (door: SlackDoor, body: string): Reading =>
  // PostgreSQL's texts hold everything but NUL.
  body.includes('\u0000') || /\\u0000|%00/i.test(body) ? { read: 'unreadable' } : READERS[door](body)
