import { z } from 'zod'
import type { Db } from '#server/db.ts'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import { summariseCriteria } from '#server/domain/alerts/searches.words.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import { secretOf } from '../signups/signups.service.ts'
import { findFallback } from '../taking-in/routing-facts.queries.ts'
import { agentColumns, contentOf } from './lead-mail.parts.ts'
import type { LeadMailView } from './lead-mail.view.ts'

const payloadSchema = z.object({ signUpId: z.uuid() })

/** The one question to an address before anything else is written to it. What the outbox keeps has a dead link. */
export async function composeSignUp(tx: Db, mail: QueuedMail, now: Date): Promise<Composed> {
  const { signUpId } = payloadSchema.parse(mail.payload)
  const signUp = await tx.signUp.findUnique({ where: { id: signUpId } })
  if (!signUp || signUp.confirmedAt || signUp.expiresAt <= now) return { suppress: 'link-over' }
  const { agentId } = await findFallback(tx)
  const { office } = await tx.person.findUniqueOrThrow({ where: { id: agentId }, select: agentColumns })
  const summary = summariseCriteria(criteriaSchema.parse(signUp.criteria))
  const viewWith = (secret: string): LeadMailView => ({
    subject: 'Do you want these homes by mail?',
    heading: 'One tap, and we look for you',
    lines: ['Somebody, you we hope, asked us to mail this address when there are homes like these:'],
    quote: summary,
    facts: [],
    home: null,
    buttons: [{ label: 'Yes, mail me these homes', href: `${env.APP_URL}/sign-up/${secret}` }],
    agent: null,
    afterwards: 'The link is good for two days. If it was not you, do nothing: you get no other mail from us.',
    firm: env.FIRM_NAME,
    office,
  })
  const view = viewWith(secretOf(signUpId))
  return {
    send: {
      ...{ subject: view.subject, ...(await contentOf(view)) },
      headers: { 'Auto-Submitted': 'auto-generated' },
      kept: await contentOf(viewWith('used-or-hidden')),
    },
  }
}
