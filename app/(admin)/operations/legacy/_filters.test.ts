import { expect, test } from 'vitest'
import { hrefOf, readFilters } from './_filters.ts'

const read = (href: string) => readFilters(new URL(href, 'http://palmetto.test').searchParams)

test('what the address says comes back as it was, whatever the identity of the document holds', () => {
  for (const sourceId of [
    'o:65f0c1d2e3a4b5c6d7e8f901',
    's:a/b?c=d&e #f',
    'n:7',
    'x:{"$numberLong":"1"}',
    's:Ñandú 🏠',
  ]) {
    const filters = { stream: 'contacts', reason: 'nul-byte', opened: { stream: 'listings', sourceId } } as const
    expect(read(hrefOf(filters))).toEqual(filters)
  }
  expect(hrefOf({})).toBe('/operations/legacy')
})

test('what makes no sense counts as not there', () => {
  const nonsense = ['people/s:1', 'listings/', 'listings', '/s:1', `listings/${'x'.repeat(601)}`, 'listings/a\u0000']
  for (const value of nonsense) expect(read(`/?document=${encodeURIComponent(value)}`)).toEqual({})
  expect(read(`/?stream=people&reason=${'x'.repeat(61)}`)).toEqual({})
  expect(read('/?reason=&stream=agents')).toEqual({ stream: 'agents' })
})
