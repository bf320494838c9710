import { expect, test } from 'vitest'
import { activityHref, readActivityFilters } from './_filters.ts'

test('what is written is read again', () => {
  const filters = { group: 'jobs', actorId: crypto.randomUUID(), personId: crypto.randomUUID() } as const
  expect(readActivityFilters(new URL(activityHref(filters), 'http://x').searchParams)).toEqual(filters)
  expect(activityHref({})).toBe('/settings/activity')
})

test('nonsense asks for nothing', () => {
  expect(readActivityFilters(new URLSearchParams('what=constructor&by=1%27--&to='))).toEqual({})
})
