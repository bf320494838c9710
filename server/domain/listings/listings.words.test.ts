import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keywordTextOf, plainWords } from './listings.words.ts'
import { visitInWords } from './open-houses.words.ts'

test.each([
  ['Café, in-ground  POOL', 'cafe in ground pool'],
  ['Owner’s suite', 'owners suite'],
  ['  ***  ', ''],
  ['I’On', 'ion'],
])('%j is spelled as "%s"', (text, words) => expect(plainWords(text)).toBe(words))

test('what is spelled already stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(plainWords(plainWords(text))).toBe(plainWords(text))
    }),
  )
})

test('a phrase is found as whole words within one text, never across two', () => {
  const text = keywordTextOf(['Live oak', null, '', 'Belle Hall'])
  expect(text).toBe(' live oak  belle hall ')
  expect(text.includes(' belle hall ')).toBe(true)
  expect(text.includes(' oak belle ')).toBe(false)
  expect(text.includes(' liv ')).toBe(false)
  expect(keywordTextOf([null, ' '])).toBe('')
})

test.each([
  ['2026-11-28T19:00:00Z', '2026-11-28T21:00:00Z', 'Saturday, Nov 28, 2–4 PM'],
  ['2026-07-04T15:30:00Z', '2026-07-04T17:00:00Z', 'Saturday, Jul 4, 11:30 AM–1 PM'],
  ['2026-11-29T00:00:00Z', '2026-11-29T01:30:00Z', 'Saturday, Nov 28, 7–8:30 PM'],
])('from %s to %s is "%s"', (start, end, words) => {
  expect(visitInWords({ openHouseStartTime: new Date(start), openHouseEndTime: new Date(end) })).toBe(words)
})
