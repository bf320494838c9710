import { render } from '@react-email/render'
import { createElement } from 'react'
import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import { askOnce } from '../consent/ask-once.service.ts'
import { AlertMail } from './alert-mail.tsx'
import { type AlertMailView, subjectOf, textOf } from './alert-mail.view.ts'
import { delayInWords } from './delay.words.ts'
import { holdRecipient } from './hold-recipient.sql.ts'
import { layOut } from './lay-out.ts'
import { type PlannedMatch, readPlannedMail } from './planned-mail.queries.ts'
import { REASONS, type Reader, readerOf } from './reader.ts'
import { copyInWords, introductions, type Read, wayOutOf } from './reader.words.ts'
import { toHomes } from './to-homes.ts'

const payloadSchema = z.object({ runId: z.uuid() })

const LEADS: readonly Reader['as'][] = ['person', 'further', 'copy']
const FIRST_SEND = 'Sent because your agent chose these homes to begin with.'

type Suppressed = Extract<Composed, { suppress: string }>

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

type Planned = NonNullable<Awaited<ReturnType<typeof readPlannedMail>>>
type Line = PlannedMatch & Read

/** The lines that are for this address at this moment; or why none is. */
function readable({ matches, ...planned }: Planned, recipient: string, now: Date): { lines: Line[] } | Suppressed {
  const mail = { ...planned, recipient, contactId: planned.contact.id, now }
  const lines = matches.map((match) => ({ ...match, reader: readerOf(match, mail) }))
  const theirs = lines.filter(({ reader }) => reader.as !== 'nobody')
  if (theirs.length > 0) return { lines: theirs }
  const reasons = lines.map(({ reader }) => (reader.as === 'nobody' ? REASONS.indexOf(reader.because) : -1))
  return { suppress: REASONS[Math.max(...reasons)] ?? 'search-off' }
}

/** The contact, or who was added by the name under which they were; an agent who reads along by their own. */
function nameOf(lines: readonly Read[], contact: Planned['contact']): string {
  const [lead] = lines.toSorted((a, b) => LEADS.indexOf(a.reader.as) - LEADS.indexOf(b.reader.as))
  if (lead?.reader.as === 'further') return lead.reader.name
  if (lead?.reader.as === 'copy') return lead.search.owner?.fullName ?? ''
  return contact.fullName
}

/** Asks the person themselves whether they still want what they ticked; nobody else. */
const askedOnce = (tx: Db, id: string, lines: readonly Line[]) =>
  askOnce(tx, { id, searches: lines.flatMap(({ reader, search }) => (reader.as === 'person' ? [search] : [])) })

const leavingByOneClick = (token: string) => ({
  'List-Unsubscribe': `<${env.APP_URL}/api/unsubscribe/${token}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

/**
 * Composes an alert as things stand at this moment, not as they stood when it was planned: a person who left, a search
 * that was switched off or a home that was sold in between is respected.
 */
export async function composeAlert(tx: Db, mail: QueuedMail, now: Date): Promise<Composed> {
  payloadSchema.parse(mail.payload)
  await holdRecipient(tx, mail)
  const planned = await readPlannedMail(tx, mail.id)
  if (!planned) return { suppress: 'plan-gone' }
  const { address, contact, discarded, toldBefore } = planned
  if (address.suppressedAt) return { suppress: address.suppressionReason ?? 'manual' }

  const awake = readable(planned, mail.recipient, now)
  if ('suppress' in awake) return awake
  const live = awake.lines.filter(({ listing }) => !discarded.has(listing.id))
  const [first] = live
  if (!first) return { suppress: 'home-discarded' }
  const isCopy = live.every(({ reader }) => reader.as === 'copy')
  const homes = toHomes(live, { appUrl: env.APP_URL, token: isCopy ? null : address.token, now })
  if (homes.length === 0) return { suppress: 'home-gone' }
  const allHomesUrl = `${env.APP_URL}/${isCopy ? `mails/${mail.id}` : `preferences/${address.token}/mail?id=${mail.id}`}`

  const happened = live.flatMap(({ kind, event }) => (kind === 'MatchesNow' ? [] : [event.recordedAt.getTime()]))
  const happenedAt = happened.length > 0 ? new Date(Math.min(...happened)) : null
  // Of two contacts with one address the mail is the first one's, as it was planned.
  const { agent } = live.some(({ search }) => search.contact.id === contact.id) ? contact : first.search.contact
  const view: AlertMailView = {
    ...layOut(homes, allHomesUrl),
    firm: env.FIRM_NAME,
    recipientName: nameOf(live, contact).split(' ')[0] ?? '',
    agent: {
      name: agent.fullName,
      title: agent.title,
      phone: agent.phone,
      email: agent.email,
      portraitUrl: `${env.PHOTO_ORIGIN}/people/${slugOf(agent.fullName)}.jpg?w=112`,
    },
    office: agent.office,
    wayOut: wayOutOf(live, env.APP_URL, address.token),
    copyOf: copyInWords(live),
    introductions: [...introductions(live, toldBefore), ...(await askedOnce(tx, mail.id, live))],
    delay: happenedAt ? delayInWords({ delayMs: now.getTime() - happenedAt.getTime(), homes }) : FIRST_SEND,
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
      headers: { 'Auto-Submitted': 'auto-generated', ...(isCopy ? {} : leavingByOneClick(address.token)) },
    },
    // Who was added, and who reads along, has their mail; the timeline is the contact's.
    ...(planned.role === 'person' ? { note: { contactId: contact.id, kind: 'alert.sent', summary: subject } } : {}),
    ...(happenedAt ? { happenedAt } : {}),
  }
}
