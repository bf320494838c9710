import type { Slack } from '#server/adapters/slack/open-slack.ts'
import type { RootDb } from '#server/db.ts'
import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'
import { dayIn, daysAfter, momentIn } from '#server/domain/calendar/days.words.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import { queueSlack, requeueSlack } from '#server/domain/slack/slack.service.ts'
import { speedOf } from '../response/speed.ts'
import { readWorkedLeads } from '../response/worked-leads.sql.ts'
import { heartbeatCard } from './heartbeat.words.ts'

type Deps = { db: RootDb; now: () => Date; slack: Slack }

/**
 * One quiet line a day in each channel that the bot is to post in. Its use is to be posted: a channel in which a lead could
 * not stand is known in the morning, and not with the lead.
 */
export async function sayHello({ db, now, slack }: Deps): Promise<JobResult> {
  const day = dayIn(FIRM_ZONE, now())
  const window = { from: momentIn(FIRM_ZONE, daysAfter(day, -1)), to: momentIn(FIRM_ZONE, day), officeId: null }
  const card = heartbeatCard(speedOf(await readWorkedLeads(db, window), 'wall'))
  const channels = new Set([slack.leadsChannel, slack.alarmsChannel].filter((channel) => channel !== null))
  await db.$transaction(async (tx) => {
    for (const channel of channels) {
      const key = `heartbeat:${day}:${channel}`
      const { isNew } = await queueSlack(tx, { key, channel, card })
      // Asked for once more, when whoever mended the channel wants to see it.
      if (!isNew) await requeueSlack(tx, { key })
    }
  })
  const counts = { channels: channels.size }
  if (channels.size === 0) return { words: 'No channel is set up.', outcome: 'good', counts }
  return { words: channels.size === 1 ? 'Said in 1 channel.' : 'Said in 2 channels.', outcome: 'good', counts }
}
