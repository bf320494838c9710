import type { Context } from '#server/context.ts'
import type { Card } from '#server/domain/slack/card.schema.ts'
import { clockTime } from '#server/domain/slack/card.words.ts'
import { asCard } from '#server/domain/slack/inbox/inbox.words.ts'
import { DomainError } from '#server/errors.ts'
import { readAway } from './away.words.ts'
import { clockIn } from './offer-card.words.ts'

type Standing = { status: 'available' | 'away'; until: Date | null }

/** Says of oneself whether new leads may come. What the office has said stays as it is. */
async function say({ db, actor, now }: Context, { status, until }: Standing): Promise<void> {
  const personId = actor.assistsId ?? actor.personId
  const own = await db.agentAvailability.findUnique({ where: { personId } })
  if (own?.status === 'paused' && own.reason === 'office') {
    throw new DomainError('FORBIDDEN', 'Your office gives you no new leads for now. Talk to your manager.')
  }
  const standing = { status, until, reason: 'own', changedAt: now() } as const
  await db.agentAvailability.upsert({ where: { personId }, create: { personId, ...standing }, update: standing })
}

export async function setBack(ctx: Context): Promise<Card> {
  await say(ctx, { status: 'available', until: null })
  return asCard('You are available: new leads may come to you.')
}

const WORDS = 'Write `/away 2h`, `/away until 3pm`, `/away tomorrow`, or `/away` until you are back.'

export async function setGone(ctx: Context, text: string): Promise<Card> {
  const { timeZone } = await ctx.db.office.findUniqueOrThrow({
    where: { id: ctx.actor.officeId },
    select: { timeZone: true },
  })
  const until = readAway(text, timeZone, ctx.now())
  if (until === undefined) return asCard(WORDS)
  await say(ctx, { status: 'away', until })
  const words = until ? `until ${clockTime(until, clockIn(timeZone, until))}` : 'until you write `/available`'
  return asCard(`You are away ${words}. No new leads come to you; your clients and your listings still do.`)
}
