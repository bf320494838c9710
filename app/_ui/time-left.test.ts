import { expect, test } from 'vitest'
import { formatTimeLeft, timeLeftInWords } from './time-left.ts'

test.each([
  [-5_000, '0:00', 'time is up'],
  [0, '0:00', 'time is up'],
  [1, '0:01', 'less than a minute left'],
  [59_000, '0:59', 'less than a minute left'],
  [60_000, '1:00', '1 minute left'],
  [245_000, '4:05', '4 minutes left'],
  [3_600_000, '1 h 00 min', '1 hour left'],
  [7_500_000, '2 h 05 min', '2 hours 5 minutes left'],
])('%d ms are %s, in words %s', (ms, clock, words) => {
  expect([formatTimeLeft(ms), timeLeftInWords(ms)]).toEqual([clock, words])
})
