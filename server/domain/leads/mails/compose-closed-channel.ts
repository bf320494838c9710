import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import { agentColumns, contentOf } from './lead-mail.parts.ts'
import type { LeadMailView } from './lead-mail.view.ts'

const payloadSchema = z.object({ personId: z.uuid(), channel: z.string(), reason: z.string() })

/** Tells an admin that a channel in Slack takes nothing from us, and what to do. */
export async function composeClosedChannel(tx: Db, mail: QueuedMail): Promise<Composed> {
  const { personId, channel, reason } = payloadSchema.parse(mail.payload)
  const { removedAt, role, office } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { ...agentColumns, role: true },
  })
  if (removedAt) return { suppress: 'person-removed' }
  if (role !== 'owner' && role !== 'admin') return { suppress: 'no-admin-any-more' }
  const view: LeadMailView = {
    subject: `Slack: nothing can be posted in ${channel}`,
    heading: 'A channel in Slack takes nothing from Palmetto',
    lines: [
      'Until this is mended, leads that several may claim are offered to each in a direct message, and alarms go out by the other ways.',
      'Write /invite @Palmetto in the channel, and see that it is not archived. If there is a new channel instead, name it by its id in SLACK_LEADS_CHANNEL or SLACK_ALARMS_CHANNEL.',
    ],
    quote: null,
    facts: [
      { label: 'Channel', value: channel },
      { label: 'Answer', value: reason },
    ],
    home: null,
    buttons: [{ label: 'Look at Slack in Palmetto', href: `${env.APP_URL}/settings/slack` }],
    agent: null,
    afterwards:
      'It is well again as soon as something stands in the channel: run “Slack heartbeat” on Operations to try it at once, or wait for its line of tomorrow morning.',
    firm: env.FIRM_NAME,
    office,
  }
  return {
    send: { ...{ subject: view.subject, ...(await contentOf(view)) }, headers: { 'Auto-Submitted': 'auto-generated' } },
  }
}
