import type { AlarmChannelName } from './alarms.channels.ts'

const MINUTE = 60_000

/** "40 seconds", "12 minutes", "3 hours 5 minutes", "2 days": rounded the way people say it. */
export function spokenDuration(ms: number): string {
  const some = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (ms < MINUTE) return some(Math.max(0, Math.round(ms / 1_000)), 'second')
  const minutes = Math.round(ms / MINUTE)
  if (minutes < 60) return some(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  if (hours < 48)
    return minutes % 60 === 0 ? some(hours, 'hour') : `${some(hours, 'hour')} ${some(minutes % 60, 'minute')}`
  return some(Math.round(hours / 24), 'day')
}

const CHANNELS: Record<AlarmChannelName, string> = { slack: 'Slack', mail: 'alarm mailbox', sentry: 'Sentry' }

export const channelName = (channel: AlarmChannelName) => CHANNELS[channel]

const DRILL = 'fire-drill:'

/** What the incident of a day's drill is about. */
export const drillKey = (day: string) => `${DRILL}${day}`

/** An alarm that only proves that alarms arrive: it is told softly, and must not look like trouble. */
export const isDrillAlarm = ({ causeKey }: { causeKey: string }) => causeKey.startsWith(DRILL)

type Told = {
  causeKey: string
  moment: string
  title: string
  detail: string
  url: string
  openedAt: Date
  resolvedAt: Date | null
}

/** The one line that fits a phone's lock screen. */
export function alarmTitle({ causeKey, moment, title, openedAt, resolvedAt }: Told) {
  if (isDrillAlarm({ causeKey })) return `Daily drill, nothing to do: ${title}`
  return moment === 'resolved' && resolvedAt
    ? `Fixed after ${spokenDuration(resolvedAt.getTime() - openedAt.getTime())}: ${title}`
    : `Needs attention: ${title}`
}

/** The whole alarm as plain text. */
export const alarmText = (alarm: Told) =>
  [alarmTitle(alarm), alarm.detail, `Since ${alarm.openedAt.toISOString()}`, alarm.url].filter(Boolean).join('\n')
