import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { liesInRing } from './listings.polygons.ts'
import {
  type Circle,
  EARTH_RADIUS_MILES,
  milesBetween,
  type Ring,
  slugOf,
  tokensOfArea,
  tokensOfListing,
} from './listings.tokens.ts'

const radians = (value: number) => (value * Math.PI) / 180
const degrees = (value: number) => (value * 180) / Math.PI

/** The point that lies `miles` from the centre in direction `bearing`. */
function pointAt({ latitude, longitude }: Omit<Circle, 'miles'>, miles: number, bearing: number) {
  const [angle, lat, turn] = [miles / EARTH_RADIUS_MILES, radians(latitude), radians(bearing)]
  const lat2 = Math.asin(Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(turn))
  const east = Math.atan2(
    Math.sin(turn) * Math.sin(angle) * Math.cos(lat),
    Math.cos(angle) - Math.sin(lat) * Math.sin(lat2),
  )
  const wrapped = ((longitude + degrees(east) + 540) % 360) - 180
  return { latitude: degrees(lat2), longitude: wrapped }
}

const circle = fc.record({
  latitude: fc.oneof(fc.double({ min: 31, max: 36, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  longitude: fc.oneof(fc.double({ min: -84, max: -78, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
  miles: fc.oneof(fc.constantFrom(0.5, 1, 5, 25, 100), fc.double({ min: 0.01, max: 100, noNaN: true })),
})
const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }))

const nowhere = { citySlugs: [], postalCodes: [], subdivisions: [], polygons: [] }
const somewhere = { citySlug: 'x', postalCode: '00000', subdivisionSlug: null, latitude: null, longitude: null }

describe('location tokens', () => {
  test('a home within a circle always shares a token with it, wherever on earth', () => {
    fc.assert(
      fc.property(circle, share, fc.double({ min: 0, max: 360, noNaN: true }), (area, part, bearing) => {
        const point = pointAt(area, area.miles * part, bearing)
        fc.pre(milesBetween(area, point) <= area.miles)
        const home = new Set(tokensOfListing({ ...somewhere, ...point }))
        expect(tokensOfArea({ ...nowhere, radius: area }).some((token) => home.has(token))).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  test('a home in one of the towns, zip codes or subdivisions shares a token, one elsewhere shares none', () => {
    const area = tokensOfArea({
      ...nowhere,
      citySlugs: ['beaufort'],
      postalCodes: ['29464'],
      subdivisions: ['belle-hall'],
    })
    const shares = (citySlug: string, postalCode: string, subdivisionSlug: string | null = null) =>
      tokensOfListing({ ...somewhere, citySlug, postalCode, subdivisionSlug }).some((token) => area.includes(token))
    expect(shares('beaufort', '29902')).toBe(true)
    expect(shares('mount-pleasant', '29464')).toBe(true)
    expect(shares('charleston', '29401')).toBe(false)
    expect(shares('charleston', '29401', 'belle-hall')).toBe(true)
    expect(shares('belle-hall', '29401', 'beaufort')).toBe(false)
  })

  test('never needs more than twelve cells, and a small circle needs few fine ones', () => {
    const at = (miles: number) => tokensOfArea({ ...nowhere, radius: { latitude: 32.83, longitude: -79.82, miles } })
    for (const miles of [0.1, 1, 3, 5, 10, 25, 40]) expect(at(miles).length).toBeLessThanOrEqual(12)
    expect(at(1).every((token) => token.startsWith('cell:0:'))).toBe(true)
    expect(at(100)).toEqual(['any'])
  })

  test('a home in a drawn area always shares a token with it, and only one of many areas has to hold it', () => {
    const corner = fc.tuple(fc.integer({ min: -80_000, max: -79_600 }), fc.integer({ min: 32_600, max: 33_000 }))
    const ring = fc
      .array(corner, { minLength: 3, maxLength: 8 })
      .map((all) => all.map(([x, y]) => [x / 1_000, y / 1_000] as const))
    fc.assert(
      fc.property(ring, ring, corner, (drawn, other, [x, y]) => {
        const [longitude, latitude] = [x / 1_000, y / 1_000]
        fc.pre(liesInRing(drawn, longitude, latitude))
        const home = new Set(tokensOfListing({ ...somewhere, longitude, latitude }))
        expect(tokensOfArea({ ...nowhere, polygons: [other, drawn] }).some((token) => home.has(token))).toBe(true)
      }),
      { numRuns: 500 },
    )
    const small: Ring = [
      [-79.9, 32.8],
      [-79.88, 32.8],
      [-79.88, 32.82],
    ]
    expect(tokensOfArea({ ...nowhere, polygons: [small] }).every((token) => token.startsWith('cell:0:'))).toBe(true)
  })

  test('no area at all means anywhere', () => {
    expect(tokensOfArea(nowhere)).toEqual(['any'])
    expect(tokensOfListing(somewhere)).toContain('any')
  })

  test('a town becomes a slug', () => {
    expect(slugOf('  Mt. Pleasant ')).toBe('mt-pleasant')
    expect(slugOf("Pawley's Island")).toBe('pawleys-island')
    expect(slugOf('***')).toBe('')
  })
})
