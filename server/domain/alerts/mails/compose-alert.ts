import { render } from '@react-email/render'
import { createElement } from 'react'
import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import { AlertMail } from './alert-mail.tsx'
import { type AlertMailView, subjectOf, textOf } from './alert-mail.view.ts'
import { delayInWords } from './delay.words.ts'
import { holdRecipient } from './hold-recipient.sql.ts'
import { readPlannedMail } from './planned-mail.queries.ts'
import { toHomes } from './to-homes.ts'

/** Homes with a photo and a card; what comes after them gets one line each. */
const CARDS = 12

const payloadSchema = z.object({ runId: z.uuid() })

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/**
 * Composes an alert as things stand at this moment, not as they stood when it was planned: a person who left, a search
 * that was switched off or a home that was sold in between is respected.
 */
export async function composeAlert(tx: Db, mail: QueuedMail, now: Date): Promise<Composed> {
  payloadSchema.parse(mail.payload)
  await holdRecipient(tx, mail)
  const planned = await readPlannedMail(tx, mail.id)
  if (!planned) return { suppress: 'plan-gone' }
  const { address, contact, discarded, matches } = planned
  if (address.suppressedAt) return { suppress: address.suppressionReason ?? 'manual' }
  if (contact.removedAt) return { suppress: 'contact-removed' }

  const on = matches.filter(({ search }) => search.activeYN && search.removedAt === null)
  if (on.length === 0) return { suppress: 'search-off' }
  const awake = on.filter(({ search: { pausedUntil } }) => !pausedUntil || pausedUntil <= now)
  if (awake.length === 0) return { suppress: 'search-paused' }
  const live = awake.filter(({ listing }) => !discarded.has(listing.id))
  if (live.length === 0) return { suppress: 'home-discarded' }
  const homes = toHomes(live, { appUrl: env.APP_URL, token: address.token, now })
  if (homes.length === 0) return { suppress: 'home-gone' }

  const happenedAt = new Date(Math.min(...live.map(({ event }) => event.recordedAt.getTime())))
  const { agent } = contact
  const preferencesUrl = `${env.APP_URL}/preferences/${address.token}?show=searches`
  const view: AlertMailView = {
    homes: homes.slice(0, CARDS),
    more: homes.slice(CARDS),
    firm: env.FIRM_NAME,
    recipientName: contact.fullName.split(' ')[0] ?? contact.fullName,
    agent: {
      name: agent.fullName,
      title: agent.title,
      phone: agent.phone,
      email: agent.email,
      portraitUrl: `${env.PHOTO_ORIGIN}/people/${slugOf(agent.fullName)}.jpg?w=112`,
    },
    office: agent.office,
    preferencesUrl,
    delay: delayInWords({ delayMs: now.getTime() - happenedAt.getTime(), homes }),
  }
  const subject = subjectOf(view)
  const [html, text] = [await render(createElement(AlertMail, { view })), textOf(view)]
  const withoutKey = (content: string) => content.replaceAll(address.token, 'used-or-hidden')
  return {
    send: {
      ...{ subject, html, text },
      // The link opens what this person thinks of homes, and speaks for them: the copy that we keep has a dead one.
      kept: { html: withoutKey(html), text: withoutKey(text) },
      replyTo: `"${agent.fullName.replace(/["\\\r\n]/g, '')}" <${agent.email}>`,
      headers: {
        'List-Unsubscribe': `<${env.APP_URL}/api/unsubscribe/${address.token}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
      },
    },
    note: { contactId: contact.id, kind: 'alert.sent', summary: subject },
    happenedAt,
  }
}
