import type { Db } from '#server/db.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import type { Card } from '#server/domain/slack/card.schema.ts'
import { linked, plain } from '#server/domain/slack/card.words.ts'
import { queueSlack } from '#server/domain/slack/slack.service.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { env } from '#server/env.ts'
import { spanInWords } from '../offers/offers.words.ts'
import type { LockedChase } from './chase.store.ts'

type Person = { id: string; email: string; fullName: string }
type Telling = { chase: LockedChase; rung: number; person: Person; at: Date; hasSlack: boolean }

const cardOf = (words: string, page: { href: string; label: string }): Card => ({
  text: words,
  parts: [
    { kind: 'text', markdown: words },
    { kind: 'note', markdown: linked(page.href, page.label) },
  ],
})

/** Tells somebody of a lead that nobody works, by mail and in Slack, once a step. Whoever has it is told what comes next. */
export async function tellIdle(tx: Db, { chase, rung, person, at, hasSlack }: Telling): Promise<void> {
  const { id: chaseId, agent, inquiry, startedAt } = chase
  const dedupeKey = `lead-idle:${chaseId}:${rung}`
  const payload = { chaseId, personId: person.id }
  await queueMail(tx, { kind: 'lead-idle', recipient: person.email, dedupeKey, payload })
  if (!hasSlack) return
  const since = spanInWords(at.getTime() - startedAt.getTime())
  const who = plain(inquiry.fullName)
  const words =
    person.id === agent.id
      ? `${who} still waits for you: you have had this lead for ${since}, and nobody has called or written yet.`
      : `${who} still waits: ${plain(agent.fullName)} has had this lead for ${since}, and nobody has called or written yet.`
  const page = { href: `${env.APP_URL}/leads/${inquiry.id}`, label: 'Open the lead' }
  await queueSlack(tx, { key: dedupeKey, personId: person.id, card: cardOf(words, page) })
}

/** Tells whoever had a lead that it was taken back, why, and how they get it again. */
export async function tellTakenBack(tx: Db, { chase, at, hasSlack }: Omit<Telling, 'rung' | 'person'>): Promise<void> {
  const { id: chaseId, agent, startedAt } = chase
  const dedupeKey = `lead-taken-back:${chaseId}`
  await queueMail(tx, { kind: 'lead-taken-back', recipient: agent.email, dedupeKey, payload: { chaseId } })
  if (!hasSlack) return
  const since = spanInWords(at.getTime() - startedAt.getTime())
  const words = `A lead of yours went on to others: for ${since} no call, mail or text stood in Palmetto. You did reach out? Then say so, and it is yours again if nobody has it yet.`
  const page = { href: `${env.APP_URL}/taken-back/${chaseId}`, label: 'I did reach out' }
  await queueSlack(tx, { key: dedupeKey, personId: agent.id, card: cardOf(words, page) })
}

type Fact = { chase: LockedChase; rung: number; words: string; at: Date }

/** Says on the timeline of the person behind the lead what was done. */
export async function tellTimeline(tx: Db, { chase, rung, words, at }: Fact): Promise<void> {
  const { contactId, id: inquiryId } = chase.inquiry
  if (!contactId) return
  const since = spanInWords(at.getTime() - chase.startedAt.getTime())
  const summary = `Nobody has turned to them for ${since}. ${words}`
  const factKey = `chase:${chase.id}:${rung}`
  await recordFacts(tx, [{ contactId, kind: 'lead.chased', summary, refs: { inquiryId }, occurredAt: at, factKey }])
}
