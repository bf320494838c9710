import type { Answer, SlackBot } from '#server/adapters/slack/bot.types.ts'
import type { Db, RootDb } from '#server/db.ts'

export type PeopleDeps = { db: RootDb; now: () => Date; bot: SlackBot }

/** Who was found is looked up again after a day: addresses change hands. */
const FRESH_MS = 24 * 3_600_000

type Person = { id: string; email: string }

const nobody = { ok: false, kind: 'nobody', reason: 'Nobody in Slack has their e-mail address.' } as const

async function remember(db: Db, { id, email }: Person, slackUserId: string | null, at: Date): Promise<void> {
  const seen = { slackUserId, email, checkedAt: at }
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

async function findKnown(db: Db, person: Person, at: Date): Promise<string | null> {
  const known = await db.slackPerson.findUnique({ where: { personId: person.id } })
  const isFresh = known && known.email === person.email && at.getTime() - known.checkedAt.getTime() < FRESH_MS
  return isFresh ? known.slackUserId : null
}

/** The direct message with somebody, opened. Whoever is not known, or no longer there, is looked up. */
export async function reachPerson(deps: PeopleDeps, personId: string): Promise<Answer<{ channel: string }>> {
  const { db, now, bot } = deps
  const person = await db.person.findFirst({
    where: { id: personId, removedAt: null },
    select: { id: true, email: true },
  })
  if (!person) return { ok: false, kind: 'refused', reason: 'They no longer work here.' }
  const known = await findKnown(db, person, now())
  if (known) {
    const opened = await bot.openDm(known)
    if (opened.ok || opened.kind !== 'nobody') return opened
  }
  const found = await lookUpPerson(deps, person)
  return found.ok ? bot.openDm(found.value.userId) : found
}

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
