import { connectAlarmMail } from '#server/adapters/alarm-mail/alarm-mail.ts'
import { connectSentryAlarms } from '#server/adapters/sentry/sentry.ts'
import { connectSlack } from '#server/adapters/slack/slack.ts'
import { channelsOf } from '#server/domain/jobs/alarms.channels.ts'
import type { AlarmChannels } from '#server/domain/jobs/alarms.types.ts'
import { type Env, env } from '#server/env.ts'

/** The ways out for alarms that this installation has. One set a process: their breakers remember. */
export function openAlarmChannels(settings: Env = env): AlarmChannels {
  const names = channelsOf(settings)
  const { SLACK_WEBHOOK_URL: slack, ALARM_SMTP_URL: smtp, ALARM_MAIL_TO: to, MAIL_FROM: from } = settings
  return {
    ...(slack && names.includes('slack') ? { slack: connectSlack({ url: slack }) } : {}),
    ...(smtp && to && names.includes('mail') ? { mail: connectAlarmMail({ url: smtp, from, to }) } : {}),
    ...(names.includes('sentry') ? { sentry: connectSentryAlarms() } : {}),
  }
}
