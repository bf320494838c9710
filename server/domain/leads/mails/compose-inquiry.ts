import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Composed, QueuedMail } from '#server/domain/mail/mail.types.ts'
import { env } from '#server/env.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { BECAUSE, BECAUSE_YOURS, type LeadKind } from '../leads.words.ts'
import { timesInWords } from '../times.words.ts'
import { agentCard, agentColumns, contentOf, homeCard, homeColumns, streetOf } from './lead-mail.parts.ts'
import { type LeadMailView, onOneLine, replyTo } from './lead-mail.view.ts'

const payloadSchema = z.object({ inquiryId: z.uuid() })

const columns = {
  ...{ id: true, kind: true, fullName: true, email: true, phone: true, message: true, proposedTimes: true },
  ...{ consentText: true, because: true, isNewPerson: true, contactId: true },
  listing: { select: homeColumns },
  agent: { select: agentColumns },
} satisfies Prisma.InquirySelect
type Asked = Prisma.InquiryGetPayload<{ select: typeof columns }>
type Agent = NonNullable<Asked['agent']>

const firstOf = (name: string) => name.split(' ')[0] ?? name

/** An inquiry with its agent, or why nothing is to be said. */
async function read(tx: Db, mail: QueuedMail): Promise<{ asked: Asked; agent: Agent } | { suppress: string }> {
  const { inquiryId } = payloadSchema.parse(mail.payload)
  const asked = await tx.inquiry.findUnique({ where: { id: inquiryId }, select: columns })
  if (!asked) return { suppress: 'inquiry-gone' }
  if (!asked.agent || asked.agent.removedAt) return { suppress: 'person-removed' }
  return { asked, agent: asked.agent }
}

const SUBJECT: Record<LeadKind, (name: string, home: string) => string> = {
  Question: (name, home) => `${name} asks about ${home}`,
  Showing: (name, home) => `${name} wants to see ${home}`,
  SignUp: (name) => `${name} signed up for alerts`,
  General: (name) => `${name} got in touch`,
}

function whyYou({ because, isNewPerson }: Asked) {
  const reason = BECAUSE.find((each) => each === because)
  const who = isNewPerson ? 'New to us.' : 'Known to us.'
  return reason ? `${who} You get it because ${BECAUSE_YOURS[reason]}.` : who
}

function viewForAgent(asked: Asked, agent: Agent): LeadMailView {
  const { kind, fullName, email, phone, message, listing, contactId, consentText, id } = asked
  const first = firstOf(fullName)
  const page = `${env.APP_URL}/contacts/${contactId}`
  const times = timesInWords(asked.proposedTimes)
  return {
    subject: onOneLine(SUBJECT[kind](fullName, listing ? streetOf(listing, false) : 'a home')),
    heading: onOneLine(SUBJECT[kind](fullName, listing ? streetOf(listing, false) : 'a home')),
    lines: [whyYou(asked)],
    quote: kind === 'SignUp' ? null : message,
    facts: [
      ...(kind === 'SignUp' && message ? [{ label: 'Looks for', value: message }] : []),
      ...(times.length > 0 ? [{ label: 'Could come', value: times.join('; ') }] : []),
      ...(email ? [{ label: 'E-mail', value: email, href: `mailto:${email}` }] : []),
      ...(phone ? [{ label: 'Telephone', value: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` }] : []),
      ...(consentText ? [{ label: 'Ticked', value: consentText }] : []),
    ],
    home: homeCard(listing, { isForPublic: false, href: `${env.APP_URL}/listings/${listing?.id}` }),
    buttons: [
      { label: `Open ${first} in Palmetto`, href: page },
      ...(consentText ? [{ label: 'Make this alert', href: `${page}?inquiry=${id}` }] : []),
    ],
    agent: null,
    afterwards: `Reply to this mail to answer ${first}. Then mark it as answered under Leads.`,
    firm: env.FIRM_NAME,
    office: agent.office,
  }
}

/** Tells the agent at once who came and what they want; a reply goes to the client. */
export async function composeInquiry(tx: Db, mail: QueuedMail): Promise<Composed> {
  const found = await read(tx, mail)
  if ('suppress' in found) return found
  const { asked, agent } = found
  const view = viewForAgent(asked, agent)
  return {
    send: {
      ...{ subject: view.subject, ...(await contentOf(view)) },
      ...(asked.email ? { replyTo: replyTo(asked.fullName, asked.email) } : {}),
      headers: { 'Auto-Submitted': 'auto-generated' },
    },
  }
}

function askedInWords(kind: LeadKind, home: string) {
  if (kind === 'General') return { subject: `Your message to ${env.FIRM_NAME}`, what: 'You got in touch with us' }
  return kind === 'Showing'
    ? { subject: `Your visit to ${home}`, what: `You would like to see ${home}` }
    : { subject: `Your question about ${home}`, what: `You asked about ${home}` }
}

function viewForAsker({ kind, fullName, listing, proposedTimes }: Asked, agent: Agent): LeadMailView {
  const [first, home] = [firstOf(agent.fullName), listing ? streetOf(listing, true) : 'the home']
  const times = timesInWords(proposedTimes)
  const { subject, what } = askedInWords(kind, home)
  return {
    subject: onOneLine(subject),
    heading: `Thank you, ${firstOf(fullName)}`,
    lines: [
      `${what}. ${agent.fullName} has it now, and answers you by mail or telephone.`,
      ...(times.length > 0 ? [`You could come ${times.join('; ')}. ${first} tells you which of them works.`] : []),
    ],
    // Not their own words: whoever types in somebody else's address must not write to them through us.
    quote: null,
    facts: [],
    home: homeCard(listing, {
      isForPublic: true,
      href: `${env.APP_URL}/homes/${encodeURIComponent(listing?.listingKey ?? '')}`,
    }),
    buttons: [],
    agent: agentCard(agent),
    afterwards: `Reply to this mail to reach ${first}. If it was not you who asked, do nothing: you get no other mail.`,
    firm: env.FIRM_NAME,
    office: agent.office,
  }
}

/** Tells who asked that somebody answers: with a face and a number. */
export async function composeReceipt(tx: Db, mail: QueuedMail): Promise<Composed> {
  const found = await read(tx, mail)
  if ('suppress' in found) return found
  const { asked, agent } = found
  const view = viewForAsker(asked, agent)
  return {
    send: {
      ...{ subject: view.subject, ...(await contentOf(view)) },
      replyTo: replyTo(agent.fullName, agent.email),
      headers: { 'Auto-Submitted': 'auto-replied' },
    },
  }
}
