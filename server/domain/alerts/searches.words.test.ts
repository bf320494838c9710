import { expect, test } from 'vitest'
import { FEATURES } from './criteria.words.ts'
import { type Criteria, criteriaSchema } from './searches.schema.ts'
import { joinWords, summariseCriteria, summariseEvents } from './searches.words.ts'

const of = (over: Partial<Criteria>) => criteriaSchema.parse(over)
const triangle: [number, number][] = [
  [-79.9, 32.8],
  [-79.8, 32.8],
  [-79.8, 32.9],
]
const circle = (miles: number) => ({ latitude: 32.8, longitude: -79.9, miles })

test.each<[Partial<Criteria>, string]>([
  [{}, 'Homes anywhere'],
  [{ citySlugs: ['mount-pleasant'] }, 'Homes in Mount Pleasant'],
  [{ citySlugs: ['isle-of-palms'] }, 'Homes in Isle of Palms'],
  [{ citySlugs: ['beaufort', 'bluffton'], postalCodes: ['29464'] }, 'Homes in Beaufort, Bluffton or 29464'],
  [{ radius: circle(1) }, 'Homes within 1 mile of a point on the map'],
  [{ citySlugs: ['beaufort'], radius: circle(2.5) }, 'Homes in Beaufort, or within 2.5 miles of a point on the map'],
  [{ propertySubTypes: ['Townhouse'] }, 'Townhouses anywhere'],
  [
    { propertySubTypes: ['SingleFamilyResidence', 'Condominium', 'UnimprovedLand'] },
    'Single-family homes, condos and land anywhere',
  ],
  [{ listPriceMax: 600_000 }, 'Homes anywhere, up to $600,000'],
  [{ listPriceMin: 250_000 }, 'Homes anywhere, from $250,000'],
  [{ listPriceMin: 250_000, listPriceMax: 1_250_000 }, 'Homes anywhere, $250,000 to $1,250,000'],
  [{ listPriceMin: 0 }, 'Homes anywhere, from $0'],
  [{ bedroomsMin: 3, bathroomsMin: 2.5 }, 'Homes anywhere, 3+ beds, 2.5+ baths'],
  [{ bedroomsMin: 0, bathroomsMin: 0 }, 'Homes anywhere'],
  [{ livingAreaMin: 1_500 }, 'Homes anywhere, 1,500+ sq ft'],
  [{ livingAreaMax: 2_000 }, 'Homes anywhere, up to 2,000 sq ft'],
  [{ livingAreaMin: 1_500, livingAreaMax: 2_000 }, 'Homes anywhere, 1,500 to 2,000 sq ft'],
  [{ lotSizeMin: 5_000 }, 'Homes anywhere, on a lot of 5,000+ sq ft'],
  [{ lotSizeMin: 21_780, lotSizeMax: 87_120 }, 'Homes anywhere, on a lot of 0.5 to 2 acres'],
  [{ lotSizeMax: 8_000 }, 'Homes anywhere, on a lot of up to 8,000 sq ft'],
  [{ yearBuiltMin: 2000 }, 'Homes anywhere, built in 2000 or later'],
  [{ yearBuiltMin: 1990, yearBuiltMax: 2010 }, 'Homes anywhere, built 1990 to 2010'],
  [{ yearBuiltMin: 2005, yearBuiltMax: 2005 }, 'Homes anywhere, built in 2005'],
  [{ yearBuiltMax: 1950 }, 'Homes anywhere, built by 1950'],
  [
    { features: ['Pool', 'Waterfront', 'Dock', 'Gated'] },
    'Homes anywhere, on the water, in a gated community, with a pool and a dock',
  ],
  [{ keywords: ['Live Oaks', 'rooftop'] }, 'Homes anywhere, described with “live oaks” and “rooftop”'],
  [{ subdivisions: ['belle-hall'], citySlugs: ['beaufort'] }, 'Homes in Beaufort or Belle Hall'],
  [{ polygons: [triangle] }, 'Homes in an area drawn on the map'],
  [
    { polygons: [triangle, triangle], radius: circle(3) },
    'Homes within 3 miles of a point on the map, or in one of 2 areas drawn on the map',
  ],
  [{ propertyTypes: ['Land'] }, 'Land anywhere'],
  [{ propertyTypes: ['ResidentialIncome'], propertySubTypes: ['Duplex'] }, 'Duplexes among homes to rent out anywhere'],
  [{ statuses: ['Active'] }, 'Homes anywhere'],
  [{ statuses: ['ComingSoon'] }, 'Homes anywhere, coming soon'],
  [{ statuses: ['Active', 'ActiveUnderContract', 'Pending'] }, 'Homes anywhere, for sale, under contract or pending'],
  [
    { propertySubTypes: ['Duplex'], citySlugs: ['summerville'], listPriceMax: 400_000, bedroomsMin: 4 },
    'Duplexes in Summerville, up to $400,000, 4+ beds',
  ],
])('%j is told as "%s"', (over, words) => {
  expect(summariseCriteria(of(over))).toBe(words)
})

test.each<[Criteria['events'], string]>([
  [['New'], 'When a home is new'],
  [['PriceDrop', 'BackOnMarket'], 'When a home is reduced or back on the market'],
  [['MovedIntoRange'], 'When a home moves into the price range'],
  [
    ['New', 'PriceDrop', 'MovedIntoRange', 'StatusChange', 'OpenHouse'],
    'When a home is new or reduced, moves into the price range, changes status or has an open house',
  ],
  [['New', 'PriceDrop', 'BackOnMarket'], 'When a home is new, reduced or back on the market'],
])('the reasons %j are told as "%s"', (events, words) => {
  expect(summariseEvents({ ...of({}), events })).toBe(words)
})

test('lists end with "or" or "and"', () => {
  expect(joinWords([], 'or')).toBe('')
  expect(joinWords(['a'], 'or')).toBe('a')
  expect(joinWords(['a', 'b'], 'and')).toBe('a and b')
  expect(joinWords(['a', 'b', 'c'], 'or')).toBe('a, b or c')
})

test.each<[Partial<Criteria>, string[], string]>([
  [{ listPriceMin: 5, listPriceMax: 4 }, ['listPriceMax'], 'The lowest price is above the highest.'],
  [{ livingAreaMin: 5, livingAreaMax: 4 }, ['livingAreaMax'], 'The smallest area is above the largest.'],
  [{ lotSizeMin: 5, lotSizeMax: 4 }, ['lotSizeMax'], 'The smallest lot is above the largest.'],
  [{ yearBuiltMin: 2001, yearBuiltMax: 2000 }, ['yearBuiltMax'], 'The first year is after the last.'],
  [{ keywords: ['***'] }, ['keywords', '0'], 'Use letters or digits.'],
  [{ polygons: [triangle.slice(1)] }, ['polygons', '0'], 'An area needs three corners.'],
  [{ postalCodes: ['2946'] }, ['postalCodes', '0'], 'A zip code has five digits.'],
  [{ bathroomsMin: 2.2 }, ['bathroomsMin'], 'Baths go in halves: 2 or 2.5.'],
  [{ events: [] }, ['events'], 'Pick at least one reason to write.'],
  [{ statuses: [] }, ['statuses'], 'Pick at least one status.'],
  [{ radius: circle(101) }, ['radius', 'miles'], 'A circle can reach 100 miles at most.'],
])('%j is refused beside %j in words that tell what to do', (over, path, message) => {
  const issues = criteriaSchema.safeParse(over).error?.issues.map((issue) => [issue.path.map(String), issue.message])
  expect(issues).toEqual([[path, message]])
})

test('no feature goes unsaid', () => {
  for (const feature of FEATURES) expect(summariseCriteria(of({ features: [feature] }))).not.toBe('Homes anywhere')
})
