import fc from 'fast-check'
import { BSON, ObjectId } from 'mongodb'
import { expect, test } from 'vitest'
import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { transformSentAlert } from './sent-alerts.transform.ts'
import { findUnstorable } from './text.values.ts'
import { isRefusal } from './transform.ts'

const SENT = new Date('2026-11-20T12:00:00Z')
const documentOf = (fields: Record<string, unknown>) =>
  decodeDocument(BSON.serialize({ _id: new ObjectId('691f04c0a1b2c3d4e5f60718'), updatedAt: SENT, ...fields }))
const rowOf = (fields: Record<string, unknown>) => {
  const result = transformSentAlert(documentOf({ contactId: 'c1', sentAt: SENT, ...fields }))
  return isRefusal(result) ? result : result.row
}

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, '', '\u0000', '$1,000', 'new', 'NEW', 'ana@mail.test', '11/21/2026 3:15 PM', '9999-99-99'),
  fc.date(),
  fc.constant(new ObjectId('5f1d7f3e9b1e8a0001a00001')),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => BSON.Long.fromBigInt(value)),
  fc.constant(BSON.Decimal128.fromString('350000.25')),
)
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }), fc.dictionary(fc.constantFrom('$oid', '$date'), leaf))
const names = ['_id', 'searchId', 'contactId', 'to', 'listingIds', 'prices', 'events', 'sentAt', 'updatedAt', 'more']

test('a line of the log never throws, whatever it holds, and what is let through can be stored', () => {
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: ['_id'] }),
      (fields) => {
        const document = decodeDocument(BSON.serialize(fields))
        const result = transformSentAlert(document)
        expect(transformSentAlert(document)).toEqual(result)
        expect(findUnstorable(isRefusal(result) ? result : [result.row, result.extra])).toBeNull()
        if (isRefusal(result)) return
        const { row } = result
        expect([row.pricesCents.length, row.kinds.length]).toEqual([
          row.listingSourceIds.length,
          row.listingSourceIds.length,
        ])
        expect(Number.isNaN(row.sentAt.getTime())).toBe(false)
      },
    ),
    { numRuns: 1_500 },
  )
})

test('each home has its price and its news; what the log does not say is not guessed', () => {
  expect(
    rowOf({ searchId: 7, to: ' Ana@Mail.test', listingIds: ['a', 'b'], prices: ['$350,000'], events: ['Price'] }),
  ).toEqual({
    ...{ contactSourceId: 's:c1', searchSourceId: 'n:7', listingSourceIds: ['s:a', 's:b'], sentTo: 'ana@mail.test' },
    ...{ pricesCents: [35_000_000, 0], kinds: ['price', ''], sentAt: SENT },
    writtenAt: new Date('2025-11-20T12:08:32Z'),
  })
  expect(rowOf({ listingIds: 'a' })).toMatchObject({ listingSourceIds: ['s:a'], searchSourceId: null, sentTo: null })
  expect(rowOf({ sentAt: '11/20/2026 7:00 AM' })).toMatchObject({ sentAt: SENT })
})

test('without a person or a moment it is put aside; a missing moment is that of its id', () => {
  expect(rowOf({ contactId: '' })).toMatchObject({ reason: 'missing-contact' })
  expect(rowOf({ sentAt: 'yesterday' })).toMatchObject({ reason: 'invalid-date', path: 'sentAt', sample: 'yesterday' })
  expect(rowOf({ sentAt: null })).toMatchObject({ sentAt: new Date('2025-11-20T12:08:32Z') })
})
