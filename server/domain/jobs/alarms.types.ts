import type { AlarmChannelName } from './alarms.channels.ts'

/** What people are told: that something broke, or that it works again. */
export type Alarm = {
  causeKey: string
  moment: 'opened' | 'resolved'
  title: string
  detail: string
  /** Absolute: it is read outside of the app. */
  url: string
  count: number
  openedAt: Date
  resolvedAt: Date | null
}

/** One way to tell people. Rejects when it is not certain that the alarm has left. */
export type AlarmChannel = { send: (alarm: Alarm) => Promise<void> }

export type AlarmChannels = Partial<Record<AlarmChannelName, AlarmChannel>>
