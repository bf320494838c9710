import type { Cadence } from '../rhythm/rhythm.words.ts'
import * as patience from './patience.ts'
import type { Evidence } from './standing.schema.ts'
import { SLOWER, type Stage } from './standing.words.ts'

const { daysAfter, daysBetween } = patience

/** Where a search stands in one respect; `since` is the last thing that spoke for it. */
export type Standing = { stage: Stage | null; since: Date; stageAt: Date; keptUntil: Date | null }

export type Move =
  /** What it was warned of has gone by itself. */
  { to: null; since: Date } | { to: Stage; since: Date; dueAt: Date | null; evidence: Evidence; step?: Cadence | 'off' }

const isKept = (standing: Standing | null, now: Date) => standing?.keptUntil != null && standing.keptUntil > now
const hasPassed = (from: Date, days: number, now: Date) => daysAfter(from, days) <= now

type Followed = {
  standing: Standing | null
  cadence: Cadence
  /** The person's last sign of life; the start of the search when there was none. */
  lifeAt: Date
  /** Mails that it led to since then, or since its last step. */
  mails: number
}

/**
 * What follows from nobody reading: a first warning, a last one two weeks later, and two weeks after that one step
 * slower. Each further step needs the same patience and the same two warnings. A sign of life ends it at any point.
 */
export function judgeIgnored({ standing, cadence, lifeAt, mails }: Followed, now: Date): Move | null {
  if (isKept(standing, now)) return null
  const { stage = null, since = lifeAt, stageAt = lifeAt } = standing ?? {}
  if (stage && lifeAt > since) return { to: null, since: lifeAt }
  const evidence = { days: daysBetween(lifeAt, now), mails }
  const warned = (to: Stage): Move => ({ to, since: lifeAt, dueAt: daysAfter(now, patience.WARNING_DAYS), evidence })
  if (stage === 'InitialIgnoredWarning')
    return hasPassed(stageAt, patience.WARNING_DAYS, now) ? warned('FinalIgnoredWarning') : null
  if (stage === 'FinalIgnoredWarning') {
    if (!hasPassed(stageAt, patience.WARNING_DAYS, now)) return null
    const step = SLOWER[cadence]
    const shown = step === 'off' ? { ...evidence, rested: 1 } : evidence
    return { to: 'Ignored', since: lifeAt, dueAt: null, evidence: shown, step }
  }
  const { days, mails: enough } = patience.PATIENCE[cadence]
  const from = stage === 'Ignored' && stageAt > lifeAt ? stageAt : lifeAt
  return mails >= enough && hasPassed(from, days, now) ? warned('InitialIgnoredWarning') : null
}

/** What follows from nothing being found: a warning, and then a stronger one that stands. It is never switched off for it. */
export function judgeNothingFound(
  { standing, foundAt }: { standing: Standing | null; foundAt: Date },
  now: Date,
): Move | null {
  if (isKept(standing, now)) return null
  const { stage = null, since = foundAt, stageAt = foundAt } = standing ?? {}
  if (stage && foundAt > since) return { to: null, since: foundAt }
  const evidence = { days: daysBetween(foundAt, now) }
  if (stage === null) {
    if (!hasPassed(foundAt, patience.NOTHING_FOUND_DAYS, now)) return null
    const dueAt = daysAfter(now, patience.STILL_NOTHING_DAYS)
    return { to: 'NoListingsFoundWarning', since: foundAt, dueAt, evidence }
  }
  if (stage !== 'NoListingsFoundWarning' || !hasPassed(stageAt, patience.STILL_NOTHING_DAYS, now)) return null
  return { to: 'NoListingsFound', since: foundAt, dueAt: null, evidence }
}

type Told = { homes: number; at: Date }

/** What follows from mails nobody can read to the end. `longest` is the longest of the last days; null when none was long. */
export function judgeTooBroad(
  { standing, longest }: { standing: Standing | null; longest: Told | null },
  now: Date,
): Move | null {
  if (isKept(standing, now)) return null
  const isBroad = longest !== null && longest.homes > patience.MOST_HOMES_A_MAIL
  if (standing?.stage) return isBroad ? null : { to: null, since: now }
  return isBroad ? { to: 'OverLimit', since: longest.at, dueAt: null, evidence: { homes: longest.homes } } : null
}
