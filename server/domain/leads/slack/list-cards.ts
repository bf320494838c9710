import type { Context } from '#server/context.ts'
import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'
import { listWeek } from '#server/domain/calendar/appointments/appointments.queries.ts'
import { listDay } from '#server/domain/calendar/tasks/tasks.queries.ts'
import { listContacts } from '#server/domain/contacts/contacts.queries.ts'
import type { Card, CardPart } from '#server/domain/slack/card.schema.ts'
import { clockTime, linked, plain } from '#server/domain/slack/card.words.ts'
import { env } from '#server/env.ts'
import { listLeads } from '../inbox/leads.queries.ts'
import { KIND_SAID } from '../leads.words.ts'
import { listOffers } from '../offers/my-offers.service.ts'
import { clockIn } from '../offers/offers.words.ts'
import { listPonds } from '../offers/ponds.queries.ts'
import type { OfferAction } from './offer-card.words.ts'

/** What one looks through in Slack before one would rather open Palmetto. */
const SHOWN = 10

const at = (moment: Date) => clockTime(moment, clockIn(FIRM_ZONE, moment))
const page = (path: string, words: string) => linked(`${env.APP_URL}${path}`, words)
const listed = (lines: string[], none: string): CardPart => ({
  kind: 'text',
  markdown: lines.length === 0 ? none : lines.join('\n').slice(0, 3_000),
})
const titled = (title: string, parts: CardPart[]): Card => ({
  text: title,
  parts: [{ kind: 'title', text: title }, ...parts],
})

async function offerParts(ctx: Context): Promise<CardPart[]> {
  const offers = await listOffers(ctx)
  return offers.slice(0, SHOWN).flatMap((offer): CardPart[] => [
    { kind: 'text', markdown: `*${plain(offer.headline)}*, yours until ${at(offer.expiresAt)}` },
    {
      ...{ kind: 'actions', choices: [] },
      buttons: [{ label: 'Accept', action: 'offer.accept' satisfies OfferAction, value: offer.id, tone: 'primary' }],
    },
  ])
}

async function leadLines(ctx: Context): Promise<string[]> {
  const { items } = await listLeads(ctx, { state: 'open', cursor: null })
  const mine = items.filter(({ agent }) => agent?.id === (ctx.actor.assistsId ?? ctx.actor.personId))
  return mine.slice(0, SHOWN).map(({ contact, fullName, kind, receivedAt }) => {
    const who = contact ? page(`/contacts/${contact.id}`, fullName) : plain(fullName)
    return `• ${who}: ${KIND_SAID[kind]}, ${at(receivedAt)}`
  })
}

/** My open offers, each to be taken with a press, and my open leads. */
export async function myLeadsCard(ctx: Context): Promise<Card> {
  const [offers, leads] = await Promise.all([offerParts(ctx), leadLines(ctx)])
  return titled('Your leads', [
    ...(offers.length === 0 ? [listed([], 'No lead is held out to you right now.')] : offers),
    { kind: 'rule' },
    listed(leads, 'None of your leads waits for you.'),
    { kind: 'note', markdown: page('/leads', 'All leads in Palmetto') },
  ])
}

/** Contacts that one may see, by a part of the name or a whole e-mail address. */
export async function contactsCard(ctx: Context, words: string): Promise<Card> {
  const { items, count } = await listContacts(ctx, { q: words, cursor: null })
  const lines = items.slice(0, SHOWN).map(({ id, fullName, stage, phone }) => {
    const reach = phone ? `, ${plain(phone)}` : ''
    return `• ${page(`/contacts/${id}`, fullName)} (${stage})${reach}`
  })
  const more: CardPart[] = (count ?? 0) > SHOWN ? [{ kind: 'note', markdown: `The first ${SHOWN} of ${count}.` }] : []
  return titled(`Contacts: ${words}`.slice(0, 150), [
    listed(lines, `You have no contact called “${plain(words)}”. Try a part of the name, or the whole e-mail address.`),
    ...more,
  ])
}

/** What is to do today, and whom one meets. */
export async function todayCard(ctx: Context): Promise<Card> {
  const [{ today, open }, week] = await Promise.all([
    listDay(ctx, { who: 'me' }),
    listWeek(ctx, { who: 'me', days: 1 }),
  ])
  const due = open.filter(({ dueOn }) => dueOn !== null && dueOn <= today)
  const tasks = due.slice(0, SHOWN).map(({ title, dueOn, dueAt }) => {
    const when = dueAt ? at(dueAt) : dueOn === today ? 'today' : `since ${dueOn}`
    return `• ${plain(title)} (${when})`
  })
  const visits = week.items.slice(0, SHOWN).map(({ title, startsAt }) => `• ${at(startsAt)}: ${plain(title)}`)
  return titled('Today', [
    listed(visits, 'No appointment today.'),
    { kind: 'rule' },
    listed(tasks, 'Nothing is due today.'),
    { kind: 'note', markdown: page('/calendar', 'Your calendar in Palmetto') },
  ])
}

export const POND_ACTION = 'pond.take'

/** What lies in the ponds that one may fish in, each to be taken with a press. */
export async function pondsCard(ctx: Context): Promise<Card> {
  const ponds = await listPonds(ctx)
  const leads = ponds.flatMap(({ name, leads: inside }) => inside.map((lead) => ({ ...lead, name }))).slice(0, SHOWN)
  const parts = leads.flatMap(({ id, headline, since, name }): CardPart[] => [
    { kind: 'text', markdown: `*${plain(headline)}*\n${plain(name)}, since ${at(since)}` },
    { kind: 'actions', choices: [], buttons: [{ label: 'Take it', action: POND_ACTION, value: id }] },
  ])
  return titled('Ponds', parts.length === 0 ? [listed([], 'Nothing lies in a pond of yours.')] : parts)
}
