import { expect, test } from 'vitest'
import { dayInWords, shareInWords, stripInWords } from './_figures.words.ts'

const day = (name: string, sent: number, bounced: number) => ({
  ...{ day: name, sent, bounced, delivered: 0, complained: 0, opened: 0, clicked: 0 },
})
const days = [day('2026-11-20', 1_500, 3), day('2026-11-21', 500, 9)]

test('a day is called as people call it', () => expect(dayInWords('2026-11-01')).toBe('Nov 1'))

test('a share says how much of what left, and nothing where nothing left', () => {
  expect(shareInWords(days, 'bounced')).toBe('0.60 %')
  expect(shareInWords(days, 'sent')).toBe(null)
  expect(shareInWords([day('2026-11-21', 0, 1)], 'bounced')).toBe(null)
})

test('a strip is told to who cannot see it', () => {
  expect(stripInWords('Came back', days, 'bounced')).toBe('Came back: 12 in 2 days, most on Nov 21 with 9.')
  expect(stripInWords('Opened', days, 'opened')).toBe('Opened: none in 2 days.')
  expect(stripInWords('Opened', [], 'opened')).toBe('Opened: none in 0 days.')
})
