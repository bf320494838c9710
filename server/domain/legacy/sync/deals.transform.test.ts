import fc from 'fast-check'
import { BSON, ObjectId } from 'mongodb'
import { expect, test } from 'vitest'
import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { commissionOf, transformDeal } from './deals.transform.ts'
import { findUnstorable } from './text.values.ts'
import { isRefusal } from './transform.ts'

const CHANGED = new Date('2026-11-20T12:00:00Z')
const documentOf = (fields: Record<string, unknown>) =>
  decodeDocument(BSON.serialize({ _id: 7, updatedAt: CHANGED, ...fields }))
const dealOf = (fields: Record<string, unknown>) => {
  const result = transformDeal(documentOf({ contactId: 1, agentId: 2, stage: 'Active', ...fields }))
  return isRefusal(result) ? result : { ...result.row, extra: result.extra, wants: result.wants }
}

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, '', '\u0000', '$1,000', 'U/C', 'closed', 'Inspection', '3 %', '12/1/2026', '2026-12-01', 'Y'),
  fc.date({ noInvalidDate: true }),
  fc.constant(new ObjectId('5f1d7f3e9b1e8a0001a00001')),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => BSON.Long.fromBigInt(value)),
  fc.constant(BSON.Decimal128.fromString('350000.25')),
)
const entry = fc.dictionary(
  fc.constantFrom('kind', 'due', 'done', 'doneAt', 'Inspection', 'closing', 'street', '$date'),
  leaf,
)
const value = fc.oneof(leaf, entry, fc.array(fc.oneof(leaf, entry), { maxLength: 3 }))
const NAMES = [
  ...['contactId', 'agentId', 'listingId', 'side', 'stage', 'stageSince', 'price', 'commission', 'address'],
  ...['expectedClose', 'closedAt', 'lostReason', 'milestones', 'createdAt', 'notes'],
]
const document = fc
  .record(Object.fromEntries(NAMES.map((name) => [name, value])), { requiredKeys: [] })
  .chain((fields) =>
    fc
      .constantFrom({}, { contactId: 1, stage: 'Won' }, { contactId: 1, stage: 'lost' })
      .map((over) => ({ ...fields, ...over })),
  )
  .map(documentOf)

test('a deal of the old system never throws, says the same twice, and holds to what the table demands', () => {
  const IS_DAY = /^\d{4}-\d\d-\d\d$/
  fc.assert(
    fc.property(document, (one) => {
      const result = transformDeal(one)
      expect(transformDeal(one)).toEqual(result)
      if (isRefusal(result)) {
        expect(findUnstorable(result)).toBeNull()
        return
      }
      const { row } = result
      expect(findUnstorable([row, result.extra])).toBeNull()
      expect(row.stage === 'closed').toBe(row.closedOn !== null)
      expect(row.stage === 'lost').toBe(row.lostReason !== null)
      for (const day of [row.closedOn, row.expectedCloseOn, ...row.milestones.map(({ dueOn }) => dueOn)])
        if (day !== null) expect(day).toMatch(IS_DAY)
      expect(row.priceCents === null || (Number.isSafeInteger(row.priceCents) && row.priceCents > 0)).toBe(true)
      expect(row.commissionBps === null || (row.commissionBps >= 0 && row.commissionBps <= 10_000)).toBe(true)
      expect(row.addressText === null || /^[^\r\n]+$/.test(row.addressText)).toBe(true)
      expect(new Set(row.milestones.map(({ kind }) => kind)).size).toBe(row.milestones.length)
    }),
    { numRuns: 600 },
  )
})

test('stages, sides, days and sums are read as clerks wrote them; what nobody can place is refused or kept', () => {
  expect(dealOf({ stage: 'U/C', side: 'S', price: '$425,000', expectedClose: '12/15/2026' })).toMatchObject({
    ...{ stage: 'underContract', side: 'seller', priceCents: 42_500_000, expectedCloseOn: '2026-12-15', extra: null },
  })
  // Midnight of UTC is the day that the old form's calendar meant, not the evening before in Charleston.
  expect(dealOf({ stage: 'Won', closedAt: new Date('2026-07-08T00:00:00Z') })).toMatchObject({ closedOn: '2026-07-08' })
  expect(dealOf({ stage: 'Won' })).toMatchObject({ stage: 'closed', closedOn: '2026-11-20' })
  expect(dealOf({ stage: 'dead', lostReason: 'Cold feet, I guess' })).toMatchObject({
    ...{ lostReason: 'other', extra: { lostReason: 'Cold feet, I guess' } },
  })
  expect(dealOf({ stage: 'on ice' })).toMatchObject({ reason: 'unknown-stage', sample: 'on ice' })
  expect(dealOf({ side: 'neither' })).toMatchObject({ reason: 'unknown-side' })
  expect(dealOf({ price: 'ask owner' })).toMatchObject({ reason: 'invalid-price' })
  expect(dealOf({ price: 0, agentId: '' })).toMatchObject({ priceCents: null, wants: null })
  expect(transformDeal(documentOf({ stage: 'Active' }))).toMatchObject({ reason: 'missing-contact' })
})

test('milestones stand in a list or under their names; one without a day is kept beside', () => {
  const due = new Date('2026-12-01T00:00:00Z')
  const list = [
    { kind: 'Closing', due },
    { kind: 'home inspection', due: '11/25/2026', done: 'Y' },
    { kind: 'Survey', due: 'soon' },
  ]
  expect(dealOf({ milestones: list })).toMatchObject({
    milestones: [
      { kind: 'inspection', dueOn: '2026-11-25', doneAt: CHANGED },
      { kind: 'closing', dueOn: '2026-12-01', doneAt: null },
    ],
    extra: { milestones: [{ kind: 'Survey', due: 'soon' }] },
  })
  expect(dealOf({ milestones: { 'Walk-through': due } })).toMatchObject({
    ...{ milestones: [{ kind: 'walkThrough', dueOn: '2026-12-01' }], extra: null },
  })
})

test.each([
  [2.5, 250],
  ['3 %', 300],
  [0.0275, 275],
  ['$12,750', 300],
  [-1, null],
  ['soon', null],
  [900_000, null],
])('a commission of %o on 425,000 dollars is %o hundredths of a percent', (said, bps) =>
  expect(commissionOf(said, 42_500_000)).toBe(bps),
)
