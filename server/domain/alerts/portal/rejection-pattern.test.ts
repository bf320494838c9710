import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRejectionPattern, type JudgedHome } from './rejection-pattern.ts'

const plain: JudgedHome = {
  ...{ verdict: null, priceCents: 50_000_000, beds: 3, areaSqFt: 2_000, lotSqFt: 9_000, yearBuilt: 2005 },
  city: 'Beaufort',
}
type Over = Partial<JudgedHome>
const homes = (count: number, over: Over) => Array.from({ length: count }, () => ({ ...plain, ...over }))
const no = (count: number, over: Over = {}) => homes(count, { ...over, verdict: 'Discard' })
const yes = (count: number, over: Over = {}) => homes(count, { ...over, verdict: 'Favorite' })

test.each<[string, JudgedHome[], { rejected: number; shown: number; reasons: string[] } | null]>([
  ['small lots', [...no(9, { lotSqFt: 4_000 }), ...yes(2)], { rejected: 9, shown: 11, reasons: ['lot too small'] }],
  [
    'dear homes',
    [...no(5, { priceCents: 70_000_000 }), ...yes(2)],
    { rejected: 5, shown: 7, reasons: ['too expensive'] },
  ],
  ['old homes', [...no(4, { yearBuilt: 1962 }), ...yes(3)], { rejected: 4, shown: 7, reasons: ['too old'] }],
  ['few rooms', [...no(4, { beds: 2 }), ...yes(2)], { rejected: 4, shown: 6, reasons: ['too few bedrooms'] }],
  ['one town', [...no(4, { city: 'Bluffton' }), ...yes(2)], { rejected: 4, shown: 6, reasons: ['in Bluffton'] }],
  ['no trait', [...no(4), ...yes(2)], { rejected: 4, shown: 6, reasons: [] }],
  ['a hair’s breadth', [...no(5, { lotSqFt: 8_800 }), ...yes(2)], { rejected: 5, shown: 7, reasons: [] }],
  [
    'both sides',
    [...no(3, { lotSqFt: 4_000 }), ...no(3, { lotSqFt: 30_000 }), ...yes(3)],
    { rejected: 6, shown: 9, reasons: [] },
  ],
  ['lots that nobody measured', [...no(5, { lotSqFt: null }), ...yes(2)], { rejected: 5, shown: 7, reasons: [] }],
  ['too few rejected', [...no(3, { lotSqFt: 4_000 }), ...yes(9)], null],
  ['nothing to hold them against', [...no(9), ...yes(1)], null],
])('%s', (_, given, pattern) => {
  expect(findRejectionPattern(given)).toEqual(pattern)
})

test('homes without a word count where hardly any was liked, and not where some were', () => {
  const rejected = no(5, { areaSqFt: 1_200 })
  expect(findRejectionPattern([...rejected, ...homes(4, {})])?.reasons).toEqual(['house too small'])
  expect(findRejectionPattern([...rejected, ...yes(3, { areaSqFt: 1_200 }), ...homes(9, {})])?.reasons).toEqual([])
})

const anyHome: fc.Arbitrary<JudgedHome> = fc.record({
  verdict: fc.constantFrom('Favorite', 'Possible', 'Discard', null),
  priceCents: fc.integer({ min: 1, max: 500_000_000 }),
  beds: fc.integer({ min: 0, max: 8 }),
  areaSqFt: fc.option(fc.integer({ min: 1, max: 9_000 })),
  lotSqFt: fc.option(fc.integer({ min: 1, max: 90_000 })),
  yearBuilt: fc.option(fc.integer({ min: 1800, max: 2027 })),
  city: fc.constantFrom('Beaufort', 'Bluffton', 'Seabrook'),
})

test('the order of the homes changes nothing; one that was rejected twice as often is no other taste', () => {
  fc.assert(
    fc.property(fc.array(anyHome, { maxLength: 40 }), (given) => {
      const found = findRejectionPattern(given)
      const turned = findRejectionPattern(given.toReversed())
      expect([turned?.rejected, turned?.reasons.toSorted()]).toEqual([found?.rejected, found?.reasons.toSorted()])
      // Twice as many likes can be enough where one was too few.
      const likes = given.filter(({ verdict }) => verdict === 'Favorite' || verdict === 'Possible')
      if (found && likes.length >= 2)
        expect(findRejectionPattern([...given, ...given])?.reasons.toSorted()).toEqual(found.reasons.toSorted())
    }),
    { numRuns: 200 },
  )
})
