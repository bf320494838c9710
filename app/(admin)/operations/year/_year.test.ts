import { expect, test } from 'vitest'
import { dayInWords, daysBetween, monthStarts, toneOfDay, yearInWords } from './_year.words.ts'

const aDay = (over = {}) => ({ day: '2026-11-21', runs: 96, bad: 0, warned: 0, skipped: 0, ...over })

test('a day has the tone of its worst run, and says how many there were', () => {
  expect(
    [undefined, aDay(), aDay({ warned: 1 }), aDay({ warned: 1, bad: 1 }), aDay({ skipped: 96 })].map(toneOfDay),
  ).toEqual([null, 'good', 'warning', 'bad', 'neutral'])
  expect(toneOfDay(aDay({ skipped: 4 }))).toBe('good')
  expect(dayInWords('2026-11-21', undefined)).toBe('Sat, Nov 21: no run')
  expect(dayInWords('2026-11-21', aDay())).toBe('Sat, Nov 21: 96 runs, all done')
  expect(dayInWords('2026-11-21', aDay({ runs: 1440, bad: 1100, skipped: 1 }))).toBe(
    'Sat, Nov 21: 1,440 runs, 1,100 bad, 1 skipped, as it was paused',
  )
})

test('a year is said in one line, and days when a job was paused are no days of work', () => {
  const days = [aDay({ day: '2026-11-19', bad: 1 }), aDay({ day: '2026-11-20' }), aDay({ skipped: 96 })]
  expect(yearInWords(days)).toBe('Bad on 1 of 2 days, last on Thu, Nov 19')
  expect(yearInWords(days.slice(1))).toBe('Good on its only day')
  expect(yearInWords([aDay({ warned: 3 }), aDay()])).toBe('Never bad; something to look at on 1 of 2 days')
  expect(yearInWords([])).toBe('Not run yet')
})

test('the columns are weeks, and each month stands over the week in which it begins', () => {
  const days = daysBetween('2025-11-16', '2026-11-21')
  expect(days).toHaveLength(53 * 7)
  expect(monthStarts(days).slice(0, 3)).toEqual([
    { week: 2, name: 'Dec' },
    { week: 6, name: 'Jan' },
    { week: 11, name: 'Feb' },
  ])
})
