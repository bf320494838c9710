import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import { MISSES_UNTIL_AWAY } from '../availability/availability.words.ts'
import { agentColumns, contentOf } from './lead-mail.parts.ts'
import type { LeadMailView } from './lead-mail.view.ts'

const payloadSchema = z.object({ personId: z.uuid() })

const momentIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(at)

/** Tells somebody that no new leads come to them, why, and how they do again. Not sent once they are back. */
export async function composeSetAway(tx: Db, mail: QueuedMail, now: Date): Promise<Composed> {
  const { personId } = payloadSchema.parse(mail.payload)
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...agentColumns,
      availability: { select: { reason: true, until: true } },
      office: { select: { name: true, postalAddress: true, phone: true, timeZone: true } },
    },
  })
  const { removedAt, availability } = person
  if (removedAt) return { suppress: 'person-removed' }
  const until = availability?.reason === 'missedOffers' ? availability.until : null
  if (!until || until <= now) return { suppress: 'back-again' }
  const { timeZone, ...office } = person.office
  const view: LeadMailView = {
    subject: 'You are set to away: three offers ran out',
    heading: 'No new leads for you until tomorrow',
    lines: [
      `The last ${MISSES_UNTIL_AWAY} leads that were offered to you ran out without a word, so we took you to be away. New leads go to others until ${momentIn(timeZone, until)}; then they come to you again by themselves.`,
      'Your clients and your listings are not touched. Had you passed, nothing would have happened: a pass is an answer.',
    ],
    quote: null,
    facts: [],
    home: null,
    buttons: [{ label: 'I am back', href: `${env.APP_URL}/settings/availability` }],
    agent: null,
    afterwards: 'On that page you can also set the hours in which leads may come to you, and your vacations.',
    firm: env.FIRM_NAME,
    office,
  }
  return {
    send: { ...{ subject: view.subject, ...(await contentOf(view)) }, headers: { 'Auto-Submitted': 'auto-generated' } },
  }
}
