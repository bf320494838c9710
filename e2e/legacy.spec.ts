import { MongoClient, ObjectId } from 'mongodb'
import { runJob, waitUntil } from '#demo/operate.ts'
import { LEGACY_DATABASE } from '#world/world.ts'
import { expect, test } from './fixtures.ts'

test('an admin says what a word of the old system means, and the homes that were refused for it come over', async ({
  db,
  signInAs,
  world: { environment },
}) => {
  const client = await new MongoClient(environment.LEGACY_MONGO_URL, {
    directConnection: true,
    retryWrites: false,
  }).connect()
  const word = `Actve ${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')
    .slice(0, 6)}`
  const [first, second] = [new ObjectId(), new ObjectId()]
  const aHome = (_id: ObjectId, street: string) => ({
    ...{ _id, mlsNumber: `28${_id.toHexString().slice(-6)}`, status: word, propertyType: 'SFR', price: 515_000 },
    ...{ beds: 3, baths: 2, photos: [], agentId: null, officeName: 'Palmetto Coast Realty', updatedAt: new Date() },
    address: { street, city: 'Beaufort', state: 'SC', zip: '29902' },
  })
  const homes = [aHome(first, '12 Marsh Hen Way'), aHome(second, '14 Marsh Hen Way')]
  await client.db(LEGACY_DATABASE).collection<{ _id: ObjectId }>('listings').insertMany(homes)
  await client.close()
  const refused = () => db.legacyQuarantine.count({ where: { stream: 'listings', sample: word } })
  await waitUntil('the sync has put both homes aside', async () => {
    await runJob(db, environment, 'sync-legacy')
    return (await refused()) === 2
  })

  const admin = await signInAs('admin')
  await admin.goto('/operations/legacy?stream=listings&reason=unknown-status#quarantine')
  await admin.getByRole('link', { name: `Listing ${first.toHexString()}` }).click()
  const form = admin.getByRole('form', { name: 'Correct status' })
  await expect(form.getByRole('radio', { name: `Wherever it says “${word}”` })).toBeChecked()
  await form.getByRole('combobox', { name: 'Read status as' }).selectOption('Active')
  await form.getByRole('button', { name: 'Save and read again' }).click()
  await expect(admin.getByText('2 records have come over.')).toBeVisible()
  expect(await refused()).toBe(0)
  const keys = [first, second].map((id) => `legacy:o:${id.toHexString()}`)
  expect(await db.listing.findMany({ where: { listingKey: { in: keys } }, select: { standardStatus: true } })).toEqual([
    { standardStatus: 'Active' },
    { standardStatus: 'Active' },
  ])

  await admin.getByRole('button', { name: `Take back: status “${word}” is read as Active` }).click()
  await expect(admin.getByText('Taken back; 2 read again as the old system has it.')).toBeVisible()
  expect(await refused()).toBe(2)
})
