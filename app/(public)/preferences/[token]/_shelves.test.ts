import { expect, test } from 'vitest'
import { homesOn, readShow, SHELVES } from './_shelves.ts'

const homes = ([null, 'Favorite', 'Possible', 'Discard'] as const).map((verdict) => ({ verdict }))

test('each shelf holds what was said, and a home that was said no to lies on its own alone', () => {
  const said = Object.fromEntries(SHELVES.map((shelf) => [shelf, homesOn(shelf, homes).map(({ verdict }) => verdict)]))
  expect(said).toEqual({
    ...{ homes: [null, 'Favorite', 'Possible'], favorites: ['Favorite'], maybe: ['Possible'], no: ['Discard'] },
  })
})

test.each([
  ['favorites', true, 'favorites'],
  ['searches', true, 'searches'],
  ['nonsense', true, 'homes'],
  [null, true, 'homes'],
  [undefined, false, 'searches'],
] as const)('the address %j with homes %j shows %s', (asked, hasHomes, shown) => {
  expect(readShow(asked, hasHomes)).toBe(shown)
})
