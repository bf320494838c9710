import { expect, test } from 'vitest'
import { hrefOf, readFilters } from './_filters.ts'
import { agreementOf, shownDay, standingInWords, toneOfDay } from './_shadow.words.ts'

const aDay = (over = {}) => ({
  ...{ day: '2026-11-20', state: 'complete' as const, pairs: 1_000, agreed: 999, people: 10, differences: 1 },
  ...{ unexplained: 0, comparedAt: null, isReplayed: false, causes: [], ...over },
})

test('nothing that differs is rounded away, and an empty day says so', () => {
  expect(agreementOf({ pairs: 100_000, agreed: 99_999 })).toBe('99.9%')
  expect(agreementOf({ pairs: 3, agreed: 3 })).toBe('100%')
  expect(agreementOf({ pairs: 0, agreed: 0 })).toBe('nothing told')
})

test('the tone of a day is that of the worst of it', () => {
  expect(toneOfDay(aDay({ unexplained: 1, state: 'partial' }))).toBe('bad')
  expect(toneOfDay(aDay({ state: 'partial' }))).toBe('waiting')
  expect(toneOfDay(aDay())).toBe('warning')
  expect(toneOfDay(aDay({ differences: 0 }))).toBe('good')
  expect(toneOfDay(aDay({ state: 'before' }))).toBeNull()
  expect(standingInWords(aDay({ unexplained: 1 }))).toBe('agree, compared: 1 differ, 1 unexplained')
})

test('the address says which day, and what makes no sense in it is not there', () => {
  const days = [aDay({ day: '2026-11-18' }), aDay({ day: '2026-11-19', state: 'before' }), aDay({ day: '2026-11-20' })]
  expect(shownDay(days, '2026-11-18')?.day).toBe('2026-11-18')
  expect(shownDay(days, '2026-11-19')?.day).toBe('2026-11-20')
  const filters = { day: '2026-11-18', cause: 'dataLate' as const, opened: '0197a6f0-0000-7000-8000-000000000001' }
  expect(readFilters(new URL(hrefOf(filters), 'http://localhost').searchParams)).toEqual(filters)
  expect(readFilters(new URLSearchParams('day=soon&cause=magic&difference=1'))).toEqual({})
})
