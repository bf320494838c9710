import { ConsecutiveBreaker, circuitBreaker, handleAll, TimeoutStrategy, timeout, wrap } from 'cockatiel'
import type { Alarm, AlarmChannel } from '#server/domain/jobs/alarms.types.ts'
import { alarmTitle, isDrillAlarm } from '#server/domain/jobs/alarms.words.ts'

type Options = { url: string; timeoutMs?: number; breakMs?: number }

/** Slack reads these three as its own signs. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A drill is one small grey line: it proves the way, and calls nobody. */
const drillOf = (alarm: Alarm) => ({
  text: escaped(alarmTitle(alarm)),
  blocks: [
    {
      type: 'context',
      elements: [{ type: 'mrkdwn', text: `${escaped(alarmTitle(alarm))}. ${escaped(alarm.detail)}` }],
    },
  ],
})

const messageOf = (alarm: Alarm) => ({
  text: escaped(alarmTitle(alarm)),
  blocks: [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `*${escaped(alarmTitle(alarm))}*\n${escaped(alarm.detail).slice(0, 2_500)}` },
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: `<${alarm.url}|Open in Palmetto>` }] },
  ],
})

/** Alarms to a Slack channel, by an incoming webhook. */
export function connectSlack({ url, timeoutMs = 5_000, breakMs = 30_000 }: Options): AlarmChannel {
  const policy = wrap(
    circuitBreaker(handleAll, { halfOpenAfter: breakMs, breaker: new ConsecutiveBreaker(5) }),
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  )
  return {
    send: (alarm) =>
      policy.execute(async ({ signal }) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(isDrillAlarm(alarm) ? drillOf(alarm) : messageOf(alarm)),
          signal,
        }).catch(() => {
          throw new Error('Slack could not be reached')
        })
        if (!response.ok) throw new Error(`Slack answered ${response.status}`)
        return `${response.status} ${(await response.text()).slice(0, 100)}`.trim()
      }),
  }
}
