import { expect, test } from 'vitest'
import { clockInWords, hoursInWords } from './hours.words.ts'

test.each([
  [0, 'midnight'],
  [30, '12:30 am'],
  [7 * 60, '7 am'],
  [720, 'noon'],
  [750, '12:30 pm'],
  [21 * 60, '9 pm'],
  [1_439, '11:59 pm'],
])('%j minutes after midnight are %s', (minutes, words) => {
  expect(clockInWords(minutes)).toBe(words)
})

test('hours are said in the words of a person, by a town of the zone', () => {
  const quiet = { from: 21 * 60, to: 7 * 60 }
  expect(hoursInWords({ timeZone: null, quiet })).toBe('No mail between 9 pm and 7 am, Charleston time')
  expect(hoursInWords({ timeZone: 'America/Los_Angeles', quiet: null })).toBe('Mail at any hour, Los Angeles time')
})
