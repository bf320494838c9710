import { type Env, env } from '#server/env.ts'

export const alarmChannelNames = ['slack', 'mail', 'sentry'] as const
export type AlarmChannelName = (typeof alarmChannelNames)[number]

type Bot = 'SLACK_BOT_TOKEN' | 'SLACK_ALARMS_CHANNEL'
type Settings = Pick<Env, Bot | 'SLACK_WEBHOOK_URL' | 'ALARM_SMTP_URL' | 'ALARM_MAIL_TO' | 'SMTP_URL' | 'SENTRY_DSN'>

const serverOf = (url: string) => {
  const { hostname, port } = new URL(url)
  return `${hostname}:${port}`
}

/** The ways an alarm can leave by, as this installation is set up. */
export function channelsOf(settings: Settings): AlarmChannelName[] {
  const { SLACK_WEBHOOK_URL, ALARM_SMTP_URL, ALARM_MAIL_TO, SMTP_URL, SENTRY_DSN } = settings
  const channels: AlarmChannelName[] = []
  if (SLACK_WEBHOOK_URL || (settings.SLACK_BOT_TOKEN && settings.SLACK_ALARMS_CHANNEL)) channels.push('slack')
  // The server that delivers the alerts is no second way out: it would keep silent about its own failure.
  const alarmServer = ALARM_SMTP_URL ? serverOf(ALARM_SMTP_URL) : null
  if (ALARM_MAIL_TO && alarmServer && alarmServer !== (SMTP_URL && serverOf(SMTP_URL))) channels.push('mail')
  if (SENTRY_DSN) channels.push('sentry')
  return channels
}

export const configuredChannels: readonly AlarmChannelName[] = channelsOf(env)

/** An alarm about a channel does not go out by that channel. */
export const channelsFor = (causeKey: string, channels: readonly AlarmChannelName[]) =>
  channels.filter((channel) => causeKey !== alarmFailed(channel))

export const alarmFailed = (channel: AlarmChannelName) => `alarm-failed:${channel}`
