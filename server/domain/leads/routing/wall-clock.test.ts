import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayEffect } from './sets/effect.words.ts'
import { momentOn, wallClockOf } from './wall-clock.ts'

test.each([
  ['2026-11-23', 540, '2026-11-23T14:00:00.000Z'],
  ['2026-07-01', 540, '2026-07-01T13:00:00.000Z'],
  // There twice: the first; not there: an hour earlier.
  ['2026-11-01', 90, '2026-11-01T05:30:00.000Z'],
  ['2027-03-14', 150, '2027-03-14T06:30:00.000Z'],
])('the clocks show %s, minute %i, at %s', (date, minute, at) => {
  expect(momentOn(date, minute, 'America/New_York').toISOString()).toBe(at)
})

test('a moment has the date and the minute that its clock shows', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, fc.constantFrom('America/New_York', 'America/Phoenix', 'Pacific/Honolulu'), (at, zone) => {
      const { date, minute } = wallClockOf(at, zone)
      expect(wallClockOf(momentOn(date, minute, zone), zone)).toMatchObject({ date, minute })
    }),
  )
})

test('from when rules count is said on the clock of the firm, with the date when it is days away', () => {
  const friday = new Date('2026-11-20T15:00:00Z')
  expect(sayEffect(new Date('2026-11-23T14:00:00Z'), friday)).toBe('Mon 9:00 AM')
  expect(sayEffect(new Date('2026-11-30T14:00:00Z'), friday)).toBe('Mon, Nov 30, 9:00 AM')
})
