import fc from 'fast-check'
import superjson from 'superjson'
import { expect, test } from 'vitest'
import { LONGEST_AREAS, readAreas, writeAreas } from '#server/domain/listings/areas.words.ts'
import { FEATURES } from '#server/domain/listings/features.words.ts'
import { homesOnMapInput } from '#server/domain/listings/public/public.schema.ts'
import { PUBLIC_STATUSES } from '#server/domain/listings/public/public.words.ts'
import { asked } from './_queries.ts'
import { anySearch, readSearch, type Search, writeSearch } from './_search.ts'
import { chipsOf, headingOf } from './_search.words.ts'

const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined })
const dollars = maybe(fc.integer({ min: 0, max: 1_000_000_000 }))
const degrees = (from: number, to: number) => fc.integer({ min: from * 1e4, max: to * 1e4 }).map((steps) => steps / 1e4)
const feet = maybe(fc.integer({ min: 0, max: 100_000_000 }))
const corner = fc.tuple(degrees(-82, -78), degrees(31, 34))
const slugs = fc.uniqueArray(fc.constantFrom('mount-pleasant', 'isle-of-palms', 'park-9'), { maxLength: 3 })

const searchArb: fc.Arbitrary<Search> = fc.record({
  listPriceMin: dollars,
  listPriceMax: dollars,
  bedroomsMin: maybe(fc.integer({ min: 1, max: 9 })),
  bathroomsMin: maybe(fc.integer({ min: 1, max: 9 }).map((halves) => halves / 2)),
  livingAreaMin: feet,
  livingAreaMax: feet,
  lotSizeMin: feet,
  yearBuiltMin: maybe(fc.integer({ min: 1650, max: 2100 })),
  propertySubTypes: fc.subarray(['SingleFamilyResidence', 'Condominium'] as const).map((types) => [...types]),
  features: fc.subarray([...FEATURES]),
  statuses: fc.subarray([...PUBLIC_STATUSES]),
  citySlugs: slugs,
  postalCodes: fc.subarray(['29464', '29482']),
  subdivisions: slugs,
  areas: fc.array(fc.array(corner, { minLength: 3, maxLength: 6 }), { maxLength: 3 }).map(writeAreas),
  box: maybe(
    fc.record({ south: degrees(31, 34), west: degrees(-82, -78), north: degrees(31, 34), east: degrees(-82, -78) }),
  ),
  sort: fc.constantFrom('newest', 'cheapest', 'dearest'),
})

test('an address holds all of a search, and the server understands what it holds', () => {
  fc.assert(
    fc.property(searchArb, (search) => {
      const read = readSearch(new URLSearchParams(writeSearch(search)))
      expect(read).toEqual(search)
      const { sort: _sort, ...wishes } = read
      expect(homesOnMapInput.parse({ ...wishes, yearBuiltMin: wishes.yearBuiltMin }).areas).toEqual(
        readAreas(search.areas),
      )
    }),
  )
  expect(writeSearch(anySearch)).toBe('')
})

test('an address that somebody has made up finds homes, too', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(anySearch), 'box'), fc.string()), (made) => {
      const { sort: _sort, ...wishes } = readSearch(new URLSearchParams(made))
      expect(homesOnMapInput.safeParse(wishes).success).toBe(true)
    }),
  )
})

test('each wish is a chip that can be read aloud, and taking all of them away leaves none', () => {
  fc.assert(
    fc.property(searchArb, (search) => {
      let rest = search
      for (let left = chipsOf(rest); left.length > 0; left = chipsOf(rest)) {
        const [chip] = left
        if (!chip) break
        expect(chipsOf(chip.without)).toHaveLength(left.length - 1)
        rest = chip.without
      }
      expect({ ...rest, sort: 'newest' }).toEqual(anySearch)
    }),
  )
  const wished = readSearch(
    new URLSearchParams('citySlugs=isle-of-palms&listPriceMax=600000&bedroomsMin=3&features=Pool'),
  )
  expect(chipsOf(wished).map(({ label }) => label)).toEqual(['Isle of Palms', 'under $600k', 'Beds 3+', 'Pool'])
  expect(headingOf(wished)).toBe('Homes for sale in Isle of Palms')
})

test('a question with the largest areas still fits an address that every proxy lets through', () => {
  const ring = Array.from({ length: 90 }, (_, at): [number, number] => [
    -79.9 + 0.3 * Math.cos(at / 14.3),
    32.8 + 0.3 * Math.sin(at / 14.3),
  ])
  const areas = writeAreas([ring, ring.map(([x, y]): [number, number] => [x + 0.5, y])])
  expect(areas.length).toBeLessThanOrEqual(LONGEST_AREAS)
  const search = readSearch(
    new URLSearchParams(`areas=${areas}&box=32.1,-80.2,33.1,-79.1&bedroomsMin=3&features=Pool,Dock`),
  )
  expect(search.areas).toBe(areas)
  const question = encodeURIComponent(JSON.stringify({ '0': superjson.serialize(asked(search)) }))
  expect(question.length).toBeLessThan(1_800)
})
