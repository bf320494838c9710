import type { Context } from '#server/context.ts'
import { ackIncident, muteCause } from '#server/domain/jobs/acks.service.ts'
import { env } from '#server/env.ts'
import { clockTime, plain } from '../card.words.ts'
import type { SlackReply } from '../inbox/answer-ask.service.ts'
import type { SlackPress } from '../inbox/ask.schema.ts'
import { ALARM_ACTIONS, type AlarmAction, alarmCard } from './alarm-card.words.ts'

const MUTE_HOURS = 1

export const isAlarmAction = (action: string): action is AlarmAction => ALARM_ACTIONS.some((each) => each === action)

const clock = (at: Date) => clockTime(at, at.toISOString())

/** Ack and Mute on an alarm, for owners and admins: the message says from then on who did it. */
export async function pressAlarm(
  ctx: Context,
  action: AlarmAction,
  { value: causeKey }: SlackPress,
): Promise<SlackReply> {
  const show = (incident: Awaited<ReturnType<typeof muteCause | typeof ackIncident>>, note: string | undefined) => ({
    replace: alarmCard(
      {
        ...{
          causeKey,
          moment: incident.resolvedAt ? 'resolved' : 'opened',
          title: incident.title,
          detail: incident.detail,
        },
        ...{ url: `${env.APP_URL}${incident.href ?? '/operations'}`, openedAt: incident.openedAt },
        resolvedAt: incident.resolvedAt,
      },
      note ? { note } : {},
    ),
  })
  if (action === 'alarm.mute') {
    const muted = await muteCause(ctx, { causeKey, hours: MUTE_HOURS })
    return show(muted, `${plain(muted.mutedBy)} muted it until ${clock(muted.until)}.`)
  }
  const acked = await ackIncident(ctx, { causeKey })
  const by = acked.ackedAt
    ? `${plain(acked.ackedBy ?? 'Somebody')} looks after it since ${clock(acked.ackedAt)}.`
    : undefined
  return show(acked, by)
}
