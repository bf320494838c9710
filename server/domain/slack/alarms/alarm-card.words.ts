import { alarmTitle, isDrillAlarm } from '#server/domain/jobs/alarms.words.ts'
import type { Card } from '../card.schema.ts'
import { linked, plain } from '../card.words.ts'

export const ALARM_ACTIONS = ['alarm.ack', 'alarm.mute'] as const
export type AlarmAction = (typeof ALARM_ACTIONS)[number]

type Told = {
  causeKey: string
  moment: 'opened' | 'resolved'
  title: string
  detail: string
  url: string
  openedAt: Date
  resolvedAt: Date | null
}
/** What somebody has done about it: "Ann Lee looks after it since 2:05 PM". */
type Noted = { note?: string }

/** An alarm as the bot tells it. A drill is one small grey line: it proves the way, and calls nobody. */
export function alarmCard(alarm: Told, { note }: Noted = {}): Card {
  const title = alarmTitle(alarm)
  if (isDrillAlarm(alarm)) {
    return {
      text: plain(title),
      parts: [{ kind: 'note', markdown: `${plain(title)}. ${plain(alarm.detail)}`.slice(0, 3_000) }],
    }
  }
  const isOver = alarm.moment === 'resolved'
  const open = { label: 'Open', action: 'open', value: alarm.causeKey, url: alarm.url }
  const act = (label: string, action: AlarmAction) => ({ label, action, value: alarm.causeKey })
  return {
    text: plain(title),
    parts: [
      { kind: 'text', markdown: `*${plain(title)}*\n${plain(alarm.detail)}`.slice(0, 3_000) },
      ...(note ? [{ kind: 'note' as const, markdown: note }] : []),
      ...(isOver
        ? [{ kind: 'note' as const, markdown: linked(alarm.url, 'Open in Palmetto') }]
        : [
            {
              ...{ kind: 'actions' as const, choices: [] },
              buttons: [...(note ? [] : [act('Ack', 'alarm.ack')]), act('Mute 1 h', 'alarm.mute'), open],
            },
          ]),
    ],
  }
}
