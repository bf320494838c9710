import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOf, groupPlaces } from './grouping.ts'

test('places are grouped as by a map of arrays', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 })), (groupOf) => {
      const { count, placesOf } = groupPlaces(Int32Array.from(groupOf), 10)
      const plain = Map.groupBy(groupOf.keys(), (place) => groupOf[place])
      for (let group = 0; group < count; group += 1) expect([...placesOf(group)]).toEqual(plain.get(group) ?? [])
    }),
  )
})

test('batches hold everything once, in order, and none is empty', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 7 }), (items, size) => {
      const batches = [...batchesOf(items, size)]
      expect(batches.flat()).toEqual(items)
      expect(batches.every(({ length }) => length > 0 && length <= size)).toBe(true)
    }),
  )
})
