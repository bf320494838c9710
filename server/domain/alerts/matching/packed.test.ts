import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IdList, TextList, uuidAt } from './packed.ts'

test('packed ids read as the database writes them, each at its place', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid()), (ids) => {
      const packed = IdList.of(ids)
      expect([...packed]).toEqual(ids)
      expect(ids.map((_, place) => packed.at(place))).toEqual(ids)
      expect([packed.length, packed.at(ids.length), packed.at(-1)]).toEqual([ids.length, undefined, undefined])
      expect(packed.bytes.byteLength).toBe(16 * ids.length)
    }),
  )
})

test('an id is read from the middle of other bytes', () => {
  const isSame = (id: string, before: Uint8Array) =>
    uuidAt(Buffer.concat([before, Buffer.from(id.replaceAll('-', ''), 'hex')]), before.length) === id
  fc.assert(fc.property(fc.uuid(), fc.uint8Array(), isSame))
})

test('packed texts read as they were, whatever letters they have', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('', 'josé', '漢字', '🏡'))), (texts) => {
      const packed = TextList.of(texts)
      expect(texts.map((_, place) => packed.at(place))).toEqual(texts)
      expect([packed.length, packed.at(texts.length), packed.at(-1)]).toEqual([texts.length, undefined, undefined])
    }),
  )
})
