import type { Alarm, AlarmChannel } from '#server/domain/jobs/alarms.types.ts'
import { alarmCard } from '#server/domain/slack/alarms/alarm-card.words.ts'
import type { Posted, SlackBot } from './bot.types.ts'

type Options = {
  bot: SlackBot
  channel: string
  /** The incoming webhook, for when the bot does not get through. */
  fallback: AlarmChannel | undefined
}

/** What is kept of the message that told of the beginning, to find it again at the end. */
const receiptOf = ({ channel, ts }: Posted) => `posted ${channel} ${ts}`
const RECEIPT = /^posted (\S+) (\S+)$/

/** Alarms by the bot, with buttons; the message that told of the beginning is changed when it is over. */
export function connectAlarmBot({ bot, channel, fallback }: Options): AlarmChannel {
  async function tell(alarm: Alarm) {
    const card = alarmCard(alarm)
    const [, where, ts] = (alarm.moment === 'resolved' && RECEIPT.exec(alarm.openedReply ?? '')) || []
    if (where && ts) {
      const changed = await bot.update({ channel: where, ts, card })
      if (changed.ok || changed.kind !== 'gone') return changed
    }
    return bot.post({ channel, card, key: `alarm:${alarm.causeKey}:${alarm.openedAt.getTime()}:${alarm.moment}` })
  }
  return {
    async send(alarm) {
      const told = await tell(alarm)
      if (told.ok) return receiptOf(told.value)
      if (fallback) return fallback.send(alarm)
      throw new Error(told.reason)
    },
  }
}
