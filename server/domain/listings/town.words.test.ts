import { expect, test } from 'vitest'
import { PLACES } from '#world/legacy/places.ts'
import { slugOf } from './listings.tokens.ts'
import { townName } from './town.words.ts'

test('each town of the coast is spelled from its slug as people write it', () => {
  for (const { town } of PLACES) expect(townName(slugOf(town))).toBe(town)
  expect(townName('isle-of-palms')).toBe('Isle of Palms')
  expect(townName('the-crescent')).toBe('The Crescent')
})
