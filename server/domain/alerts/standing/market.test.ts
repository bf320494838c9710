import { expect, test } from 'vitest'
import { ownDatabase } from '#server/testing/database.ts'
import { aListing } from '#server/testing/factories.ts'
import { isTooBroad } from './market.sql.ts'

test('more than a quarter of the homes for sale is more than anybody reads, where there is a market at all', async () => {
  const { db, close } = await ownDatabase()
  for (let home = 0; home < 100; home += 1) await aListing({}, db)
  expect(await isTooBroad(db, 100)).toBe(false)
  await aListing({ standardStatus: 'Closed' }, db)
  await aListing({ internetEntireListingDisplayYN: false }, db)
  expect(await isTooBroad(db, 100)).toBe(false)
  for (let home = 0; home < 4; home += 1) await aListing({}, db)
  expect(await isTooBroad(db, 26)).toBe(false)
  expect(await isTooBroad(db, 27)).toBe(true)
  await close()
})
