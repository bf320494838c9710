import { expect, test } from 'vitest'
import { afterCursor, readMoment, writeCursor } from './cursor.ts'

const id = '018f3a2b-7c1d-7e2f-8a3b-4c5d6e7f8a9b'

test('a cursor is read as it was written', () => {
  const updatedAt = new Date('2026-11-21T10:00:00.123Z')
  expect(afterCursor(writeCursor({ updatedAt, id }))).toMatchObject({ updatedAt: { lte: updatedAt } })
})

test.each([
  undefined,
  '',
  '_',
  id,
  `-271821-04-20T00:00:00.000Z_${id}`,
  `+275760-09-13T00:00:00.000Z_${id}`,
  `0000-01-01T00:00:00.000Z_${id}`,
  `2026-11-21_${id}`,
  `2026-13-21T10:00:00.000Z_${id}`,
  '2026-11-21T10:00:00.000Z_1; DROP TABLE contact',
])('%s is none of ours, and reads from the start', (cursor) => {
  expect(afterCursor(cursor)).toEqual({})
})

test('a moment is one that the database knows, too', () => {
  expect(readMoment('2026-02-28T00:00:00.000Z')).toEqual(new Date('2026-02-28T00:00:00.000Z'))
  expect(readMoment('-000001-01-01T00:00:00.000Z')).toBeNull()
})
