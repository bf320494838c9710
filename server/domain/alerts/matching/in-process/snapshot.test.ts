import { expect, test } from 'vitest'
import { parseSnapshot, seesAllOf } from './snapshot.ts'

test('a snapshot is read as the database writes it', () => {
  expect(parseSnapshot('10:20:10,14')).toEqual({ xmin: 10n, xmax: 20n, open: new Set([10n, 14n]) })
  expect(parseSnapshot('7:7:')).toEqual({ xmin: 7n, xmax: 7n, open: new Set() })
})

test.each([
  ['the same', '10:20:10,14', '10:20:10,14', true],
  ['later, when one has ended', '14:20:14', '10:20:10,14', true],
  ['later, with new ones open', '10:25:10,14,22', '10:20:10,14', true],
  ['earlier', '10:18:10,14', '10:20:10,14', false],
  ['as late, but one was open that the other saw ended', '10:20:10,12,14', '10:20:10,14', false],
])('whether memory may be brought forward to a snapshot: %s', (_, later, earlier, sees) => {
  expect(seesAllOf(parseSnapshot(later), parseSnapshot(earlier))).toBe(sees)
})
