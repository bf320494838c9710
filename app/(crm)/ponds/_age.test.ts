import { expect, test } from 'vitest'
import { ageOf } from './_age.ts'

const since = new Date('2026-11-22T12:00:00Z')
const after = (minutes: number) => ageOf(since, since.getTime() + minutes * 60_000)

test.each([
  [-3, 'Fresh', '1 min'],
  [59, 'Fresh', '59 min'],
  [60, 'Waiting', '1 h'],
  [24 * 60 - 1, 'Waiting', '23 h'],
  [24 * 60, 'Getting old', '24 h'],
  [50 * 60, 'Getting old', '2 days'],
  [72 * 60, 'Old', '3 days'],
])('after %d minutes a lead in a pond is %s, %s', (minutes, word, long) => {
  expect(after(minutes)).toMatchObject({ word, long })
})
