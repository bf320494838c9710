import { type Logger, LogLevel, WebClient } from '@slack/web-api'
import { ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { z } from 'zod'
import { toBlocks } from './blocks.ts'
import type { Answer, SlackBot } from './bot.types.ts'
import { isSilence, troubleOf } from './trouble.ts'

type Options = { token: string; apiUrl: string; timeoutMs?: number; breakMs?: number }

const METADATA = 'palmetto_message'
/** As many as were posted in a channel within the minutes of a crash. */
const LOOK_BACK = 50

const postedSchema = z.object({ channel: z.string().min(1), ts: z.string().min(1) })
const authSchema = z.object({ team: z.string(), user: z.string(), url: z.string() })
const userSchema = z.object({
  user: z.object({ id: z.string().min(1), profile: z.object({ email: z.string().optional() }).optional() }),
})
const dmSchema = z.object({ channel: z.object({ id: z.string().min(1) }) })
const historySchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_payload: z.object({ key: z.string().optional() }).optional() }).optional(),
    }),
  ),
})

/** The SDK's own log would write names and addresses to the console; what went wrong stands on the message. */
const silent: Logger = {
  ...{ debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  ...{ setLevel: () => {}, getLevel: () => LogLevel.ERROR, setName: () => {} },
}

/** What may be answered at: Slack's own address, or that of the API where a test plays Slack. */
export const mayRespondAt = (url: string, apiUrl: string) =>
  URL.canParse(url) && ['https://hooks.slack.com', new URL(apiUrl).origin].includes(new URL(url).origin)

/** Slack's Web API by Slack's SDK: a time-out of our own, a breaker, and its retries switched off. */
export function connectSlackBot({ token, apiUrl, timeoutMs = 8_000, breakMs = 10_000 }: Options): SlackBot {
  const client = new WebClient(token, {
    ...{ slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`, timeout: timeoutMs, logger: silent },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  })
  const breaker = circuitBreaker(handleWhen(isSilence), {
    ...{ halfOpenAfter: breakMs, breaker: new ConsecutiveBreaker(5) },
  })

  async function call<Value>(work: () => Promise<Value>): Promise<Answer<Value>> {
    try {
      return { ok: true, value: await breaker.execute(work) }
    } catch (error) {
      return { ok: false, ...troubleOf(error) }
    }
  }

  return {
    authTest: () =>
      call(async () => {
        const { team, user, url } = authSchema.parse(await client.auth.test())
        return { team, bot: user, url }
      }),
    lookupByEmail: (email) =>
      call(async () => ({ userId: userSchema.parse(await client.users.lookupByEmail({ email })).user.id })),
    emailOf: (userId) =>
      call(async () => {
        const { user } = userSchema.parse(await client.users.info({ user: userId }))
        return { email: user.profile?.email ?? null }
      }),
    openDm: (userId) =>
      call(async () => ({ channel: dmSchema.parse(await client.conversations.open({ users: userId })).channel.id })),
    post: ({ channel, card, key }) =>
      call(async () =>
        postedSchema.parse(
          await client.chat.postMessage({
            ...{ channel: channel.replace(/^#/, ''), text: card.text, blocks: toBlocks(card) },
            ...{ unfurl_links: false, unfurl_media: false },
            metadata: { event_type: METADATA, event_payload: { key } },
          }),
        ),
      ),
    update: ({ channel, ts, card }) =>
      call(async () =>
        postedSchema.parse(await client.chat.update({ channel, ts, text: card.text, blocks: toBlocks(card) })),
      ),
    postEphemeral: ({ channel, userId, card }) =>
      call(async () => {
        await client.chat.postEphemeral({ channel, user: userId, text: card.text, blocks: toBlocks(card) })
        return null
      }),
    publishHome: ({ userId, card }) =>
      call(async () => {
        await client.views.publish({ user_id: userId, view: { type: 'home', blocks: toBlocks(card) } })
        return null
      }),
    find: ({ channel, key, since }) =>
      call(async () => {
        const { messages } = historySchema.parse(
          await client.conversations.history({
            ...{ channel, limit: LOOK_BACK, include_all_metadata: true },
            oldest: String(Math.floor(since.getTime() / 1_000) - 60),
          }),
        )
        const found = messages.find(({ metadata }) => metadata?.event_payload?.key === key)
        return found ? { channel, ts: found.ts } : null
      }),
    respond: (url, card) =>
      call(async () => {
        if (!mayRespondAt(url, apiUrl)) throw new Error('This is no address of Slack.')
        const body = { response_type: 'ephemeral', replace_original: false, text: card.text, blocks: toBlocks(card) }
        const answer = await fetch(url, {
          ...{ method: 'POST', headers: { 'content-type': 'application/json' }, redirect: 'error' as const },
          ...{ body: JSON.stringify(body), signal: AbortSignal.timeout(timeoutMs) },
        })
        if (!answer.ok) throw new Error(`Slack answered ${answer.status}`)
        return null
      }),
  }
}
