import { describe, expect, test } from 'vitest'
import { parseDuration, parseMoment, parseRetryAfter, retryAt } from './duration.ts'

const now = new Date('2026-11-21T10:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1e3)

test('durations are read in all their units', () => {
  expect(['90s', '1h30m', '1w2d', '250ms', '1.5h'].map(parseDuration)).toEqual([9e4, 54e5, 7776e5, 250, 54e5])
})

test('what is not a duration is refused', () => {
  for (const text of ['', '5', '5 minutes', '1y', '-1s', 'h']) expect(() => parseDuration(text)).toThrow()
})

test('a moment is a date or counts from now', () => {
  expect(parseMoment('2026-12-01T00:00:00.000Z', now)).toEqual(new Date('2026-12-01T00:00:00Z'))
  expect(parseMoment('1m', now)).toEqual(later(60))
  expect(() => parseMoment('2026-13-45', now)).toThrow()
})

describe('the wait before another attempt', () => {
  test('follows the table and stays at its end', () => {
    const waits = [0, 1, 2, 3, 9, 15].map((attempt) => retryAt(now, attempt, () => 0))
    expect(waits).toEqual([15, 30, 60, 120, 7_200, 7_200].map(later))
  })

  test('is up to half a minute longer, so that not all come back at once', () => {
    expect(retryAt(now, 0, () => 0.5)).toEqual(later(30))
  })

  test('is what the app asks for, in seconds or as a date', () => {
    expect(parseRetryAfter('2', now)).toEqual(later(2))
    expect(parseRetryAfter('2026-11-21T10:01:00.000Z', now)).toEqual(later(60))
    expect(parseRetryAfter('soon', now)).toBeUndefined()
    expect(parseRetryAfter(undefined, now)).toBeUndefined()
  })
})
