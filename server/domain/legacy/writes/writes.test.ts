import { ObjectId } from 'mongodb'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CutoverMaster } from '#server/generated/prisma/enums.ts'
import { callAs } from '#server/testing/caller.ts'
import { aPerson } from '#server/testing/factories.ts'
import type { LegacyDoc } from '#world/legacy/documents.ts'
import { editContact, startLateRelay } from './testing.edits.ts'
import { type BothSystems, openBothSystems } from './testing.scene.ts'

let both: BothSystems

beforeAll(async () => {
  both = await openBothSystems()
})
afterEach(() => both.peer.heal())
afterAll(() => both.close())

const contactOf = (id: string) => both.db.contact.findUniqueOrThrow({ where: { id } })

const edit = (id: string, over: Parameters<typeof editContact>[2]) => editContact(both, id, over)
const there = (id: unknown) => both.onOldSite('GET', `/contacts/${id}`)
const writeOf = (id: string) => both.db.legacyWrite.findFirstOrThrow({ where: { targetId: id } })
const conflictsOf = (id: string) => both.db.legacyConflict.findMany({ where: { targetId: id }, orderBy: { id: 'asc' } })

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

test('our own write is no change, also when its reply was lost; an edit over there that came on top of it is one', async () => {
  const { _id, id } = await both.aContact()
  await edit(id, { phone: '(843) 555-0111' })
  both.peer.fail('update', { closeAfter: true, collection: 'contacts' })
  expect(await both.relay()).toMatchObject({ written: 0, waiting: 1 })
  const before = await contactOf(id)
  await both.walk('contacts')
  expect(await contactOf(id)).toEqual(before)
  expect(await writeOf(id)).toMatchObject({ state: 'done' })

  await edit(id, { phone: '(843) 555-0112' })
  both.peer.fail('update', { closeAfter: true, collection: 'contacts' })
  await both.relay()
  await both.onOldSite('PUT', `/contacts/${_id}`, { source: 'Sign call' })
  await both.reconnect()
  await both.sync()
  expect(await contactOf(id)).toMatchObject({ phone: '(843) 555-0112', source: 'Sign call' })
  expect(await writeOf(id)).toMatchObject({ state: 'done' })
  expect(await conflictsOf(id)).toEqual([])
})

test('fields that one side has edited merge; one that both have is a conflict, and the later edit stands', async () => {
  const { _id, id } = await both.aContact()
  await edit(id, { phone: '(843) 555-0121', fullName: 'Ana Lopez' })
  await both.onOldSite('PUT', `/contacts/${_id}`, { phone: '843-555-0122', source: 'Referral' })
  await both.relay()
  expect(await contactOf(id)).toMatchObject({
    ...{ fullName: 'Ana Lopez', phone: '(843) 555-0122', source: 'Referral' },
  })
  expect(await there(_id)).toMatchObject({
    firstName: 'Ana',
    lastName: 'Lopez',
    phone: '843-555-0122',
    source: 'Referral',
  })
  const [conflict, ...others] = await conflictsOf(id)
  expect(others).toEqual([])
  expect(conflict).toMatchObject({
    ...{ field: 'phone', base: '(843) 555-0100', ours: '(843) 555-0121', theirs: '(843) 555-0122' },
    ...{ taken: 'theirs', rule: 'later' },
  })

  const admin = await aPerson(both.person.officeId, { role: 'admin' }, both.db)
  const asAdmin = callAs(admin, { db: both.db })
  expect(await asAdmin.legacyWrites.takeOther({ conflictId: conflict?.id ?? '' })).toEqual({ taken: 'ours' })
  await both.relay()
  expect(await there(_id)).toMatchObject({ phone: '(843) 555-0121', source: 'Referral' })
  expect(await contactOf(id)).toMatchObject({ phone: '(843) 555-0121', source: 'Referral' })
  const { items } = await asAdmin.legacyWrites.conflicts({})
  expect(items[0]).toMatchObject({ name: 'Ana Lopez', taken: 'ours', rule: 'admin', decidedBy: admin.fullName })
})

const setMaster = async (from: CutoverMaster, to: CutoverMaster) => {
  const { version } = await both.db.cutoverFeature.findUniqueOrThrow({ where: { feature: 'contacts' } })
  const entry = { feature: 'contacts', version: version + 1, fromMaster: from, toMaster: to, why: 'A test.' } as const
  await both.db.cutoverSwitch.create({ data: { ...entry, at: new Date(), byId: both.person.id } })
  await both.db.cutoverFeature.update({ where: { feature: 'contacts' }, data: { master: to, version: version + 1 } })
}

test('where Palmetto is the master an edit over there does not stand, is shown, and is written over', async () => {
  const { _id, id } = await both.aContact()
  await setMaster('both', 'palmetto')
  await both.onOldSite('PUT', `/contacts/${_id}`, { source: 'Portal' })
  await both.sync()
  expect(await contactOf(id)).toMatchObject({ source: 'Website' })
  expect(await conflictsOf(id)).toMatchObject([{ field: 'source', theirs: 'Portal', taken: 'ours', rule: 'palmetto' }])
  await both.relay()
  expect(await there(_id)).toMatchObject({ source: 'Website' })
  await setMaster('palmetto', 'both')
})

test('where the old system is the master, what is changed here waits for the switch, and then goes across', async () => {
  const { _id, id } = await both.aContact()
  await setMaster('both', 'legacy')
  await edit(id, { source: 'Open house' })
  expect(await both.relay()).toMatchObject({ written: 0 })
  expect(await there(_id)).toMatchObject({ source: 'Website' })
  const asAdmin = callAs(await aPerson(both.person.officeId, { role: 'admin' }, both.db), { db: both.db })
  expect(await asAdmin.legacyWrites.gap()).toMatchObject({ waiting: 0, held: 1 })
  await setMaster('legacy', 'both')
  await both.relay()
  expect(await there(_id)).toMatchObject({ source: 'Open house' })
})

test('who is removed here is gone over there, comes back whole with an undo, and no walk is surprised', async () => {
  const { _id, id } = await both.aContact({ pets: ['cat'] })
  await both.as.contacts.remove({ contactId: id })
  await both.relay()
  expect(await both.contacts.findOne({ _id })).toBeNull()
  await both.walk('contacts')
  await both.as.contacts.restore({ contactId: id })
  await both.relay()
  expect(await there(_id)).toMatchObject({ firstName: 'Ana', pets: ['cat'], phone: '(843) 555-0100' })
  await both.walk('contacts')
  expect(await contactOf(id)).toMatchObject({ removedAt: null })
})

test('who was removed over there does not come back because somebody here has edited them', async () => {
  const { _id, id } = await both.aContact()
  await both.onOldSite('DELETE', `/contacts/${_id}`)
  await edit(id, { source: 'Referral' })
  expect(await both.relay()).toMatchObject({ written: 0, waiting: 1 })
  expect(await writeOf(id)).toMatchObject({ reason: 'missing' })
  await both.walk('contacts')
  await both.hurry()
  await both.relay()
  expect(await both.contacts.findOne({ _id })).toBeNull()
  expect(await contactOf(id)).toMatchObject({ removedAt: expect.any(Date) })
  expect(await writeOf(id)).toMatchObject({ state: 'done' })
})

test('a record that is refused over there waits with the reason, and blocks nobody', async () => {
  const [poison, other] = [await both.aContact(), await both.aContact()]
  both.peer.fail('update', { code: 121, message: 'Document failed validation', collection: 'contacts' })
  await edit(poison.id, { source: 'Referral' })
  await both.relay()
  await edit(other.id, { source: 'Referral' })
  await both.relay()
  expect(await there(other._id)).toMatchObject({ source: 'Referral' })
  expect(await writeOf(poison.id)).toMatchObject({ state: 'queued', reason: 'refused', attempts: 1 })
  const asAdmin = callAs(await aPerson(both.person.officeId, { role: 'admin' }, both.db), { db: both.db })
  const gap = await asAdmin.legacyWrites.gap()
  expect(gap.records).toMatchObject([{ name: 'Ana Reyes', label: 'Refused there', attempts: 1 }])
  expect(await asAdmin.legacyWrites.retry({ record: { stream: 'contacts', targetId: poison.id } })).toEqual({
    asked: 1,
  })
  await both.relay()
  expect(await there(poison._id)).toMatchObject({ source: 'Referral' })
})

test('relays at once write each record once', async () => {
  const agent = { agentId: both.person.id, officeId: both.person.officeId }
  const names = Array.from({ length: 60 }, (_, index) => ({ fullName: `Crowd ${index}`, ...agent }))
  await both.db.contact.createMany({ data: names })
  const counts = await Promise.all([both.relay(), both.relay(), both.relay()])
  expect(counts.reduce((sum, { written }) => sum + written, 0)).toBe(60)
  expect(await both.contacts.countDocuments({ firstName: 'Crowd' })).toBe(60)
  expect(await both.db.contact.count({ where: { fullName: { startsWith: 'Crowd' } } })).toBe(60)
})

test('an alert that the old site can not express stands there switched off, and loses nothing when it is edited there', async () => {
  const { id } = await both.aContact()
  const { id: searchId } = await both.as.alerts.create({
    ...{ contactId: id, name: 'With a dock', statement: 'They asked me to' },
    criteria: { listPriceMax: 900_000, keywords: ['deep water dock'], citySlugs: ['beaufort'] },
  })
  await both.relay()
  const saved = await both.documentOf('savedSearches', searchId)
  expect(saved).toMatchObject({ active: false, criteria: { maxPrice: 900_000, towns: ['Beaufort'] } })
  await both.onOldSite('PUT', `/saved-searches/${saved?._id}`, { name: 'A dock', criteria: { maxPrice: 950_000 } })
  await both.sync()
  const search = await both.db.savedSearch.findUniqueOrThrow({ where: { id: searchId }, include: { current: true } })
  expect(search).toMatchObject({ name: 'A dock', activeYN: true })
  expect(search.current).toMatchObject({ keywords: ['deep water dock'], listPriceMaxCents: 95_000_000n, citySlugs: [] })
})

test('a note and a task go across in the old words, and what becomes of the task there is seen here', async () => {
  const { _id, id } = await both.aContact()
  const at = { contactId: id }
  const note = await both.db.note.create({ data: { ...at, authorId: both.person.id, text: 'Likes porches.' } })
  const dueAt = new Date('2026-12-01T19:30:00Z')
  const due = { dueOn: new Date('2026-12-01'), dueAt, dueZone: 'America/New_York' }
  const task = await both.db.task.create({
    data: { ...at, assigneeId: both.person.id, title: 'Show them two', kind: 'followUp', ...due },
  })
  await both.relay()
  expect(await both.documentOf('notes', note.id)).toMatchObject({ contactId: _id, body: 'Likes porches.' })
  const document = await both.documentOf('tasks', task.id)
  expect(document).toMatchObject({
    ...{ contactId: _id, agentId: both.agentId, title: 'Show them two', type: 'follow up', done: false },
    ...{ dueDate: '2026-12-01', dueTime: '14:30' },
  })
  await both.onOldSite('PUT', `/tasks/${document?._id}`, { done: true })
  await both.sync()
  const { completedAt, ...rest } = await both.db.task.findUniqueOrThrow({ where: { id: task.id } })
  expect(completedAt).not.toBeNull()
  expect(rest).toMatchObject({ title: 'Show them two', dueAt, kind: 'followUp' })
  expect(await both.db.legacyWrite.count({ where: { state: 'queued' } })).toBe(0)
})

test.each(['across', 'waiting'])(
  'an agent who comes late gets the task that was edited here, its edit %s',
  async (edit) => {
    const { _id: contactId, id } = await both.aContact()
    const [_id, agentId] = [new ObjectId(), new ObjectId()]
    const about = { contactId, agentId, title: 'Call', createdAt: new Date(), updatedAt: new Date() }
    const tasks = both.old.collection<LegacyDoc>('tasks')
    await tasks.insertMany([
      { ...about, _id },
      { ...about, _id: new ObjectId(), title: 'Reassigned here' },
    ])
    await both.sync()
    const taskOf = (title: string) => both.db.task.findFirstOrThrow({ where: { contactId: id, title } })
    const task = await taskOf('Call')
    expect(task.assigneeId).toBe(both.person.id)
    const other = await aPerson(both.person.officeId, {}, both.db)
    const chosen = await taskOf('Reassigned here')
    await both.db.task.update({ where: { id: chosen.id }, data: { assigneeId: other.id } })
    await both.db.task.update({ where: { id: task.id }, data: { title: 'Call after six' } })
    if (edit === 'across') await both.relay()
    const agent = { name: 'Late', email: `${agentId}@palmetto.test`, office: 'Beaufort', role: 'agent', active: true }
    await both.old.collection<LegacyDoc>('agents').insertOne({ _id: agentId, ...agent, updatedAt: new Date() })
    await both.sync()
    const late = await both.db.person.findFirstOrThrow({ where: { email: agent.email } })
    expect(await taskOf('Call after six')).toMatchObject({ id: task.id, assigneeId: late.id })
    await both.hurry()
    await both.relay()
    expect(await tasks.findOne({ _id })).toMatchObject({ title: 'Call after six', agentId })
    if (edit === 'waiting') expect((await taskOf('Reassigned here')).assigneeId).toBe(other.id)
  },
)

test('a record that breaks its own rules here costs itself: others go across, and the sync goes on', async () => {
  const { id } = await both.aContact()
  const alert = (name: string) =>
    both.as.alerts.create({ contactId: id, name, statement: 'They asked me to', criteria: { postalCodes: ['29902'] } })
  const [broken, fine] = [await alert('Broken'), await alert('Fine')]
  await both.relay()
  const document = await both.documentOf('savedSearches', broken.id)
  await both.db.savedSearch.updateMany({ where: { id: { in: [broken.id, fine.id] } }, data: { name: 'Another name' } })
  const rest = {
    propertySubTypes: [],
    standardStatuses: ['Active' as const],
    eventKinds: ['New' as const],
    citySlugs: [],
    summary: '',
  }
  await both.db.savedSearchVersion.create({
    data: { searchId: broken.id, version: 2, postalCodes: ['no zip'], ...rest },
  })
  await both.db.savedSearch.update({ where: { id: broken.id }, data: { currentVersion: 2 } })
  expect(await both.relay()).toMatchObject({ written: 1, waiting: 1 })
  expect(await both.documentOf('savedSearches', fine.id)).toMatchObject({ name: 'Another name' })
  expect(await writeOf(broken.id)).toMatchObject({ state: 'queued', reason: 'refused' })
  await both.onOldSite('PUT', `/saved-searches/${document?._id}`, { criteria: { zips: ['29907'] } })
  await both.sync()
  await both.hurry()
  await both.relay()
  expect(await writeOf(broken.id)).toMatchObject({ state: 'done' })
})

test('a relay that was stopped before it sent writes over nothing that was saved since, on neither side', async () => {
  const { _id, id } = await both.aContact()
  await edit(id, { source: 'Too late' })
  const late = startLateRelay(both)
  await late.isAboutToSend
  await edit(id, { source: 'Later' })
  await both.hurry()
  await both.relay()
  await both.onOldSite('PUT', `/contacts/${_id}`, { phone: '(843) 555-0141' })
  await late.letGo()
  await both.hurry()
  await both.relay()
  await both.sync()
  expect(await there(_id)).toMatchObject({ source: 'Later', phone: '(843) 555-0141' })
  expect(await contactOf(id)).toMatchObject({ source: 'Later', phone: '(843) 555-0141' })
})
