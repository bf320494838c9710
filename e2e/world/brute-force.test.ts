import { ObjectId } from 'mongodb'
import { expect, test } from 'vitest'
import { expectedAlerts, type LegacySnapshot } from '#world/brute-force.ts'
import type { LegacyDoc } from '#world/legacy/documents.ts'

const at = new Date('2026-11-20T12:00:00Z')
const takenAt = new Date('2026-11-21T12:00:00Z')
const agentId = new ObjectId()
const contactId = new ObjectId()
const homeId = new ObjectId()

const anAgent = (over: object = {}): LegacyDoc => ({ _id: agentId, office: 'Charleston', updatedAt: at, ...over })
const aContact = (over: object = {}): LegacyDoc => ({
  _id: contactId,
  agentId,
  email: 'ana@mail.test',
  updatedAt: at,
  ...over,
})
const aHome = (over: object = {}): LegacyDoc => ({
  _id: homeId,
  mlsNumber: '26000010',
  status: 'Active',
  propertyType: 'Townhouse',
  price: 400_000,
  beds: 3,
  baths: 2.5,
  sqft: 1800,
  address: { city: 'Mount Pleasant', zip: '29464' },
  loc: [-79.86, 32.8],
  updatedAt: at,
  ...over,
})
const aSearch = (criteria: object = {}, over: object = {}): LegacyDoc => ({
  _id: new ObjectId(),
  contactId,
  criteria,
  active: true,
  updatedAt: at,
  ...over,
})
const snapshot = (over: Partial<LegacySnapshot> = {}): LegacySnapshot => ({
  takenAt,
  isSwept: false,
  agents: [anAgent()],
  contacts: [aContact()],
  listings: [],
  savedSearches: [aSearch()],
  ...over,
})

/** How many matches there are when this home becomes that home (or comes on the market) under this search. */
function matchesOf(after: object, { before, search = aSearch() }: { before?: object; search?: LegacyDoc } = {}) {
  const listings = before ? [aHome(before)] : []
  return expectedAlerts({
    before: snapshot({ listings }),
    after: snapshot({ listings: [aHome(after)], savedSearches: [search] }),
  }).matches
}
const forNew = (criteria: object, home: object = {}) => matchesOf(home, { search: aSearch(criteria) })

test('a new home on the market is told, one that is already sold is not', () => {
  expect(matchesOf({})).toBe(1)
  expect(matchesOf({ status: 'CLS' })).toBe(0)
  expect(matchesOf({ status: 'CS' }, { search: aSearch({}, { statuses: ['Coming Soon'] }) })).toBe(1)
  expect(matchesOf({ status: 'AUC' })).toBe(0)
  expect(matchesOf({ hideOnline: 'Y' })).toBe(0)
})

test('a price that falls is told, one that rises or is only spelled otherwise is not', () => {
  expect(matchesOf({ price: 399_999 }, { before: {} })).toBe(1)
  expect(matchesOf({ price: 400_001 }, { before: {} })).toBe(0)
  expect(matchesOf({ price: '$400,000' }, { before: {} })).toBe(0)
  expect(matchesOf({ price: 399_000 }, { before: {}, search: aSearch({}, { events: ['new', 'back'] }) })).toBe(0)
})

test('a home is back on the market from anywhere but Coming Soon, and can be cheaper as well', () => {
  expect(matchesOf({}, { before: { status: 'Pending' } })).toBe(1)
  expect(matchesOf({ price: 390_000 }, { before: { status: 'W/D' } })).toBe(2)
  expect(matchesOf({}, { before: { status: 'Coming Soon' } })).toBe(0)
  expect(matchesOf({ status: 'Sold' }, { before: {} })).toBe(0)
})

test('bounds include their own value', () => {
  expect(forNew({ minPrice: 400_000, maxPrice: 400_000, beds: 3, baths: 2.5, minSqft: 1800, maxSqft: 1800 })).toBe(1)
  expect(forNew({ minPrice: 400_001 })).toBe(0)
  expect(forNew({ maxPrice: 399_999 })).toBe(0)
  expect(forNew({ beds: 4 })).toBe(0)
  expect(forNew({ baths: 3 })).toBe(0)
  expect(forNew({ minSqft: 1801 })).toBe(0)
  expect(forNew({ maxSqft: 1799 })).toBe(0)
  expect(forNew({ maxSqft: 9000 }, { sqft: null })).toBe(0)
  expect(forNew({ minSqft: 0, maxSqft: '' }, { sqft: null })).toBe(1)
})

test('an area is any of towns, zips and the circle, and its edge belongs to it', () => {
  const oneDegreeNorth = { lat: 31.8, lng: -79.86 }
  const miles = (3958.7613 * Math.PI) / 180
  expect(forNew({ towns: ['MT PLEASANT'] })).toBe(1)
  expect(forNew({ towns: ['Beaufort'], zips: ['29464-1234'] })).toBe(1)
  expect(forNew({ towns: ['Beaufort'], zips: ['29902'] })).toBe(0)
  expect(forNew({ near: { ...oneDegreeNorth, miles: miles + 1e-6 } })).toBe(1)
  expect(forNew({ near: { ...oneDegreeNorth, miles: miles - 1e-6 } })).toBe(0)
  expect(forNew({ near: { ...oneDegreeNorth, miles: 20_000 } }, { loc: [0, 0] })).toBe(0)
  expect(forNew({ near: { ...oneDegreeNorth, miles: 100 } }, { loc: [32.8, -79.86] })).toBe(1)
})

test('dirt is read for what it means', () => {
  const home = { price: '400000.00', beds: '3 BR', baths: { full: 2, half: 1 }, sqft: '1,800', propertyType: 'TH' }
  const search = {
    minPrice: '$500,000',
    maxPrice: '$400,000',
    beds: '3',
    baths: '2.5',
    minSqft: '1,800',
    types: ['townhome'],
  }
  expect(forNew(search, home)).toBe(1)
  expect(forNew({ types: ['Condo'] }, home)).toBe(0)
})

test('what can not be accepted tells nobody anything', () => {
  for (const home of [
    { status: 'Bumpable' },
    { price: 0 },
    { price: 'call' },
    { updatedAt: 'x' },
    { subdivision: 'a\u0000' },
  ])
    expect(matchesOf(home), JSON.stringify(home)).toBe(0)
  expect(matchesOf({ remarks: 'a\u0000b' })).toBe(1)
  expect(matchesOf({ updatedAt: new Date(takenAt.getTime() + 1) })).toBe(0)
  expect(matchesOf({ updatedAt: takenAt })).toBe(1)
  expect(matchesOf({}, { search: aSearch({}, { active: 'N' }) })).toBe(0)
  expect(matchesOf({}, { search: aSearch({}, { contactId: String(contactId) }) })).toBe(0)
})

test('nobody is written to without an address, and one address gets one mail with each home once', () => {
  const twin = new ObjectId()
  const people = [aContact(), aContact({ _id: twin, email: ' ANA@mail.test' }), aContact({ _id: 1, email: 'bob@' })]
  const result = expectedAlerts({
    before: snapshot(),
    after: snapshot({
      contacts: people,
      listings: [aHome(), aHome({ _id: 'second', mlsNumber: '26000020' })],
      savedSearches: [aSearch(), aSearch({}, { contactId: twin }), aSearch({}, { contactId: 1 })],
    }),
  })
  expect(result).toEqual({
    changed: 2,
    events: 2,
    matches: 4,
    searches: 2,
    people: new Map([['ana@mail.test', new Set(['26000010', '26000020'])]]),
  })
})

test('a contact waits for its agent, and its searches with it', () => {
  const listings = [aHome()]
  const after = snapshot({ agents: [anAgent({ office: 'Savannah' })], listings })
  expect(expectedAlerts({ before: snapshot(), after }).people.size).toBe(0)
})
