import { expect, test } from 'vitest'
import { type AskedRhythm, type NextOfSearch, nextOfSearch } from './next-of-search.ts'

/** A Saturday, three in the afternoon on the coast. */
const now = new Date('2026-11-21T20:05:00Z')
const nextRun = new Date('2026-11-21T20:15:00Z')
const QUARTER = 900_000
const runAt = (moment: Date) => new Date(Math.ceil(moment.getTime() / QUARTER) * QUARTER)
const plain: AskedRhythm = {
  ...{ activeYN: true, stopped: null, pausedUntil: null, cadence: 'Instant', conciergeYN: false },
  ...{ timeZone: 'America/New_York', quiet: null, waiting: null, toApprove: null },
}
const day = (iso: string) => new Date(iso)

test.each<[string, Partial<AskedRhythm>, NextOfSearch]>([
  ['at once', {}, { because: 'at-once', at: nextRun, homes: 0 }],
  ['off', { activeYN: false, stopped: 'bounced' }, { because: 'off' }],
  ['nobody to reach', { stopped: 'unsubscribed' }, { because: 'stopped', why: 'unsubscribed' }],
  [
    'paused by its person',
    { pausedUntil: day('2026-12-01T00:00Z'), cadence: 'Weekly' },
    { because: 'paused', until: day('2026-12-01T00:00Z') },
  ],
  ['a pause that is over', { pausedUntil: day('2026-11-20T00:00Z') }, { because: 'at-once', at: nextRun, homes: 0 }],
  [
    'weekly, with homes that wait',
    { cadence: 'Weekly', waiting: { homes: 3, dueAt: day('2026-11-27T13:00Z') } },
    { because: 'cadence', at: day('2026-11-27T13:00Z'), homes: 3 },
  ],
  ['daily, nothing found yet', { cadence: 'Daily' }, { because: 'cadence', at: day('2026-11-22T13:00Z'), homes: 0 }],
  [
    'asleep at the next run',
    { quiet: { from: 15 * 60, to: 16 * 60 + 10 } },
    { because: 'quiet', at: day('2026-11-21T21:15Z'), homes: 0 },
  ],
  ['an agent looks first', { conciergeYN: true }, { because: 'approval', homes: 0, expiresAt: null }],
  [
    'an agent has not looked yet',
    { conciergeYN: true, toApprove: { homes: 2, expiresAt: day('2026-11-23T00:00Z') } },
    { because: 'approval', homes: 2, expiresAt: day('2026-11-23T00:00Z') },
  ],
  [
    'an agent has said yes',
    { conciergeYN: true, waiting: { homes: 2, dueAt: now } },
    { because: 'at-once', at: nextRun, homes: 2 },
  ],
])('%s', (_what, over, expected) => {
  expect(nextOfSearch({ ...plain, ...over }, { now, nextRun, runAt })).toEqual(expected)
})

test('while the alerts of the firm are paused, nobody knows', () => {
  expect(nextOfSearch(plain, { now, nextRun: null, runAt })).toEqual({ because: 'job-paused' })
})
