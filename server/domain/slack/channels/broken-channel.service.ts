import type { Answer, Posted } from '#server/adapters/slack/bot.types.ts'
import type { Db } from '#server/db.ts'
import { isIncidentOpen, raiseIncident, resolveIncident } from '#server/domain/jobs/incidents.service.ts'

const causeOf = (channel: string) => `slack-channel-closed:${channel}`

/** Nothing could be posted in it the last time. */
export const isClosed = (db: Db, channel: string) => isIncidentOpen(db, causeOf(channel))

/**
 * After each post in a channel: one that takes none (archived, the bot is not in it, not there) is an incident that names
 * it and says what to do, until the next post stands there. That Slack is slow or down says nothing about a channel.
 */
export async function noteChannel(db: Db, channel: string, answer: Answer<Posted>): Promise<void> {
  if (answer.ok) await resolveIncident(db, causeOf(channel))
  else if (answer.kind === 'closed') {
    await raiseIncident(db, {
      causeKey: causeOf(channel),
      title: `Nothing can be posted in ${channel} in Slack`,
      detail: `${answer.reason} Invite the bot to the channel and see that it is not archived, or name another one in SLACK_LEADS_CHANNEL or SLACK_ALARMS_CHANNEL.`,
      href: '/settings/slack',
    })
  }
}
