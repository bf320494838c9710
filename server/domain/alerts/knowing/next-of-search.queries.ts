import type { Db } from '#server/db.ts'
import { nextTick } from '#server/domain/jobs/cron.ts'
import { isPaused } from '#server/domain/jobs/jobs.service.ts'
import { scheduleOf } from '#server/domain/jobs/schedules.ts'
import { toHours } from '#server/domain/mail/hours.service.ts'
import { FIRM_ZONE } from '../rhythm/hours.words.ts'
import type { Cadence } from '../rhythm/rhythm.words.ts'
import { type NextOfSearch, nextOfSearch } from './next-of-search.ts'

const JOB = 'send-alerts'

type Hold = { listingIds: string[]; dueAt: Date | null; expiresAt: Date | null }
/** A search as far as its next mail goes. */
type Asked = {
  id: string
  activeYN: boolean
  pausedUntil: Date | null
  cadence: Cadence
  conciergeYN: boolean
  contact: { email: string | null }
}

const earliest = (dates: readonly (Date | null)[]) =>
  dates.flatMap((date) => date ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0]

/** What waits for its time, and what for an agent's word. */
function waitingOf(holds: readonly Hold[]) {
  const timed = holds.filter(({ dueAt }) => dueAt !== null)
  const open = holds.filter(({ dueAt }) => dueAt === null)
  const homesIn = (some: readonly Hold[]) => new Set(some.flatMap(({ listingIds }) => listingIds)).size
  const dueAt = earliest(timed.map((hold) => hold.dueAt))
  const expiresAt = earliest(open.map((hold) => hold.expiresAt))
  return {
    waiting: dueAt ? { homes: homesIn(timed), dueAt } : null,
    toApprove: expiresAt ? { homes: homesIn(open), expiresAt } : null,
  }
}

const ANY_HOUR = { timeZone: null, quiet: null }

/** When each of these searches writes next, and why then: three statements, however many they are. */
export async function readNextOf(db: Db, searches: readonly Asked[], now: Date): Promise<Map<string, NextOfSearch>> {
  const emails = [...new Set(searches.flatMap(({ contact }) => contact.email?.toLowerCase() ?? []))]
  const [holds, addresses, paused] = await Promise.all([
    db.alertHold.findMany({
      // What others on the search wait for is theirs.
      where: { state: 'waiting', recipient: null, searchId: { in: searches.map(({ id }) => id) } },
      select: { searchId: true, listingIds: true, dueAt: true, expiresAt: true },
    }),
    db.mailAddress.findMany({ where: { email: { in: emails } } }),
    isPaused(db, JOB),
  ])
  const holdsOf = Map.groupBy(holds, ({ searchId }) => searchId)
  const addressOf = new Map(addresses.map((address) => [address.email.toLowerCase(), address]))
  const schedule = scheduleOf(JOB)
  const runs = {
    now,
    nextRun: paused || !schedule ? null : nextTick(schedule, now),
    // A run at the very moment takes what is due then; the clock leaves that moment out.
    runAt: (moment: Date) => (schedule ? nextTick(schedule, new Date(moment.getTime() - 1)) : null),
  }
  return new Map(
    searches.map(({ id, contact: { email }, ...rhythm }) => {
      const address = addressOf.get(email?.toLowerCase() ?? '')
      const { timeZone, quiet } = address ? toHours(address) : ANY_HOUR
      const blocked = address?.suppressedAt ? (address.suppressionReason ?? 'manual') : null
      const stopped = email === null ? 'no-address' : blocked
      const standing = { ...rhythm, stopped, timeZone: timeZone ?? FIRM_ZONE, quiet }
      return [id, nextOfSearch({ ...standing, ...waitingOf(holdsOf.get(id) ?? []) }, runs)]
    }),
  )
}
