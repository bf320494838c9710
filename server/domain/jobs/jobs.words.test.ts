import { expect, test } from 'vitest'
import { cronInWords } from './jobs.words.ts'
import { schedules } from './schedules.ts'

test.each([
  ['* * * * *', 'Every minute'],
  ['3-59/5 * * * *', 'Every 5 minutes'],
  ['*/15 * * * *', 'Every 15 minutes'],
  ['0 * * * *', 'Every hour'],
  ['25 * * * *', 'Every hour at 25 past'],
  ['10 6 * * *', 'Every day at 6:10'],
  ['5 4,10,16 * * *', 'Every day at 4:05, 10:05, and 16:05'],
])('%s is %s', (pattern, words) => {
  expect(cronInWords(`TZ=America/New_York ${pattern}`)).toBe(words)
})

test('nobody has to read a pattern on the page of the jobs', () => {
  for (const { cron } of schedules) expect(cronInWords(cron)).toMatch(/^Every /)
})
