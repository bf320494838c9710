import fc from 'fast-check'
import { BSON, ObjectId } from 'mongodb'
import { describe, expect, test } from 'vitest'
import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { transformAgent } from './agents.transform.ts'
import { transformContact } from './contacts.transform.ts'
import { transformLead } from './leads.transform.ts'
import { transformListing } from './listings.transform.ts'
import { transformOffice } from './offices.transform.ts'
import { transformPhoto } from './photos.transform.ts'
import { transformSearch } from './searches.transform.ts'
import { findUnstorable } from './text.values.ts'
import { isRefusal, type Transform } from './transform.ts'

const CHANGED = new Date('2026-11-20T12:00:00Z')
const documentOf = (fields: Record<string, unknown>) =>
  decodeDocument(BSON.serialize({ _id: 7, updatedAt: CHANGED, ...fields }))

/** What a field of the old system may hold: the right thing, nearly the right thing, or anything at all. */
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(
    null,
    '',
    '\u0000',
    '$1,000',
    '3 BR',
    'Active',
    'SFR',
    'Y',
    '11/21/2026 3:15 PM',
    '29464-1',
    'new',
    'any',
    '<b>&#99999999;',
  ),
  fc.date({ noInvalidDate: true }),
  fc.constant(new ObjectId('5f1d7f3e9b1e8a0001a00001')),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => BSON.Long.fromBigInt(value)),
  fc.constant(BSON.Decimal128.fromString('350000.25')),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new BSON.Binary(bytes)),
  fc.constantFrom(
    ...[new BSON.MinKey(), new BSON.MaxKey(), new BSON.Timestamp({ t: 1, i: 1 }), new BSON.Code('f()', { a: 1 })],
    ...[new BSON.BSONRegExp('^a', 'i'), new BSON.BSONSymbol('a'), new BSON.DBRef('homes', new ObjectId(1))],
  ),
)
const value = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('full', 'half', 'street', 'city', 'zip', '$oid', 'lat', 'miles'), leaf),
)
const documentWith = (...names: string[]) =>
  fc
    .record(Object.fromEntries(['anything', ...names].map((name) => [name, value])), { requiredKeys: [] })
    .map(documentOf)

const alwaysFine = <Row>(transform: Transform<Row>, names: string[]) =>
  fc.assert(
    fc.property(documentWith(...names), (document) => {
      const result = transform(document)
      if (isRefusal(result)) expect(findUnstorable(result)).toBeNull()
      else expect(findUnstorable([result.row, result.extra])).toBeNull()
      expect(transform(document)).toEqual(result)
    }),
    { numRuns: 1_500 },
  )

const aListing = (over: Record<string, unknown> = {}) =>
  documentOf({
    mlsNumber: '26000010',
    status: 'Active',
    propertyType: 'SFR',
    price: 350_000,
    beds: 3,
    baths: 2.5,
    sqft: 1_800,
    yearBuilt: 1999,
    address: { street: '1 Oak St', city: 'Beaufort', state: 'SC', zip: '29902' },
    loc: [-80.68, 32.43],
    photos: [],
    agentId: new ObjectId('5f1d7f3e9b1e8a0001a00001'),
    ...over,
  })
const listingOf = (over: Record<string, unknown> = {}) => {
  const result = transformListing(aListing(over))
  return isRefusal(result) ? result : { ...result.row, wants: result.wants, extra: result.extra }
}
const searchOf = (fields: Record<string, unknown>) => {
  const result = transformSearch(documentOf({ contactId: 'c1', ...fields }))
  return isRefusal(result) ? result : result.row
}

describe('transforms', () => {
  test('never throw and never let through what the database would refuse, whatever a document holds', () => {
    alwaysFine(transformAgent(new Map([['beaufort', 'office']])), [
      'name',
      'email',
      'phone',
      'office',
      'role',
      'active',
      'team',
    ])
    alwaysFine(transformContact, ['firstName', 'lastName', 'email', 'agentId', 'stage', 'createdAt', 'notes'])
    alwaysFine(transformListing, [
      'status',
      'propertyType',
      'price',
      'beds',
      'baths',
      'address',
      'loc',
      'remarks',
      'photos',
      'listedAt',
    ])
    alwaysFine(transformSearch, ['contactId', 'name', 'criteria', 'statuses', 'events', 'active', 'createdAt'])
    alwaysFine(transformOffice, ['name', 'address', 'phone', 'timeZone'])
    alwaysFine(transformPhoto, ['listingId', 'url', 'caption', 'order', 'createdAt'])
    alwaysFine(transformLead, ['name', 'email', 'phone', 'message', 'kind', 'status', 'contactId', 'createdAt'])
    alwaysFine(
      (document) => transformListing(aListing(document.fields)),
      ['price', 'beds', 'baths', 'sqft', 'loc', 'yearBuilt', 'remarks', 'features', 'openHouses', 'lotSqft'],
    )
  })

  test('name what they refuse', () => {
    expect(listingOf({ status: 'Kick-out' })).toEqual({ reason: 'unknown-status', path: 'status', sample: 'Kick-out' })
    expect(listingOf({ price: 'call for price' })).toMatchObject({ reason: 'invalid-price', sample: 'call for price' })
    expect(listingOf({ subdivision: 'Park\u0000 West' })).toMatchObject({ reason: 'nul-byte', path: 'subdivision' })
    expect(listingOf({ beds: 400 })).toMatchObject({ reason: 'implausible-rooms', path: 'beds' })
    expect(listingOf({ address: { street: '1 Oak St', city: 'Beaufort' } })).toMatchObject({
      reason: 'invalid-postal-code',
    })
    expect(transformContact(documentOf({ firstName: 'Ana' }))).toMatchObject({ reason: 'missing-agent' })
    const agent = transformAgent(new Map())(documentOf({ name: 'Mara', email: 'mara@x.test', office: 'Savannah' }))
    expect(agent).toEqual({ reason: 'unknown-office', path: 'office', sample: 'Savannah' })
  })

  test('hide a home when what the old system says about it can not be read', () => {
    expect(listingOf()).toMatchObject({ internetEntireListingDisplayYN: true, internetAddressDisplayYN: true })
    expect(listingOf({ hideOnline: 'Y', hideAddress: 1 })).toMatchObject({
      internetEntireListingDisplayYN: false,
      internetAddressDisplayYN: false,
    })
    expect(listingOf({ hideOnline: 'ask seller' })).toMatchObject({ internetEntireListingDisplayYN: false })
  })

  test('keep what they do not know, and what they replaced', () => {
    expect(listingOf({ wpPostId: 5 })).toMatchObject({ extra: { wpPostId: 5 } })
    expect(listingOf()).toMatchObject({
      extra: null,
      listingKey: 'legacy:n:7',
      wants: { sourceId: 'o:5f1d7f3e9b1e8a0001a00001' },
    })
    expect(transformContact(documentOf({ agentId: 1, email: 'none', notes: 'a\u0000b' }))).toMatchObject({
      row: { email: null, fullName: 'Without a name' },
      extra: { email: 'none', notes: 'ab' },
      needs: { stream: 'agents', sourceId: 'n:1' },
    })
  })

  test('read features in any spelling, and keep the words that nobody knows', () => {
    expect(listingOf({ features: ['2 car garage', 'IN-GROUND POOL', 'Sidewalks', 'oceanfront'] })).toMatchObject({
      features: ['Pool', 'Waterfront', 'OceanView', 'Garage'],
      extra: { features: ['Sidewalks'] },
    })
    expect(listingOf({ features: 'Fenced; dock, Gated' })).toMatchObject({
      ...{ features: ['Dock', 'FencedYard', 'Gated'], extra: null },
    })
    expect(listingOf({ features: 7 })).toMatchObject({ features: [], extra: { features: ['7'] } })
  })

  test('read open houses: a start in any form, two hours where no end makes sense, the last word of one start', () => {
    const start = '2026-11-28T19:00:00.000Z'
    const visit = (over: object) => ({ start: { $date: start }, ...over })
    expect(listingOf({ openHouses: [visit({ end: '11/28/2026 4:30 PM', note: ' Ring ' })] })).toMatchObject({
      openHouses: [
        {
          openHouseKey: `legacy:n:7@${start}`,
          openHouseStartTime: new Date(start),
          openHouseEndTime: new Date('2026-11-28T21:30:00Z'),
          ...{ openHouseStatus: 'Active', openHouseRemarks: 'Ring' },
        },
      ],
    })
    expect(
      listingOf({ openHouses: [visit({ end: start }), { start: 'soon' }, 7, visit({ status: 'Cancelled' })] }),
    ).toMatchObject({
      openHouses: [{ openHouseEndTime: new Date('2026-11-28T21:00:00Z'), openHouseStatus: 'Canceled' }],
    })
    expect(listingOf({ openHouses: 'Sunday' })).toMatchObject({ openHouses: [] })
  })

  test.each([
    ['0.46 ac', 20_038],
    ['2 acres', 87_120],
    ['20,000', 20_000],
    [9_000, 9_000],
    ['none', null],
  ])('a lot of %o has %o square feet', (lotSqft, lotSizeSquareFeet) =>
    expect(listingOf({ lotSqft })).toMatchObject({ lotSizeSquareFeet }),
  )

  test.each([
    ['Lot', 'Land'],
    ['Duplex', 'ResidentialIncome'],
    ['Condo', 'Residential'],
  ])('a %s is %s', (word, propertyType) => expect(listingOf({ propertyType: word })).toMatchObject({ propertyType }))

  test.each([0, 85, 2087, 'old'])('know no year like %o', (yearBuilt) =>
    expect(listingOf({ yearBuilt })).toMatchObject({ yearBuilt: null }),
  )

  test('read the criteria of a search: swapped bounds, nothing as any, words as their proper form', () => {
    expect(
      searchOf({
        criteria: {
          minPrice: '$500,000',
          maxPrice: 200_000,
          beds: '3 BR',
          baths: '2.25',
          minSqft: '',
          types: ['SFR', 'Condo'],
          towns: ['MT PLEASANT'],
          zips: [29464],
          near: { lat: -79.9, lng: 32.8, miles: '5' },
        },
        statuses: ['CS', 'ACT'],
        events: ['price'],
        active: 'Y',
      }),
    ).toMatchObject({
      wanted: true,
      criteria: {
        listPriceMin: 200_000,
        listPriceMax: 500_000,
        bedroomsMin: 3,
        bathroomsMin: 2.5,
        propertySubTypes: ['SingleFamilyResidence', 'Condominium'],
        citySlugs: ['mount-pleasant'],
        postalCodes: ['29464'],
        radius: { latitude: 32.8, longitude: -79.9, miles: 5 },
        statuses: ['ComingSoon', 'Active'],
        events: ['PriceDrop'],
      },
    })
    const anything = searchOf({ criteria: { minPrice: 0, beds: '', baths: null, near: null, towns: [] } })
    expect(anything).toMatchObject({
      criteria: { statuses: ['Active'], events: ['New', 'PriceDrop', 'BackOnMarket'], citySlugs: [] },
    })
    expect(anything).not.toHaveProperty('criteria.listPriceMin', expect.anything())
  })

  test.each([
    ['criteria.maxPrice', { criteria: { maxPrice: 'cheap' } }],
    ['criteria.types', { criteria: { types: ['castle'] } }],
    ['criteria.zips', { criteria: { zips: ['Beaufort'] } }],
    ['criteria.near', { criteria: { near: { lat: 32, miles: 5 } } }],
    ['criteria.radius.miles', { criteria: { near: { lat: 32.5, lng: -80, miles: 900 } } }],
    ['events', { events: ['sold'] }],
    ['criteria', { criteria: 'all of it' }],
  ])('would rather put a search aside than mail too much: %s', (path, fields) => {
    expect(searchOf(fields)).toMatchObject({ reason: 'invalid-criteria', path })
  })
})
