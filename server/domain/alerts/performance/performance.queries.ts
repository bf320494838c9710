import type { Actor, Context } from '#server/context.ts'
import { env } from '#server/env.ts'
import { findLooks, findQuestions } from './led-to.sql.ts'
import type { LedToInput, PerformanceInput } from './performance.schema.ts'
import { countWeeks, findFirstMonday, rankSearches } from './performance.sql.ts'
import { readWeeks } from './weeks.sql.ts'

/** Counted when they are asked for, so that a click of a minute ago is there; what is older is counted each night. */
const WEEKS = 12
/** Whoever sees an office or the firm: each mail of it is looked at, and a quarter of a year of them takes too long. */
const WEEKS_OF_MANY_BOOKS = 4
const freshWeeksOf = ({ role }: Actor) =>
  role === 'owner' || role === 'admin' || role === 'manager' ? WEEKS_OF_MANY_BOOKS : WEEKS
/** With fewer mails a share says nothing. */
const LEAST_MAILS = 5
const EACH_SIDE = 8

/**
 * How alerts fare with the people that the actor may see: week by week, and the searches that do best and worst in the
 * weeks that are counted at once. Weeks before those stand with the agent and office their people had when they were
 * counted; weeks that no night has counted yet are not there.
 */
export async function getPerformance({ db, actor, now }: Context, { weeks: span }: PerformanceInput) {
  const at = now()
  const fresh = freshWeeksOf(actor)
  const from = await findFirstMonday(db, { now: at, weeks: fresh })
  const [recent, ranked, older] = await Promise.all([
    countWeeks(db, actor, { from, now: at }),
    rankSearches(db, actor, { from, least: LEAST_MAILS, take: EACH_SIDE }),
    span === undefined || span <= fresh
      ? []
      : readWeeks(db, actor, { from: await findFirstMonday(db, { now: at, weeks: span }), to: from }),
  ])
  const weeks = [...older, ...recent]
  const isConnected = env.MAILGUN_API_KEY !== undefined && env.MAILGUN_SIGNING_KEY !== undefined
  return {
    /** Whether anybody tells us what became of a mail after it had left, or did: clicks of then are counted, and shown. */
    isTold: isConnected || weeks.some(({ delivered }) => delivered > 0),
    leastMails: LEAST_MAILS,
    weeks,
    /** The last of them, which are counted as one looks, and by which searches are compared. */
    freshWeeks: fresh,
    judged: ranked[0]?.judged ?? 0,
    best: ranked.filter(({ side }) => side === 'best'),
    worst: ranked.filter(({ side }) => side === 'worst'),
  }
}

/** The looks, or the questions, behind the figures of the weeks that are counted at once: the latest 25. */
export async function listLedTo({ db, actor, now }: Context, { what }: LedToInput) {
  const from = await findFirstMonday(db, { now: now(), weeks: freshWeeksOf(actor) })
  return what === 'looks' ? findLooks(db, actor, from) : findQuestions(db, actor, from)
}
