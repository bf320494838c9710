import type { Actor, Context } from '#server/context.ts'
import { env } from '#server/env.ts'
import { countWeeks, findFirstMonday, rankSearches } from './performance.sql.ts'

const WEEKS = 12
/** Whoever sees an office or the firm: each mail of it is looked at, and a quarter of a year of them takes too long. */
const WEEKS_OF_MANY_BOOKS = 4
const weeksOf = ({ role }: Actor) =>
  role === 'owner' || role === 'admin' || role === 'manager' ? WEEKS_OF_MANY_BOOKS : WEEKS
/** With fewer mails a share says nothing. */
const LEAST_MAILS = 5
const EACH_SIDE = 8

/** How alerts fare with the people that the actor may see: week by week, and the searches that do best and worst. */
export async function getPerformance({ db, actor, now }: Context) {
  const at = now()
  const from = await findFirstMonday(db, { now: at, weeks: weeksOf(actor) })
  const [weeks, ranked] = await Promise.all([
    countWeeks(db, actor, { from, now: at }),
    rankSearches(db, actor, { from, least: LEAST_MAILS, take: EACH_SIDE }),
  ])
  const isConnected = env.MAILGUN_API_KEY !== undefined && env.MAILGUN_SIGNING_KEY !== undefined
  return {
    /** Whether anybody tells us what became of a mail after it had left, or did: clicks of then are counted, and shown. */
    isTold: isConnected || weeks.some(({ delivered }) => delivered > 0),
    leastMails: LEAST_MAILS,
    weeks,
    judged: ranked[0]?.judged ?? 0,
    best: ranked.filter(({ side }) => side === 'best'),
    worst: ranked.filter(({ side }) => side === 'worst'),
  }
}
