import { expect, test } from 'vitest'
import { formatArea, formatBytes, formatCount, formatDuration, formatMoney, formatMoneyShort } from './format.ts'
import { formatRelative } from './relative-time.ts'

test('money stands in whole dollars, short where there is little room', () => {
  expect(formatMoney(42_500_000)).toBe('$425,000')
  expect(formatMoneyShort(42_500_000)).toBe('$425k')
  expect(formatMoneyShort(125_000_000)).toBe('$1.25M')
  expect(formatMoneyShort(99_999_900)).toBe('$1M')
})

test('a count that was capped says that there is more', () => {
  expect(formatCount(1_001, 1_000)).toBe('1,000+')
  expect(formatCount(1_000, 1_000)).toBe('1,000')
  expect(formatArea(2_140)).toBe('2,140 sq ft')
})

test('a duration takes the unit that fits', () => {
  expect(formatDuration(420)).toBe('420 ms')
  expect(formatDuration(4_200)).toBe('4.2 s')
  expect(formatDuration(87_000)).toBe('1m 27s')
  expect(formatDuration(3_600_000 + 120_000)).toBe('1h 2m')
})

test('room on a disk takes the unit that fits', () => {
  expect([0, 8_192, 2_400_000, 24_000_000].map(formatBytes)).toEqual(['0 B', '8 kB', '2.4 MB', '24 MB'])
})

test('a time is told from where the reader stands', () => {
  const now = Date.UTC(2026, 10, 21, 12)
  const at = (ms: number) => formatRelative(new Date(now + ms), now)
  expect(at(-5_000)).toBe('just now')
  expect(at(-240_000)).toBe('4 minutes ago')
  expect(at(7_200_000)).toBe('in 2 hours')
  expect(at(-86_400_000)).toBe('yesterday')
  expect(formatRelative(new Date(now - 240_000), now, 'short')).toBe('4m')
})
