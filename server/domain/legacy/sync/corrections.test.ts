import fc from 'fast-check'
import { BSON, ObjectId } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { type Correction, correct, jsonOf, valueAt } from './corrections.ts'

const aDocument = (fields: object) => decodeDocument(BSON.serialize({ _id: 7, ...fields }))
const aCorrection = (over: Partial<Correction> = {}): Correction => ({
  ...{ sourceId: 'n:7', path: 'price', original: '0', value: '425000' },
  ...over,
})

describe('a correction', () => {
  test('of one document holds while the old system says the same, and no longer', () => {
    expect(correct(aDocument({ price: 0 }), [aCorrection()]).document.fields).toMatchObject({ price: 425_000 })
    expect(correct(aDocument({ price: 1 }), [aCorrection()]).used).toEqual([])
    expect(correct(aDocument({ price: 0 }), [aCorrection({ sourceId: 'n:8' })]).used).toEqual([])
  })

  test('of a word holds wherever it stands, however it is typed', () => {
    const word = aCorrection({ sourceId: null, path: 'status', original: '"Actve"', value: '"Active"' })
    expect(correct(aDocument({ status: ' ACTVE ' }), [word]).document.fields).toMatchObject({ status: 'Active' })
    expect(correct(aDocument({ status: 'Sold' }), [word]).used).toEqual([])
    expect(correct(aDocument({}), [word]).used).toEqual([])
  })

  test('of the document itself comes before one of the word', () => {
    const word = aCorrection({ sourceId: null, path: 'status', original: '"x"', value: '"Sold"' })
    const own = aCorrection({ path: 'status', original: '"x"', value: '"Active"' })
    expect(correct(aDocument({ status: 'x' }), [own, word]).document.fields).toMatchObject({ status: 'Active' })
  })

  test('reaches into documents and lists, and adds what is missing', () => {
    const zip = aCorrection({ path: 'address.zip', original: 'null', value: '"29902"' })
    expect(correct(aDocument({ address: { city: 'Beaufort' } }), [zip]).document.fields).toMatchObject({
      address: { city: 'Beaufort', zip: '29902' },
    })
    expect(correct(aDocument({}), [zip]).document.fields).toMatchObject({ address: { zip: '29902' } })
    const photo = aCorrection({ path: 'photos.1', original: '"b\\u0000"', value: '"b"' })
    expect(correct(aDocument({ photos: ['a', 'b\0'] }), [photo]).document.fields).toMatchObject({ photos: ['a', 'b'] })
    const agent = new ObjectId().toHexString()
    const id = aCorrection({ path: 'agentId', original: 'null', value: jsonOf({ $oid: agent }) })
    expect(correct(aDocument({}), [id]).document.fields).toMatchObject({ agentId: { $oid: agent } })
  })

  test('changes its path and nothing else, and never the prototype', () => {
    const path = fc.array(fc.constantFrom('a', 'b', '0', '__proto__', 'constructor'), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        path,
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()),
        (steps, value, fields) => {
          const document = { ...aDocument({}), fields: { ...fields, kept: 'as it was' } }
          const where = steps.join('.')
          const original = jsonOf(valueAt(document.fields, where))
          const { document: after } = correct(document, [aCorrection({ path: where, original, value: jsonOf(value) })])
          expect(jsonOf(valueAt(after.fields, where))).toBe(jsonOf(value))
          expect(after.fields.kept).toBe('as it was')
          expect(Object.getPrototypeOf(after.fields)).toBe(Object.prototype)
          expect({}).not.toHaveProperty('a')
        },
      ),
    )
  })
})
