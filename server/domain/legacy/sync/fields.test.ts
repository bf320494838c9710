import fc from 'fast-check'
import { BSON, Decimal128, Long, ObjectId } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { fieldsOf } from './fields.ts'

const of = (fields: object) =>
  fieldsOf(decodeDocument(BSON.serialize({ _id: 1, ...fields })))
    .map(({ path, type }) => `${path}: ${type}`)
    .filter((field) => field !== '_id: number')

describe('the fields of a record', () => {
  test('are named with their types, each once', () => {
    expect(of({ price: 1, beds: '3', agentId: new ObjectId(), updatedAt: new Date(), gone: null })).toEqual([
      ...['price: number', 'beds: string', 'agentId: objectId', 'updatedAt: date'],
    ])
    expect(of({ address: { zip: '29902' }, photos: ['a', 'b', 3] })).toEqual([
      ...['address: document', 'address.zip: string', 'photos: array', 'photos[]: string', 'photos[]: number'],
    ])
    expect(of({ big: Long.fromString('9007199254740993'), money: Decimal128.fromString('1.10') })).toEqual([
      ...['big: number', 'money: number'],
    ])
  })

  test('are few and storable, whatever a record holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 8 })), (fields) => {
        const found = fieldsOf({ fields })
        expect(found.length).toBeLessThanOrEqual(300)
        for (const { path } of found) {
          expect(path.isWellFormed()).toBe(true)
          expect(path).not.toContain('\0')
        }
      }),
    )
  })
})
