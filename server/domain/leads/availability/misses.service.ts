import type { Db } from '#server/db.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import { AWAY_AFTER_MISSES_HOURS, MISSES_UNTIL_AWAY } from './availability.words.ts'
import { countMissesInRow } from './misses.sql.ts'

const HOUR_MS = 3_600_000
type Miss = { personId: string; offerId: string; at: Date }

/** Somebody is there unless they, or their office, have said that they are not. */
async function isThere(tx: Db, personId: string, at: Date) {
  const own = await tx.agentAvailability.findUnique({ where: { personId }, select: { status: true, until: true } })
  return !own || own.status === 'available' || (own.until !== null && own.until <= at)
}

/**
 * An offer to somebody alone has run out without a word. After some of them in a row they are taken to be away for a day,
 * and told so by mail, with the way back: no lead waits for whoever does not look. To pass never counts.
 */
export async function recordMiss(tx: Db, { personId, offerId, at }: Miss): Promise<{ isAway: boolean }> {
  const misses = await countMissesInRow(tx, personId, MISSES_UNTIL_AWAY)
  if (misses < MISSES_UNTIL_AWAY || !(await isThere(tx, personId, at))) return { isAway: false }
  const until = new Date(at.getTime() + AWAY_AFTER_MISSES_HOURS * HOUR_MS)
  const away = { status: 'away', reason: 'missedOffers', until, changedAt: at } as const
  await tx.agentAvailability.upsert({ where: { personId }, create: { personId, ...away }, update: away })
  const { email } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } })
  const dedupeKey = `set-away:${personId}:${offerId}`
  await queueMail(tx, { kind: 'set-away', recipient: email, dedupeKey, payload: { personId } })
  return { isAway: true }
}
