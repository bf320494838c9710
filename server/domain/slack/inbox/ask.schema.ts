import { z } from 'zod'

const id = z.string().min(1).max(60)
const text = z.string().max(2_000)
const url = z.url().max(2_000)

/** What somebody did in Slack, as far as it means anything to us: the only part of a request that is kept. */
export const askSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('press'),
    userId: id,
    /** The button's name, and what it carries; what was chosen in a list. */
    action: z.string().min(1).max(100),
    value: text,
    selected: text.nullable(),
    /** The message on which the button stood. */
    channel: id.nullable(),
    ts: id.nullable(),
    responseUrl: url.nullable(),
  }),
  z.object({
    kind: z.literal('command'),
    userId: id,
    command: z.string().min(1).max(50),
    text,
    responseUrl: url,
  }),
  z.object({ kind: z.literal('home'), userId: id }),
])
export type SlackAsk = z.output<typeof askSchema>
export type SlackPress = Extract<SlackAsk, { kind: 'press' }>
export type SlackCommand = Extract<SlackAsk, { kind: 'command' }>

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const blockActionsSchema = z.object({
  type: z.literal('block_actions'),
  trigger_id: z.string().min(1).max(200),
  user: z.object({ id }),
  channel: z.object({ id }).optional(),
  container: z.object({ message_ts: id.optional() }).optional(),
  response_url: url.optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string().min(1).max(100),
        value: text.optional(),
        selected_option: z.object({ value: text }).nullish(),
      }),
    )
    .min(1),
})

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export const slashCommandSchema = z.object({
  command: z.string().min(1).max(50),
  text: text.default(''),
  user_id: id,
  response_url: url,
  trigger_id: z.string().min(1).max(200),
})

/** https://docs.slack.dev/apis/events-api */
export const eventsApiSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('url_verification'), challenge: z.string().max(500) }),
  z.object({
    type: z.literal('event_callback'),
    event_id: z.string().min(1).max(100),
    event: z.object({ type: z.string(), user: id.optional(), tab: z.string().optional() }),
  }),
])
