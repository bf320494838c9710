import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aListingInput } from './listings.bulk.fixture.ts'
import { type ListingInput, upsertListings } from './listings.bulk.ts'
import type { OpenHouseInput } from './open-houses.bulk.ts'

let db: RootDb

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  return own.close
})

const HOUR = 3_600_000
const now = Date.now()
const at = (minute: number) => new Date(now + minute * 60_000)

const aVisit = (key: string, hours: number, over: Partial<OpenHouseInput> = {}): OpenHouseInput => ({
  openHouseKey: key,
  openHouseStartTime: new Date(now + hours * HOUR),
  openHouseEndTime: new Date(now + (hours + 2) * HOUR),
  openHouseStatus: 'Active',
  openHouseRemarks: null,
  ...over,
})
const write = async (...batch: ListingInput[]) => {
  const written = await db.$transaction((tx) => upsertListings(tx, batch))
  return written.map(({ outcome }) => outcome)
}
const toldOf = ({ listingKey }: ListingInput) =>
  db.listingEvent.count({ where: { kind: 'OpenHouse', listing: { listingKey } } })
const statusesOf = async ({ listingKey }: ListingInput) => {
  const visits = await db.openHouse.findMany({ where: { listing: { listingKey } }, orderBy: { openHouseKey: 'asc' } })
  return visits.map(({ openHouseKey, openHouseStatus }) => `${openHouseKey.slice(-1)} ${openHouseStatus}`)
}
const revised = (input: ListingInput, minute: number, over: Partial<ListingInput>): ListingInput => ({
  ...input,
  ...{ modificationTimestamp: at(minute), changeKey: `${input.listingKey}@${minute}` },
  ...over,
})

test('an open house to come is told once, with the home’s price and status', async () => {
  const home = aListingInput({ modificationTimestamp: at(0) })
  await write(home)
  const open = revised(home, 1, { openHouses: [aVisit(`${home.listingKey}a`, 20)] })
  expect(await write(open)).toEqual(['updated'])
  expect(await write(open)).toEqual(['unchanged'])
  await write(revised(open, 2, { publicRemarks: 'New words.' }))
  const events = await db.listingEvent.findMany({
    where: { kind: 'OpenHouse', listing: { listingKey: home.listingKey } },
    include: { openHouse: true, feed: true },
  })
  expect(events).toMatchObject([
    { toPriceCents: 40_000_000n, toStatus: 'Active', openHouse: { openHouseKey: `${home.listingKey}a` } },
  ])
})

test('one that moves to another time is told again, a new remark is not', async () => {
  const home = aListingInput({ modificationTimestamp: at(0) })
  await write({ ...home, openHouses: [aVisit(`${home.listingKey}a`, 20)] })
  await write(
    revised(home, 1, { openHouses: [aVisit(`${home.listingKey}a`, 20, { openHouseRemarks: 'Ring twice.' })] }),
  )
  expect(await toldOf(home)).toBe(1)
  await write(revised(home, 2, { openHouses: [aVisit(`${home.listingKey}a`, 44)] }))
  expect(await toldOf(home)).toBe(2)
})

test('what is over, called off, or at a home off the market is written and told to nobody', async () => {
  const home = aListingInput({ modificationTimestamp: at(0) })
  const visits = [aVisit(`${home.listingKey}a`, -5), aVisit(`${home.listingKey}b`, 5, { openHouseStatus: 'Canceled' })]
  const sold = aListingInput({ modificationTimestamp: at(0), standardStatus: 'Closed' })
  await write({ ...home, openHouses: visits }, { ...sold, openHouses: [aVisit(`${sold.listingKey}a`, 5)] })
  expect(await statusesOf(home)).toEqual(['a Active', 'b Canceled'])
  expect(await statusesOf(sold)).toEqual(['a Active'])
  expect([await toldOf(home), await toldOf(sold)]).toEqual([0, 0])
})

test('one that the source no longer names is canceled, unless it is over', async () => {
  const home = aListingInput({ modificationTimestamp: at(0) })
  await write({ ...home, openHouses: [aVisit(`${home.listingKey}a`, -5), aVisit(`${home.listingKey}b`, 5)] })
  await write(revised(home, 1, { openHouses: [] }))
  expect(await statusesOf(home)).toEqual(['a Active', 'b Canceled'])
})

test('an older revision that arrives late calls nothing off and brings nothing back', async () => {
  const home = aListingInput({ modificationTimestamp: at(0) })
  await write(revised(home, 9, { openHouses: [aVisit(`${home.listingKey}b`, 5)] }))
  await write(revised(home, 3, { openHouses: [aVisit(`${home.listingKey}a`, 5)] }))
  expect(await statusesOf(home)).toEqual(['b Active'])
})

test('a home’s words, kind and features are written as searches ask for them', async () => {
  const home = aListingInput({
    ...{ propertyType: 'Land', subdivisionName: "Bolton's Landing", publicRemarks: 'Café & POOL.' },
    features: ['Pool', 'WaterView'],
  })
  await write(home)
  expect(await db.listing.findUnique({ where: { listingKey: home.listingKey } })).toMatchObject({
    ...{ propertyType: 'Land', subdivisionSlug: 'boltons-landing', features: ['Pool', 'WaterView'] },
    keywordText: ' cafe pool  boltons landing ',
    locationTokens: expect.arrayContaining(['sub:boltons-landing']),
  })
})
