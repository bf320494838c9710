import type { Context } from '#server/context.ts'
import type { Card } from '#server/domain/slack/card.schema.ts'
import { clockTime } from '#server/domain/slack/card.words.ts'
import { asCard } from '#server/domain/slack/inbox/inbox.words.ts'
import { setAvailable, setAway } from '../availability/availability.service.ts'
import { clockIn } from '../offers/offers.words.ts'
import { readAway } from './away.words.ts'

const HOW =
  'Write `/unavailable 2h`, `/unavailable until 3pm`, `/unavailable tomorrow`, or `/unavailable` until you are back.'

/** "/available": new leads may come. */
export async function comeBack(ctx: Context): Promise<Card> {
  await setAvailable(ctx)
  return asCard('You are available: new leads may come to you.')
}

/** "/unavailable 2h": no new leads until then, on the clock of one's office. */
export async function goAway(ctx: Context, text: string): Promise<Card> {
  const { db, actor, now } = ctx
  const { timeZone } = await db.office.findUniqueOrThrow({
    where: { id: actor.officeId },
    select: { timeZone: true },
  })
  const until = readAway(text, timeZone, now())
  if (until === undefined) return asCard(HOW)
  await setAway(ctx, { until })
  const words = until ? `until ${clockTime(until, clockIn(timeZone, until))}` : 'until you write `/available`'
  return asCard(`You are away ${words}. No new leads come to you; your clients and your listings still do.`)
}
