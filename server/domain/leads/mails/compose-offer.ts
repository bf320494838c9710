import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import { readOffer } from '../offers/offer-view.queries.ts'
import { clockIn } from '../offers/offers.words.ts'
import { agentColumns, contentOf } from './lead-mail.parts.ts'
import type { LeadMailView } from './lead-mail.view.ts'

const payloadSchema = z.object({ offerId: z.uuid(), personId: z.uuid(), time: z.number().int() })

/** Offers a lead to somebody: what is wanted and until when, and nothing of who wants it. */
export async function composeOffer(tx: Db, mail: QueuedMail): Promise<Composed> {
  const { offerId, personId, time } = payloadSchema.parse(mail.payload)
  const offer = await readOffer(tx, { offerId, personId })
  if (!offer || offer.endedAt || offer.mine.passedAt) return { suppress: 'offer-over' }
  const agent = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { ...agentColumns, office: { select: { name: true, postalAddress: true, phone: true, timeZone: true } } },
  })
  if (agent.removedAt) return { suppress: 'person-removed' }
  const { timeZone, ...office } = agent.office
  const until = clockIn(timeZone, offer.expiresAt)
  const view: LeadMailView = {
    subject: time === 0 ? `${offer.headline}. Yours until ${until}?` : `Still yours until ${until}: ${offer.headline}`,
    heading: offer.headline,
    lines: [
      offer.kind === 'direct'
        ? `This lead is held for you until ${until}. After that the next one is asked.`
        : `Several of you are asked. Whoever takes it first has it; at ${until} it goes on.`,
    ],
    quote: null,
    facts: offer.lines,
    home: null,
    buttons: [{ label: 'Look and take it', href: `${env.APP_URL}/offers/${offerId}?via=mail` }],
    agent: null,
    afterwards:
      'Who it is and how to reach them you read as soon as you have taken it. If you can not, pass: that counts as an answer.',
    firm: env.FIRM_NAME,
    office,
  }
  return {
    send: { ...{ subject: view.subject, ...(await contentOf(view)) }, headers: { 'Auto-Submitted': 'auto-generated' } },
  }
}
