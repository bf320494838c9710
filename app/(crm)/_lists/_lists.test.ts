import { expect, test } from 'vitest'
import { listUrl, writeFilters } from './list-url.ts'
import { outcomeInWords } from './outcome.words.ts'
import { isPicked, NOTHING, toggleLoaded, toggleRow } from './selection.ts'

const rows = ['a', 'b', 'c', 'd', 'e']
const picked = (ids: Iterable<string>) => [...ids].toSorted().join('')

test('filters are written in one order, and what is empty is not written', () => {
  expect(writeFilters({ stage: 'lead', q: 'ann & bo', agentId: undefined })).toBe('q=ann+%26+bo&stage=lead')
  expect(writeFilters({ q: 'ann & bo', stage: 'lead' })).toBe(writeFilters({ stage: 'lead', q: 'ann & bo' }))
  expect(listUrl('q=ann', 'v1')).toBe('?q=ann&view=v1')
  expect(listUrl('', null)).toBe('?')
})

test('rows are picked one by one, and with shift all since the last one, in both directions', () => {
  const one = toggleRow(NOTHING, { id: 'b', rows })
  const down = toggleRow(one, { id: 'd', rows, range: true })
  expect(picked(down.ids)).toBe('bcd')
  expect(picked(toggleRow(down, { id: 'a', rows, range: true }).ids)).toBe('abcd')
  expect(picked(toggleRow(down, { id: 'c', rows }).ids)).toBe('bd')
  expect(picked(toggleRow({ ...one, anchor: 'gone' }, { id: 'e', rows, range: true }).ids)).toBe('be')
})

test('everything holds rows that are not loaded; one taken out leaves those that are seen', () => {
  const everything = { ...NOTHING, everything: true }
  expect(isPicked(everything, 'not loaded')).toBe(true)
  expect(picked(toggleRow(everything, { id: 'c', rows }).ids)).toBe('abde')
  expect(toggleLoaded(everything, rows)).toEqual(NOTHING)
  expect(picked(toggleLoaded(toggleRow(NOTHING, { id: 'c', rows }), rows).ids)).toBe('abcde')
})

const nothing = { changed: 0, unchanged: 0, mayNot: 0, hasMore: false }
test.each([
  [{ ...nothing, changed: 38, mayNot: 2 }, 'paused', '38 paused, 2 you may not change.'],
  [
    { ...nothing, changed: 1_000, hasMore: true },
    'removed',
    '1,000 removed. There are more: do it again for the rest.',
  ],
  [
    { ...nothing, changed: 5, unchanged: 1, unreachable: 2, theirs: 3 },
    'resumed',
    '5 resumed, 1 so already, 2 without an e-mail address, 3 left off, as the people themselves chose.',
  ],
])('%j is told as it was counted', (outcome, done, words) => {
  expect(outcomeInWords(outcome, done)).toBe(words)
})
