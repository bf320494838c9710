import { BSON } from 'mongodb'
import { expect, test } from 'vitest'
import { decodeDocument } from '#server/adapters/mongo/mongo.documents.ts'
import { switchMaster } from '#server/domain/cutover/cutover.service.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { compareStream } from '../cutover/parity/compare.ts'
import { aListingDoc, type Doc, NOON } from './documents.fixture.ts'
import { applyTo, removeFrom } from './lanes.ts'

test('once Palmetto is the master of homes, what the old system edits does not win and shows as a difference; a new one comes', async () => {
  const { db, close } = await ownDatabase()
  const { id: byId } = await aPerson((await anOffice({}, db)).id, { role: 'admin' }, db)
  const now = () => NOON
  const reading = { by: 'sight', at: NOON, latest: NOON } as const
  const bring = (...docs: Doc[]) =>
    db.$transaction((tx) =>
      applyTo(
        tx,
        'listings',
        docs.map((doc) => decodeDocument(BSON.serialize(doc))),
        reading,
      ),
    )
  const order = { feature: 'listings', why: 'Homes are kept here.', evidence: [], byId } as const
  const move = (from: 'legacy' | 'both', to: 'both' | 'palmetto', version: number) =>
    db.$transaction((tx) => switchMaster(tx, { db, now, actor: null }, { ...order, from, to, version }))

  await bring(aListingDoc(1))
  await move('legacy', 'both', 1)
  await bring(aListingDoc(1, { price: 310_000 }))
  await move('both', 'palmetto', 2)
  await bring(aListingDoc(1, { price: 999_000 }), aListingDoc(2))
  const homes = await db.listing.findMany({ orderBy: { listingKey: 'asc' } })
  expect(homes.map(({ listPriceCents }) => listPriceCents)).toEqual([31_000_000n, 30_000_000n])
  const [first] = homes
  expect(await db.$transaction((tx) => removeFrom(tx, 'listings', [first?.id ?? ''], NOON))).toEqual([])
  expect(await compareStream({ db, now, log }, 'listings', { everyMs: 0 })).toMatchObject({ compared: 2, unequal: 1 })
  await close()
})
