import { expect, test } from 'vitest'
import { ELSEWHERE } from '#server/testing/elsewhere.ts'
import { nextPath } from './_next-path.ts'

test('a path of ours is followed, with its filters', () => {
  expect(nextPath('/contacts?stage=lead#top')).toBe('/contacts?stage=lead#top')
})

test.each([null, '', ...ELSEWHERE])('%j does not lead away', (wanted) => {
  const path = nextPath(wanted)
  expect(new URL(path, 'http://own.test').origin).toBe('http://own.test')
  expect(path).not.toMatch(/^[/\\]{2}/)
})

test('what names another place leads home', () => {
  const names = ELSEWHERE.filter((wanted) => !wanted.startsWith('/'))
  expect(new Set(names.map(nextPath))).toEqual(new Set(['/listings']))
})
