import { expect, test } from 'vitest'
import { noFilters, readFilters, writeFilters } from './_filters.ts'
import { chipsOf } from './_filters.words.ts'

const read = (query: string) => readFilters(new URLSearchParams(query))

test('an address comes back as it was written', () => {
  const query = 'listPriceMax=600000&bedroomsMin=3&citySlugs=mount-pleasant,charleston&sort=cheapest'
  const filters = read(query)
  expect(filters).toMatchObject({ listPriceMax: 600_000, bedroomsMin: 3, citySlugs: ['mount-pleasant', 'charleston'] })
  expect(read(writeFilters(filters))).toEqual(filters)
})

test('the part of the map survives the address', () => {
  const box = { south: 32.5, west: -80.1, north: 33, east: -79.7 }
  expect(read(writeFilters({ ...noFilters, box })).box).toEqual(box)
})

test('a plain address means all homes, and all homes have a plain address', () => {
  expect(read('')).toEqual(noFilters)
  expect(writeFilters(noFilters)).toBe('')
})

test.each([
  'listPriceMax=cheap',
  'bedroomsMin=-2',
  'propertySubTypes=Castle',
  'sort=luck',
  'box=1,2',
  'citySlugs=%3Cscript%3E',
])('what makes no sense counts as not there: %s', (query) => {
  expect(read(query)).toEqual(noFilters)
})

test('the chips read like a sentence, and each takes only itself away', () => {
  const filters = read('listPriceMax=600000&bedroomsMin=3&citySlugs=mount-pleasant')
  const chips = chipsOf(filters)
  expect(chips.map(({ label }) => label).join(' · ')).toBe('Beds 3+ · Mount Pleasant · under $600k')
  expect(chips[1]?.without).toEqual({ ...filters, citySlugs: [] })
})
