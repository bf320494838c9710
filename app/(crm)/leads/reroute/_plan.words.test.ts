import { expect, test } from 'vitest'
import { undoneInWords } from './_plan.words.ts'

const kept = ['Nora Hall', 'Ada Poe', 'Ian Fry', 'Sue Orr', 'Max Low'].map((fullName) => ({
  ...{ inquiryId: fullName, fullName, why: 'Ben Ray has it now' },
}))

test.each([
  [{ back: 1, kept: [] }, '1 lead is back with whoever had it.'],
  [{ back: 3, kept: [] }, '3 leads are back with whoever had them.'],
  [{ back: 0, kept: kept.slice(0, 1) }, 'Not given back: Nora Hall (Ben Ray has it now).'],
  [
    { back: 2, kept },
    '2 leads are back with whoever had them. Not given back: Nora Hall (Ben Ray has it now), Ada Poe (Ben Ray has it now), Ian Fry (Ben Ray has it now), and 2 more.',
  ],
])('what was undone is told with those that stay and why', (undone, said) => {
  expect(undoneInWords(undone)).toBe(said)
})
