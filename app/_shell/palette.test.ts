import { expect, test } from 'vitest'
import { markHits } from './mark-hits.ts'
import { type Found, withRecent } from './recents.ts'

const hits = (text: string, typed: string) =>
  markHits(text, typed)
    .map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece))
    .join('')

test.each([
  ['Ann Miller', 'mil', 'Ann [Mil]ler'],
  ['Ann Miller', 'miller an', '[An]n [Miller]'],
  ['(843) 555-0193', '8435550', '([843) 555-0]193'],
  ['(843) 555-0193', '+1 843 555 0193', '([843) 555-0193]'],
  ['12 Marsh Lane', '12 ma', '[12] [Ma]rsh Lane'],
  ['Ann Miller', '', 'Ann Miller'],
  ['What (is) this?', '(is)', 'What [(is)] this?'],
])('in "%s" what was typed as "%s" is marked: %s', (text, typed, marked) => {
  expect(hits(text, typed)).toBe(marked)
})

test('what was opened last stands first among the recent, once, and only a few are kept', () => {
  const found = (id: number): Found => ({
    kind: 'home',
    id: `${id}`,
    href: `/listings/${id}`,
    label: `${id}`,
    detail: '',
  })
  const kept = [1, 2, 3, 4, 5, 6, 3].reduce<Found[]>((recents, id) => withRecent(recents, found(id)), [])
  expect(kept.map(({ id }) => id)).toEqual(['3', '6', '5', '4', '2'])
})
