import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Circle,
  EARTH_RADIUS_MILES,
  milesBetween,
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

describe('location tokens', () => {
  test('a home within a circle always shares a token with it, wherever on earth', () => {
    fc.assert(
      fc.property(circle, share, fc.double({ min: 0, max: 360, noNaN: true }), (area, part, bearing) => {
        const point = pointAt(area, area.miles * part, bearing)
        fc.pre(milesBetween(area, point) <= area.miles)
        const home = new Set(tokensOfListing({ citySlug: 'x', postalCode: '00000', ...point }))
        expect(tokensOfArea({ citySlugs: [], postalCodes: [], radius: area }).some((token) => home.has(token))).toBe(
          true,
        )
      }),
      { numRuns: 5_000 },
    )
  })

  test('a home in one of the towns or zip codes shares a token, one elsewhere shares none', () => {
    const area = tokensOfArea({ citySlugs: ['beaufort'], postalCodes: ['29464'], radius: null })
    const shares = (citySlug: string, postalCode: string) =>
      tokensOfListing({ citySlug, postalCode, latitude: null, longitude: null }).some((token) => area.includes(token))
    expect(shares('beaufort', '29902')).toBe(true)
    expect(shares('mount-pleasant', '29464')).toBe(true)
    expect(shares('charleston', '29401')).toBe(false)
  })

  test('never needs more than twelve cells, and a small circle needs few fine ones', () => {
    const at = (miles: number) =>
      tokensOfArea({ citySlugs: [], postalCodes: [], radius: { latitude: 32.83, longitude: -79.82, miles } })
    for (const miles of [0.1, 1, 3, 5, 10, 25, 40]) expect(at(miles).length).toBeLessThanOrEqual(12)
    expect(at(1).every((token) => token.startsWith('cell:0:'))).toBe(true)
    expect(at(100)).toEqual(['any'])
  })

  test('no area at all means anywhere', () => {
    expect(tokensOfArea({ citySlugs: [], postalCodes: [], radius: null })).toEqual(['any'])
    expect(tokensOfListing({ citySlug: 'x', postalCode: '29464', latitude: null, longitude: null })).toContain('any')
  })

  test('a town becomes a slug', () => {
    expect(slugOf('  Mt. Pleasant ')).toBe('mt-pleasant')
    expect(slugOf("Pawley's Island")).toBe('pawleys-island')
    expect(slugOf('***')).toBe('')
  })
})
