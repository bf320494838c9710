import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { upsertContacts } from '#server/domain/contacts/contacts.bulk.ts'
import { contactsLane } from '#server/domain/legacy/sync/contacts.lane.ts'
import type { Contact, Person } from '#server/generated/prisma/client.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

/** An agent with an assistant and a manager, and a contact with a search of each of the three. */
async function aBook() {
  const office = await anOffice()
  const [before, now, manager] = await Promise.all([
    anAgent(office.id),
    anAgent(office.id),
    anAgent(office.id, { role: 'manager' }),
  ])
  const assistant = await anAgent(office.id, { role: 'assistant', assistsId: before.id })
  const contact = await aContact(before)
  const setUp = async (by: Person, to: Contact) => (await aSearch(by, to, { postalCodes: ['29910'] }, db)).id
  const [own, assisted, managed] = [
    await setUp(before, contact),
    await setUp(assistant, contact),
    await setUp(manager, contact),
  ]
  const ownersOf = async () => {
    const rows = await db.savedSearch.findMany({ where: { contactId: contact.id } })
    const ownerOf = new Map(rows.map(({ id, ownerId }) => [id, ownerId]))
    return [own, assisted, managed].map((id) => ownerOf.get(id))
  }
  return { office, before, now, manager, assistant, contact, setUp, ownersOf }
}

test('who gets a contact gets the searches of the agent before and of their assistant; a manager keeps theirs', async () => {
  const { before, now, manager, assistant, contact, ownersOf } = await aBook()
  expect(await ownersOf()).toEqual([before.id, assistant.id, manager.id])
  const { fullName, email, phone, stage, updatedAt } = contact
  const edit = { contactId: contact.id, basedOn: updatedAt, fullName, email, phone, stage, agentId: now.id }
  await callAs(manager).contacts.update(edit)
  expect(await ownersOf()).toEqual([now.id, now.id, manager.id])
})

test('many handed over at once take their searches along, and no others', async () => {
  const one = await aBook()
  const other = await aContact(one.before)
  const kept = await one.setUp(one.before, other)
  const which = { ids: [one.contact.id] }
  await callAs(one.manager).contacts.handOverMany({ which, agentId: one.now.id })
  expect(await one.ownersOf()).toEqual([one.now.id, one.now.id, one.manager.id])
  expect(await db.savedSearch.findUnique({ where: { id: kept } })).toMatchObject({ ownerId: one.before.id })
})

test('the successor of somebody who left owns the searches of the book; searches for others go to their agents', async () => {
  const { office, before, now, manager, ownersOf, setUp } = await aBook()
  const admin = await anAgent(office.id, { role: 'admin' })
  const { org } = callAs(admin)
  await org.removePerson({ personId: before.id, successorId: now.id })
  expect(await ownersOf()).toEqual([now.id, now.id, manager.id])

  const elsewhere = await aContact(admin)
  const managed = await setUp(manager, elsewhere)
  await org.removePerson({ personId: manager.id })
  expect(await ownersOf()).toEqual([now.id, now.id, now.id])
  expect(await db.savedSearch.findUnique({ where: { id: managed } })).toMatchObject({ ownerId: admin.id })
})

test('a contact that the old system gives to another agent takes its searches along', async () => {
  const { before, now, manager, contact, ownersOf } = await aBook()
  const { fullName, email, phone, stage, createdAt, updatedAt } = contact
  const row = { fullName, email, phone, stage, source: null, createdAt, updatedAt }
  const ready = { sourceId: 's:1', targetId: contact.id, needed: now.id, wanted: null, row }
  await db.$transaction((tx) => contactsLane.write(tx, [ready]))
  expect(await ownersOf()).toEqual([now.id, now.id, manager.id])
  const again = await upsertContacts(db, [{ ...row, id: contact.id, agentId: before.id }])
  expect(again).toEqual([{ id: contact.id, outcome: 'updated', fromId: now.id }])
})
