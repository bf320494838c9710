import type { Answer, Posted } from '#server/adapters/slack/bot.types.ts'
import type { Db, RootDb } from '#server/db.ts'
import { isIncidentOpen, raiseIncident, resolveIncident } from '#server/domain/jobs/incidents.service.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'

const causeOf = (channel: string) => `slack-channel-closed:${channel}`

/** Nothing could be posted in it the last time. */
export const isClosed = (db: Db, channel: string) => isIncidentOpen(db, causeOf(channel))

type Closed = { incidentId: string; channel: string; reason: string }

/** Once an incident: alarms go where they are set up to go, and a channel is mended by whoever runs this. */
async function mailAdmins(tx: Db, { incidentId, channel, reason }: Closed): Promise<void> {
  const admins = await tx.person.findMany({
    where: { role: { in: ['owner', 'admin'] }, removedAt: null },
    select: { id: true, email: true },
    orderBy: { id: 'asc' },
  })
  for (const { id: personId, email } of admins) {
    const dedupeKey = `slack-channel:${incidentId}:${personId}`
    const payload = { personId, channel, reason }
    await queueMail(tx, { kind: 'slack-channel', recipient: email, dedupeKey, payload })
  }
}

/**
 * After each post in a channel: one that takes none (archived, the bot is not in it, not there) is an incident that names
 * it and says what to do, until the next post stands there. That Slack is slow or down says nothing about a channel.
 */
export async function noteChannel(db: RootDb, channel: string, answer: Answer<Posted>): Promise<void> {
  if (answer.ok) await resolveIncident(db, causeOf(channel))
  if (answer.ok || answer.kind !== 'closed') return
  const { reason } = answer
  await db.$transaction(async (tx) => {
    const { id: incidentId, opened } = await raiseIncident(tx, {
      causeKey: causeOf(channel),
      title: `Nothing can be posted in ${channel} in Slack`,
      detail: `${reason} Invite the bot to the channel and see that it is not archived, or name another one in SLACK_LEADS_CHANNEL or SLACK_ALARMS_CHANNEL.`,
      href: '/settings/slack',
    })
    if (opened) await mailAdmins(tx, { incidentId, channel, reason })
  })
}
