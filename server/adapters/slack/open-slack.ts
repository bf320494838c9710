import type { Env } from '#server/env.ts'
import { connectSlackBot } from './bot.ts'
import type { SlackBot } from './bot.types.ts'

/** Slack, as this installation is connected to it. */
export type Slack = { bot: SlackBot; leadsChannel: string | null; alarmsChannel: string | null }

type Settings = Pick<Env, 'SLACK_BOT_TOKEN' | 'SLACK_API_URL' | 'SLACK_LEADS_CHANNEL' | 'SLACK_ALARMS_CHANNEL'>

/** Undefined where no bot is set up. One a process: its breaker remembers. */
export function openSlack(settings: Settings): Slack | undefined {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl } = settings
  if (!token) return undefined
  return {
    bot: connectSlackBot({ token, apiUrl }),
    leadsChannel: settings.SLACK_LEADS_CHANNEL ?? null,
    alarmsChannel: settings.SLACK_ALARMS_CHANNEL ?? null,
  }
}
