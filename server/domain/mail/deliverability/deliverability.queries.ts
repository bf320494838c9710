import type { Context } from '#server/context.ts'
import { env } from '#server/env.ts'
import { countHeldAlerts, findBrake, tallyWindow } from '../brake/brake.queries.ts'
import { countMailDays, measureDelay } from './deliverability.figures.ts'

const DAYS = 30
const DAY_MS = 86_400_000

const findLastRelease = (db: Context['db']) =>
  db.mailBrake.findFirst({
    where: { releasedAt: { not: null } },
    select: { pulledAt: true, releasedAt: true, reason: true, releasedById: true },
    orderBy: { releasedAt: 'desc' },
  })

/** How mails fare: what left and what was heard of it, how long alerts take, and whether they are stopped. */
export async function getDeliverability({ db, now }: Context) {
  const at = now()
  const [brake, days, lastDay, lastWeek, window, lastRelease] = await Promise.all([
    findBrake(db),
    countMailDays(db, { now: at, days: DAYS }),
    measureDelay(db, new Date(at.getTime() - DAY_MS)),
    measureDelay(db, new Date(at.getTime() - 7 * DAY_MS)),
    tallyWindow(db, at),
    findLastRelease(db),
  ])
  const releasedBy = lastRelease?.releasedById
    ? await db.person.findUnique({ where: { id: lastRelease.releasedById }, select: { fullName: true } })
    : null
  return {
    provider: env.MAILGUN_API_KEY ? ('mailgun' as const) : ('smtp' as const),
    /** Whether anybody tells us what became of a mail after it had left. */
    isTold: env.MAILGUN_API_KEY !== undefined && env.MAILGUN_SIGNING_KEY !== undefined,
    brake: brake ? { ...brake, waiting: await countHeldAlerts(db) } : null,
    lastRelease: lastRelease?.releasedAt
      ? { ...lastRelease, releasedAt: lastRelease.releasedAt, by: releasedBy?.fullName ?? 'somebody who has left' }
      : null,
    ...{ days, window, delay: { lastDay, lastWeek } },
  }
}

/** For everybody who works with alerts: since when they are stopped, and why; null while they leave. */
export const getStandstill = ({ db }: Context) => findBrake(db)
