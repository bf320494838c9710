import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type BothSystems, openBothSystems } from './scene.fixture.ts'

let both: BothSystems

beforeAll(async () => {
  both = await openBothSystems()
})
afterEach(() => both.peer.heal())
afterAll(() => both.close())

const contactOf = (id: string) => both.db.contact.findUniqueOrThrow({ where: { id } })

/** Changes a contact as its form does. */
async function edit(id: string, over: { fullName?: string; email?: string | null; phone?: string; source?: string }) {
  const { updatedAt, fullName, email, phone, stage, source } = await contactOf(id)
  await both.as.contacts.update({
    ...{ contactId: id, basedOn: updatedAt, fullName, email, phone, stage, source, ...over },
  })
}

test('what is saved here the old site answers: the changed fields in its own words, all else as it stood', async () => {
  const { _id, id } = await both.aContact({ phone: '843.555.0100', pets: ['cat'], stage: 'ACTIVE' })
  await edit(id, { fullName: 'Ana Maria Reyes', source: 'Open house' })
  expect(await both.relay()).toEqual({ written: 1, agreed: 0, waiting: 0 })
  expect(await both.onOldSite('GET', `/contacts/${_id}`)).toMatchObject({
    ...{ firstName: 'Ana Maria', lastName: 'Reyes', source: 'Open house' },
    ...{ phone: '843.555.0100', pets: ['cat'], stage: 'ACTIVE', agentId: String(both.agentId) },
  })
  const [write] = await both.db.legacyWrite.findMany({ where: { targetId: id } })
  expect(write).toMatchObject({ state: 'done', attempts: 0, leaseUntil: null, writtenVersion: write?.version })
})

test('a new contact and its alert go across, name each other there, and come back as nothing new', async () => {
  const { id } = await both.as.contacts.create({ fullName: 'Bo Lee', email: 'bo@mail.test', phone: '843 555 0199' })
  const search = await both.as.alerts.create({
    ...{ contactId: id, name: 'On the marsh', statement: 'They asked me to' },
    criteria: { listPriceMax: 600_000, bedroomsMin: 3, citySlugs: ['mount-pleasant'], propertySubTypes: ['Townhouse'] },
  })
  await both.relay()
  const contact = await both.documentOf('contacts', id)
  expect(contact).toMatchObject({ firstName: 'Bo', lastName: 'Lee', stage: 'lead', agentId: both.agentId })
  const saved = await both.documentOf('savedSearches', search.id)
  expect(saved).toMatchObject({
    ...{ contactId: contact?._id, agentId: both.agentId, name: 'On the marsh', active: true },
    criteria: { maxPrice: 600_000, beds: 3, towns: ['Mount Pleasant'], types: ['Townhouse'] },
  })
  const before = [await contactOf(id), await both.db.savedSearch.findUnique({ where: { id: search.id } })]
  await both.sync()
  await both.walk('contacts')
  expect([await contactOf(id), await both.db.savedSearch.findUnique({ where: { id: search.id } })]).toEqual(before)
  expect(await both.db.contact.count({ where: { fullName: 'Bo Lee' } })).toBe(1)
  expect(await both.db.legacyWrite.count({ where: { state: 'queued' } })).toBe(0)
})

test('what is rolled back is never written across', async () => {
  const { id } = await both.aContact()
  await both.db
    .$transaction(async (tx) => {
      await tx.contact.update({ where: { id }, data: { phone: 'never' } })
      throw new Error('No.')
    })
    .catch(() => {})
  expect(await both.relay()).toEqual({ written: 0, agreed: 0, waiting: 0 })
})
