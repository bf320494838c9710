import { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import type { WorldEnvironment } from '#world/environment.ts'
import { createSlackSender } from '#world/slack/sender.ts'
import { expect } from './fixtures.ts'

const messageSchema = z.object({ ts: z.string(), text: z.string(), blocks: z.unknown() })

/** Somebody's direct messages with the bot, as Slack has them, and their finger. */
export function openSlack({ db, environment }: { db: PrismaClient; environment: WorldEnvironment }) {
  const api = new WebClient(environment.SLACK_BOT_TOKEN, { slackApiUrl: environment.SLACK_API_URL })
  const sender = createSlackSender({
    secret: environment.SLACK_SIGNING_SECRET,
    answersAt: environment.SLACK_API_URL.replace(/api\/$/, 'answers'),
    send: ({ path, body, headers }) =>
      fetch(`${environment.APP_URL}/api/slack/${path}`, { method: 'POST', body, headers }),
  })

  /** The card of an offer, once it is there: in the messages of somebody, or in the channel that all of them read. */
  async function findCard(offerId: string, personId: string | null) {
    const where = { personId, key: { contains: offerId }, ts: { not: null } }
    await expect.poll(() => db.slackMessage.count({ where }), { timeout: 30_000 }).toBeGreaterThan(0)
    const { slackChannel, ts } = await db.slackMessage.findFirstOrThrow({ where, orderBy: { createdAt: 'asc' } })
    return { channel: slackChannel ?? '', ts: ts ?? '' }
  }
  /** What stands there now, buttons and all. */
  async function read({ channel, ts }: { channel: string; ts: string }): Promise<string> {
    const { messages } = await api.conversations.history({ channel, limit: 200 })
    return JSON.stringify(
      z
        .array(messageSchema)
        .parse(messages)
        .find((message) => message.ts === ts) ?? null,
    )
  }
  async function press(card: { channel: string; ts: string }, email: string, action: string, value: string) {
    const { user } = await api.users.lookupByEmail({ email: email.toLowerCase() })
    const answer = await sender.press({ userId: user?.id ?? '', ...card, action, value }).send()
    expect(answer.status).toBe(200)
  }
  return { findCard, read, press }
}
