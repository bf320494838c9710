import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAt, isQuiet, type Rhythm } from './due-at.ts'

const COAST = 'America/New_York'
const NIGHT = { from: 21 * 60, to: 7 * 60 }
const rhythm = (over: Partial<Rhythm>): Rhythm => ({ cadence: 'Instant', timeZone: COAST, quiet: null, ...over })

test.each([
  ['at once, by day', rhythm({}), '2026-11-21T15:00Z', null],
  ['at once, but they sleep', rhythm({ quiet: NIGHT }), '2026-11-22T03:00Z', '2026-11-22T12:00Z'],
  ['at once, after they got up', rhythm({ quiet: NIGHT }), '2026-11-22T12:00Z', null],
  ['daily, from the afternoon', rhythm({ cadence: 'Daily' }), '2026-11-21T20:00Z', '2026-11-22T13:00Z'],
  ['daily, at the very moment of the digest', rhythm({ cadence: 'Daily' }), '2026-11-21T13:00Z', '2026-11-22T13:00Z'],
  ['weekly, before the weekend', rhythm({ cadence: 'Weekly' }), '2026-11-21T20:00Z', '2026-11-27T13:00Z'],
  ['monthly, on the first', rhythm({ cadence: 'Monthly' }), '2026-11-21T20:00Z', '2026-12-01T13:00Z'],
  [
    'daily, for late risers',
    rhythm({ cadence: 'Daily', quiet: { from: 1_200, to: 600 } }),
    '2026-11-21T20:00Z',
    '2026-11-22T15:00Z',
  ],
  [
    'daily, in Hawaii',
    rhythm({ cadence: 'Daily', timeZone: 'Pacific/Honolulu' }),
    '2026-11-21T20:00Z',
    '2026-11-22T18:00Z',
  ],
  ['daily, as the clocks go forward', rhythm({ cadence: 'Daily' }), '2026-03-07T20:00Z', '2026-03-08T12:00Z'],
  ['daily, as the clocks go back', rhythm({ cadence: 'Daily' }), '2026-10-31T20:00Z', '2026-11-01T13:00Z'],
])('%s', (_what, asked, foundAt, expected) => {
  expect(dueAt(asked, new Date(foundAt))).toEqual(expected && new Date(expected))
})

const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
const minutes = fc.integer({ min: 0, max: 1_439 })
const rhythmArb: fc.Arbitrary<Rhythm> = fc.record({
  cadence: fc.constantFrom('Instant', 'Daily', 'Weekly', 'Monthly'),
  timeZone: fc.constantFrom(...ZONES),
  quiet: fc.option(fc.record({ from: minutes, to: minutes }).filter(({ from, to }) => from !== to)),
})
/** Around both changes of the clocks, to the minute, and in between. */
const momentArb = fc
  .tuple(
    fc.constantFrom('2026-03-08T07:00Z', '2026-11-01T06:00Z', '2026-03-29T01:00Z', '2026-07-04T12:00Z'),
    fc.integer({ min: -3_000, max: 3_000 }),
  )
  .map(([near, by]) => new Date(Date.parse(near) + by * 60_000))

const LONGEST = { Instant: 1.1, Daily: 2.2, Weekly: 8.2, Monthly: 32.2 }

test('nobody is written to while they sleep, nothing is told in the past, and a digest comes within its time', () => {
  fc.assert(
    fc.property(rhythmArb, momentArb, (asked, foundAt) => {
      const due = dueAt(asked, foundAt)
      if (asked.quiet) expect(isQuiet(asked.quiet, asked.timeZone, due ?? foundAt)).toBe(false)
      if (asked.cadence !== 'Instant') expect(due).not.toBeNull()
      const days = ((due ?? foundAt).getTime() - foundAt.getTime()) / 86_400_000
      expect(days).toBeGreaterThanOrEqual(0)
      expect(days).toBeLessThan(LONGEST[asked.cadence])
    }),
    { numRuns: 500, seed: 20_261_121 },
  )
})

test('what is found one after the other is told in that order', () => {
  fc.assert(
    fc.property(rhythmArb, momentArb, fc.integer({ min: 0, max: 5_000 }), (asked, first, later) => {
      const second = new Date(first.getTime() + later * 60_000)
      const [a, b] = [dueAt(asked, first) ?? first, dueAt(asked, second) ?? second]
      expect(a.getTime()).toBeLessThanOrEqual(b.getTime())
    }),
    { numRuns: 500, seed: 20_261_121 },
  )
})
