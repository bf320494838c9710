import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { listTimeline } from '#server/domain/timeline/timeline.queries.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { dayIn, daysAfter, momentIn } from './days.words.ts'

// A Saturday, ten in the morning in Charleston.
const NOW = new Date('2026-11-21T15:00:00Z')
const now = () => NOW
const id = () => crypto.randomUUID()

async function aBook() {
  const agent = await anAgent((await anOffice()).id)
  const contact = await aContact(agent)
  return { agent, contact, caller: callAs(agent, { now }) }
}
const factsOf = async (contactId: string) =>
  (await listTimeline(db, { contactId })).items.map(({ kind, summary }) => `${kind}: ${summary}`)

test('a task is added once however often it is sent, done, taken back, moved, and its story is told as it stands', async () => {
  const { agent, contact, caller } = await aBook()
  const taskId = id()
  const asked = {
    ...{ id: taskId, contactId: contact.id, title: 'Call about the dock', kind: 'call' as const },
    due: { on: '2026-11-27', minutes: 14 * 60 + 30 },
  }
  await Promise.all([1, 2, 3].map(() => caller.calendar.addTask(asked)))
  const { open, today } = await caller.calendar.tasksOfContact({ contactId: contact.id })
  expect(today).toBe('2026-11-21')
  expect(open).toMatchObject([
    { id: taskId, dueOn: '2026-11-27', dueAt: new Date('2026-11-27T19:30:00Z'), assignee: { id: agent.id } },
  ])

  await caller.calendar.setDone({ taskId, done: true })
  await caller.calendar.setDone({ taskId, done: true })
  expect(await factsOf(contact.id)).toEqual([`task.done: Done by ${agent.fullName}: Call about the dock`])
  expect((await caller.calendar.day({})).done).toMatchObject([{ id: taskId, contact: { fullName: contact.fullName } }])
  await caller.calendar.setDone({ taskId, done: false })
  expect(await factsOf(contact.id)).toEqual([])

  await caller.calendar.rescheduleTask({ taskId, due: { on: '2026-12-01' } })
  expect((await caller.calendar.day({})).open).toMatchObject([{ dueOn: '2026-12-01', dueAt: null, version: 4 }])
  await caller.calendar.removeTask({ taskId })
  expect((await caller.calendar.day({})).open).toEqual([])
  await caller.calendar.restoreTask({ taskId })
  expect((await caller.calendar.day({})).open).toHaveLength(1)
})

test('who edits what somebody else has changed meanwhile is told so, and nothing is lost', async () => {
  const { contact, caller } = await aBook()
  const [taskId, noteId, appointmentId] = [id(), id(), id()]
  const span = { startsAt: NOW, endsAt: new Date(NOW.getTime() + 3_600_000) }
  await caller.calendar.addTask({ id: taskId, title: 'Send comps' })
  await caller.notes.add({ id: noteId, contactId: contact.id, text: 'Called.' })
  await caller.calendar.addAppointment({ id: appointmentId, title: 'Showing', ...span })
  await caller.calendar.editTask({ taskId, basedOn: 1, title: 'Send comps and a map' })
  await caller.notes.pin({ noteId, pinned: true })
  await caller.calendar.setStatus({ appointmentId, status: 'confirmed' })
  const late = [
    () => caller.calendar.editTask({ taskId, basedOn: 1, title: 'Send nothing' }),
    () => caller.notes.edit({ noteId, basedOn: 1, text: 'Did not call.' }),
    () => caller.calendar.editAppointment({ appointmentId, basedOn: 1, title: 'No showing', ...span }),
  ]
  for (const edit of late) await expect(edit()).rejects.toMatchObject({ code: 'CONFLICT' })
  expect((await caller.calendar.day({})).open).toMatchObject([{ title: 'Send comps and a map', version: 2 }])
})

test('the day of an assistant is theirs and that of the agent they assist; nobody is given what they could not see', async () => {
  const { agent, contact, caller } = await aBook()
  const assistant = await aPerson(agent.officeId, { role: 'assistant', assistsId: agent.id })
  const colleague = await anAgent(agent.officeId)
  const manager = await aPerson(agent.officeId, { role: 'manager' })
  await caller.calendar.addTask({ id: id(), contactId: contact.id, title: 'Call back' })
  const assisting = callAs(assistant, { now })
  await assisting.calendar.addTask({ id: id(), title: 'Order sign riders' })
  expect((await assisting.calendar.day({})).open.map(({ title }) => title).sort()).toEqual([
    'Call back',
    'Order sign riders',
  ])
  expect((await caller.calendar.day({})).open.map(({ title }) => title)).toEqual(['Call back'])
  const managing = callAs(manager, { now })
  const toColleague = { id: id(), contactId: contact.id, assigneeId: colleague.id, title: 'Call' }
  await expect(managing.calendar.addTask(toColleague)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await managing.calendar.addTask({ ...toColleague, id: id(), assigneeId: assistant.id })
  expect((await managing.calendar.day({ who: 'all' })).open).toHaveLength(3)
  expect((await managing.calendar.day({ who: agent.id })).open).toHaveLength(1)
  expect((await callAs(colleague, { now }).calendar.day({ who: agent.id })).open).toEqual([])
  expect((await assisting.calendar.keepers()).map((one) => one.id)).toEqual([assistant.id, agent.id])
})

test('a task stays on the day of its agent when the contact goes to somebody else, and names nobody', async () => {
  const { agent, contact, caller } = await aBook()
  const other = await anAgent(agent.officeId)
  await caller.calendar.addTask({ id: id(), contactId: contact.id, title: 'Call back' })
  await db.contact.update({ where: { id: contact.id }, data: { agentId: other.id } })
  expect((await caller.calendar.day({})).open).toMatchObject([{ title: 'Call back', contact: null }])
  const seen = await callAs(other, { now }).calendar.tasksOfContact({ contactId: contact.id })
  expect(seen.open).toHaveLength(1)
  await db.contact.update({ where: { id: contact.id }, data: { removedAt: NOW } })
  expect((await caller.calendar.day({})).open).toEqual([])
})

test('what is still to do and to meet goes with a contact that is handed over; what is done stays with who did it', async () => {
  const { agent, contact, caller } = await aBook()
  const other = await anAgent(agent.officeId)
  const manager = callAs(await aPerson(agent.officeId, { role: 'manager' }), { now })
  const [done, visit] = [id(), id()]
  const about = { contactId: contact.id, title: 'Call back' }
  await caller.calendar.addTask({ id: done, ...about })
  await caller.calendar.setDone({ taskId: done, done: true })
  await caller.calendar.addTask({ id: id(), ...about })
  await caller.calendar.addTask({ id: id(), title: 'Order sign riders' })
  const span = { startsAt: NOW, endsAt: new Date(NOW.getTime() + 3_600_000) }
  await caller.calendar.addAppointment({ id: visit, ...about, ...span })
  await manager.contacts.handOverMany({ which: { ids: [contact.id] }, agentId: other.id })
  expect((await caller.calendar.day({})).open.map(({ title }) => title)).toEqual(['Order sign riders'])
  expect((await callAs(other, { now }).calendar.day({})).open).toMatchObject([{ title: 'Call back' }])
  expect((await callAs(other, { now }).calendar.week({})).items).toMatchObject([{ id: visit }])
  expect(await db.task.findUniqueOrThrow({ where: { id: done } })).toMatchObject({ assigneeId: agent.id })
})

test('a week holds what stands on its days by the clock of the office, and what was kept is told', async () => {
  const { contact, caller } = await aBook()
  const at = (day: string, hour: number) => ({
    startsAt: momentIn('America/New_York', day, hour * 60),
    endsAt: momentIn('America/New_York', day, hour * 60 + 45),
  })
  const showing = { contactId: contact.id, title: 'Show 12 Oak Street', kind: 'showing' as const }
  const kept = id()
  await caller.calendar.addAppointment({ id: kept, ...showing, ...at('2026-11-16', 9) })
  // A quarter to midnight on Sunday is Monday in London.
  await caller.calendar.addAppointment({ id: id(), ...showing, ...at('2026-11-22', 23) })
  await caller.calendar.addAppointment({ id: id(), ...showing, ...at('2026-11-23', 0) })
  expect((await caller.calendar.week({})).days.at(0)).toBe('2026-11-21')
  const week = await caller.calendar.week({ from: '2026-11-16' })
  expect(week).toMatchObject({ today: '2026-11-21', items: [{ day: '2026-11-16' }, { day: '2026-11-22' }] })
  expect([week.days.at(0), week.days.at(-1)]).toEqual(['2026-11-16', '2026-11-22'])
  await caller.calendar.setStatus({ appointmentId: kept, status: 'done' })
  expect(await factsOf(contact.id)).toEqual(['appointment.kept: Kept: Show 12 Oak Street'])
  await caller.calendar.setStatus({ appointmentId: kept, status: 'noShow' })
  expect(await factsOf(contact.id)).toEqual(['appointment.missed: Did not come: Show 12 Oak Street'])
  await caller.calendar.removeAppointment({ appointmentId: kept })
  expect(await factsOf(contact.id)).toEqual([])
  await caller.calendar.restoreAppointment({ appointmentId: kept })
  expect((await caller.calendar.appointmentsOfContact({ contactId: contact.id })).ahead).toHaveLength(2)
  const backwards = { startsAt: at('2026-11-24', 9).endsAt, endsAt: at('2026-11-24', 9).startsAt }
  await expect(caller.calendar.rescheduleAppointment({ appointmentId: kept, ...backwards })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('notes stand pinned first, are changed by their author alone, and come back when they are missed', async () => {
  const { agent, contact, caller } = await aBook()
  const manager = callAs(await aPerson(agent.officeId, { role: 'manager' }), { now })
  const [first, second] = [id(), id()]
  await caller.notes.add({ id: first, contactId: contact.id, text: 'Wants a screened porch.' })
  await callAs(agent, { now: () => new Date(NOW.getTime() + 1) }).notes.add({
    ...{ id: second, contactId: contact.id, text: `Long.\n\n${'word '.repeat(60)}` },
  })
  const texts = async () => (await caller.notes.list({ contactId: contact.id })).items.map((note) => note.id)
  expect(await texts()).toEqual([second, first])
  await manager.notes.pin({ noteId: first, pinned: true })
  expect(await texts()).toEqual([first, second])
  const edit = { noteId: first, basedOn: 2, text: 'Wants a porch.' }
  await expect(manager.notes.edit(edit)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await caller.notes.edit(edit)
  const [long, short] = await factsOf(contact.id)
  expect(short).toBe(`note.added: ${agent.fullName}: “Wants a porch.”`)
  expect(long).toMatch(/^note.added: .*“Long\. word .*…”$/)
  await manager.notes.remove({ noteId: first })
  expect(await factsOf(contact.id)).toHaveLength(1)
  await caller.notes.restore({ noteId: first })
  expect(await texts()).toEqual([first, second])
})

test('the database takes no appointment that ends before it starts, no moment on another day, no empty note', async () => {
  const { agent, contact } = await aBook()
  const span = { startsAt: NOW, endsAt: NOW }
  await expect(db.appointment.create({ data: { ownerId: agent.id, title: 'Showing', ...span } })).rejects.toThrow()
  const moment = { dueOn: new Date('2026-11-22'), dueAt: new Date('2026-11-22T02:00:00Z'), dueZone: 'America/New_York' }
  await expect(db.task.create({ data: { assigneeId: agent.id, title: 'Call', ...moment } })).rejects.toThrow()
  await expect(db.note.create({ data: { contactId: contact.id, text: '  ' } })).rejects.toThrow()
})

test('days and moments agree on both sides of a change of clocks', () => {
  const zone = 'America/New_York'
  for (const day of ['2026-03-08', '2026-11-01', '2026-07-04', '2026-12-31']) {
    for (const minutes of [0, 90, 12 * 60, 23 * 60 + 59]) expect(dayIn(zone, momentIn(zone, day, minutes))).toBe(day)
  }
  expect(momentIn(zone, '2026-11-02', 0).getTime() - momentIn(zone, '2026-11-01', 0).getTime()).toBe(25 * 3_600_000)
  expect(daysAfter('2026-02-28', 1)).toBe('2026-03-01')
})
