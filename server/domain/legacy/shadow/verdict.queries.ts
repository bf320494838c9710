import type { Db } from '#server/db.ts'
import { daysUntil } from './days.sql.ts'
import { VERDICT_DAYS } from './shadow.words.ts'
import { type VerdictDay, verdictInWords } from './verdict.words.ts'

/** The last seven whole days of the house, the oldest first; a day that was never compared is there, and not complete. */
export async function verdictDays(db: Db, now: Date): Promise<VerdictDay[]> {
  const days = (await daysUntil(db, now, VERDICT_DAYS + 1)).slice(0, -1)
  const rows = await db.legacyShadowDay.findMany({
    where: { day: { in: days.map((day) => new Date(`${day}T00:00:00Z`)) } },
    select: { day: true, state: true, unexplained: true },
  })
  return days.map((name) => {
    const day = new Date(`${name}T00:00:00Z`)
    const row = rows.find((one) => one.day.getTime() === day.getTime())
    return { day, isComplete: row?.state === 'complete', unexplained: row?.unexplained ?? 0 }
  })
}

/**
 * Whether alerts may move to Palmetto, as far as both engines agree: seven whole days, each of them compared to its end, and
 * no difference left that nobody can explain. What the switch asks.
 */
export async function shadowVerdict(db: Db, now: Date) {
  const days = await verdictDays(db, now)
  const unexplained = days.reduce((sum, day) => sum + day.unexplained, 0)
  const compared = days.filter(({ isComplete }) => isComplete).length
  const isProven = compared === VERDICT_DAYS && unexplained === 0
  return { isProven, compared, unexplained, days, words: verdictInWords(days) }
}
