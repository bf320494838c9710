import { expect, test } from 'vitest'
import { shareInWords, totalOf, weekInWords } from './_measures.words.ts'

const aWeek = (over = {}) => ({
  ...{ week: '2026-11-16', sent: 1200, delivered: 1190, opened: 400, clicked: 5, answered: 0, visited: 0, inquired: 0 },
  ...over,
})

test('a week says how many of its mails came so far, and which share that is', () => {
  expect(weekInWords(aWeek(), 'sent')).toBe('Week of Nov 16: 1,200 mails')
  expect(weekInWords(aWeek(), 'clicked')).toBe('Week of Nov 16: 5 of 1,200 mails, 0.4 %')
  expect(weekInWords(aWeek(), 'answered')).toBe('Week of Nov 16: 0 of 1,200 mails, 0 %')
  expect(weekInWords(aWeek({ sent: 0 }), 'opened')).toBe('Week of Nov 16: no mail left')
})

test('of no mails there is no share', () => {
  expect(shareInWords(0, 0)).toBeNull()
  expect(shareInWords(1, 3)).toBe('33 %')
  expect(totalOf([aWeek(), aWeek({ clicked: 7 })], 'clicked')).toBe(12)
})
