import { expect, test } from 'vitest'
import { readPeopleFilters, writePeopleFilters } from './_filters.ts'

test('what is written is read again', () => {
  const filters = { search: 'Ana & Ben', officeId: crypto.randomUUID(), withRemoved: true }
  expect(readPeopleFilters(new URLSearchParams(writePeopleFilters(filters)))).toEqual(filters)
  expect(writePeopleFilters({})).toBe('')
})

test('nonsense asks for nothing', () => {
  expect(readPeopleFilters(new URLSearchParams('q=%20&office=1%27--&removed=yes'))).toEqual({})
})
