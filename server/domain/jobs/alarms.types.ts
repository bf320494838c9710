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
  /** The provider's words when it took the beginning by this channel; of an end only. */
  openedReply?: string | null
}

/** One way to tell people. Resolves to the provider's own words of acceptance; rejects when the alarm may not have left. */
export type AlarmChannel = { send: (alarm: Alarm) => Promise<string> }

export type AlarmChannels = Partial<Record<AlarmChannelName, AlarmChannel>>
