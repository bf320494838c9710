import { connectAlarmMail } from '#server/adapters/alarm-mail/alarm-mail.ts'
import { connectSentryAlarms } from '#server/adapters/sentry/sentry.ts'
import { connectAlarmBot } from '#server/adapters/slack/alarm-bot.ts'
import { openSlack } from '#server/adapters/slack/open-slack.ts'
import { connectSlack } from '#server/adapters/slack/slack.ts'
import { channelsOf } from '#server/domain/jobs/alarms.channels.ts'
import type { AlarmChannel, AlarmChannels } from '#server/domain/jobs/alarms.types.ts'
import { type Env, env } from '#server/env.ts'

/** The bot where it has a channel for them, and the webhook when it does not get through; or the webhook alone. */
function openSlackAlarms(settings: Env): AlarmChannel | undefined {
  const { SLACK_WEBHOOK_URL: url } = settings
  const [slack, fallback] = [openSlack(settings), url ? connectSlack({ url }) : undefined]
  if (!slack?.alarmsChannel) return fallback
  return connectAlarmBot({ bot: slack.bot, channel: slack.alarmsChannel, fallback })
}

/** The ways out for alarms that this installation has. One set a process: their breakers remember. */
export function openAlarmChannels(settings: Env = env): AlarmChannels {
  const names = channelsOf(settings)
  const slack = openSlackAlarms(settings)
  const { ALARM_SMTP_URL: smtp, ALARM_MAIL_TO: to, MAIL_FROM: from } = settings
  return {
    ...(slack && names.includes('slack') ? { slack } : {}),
    ...(smtp && to && names.includes('mail') ? { mail: connectAlarmMail({ url: smtp, from, to }) } : {}),
    ...(names.includes('sentry') ? { sentry: connectSentryAlarms() } : {}),
  }
}
