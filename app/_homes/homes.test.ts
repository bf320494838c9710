import { expect, test } from 'vitest'
import { smooth } from '../_map/smooth.ts'
import { streetLine } from './address.words.ts'
import { bathsOf } from './home.words.ts'
import { portraitUrl } from './portrait.ts'
import { pricesOf } from './prices-of.ts'

test('prices run from the first to the latest, whatever order the events come in', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, n))
  const event = (n: number, kind: string, toPriceCents: number) => ({ kind, toPriceCents, occurredAt: day(n) })
  const home = {
    originalListPriceCents: 500,
    onMarketTimestamp: day(1),
    events: [event(20, 'PriceChange', 300), event(10, 'PriceChange', 400), event(15, 'StatusChange', 400)],
  }
  expect(pricesOf(home).map(({ cents }) => cents)).toEqual([500, 400, 300])
})

test('half baths count half, and a withheld street is not guessed', () => {
  expect(bathsOf({ bathroomsFull: 2, bathroomsHalf: 1 })).toBe(2.5)
  expect(streetLine({ streetAddress: null })).toBe('Address on request')
  expect(streetLine({ streetAddress: '12 Marsh Lane', unitNumber: '4' })).toBe('12 Marsh Lane, Unit 4')
})

test('a portrait is found by the name alone', () => {
  expect(portraitUrl('http://photos.test', 'Zoë O’Neal')).toBe('http://photos.test/people/zoe-o-neal.jpg?w=112')
})

test('a smoothed shore keeps its ends, and a closed one stays closed', () => {
  const line = smooth([
    [0, 0],
    [1, 1],
    [2, 0],
  ])
  expect([line[0], line.at(-1)]).toEqual([
    [0, 0],
    [2, 0],
  ])
  const ring = smooth(
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
    { closed: true },
  )
  expect(ring.at(-1)).toEqual(ring[0])
})
