import { expect, test } from 'vitest'
import { ageInWords, lookOfGap, trendInWords, valueInWords } from './_writes.words.ts'

test('what waits too long is red before all else, and nothing that waits is green', () => {
  const gap = { waiting: 3, isOverdue: false, breakerUntil: null }
  expect(lookOfGap(gap)).toEqual({ tone: 'waiting', label: '3 on the way' })
  expect(lookOfGap({ ...gap, breakerUntil: new Date() }).tone).toBe('warning')
  expect(lookOfGap({ ...gap, breakerUntil: new Date(), isOverdue: true }).tone).toBe('bad')
  expect(lookOfGap({ ...gap, waiting: 0 }).tone).toBe('good')
})

test('the age of the oldest is told in whole seconds', () => {
  const measuredAt = new Date('2026-11-20T17:02:10.400Z')
  expect(ageInWords({ oldest: new Date('2026-11-20T17:00:00Z'), measuredAt })).toBe('2m 10s')
  expect(ageInWords({ oldest: null, measuredAt })).toBe('Nothing waits')
})

test('whether what waits grows is told by two halves of the runs', () => {
  const runs = (...waiting: number[]) => waiting.map((count) => ({ waiting: count }))
  expect(trendInWords(runs(0, 0, 0, 0))).toBe('Nothing was left over by any of them.')
  expect(trendInWords(runs(0, 1, 5, 9))).toBe('What waits is growing.')
  expect(trendInWords(runs(9, 5, 1, 0))).toBe('What waits is shrinking.')
  expect(trendInWords(runs(2, 2, 2, 2))).toBe('What waits stays about the same.')
})

test.each([
  [null, 'nothing'],
  ['', 'nothing'],
  [true, 'yes'],
  [[null, 600_000], 'any, 600000'],
  [['beaufort', 'bluffton'], 'beaufort, bluffton'],
  [{ latitude: 32.4, miles: 3 }, 'latitude 32.4, miles 3'],
])('%j reads "%s"', (value, words) => {
  expect(valueInWords(value)).toBe(words)
})
