import type { Cadence } from '../rhythm/rhythm.words.ts'

export const DAY_MS = 86_400_000

/** People buy over months: two without a click are a pause for thought, and eight mails are more than a holiday. */
const PAUSE_FOR_THOUGHT = { days: 60, mails: 8 }

/**
 * How long, and for how many mails, nobody gives a sign of life before the first warning. Four mails a month apart,
 * with both warnings, are the 180 days after which a search that writes monthly is let rest.
 */
export const PATIENCE: Record<Cadence, { days: number; mails: number }> = {
  Instant: PAUSE_FOR_THOUGHT,
  Daily: PAUSE_FOR_THOUGHT,
  Weekly: PAUSE_FOR_THOUGHT,
  Monthly: { days: 152, mails: 4 },
}
/** Between a warning and what it warns of: longer than an agent's holiday. */
export const WARNING_DAYS = 14
/** A word that somebody means it holds for half a year; then the same question is fair again. */
export const KEPT_DAYS = 180
/** Half a season without a single home: something about the wishes does not fit the market. */
export const NOTHING_FOUND_DAYS = 45
/** The other half. */
export const STILL_NOTHING_DAYS = 45
/** More homes at once than anybody reads; from here on a mail shows the first of them and says how many more there are. */
export const MOST_HOMES_A_MAIL = 30
/** A mail that was too long is held against a search for a week: then its later mails have shown that it was an exception. */
export const TOO_BROAD_DAYS = 7

export const daysAfter = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS)
export const daysBetween = (from: Date, to: Date) => Math.floor((to.getTime() - from.getTime()) / DAY_MS)
