import { expect, test } from 'vitest'
import { nextPath } from './_next-path.ts'

test('a path of ours is followed, with its filters', () => {
  expect(nextPath('/contacts?stage=lead#top')).toBe('/contacts?stage=lead#top')
})

test.each([
  null,
  '',
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '\\\\elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/..//elsewhere.example',
  '/./\\elsewhere.example',
  ' //elsewhere.example',
  'http:elsewhere.example',
  '@elsewhere.example',
  '/%2F/../..//elsewhere.example',
])('%j leads home instead', (wanted) => {
  expect(nextPath(wanted)).toBe('/listings')
})
