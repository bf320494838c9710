import { expect, test } from 'vitest'
import { type Criteria, criteriaSchema } from '../searches.schema.ts'
import { changesBetween, type VersionChange } from './changes.ts'

const ring = (at: number) => [
  [at, 32],
  [at + 0.1, 32],
  [at, 32.1],
]
const parse = (over: object): Criteria => criteriaSchema.parse(over)

test.each<[string, object, object, VersionChange[]]>([
  [
    'a higher price',
    { listPriceMax: 550_000 },
    { listPriceMax: 600_000 },
    [{ of: 'price', now: 'up to $600,000', was: 'up to $550,000' }],
  ],
  ['a wish that is new', {}, { bedroomsMin: 3 }, [{ of: 'bedrooms', now: '3 or more', was: 'any' }]],
  [
    'places that went and a wish that changed',
    { citySlugs: ['mount-pleasant'], features: ['Pool'] },
    { features: ['Pool', 'Dock'] },
    [
      { of: 'area', now: 'anywhere', was: 'Mount Pleasant' },
      { of: 'features', now: 'pool and dock', was: 'pool' },
    ],
  ],
  [
    'an area that was drawn anew',
    { polygons: [ring(-80)] },
    { polygons: [ring(-79)] },
    [{ of: 'area', now: 'drawn anew on the map', was: 'the drawn area' }],
  ],
  [
    'other reasons to write',
    { events: ['New', 'PriceDrop'] },
    { events: ['New'] },
    [{ of: 'events', now: 'is new', was: 'is new or reduced' }],
  ],
  ['the same said twice', { postalCodes: ['29464'] }, { postalCodes: ['29464'] }, []],
])('%s', (_what, before, after, changes) => {
  expect(changesBetween(parse(before), parse(after))).toEqual(changes)
})
