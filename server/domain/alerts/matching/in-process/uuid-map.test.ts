import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UuidMap, uuidAt } from './uuid-map.ts'

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

test('numbers are found by uuid as in a map of strings, however many there are', () => {
  // A last word that is always the same is the worst that can happen to the hash.
  const ids = fc.oneof(
    fc.uuid(),
    fc.uuid().map((id) => `${id.slice(0, 28)}deadbeef`),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(ids, fc.nat()), { maxLength: 3_000, size: 'max' }), fc.uuid(), (pairs, other) => {
      const [packed, plain] = [new UuidMap(1), new Map<string, number>()]
      for (const [id, value] of pairs) {
        packed.set(bytesOf(id), 0, value)
        plain.set(id, value)
      }
      for (const [id] of pairs) expect(packed.get(bytesOf(id), 0)).toBe(plain.get(id))
      expect(packed.get(bytesOf(other), 0)).toBe(plain.get(other) ?? -1)
    }),
    { numRuns: 20 },
  )
})

test('an id is written as the database writes it', () => {
  const isSame = (id: string) => uuidAt(bytesOf(id), 0) === id
  fc.assert(fc.property(fc.uuid(), isSame))
})
