import type { Answer, SlackBot } from '#server/adapters/slack/bot.types.ts'
import type { Db, RootDb } from '#server/db.ts'
import { findReachable } from './reachable.sql.ts'

export type PeopleDeps = { db: RootDb; now: () => Date; bot: SlackBot }

/** Who was found is looked up again after a day: addresses change hands. */
const FRESH_MS = 24 * 3_600_000

type Person = { id: string; email: string }

const nobody = { ok: false, kind: 'nobody', reason: 'Nobody in Slack has their e-mail address.' } as const

async function remember(db: Db, { id, email }: Person, slackUserId: string | null, at: Date): Promise<void> {
  const seen = { slackUserId, email, checkedAt: at, directChannel: null }
  const before = await db.slackPerson.findUnique({ where: { personId: id }, select: { missingSince: true } })
  const missingSince = slackUserId ? null : (before?.missingSince ?? at)
  await db.slackPerson.upsert({
    where: { personId: id },
    create: { personId: id, ...seen, missingSince },
    update: { ...seen, missingSince },
  })
}

/** Asks Slack who has this person's e-mail, and remembers it, also that nobody does. */
export async function lookUpPerson({ db, now, bot }: PeopleDeps, person: Person): Promise<Answer<{ userId: string }>> {
  const found = await bot.lookupByEmail(person.email.toLowerCase())
  if (found.ok) await remember(db, person, found.value.userId, now())
  else if (found.kind === 'nobody') await remember(db, person, null, now())
  return found.ok || found.kind !== 'nobody' ? found : nobody
}

/** Where somebody is written to; `isRemembered`: Slack was not asked this time, so it may be so no more. */
export type Reached = { channel: string; isRemembered: boolean }

async function openFor({ db, bot }: PeopleDeps, personId: string, userId: string): Promise<Answer<Reached>> {
  const opened = await bot.openDm(userId)
  if (!opened.ok) return opened
  const { channel } = opened.value
  await db.slackPerson.updateMany({ where: { personId, slackUserId: userId }, data: { directChannel: channel } })
  return { ok: true, value: { channel, isRemembered: false } }
}

/** The direct message with somebody, opened. Whoever is not known, or no longer there, is looked up. */
export async function reachPerson(deps: PeopleDeps, personId: string): Promise<Answer<Reached>> {
  const { db, now } = deps
  const person = await findReachable(db, personId)
  if (!person) return { ok: false, kind: 'refused', reason: 'They no longer work here.' }
  const { slackUserId, knownEmail, checkedAt, directChannel } = person
  const isFresh = knownEmail === person.email && checkedAt !== null && now().getTime() - checkedAt.getTime() < FRESH_MS
  if (isFresh && directChannel) return { ok: true, value: { channel: directChannel, isRemembered: true } }
  if (isFresh && slackUserId) {
    const opened = await openFor(deps, personId, slackUserId)
    if (opened.ok || opened.kind !== 'nobody') return opened
  }
  const found = await lookUpPerson(deps, person)
  return found.ok ? openFor(deps, personId, found.value.userId) : found
}

/** What we remember of where somebody is written to is wrong: the next time Slack is asked. */
export const forgetDirect = (db: Db, personId: string) =>
  db.slackPerson.updateMany({ where: { personId }, data: { directChannel: null } })

/**
 * Who of us a Slack user is: by what we know, or by the e-mail in their profile. Null for somebody who does not work
 * here (any more). Only the e-mail makes the tie: what a request says of its sender's name means nothing.
 */
export async function personOfSlackUser(deps: PeopleDeps, userId: string): Promise<Answer<string | null>> {
  const { db, now, bot } = deps
  const fresh = new Date(now().getTime() - FRESH_MS)
  const known = await db.slackPerson.findFirst({
    where: { slackUserId: userId, checkedAt: { gt: fresh }, person: { removedAt: null } },
    select: { email: true, person: { select: { id: true, email: true } } },
  })
  if (known && known.email === known.person.email) return { ok: true, value: known.person.id }
  const profile = await bot.emailOf(userId)
  if (!profile.ok) return profile.kind === 'nobody' ? { ok: true, value: null } : profile
  const { email } = profile.value
  const person = email
    ? await db.person.findFirst({ where: { email, removedAt: null }, select: { id: true, email: true } })
    : null
  if (person) await remember(db, person, userId, now())
  return { ok: true, value: person?.id ?? null }
}
