import { expect, test } from 'vitest'
import { type Criteria, criteriaSchema } from './searches.schema.ts'
import { joinWords, summariseCriteria, summariseEvents } from './searches.words.ts'

const of = (over: Partial<Criteria>) => criteriaSchema.parse(over)
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
  [{ postalCodes: ['2946'] }, ['postalCodes', '0'], 'A zip code has five digits.'],
  [{ bathroomsMin: 2.2 }, ['bathroomsMin'], 'Baths go in halves: 2 or 2.5.'],
  [{ events: [] }, ['events'], 'Pick at least one reason to write.'],
  [{ statuses: [] }, ['statuses'], 'Pick at least one status.'],
  [{ radius: circle(101) }, ['radius', 'miles'], 'A circle can reach 100 miles at most.'],
])('%j is refused beside %j in words that tell what to do', (over, path, message) => {
  const issues = criteriaSchema.safeParse(over).error?.issues.map((issue) => [issue.path.map(String), issue.message])
  expect(issues).toEqual([[path, message]])
})
