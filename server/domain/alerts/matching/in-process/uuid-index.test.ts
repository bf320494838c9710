import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UuidIndex } from './uuid-index.ts'

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

test('numbers are found by uuid as in a map of strings, however many there are', () => {
  // A last word that is always the same is the worst that can happen to the hash.
  const ids = fc.oneof(
    fc.uuid(),
    fc.uuid().map((id) => `${id.slice(0, 28)}deadbeef`),
  )
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 3_000, size: 'max' }), fc.uuid(), (listed, other) => {
      const numbered = listed.map(bytesOf)
      const packed = new UuidIndex(1, (number, word) => numbered[number]?.readInt32LE(word * 4) ?? 0)
      const plain = new Map<string, number>()
      // An id that comes again gets a new number, as a search that changes gets a new record.
      const former = listed.map((id, number) => {
        const [was, is] = [plain.get(id) ?? -1, packed.set(bytesOf(id), 0, number)]
        plain.set(id, number)
        return was === is
      })
      expect(former).not.toContain(false)
      const asked = [...listed, other]
      expect(asked.map((id) => packed.get(bytesOf(id), 0))).toEqual(asked.map((id) => plain.get(id) ?? -1))
    }),
    { numRuns: 20 },
  )
})
