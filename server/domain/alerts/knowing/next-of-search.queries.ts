import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { nextTick } from '#server/domain/jobs/cron.ts'
import { isPaused } from '#server/domain/jobs/jobs.service.ts'
import { scheduleOf } from '#server/domain/jobs/schedules.ts'
import { toHours } from '#server/domain/mail/hours.service.ts'
import { notFound } from '#server/errors.ts'
import { FIRM_ZONE } from '../rhythm/hours.words.ts'
import { visibleSearches } from '../searches.policy.ts'
import { nextOfSearch } from './next-of-search.ts'

const JOB = 'send-alerts'

type Hold = { listingIds: string[]; dueAt: Date | null; expiresAt: Date | null }

const earliest = (dates: readonly (Date | null)[]) =>
  dates.flatMap((date) => date ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0]

function waitingOf(holds: readonly Hold[]) {
  const homes = new Set(holds.flatMap(({ listingIds }) => listingIds)).size
  const [dueAt, expiresAt] = [earliest(holds.map((hold) => hold.dueAt)), earliest(holds.map((hold) => hold.expiresAt))]
  return { homes, dueAt, expiresAt }
}

async function readStanding(db: Db, email: string | null) {
  const address = email === null ? null : await db.mailAddress.findUnique({ where: { email } })
  const { timeZone, quiet } = address ? toHours(address) : { timeZone: null, quiet: null }
  const stopped = address?.suppressedAt ? (address.suppressionReason ?? 'manual') : null
  return { timeZone: timeZone ?? FIRM_ZONE, quiet, stopped: email === null ? 'no-address' : stopped }
}

/** When a search writes next, and why then: what waits, its day, its person's night, an agent's word, a pause. */
export async function getNextOfSearch({ db, actor, now }: Context, { searchId }: { searchId: string }) {
  const at = now()
  const search = await db.savedSearch.findFirst({
    where: { AND: [visibleSearches(actor), { id: searchId }] },
    select: {
      ...{ activeYN: true, pausedUntil: true, cadence: true, conciergeYN: true },
      contact: { select: { email: true } },
      holds: { where: { state: 'waiting' }, select: { listingIds: true, dueAt: true, expiresAt: true } },
    },
  })
  if (!search) throw notFound('This alert')
  const { contact, holds, ...rhythm } = search
  const [standing, paused] = await Promise.all([readStanding(db, contact.email), isPaused(db, JOB)])
  const schedule = scheduleOf(JOB)
  // A run at the very moment takes what is due then; the clock leaves that moment out.
  const runAt = (moment: Date) => (schedule ? nextTick(schedule, new Date(moment.getTime() - 1)) : null)
  const due = waitingOf(holds.filter(({ dueAt }) => dueAt !== null))
  const open = waitingOf(holds.filter(({ dueAt }) => dueAt === null))
  return {
    ...nextOfSearch(
      {
        ...rhythm,
        ...standing,
        waiting: due.dueAt ? { homes: due.homes, dueAt: due.dueAt } : null,
        toApprove: open.expiresAt ? { homes: open.homes, expiresAt: open.expiresAt } : null,
      },
      { now: at, nextRun: paused || !schedule ? null : nextTick(schedule, at), runAt },
    ),
    cadence: rhythm.cadence,
  }
}
