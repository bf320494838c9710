import { beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#server/auth/passwords.ts'
import { openSession } from '#server/auth/sessions.ts'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { actorOf, callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice, aPerson, aTeam } from '#server/testing/factories.ts'
import { createCaller } from '#server/trpc/root.ts'
import { deedInWords } from './audit.words.ts'

const PASSWORD = 'marsh-tide-and-palm'
let office: { id: string; name: string }
let admin: Person
beforeAll(async () => {
  office = await anOffice()
  admin = await aPerson(office.id, { role: 'owner', passwordHash: await hashPassword(PASSWORD) })
})
const anAdmin = () => aPerson(office.id, { role: 'admin' })
type Filters = { personId?: string; actorId?: string; group?: 'people' | 'accounts' | 'offices' | 'mails' | 'jobs' }
const deeds = async (filters: Filters) => (await callAs(admin).audit.list(filters)).items
const told = async (filters: Filters) => (await deeds(filters)).map((deed) => `${deed.actorName} ${deedInWords(deed)}`)

test('inviting, placing, removing and bringing back somebody are told in words, by whom, and newest first', async () => {
  const by = await anAdmin()
  const me = callAs(by)
  const [north, team] = await Promise.all([anOffice(), aTeam(office.id, { name: `Marsh ${crypto.randomUUID()}` })])
  const email = `${crypto.randomUUID().slice(0, 8)}@palmetto.test`
  const { personId } = await me.org.invitePerson({ fullName: 'Ana Reyes', email, role: 'agent', officeId: office.id })
  await me.org.resendInvitation({ personId })
  await me.org.placePerson({ personId, role: 'teamLead', officeId: office.id, teamId: team.id })
  await me.org.placePerson({ personId, role: 'teamLead', officeId: north.id })
  const heir = await anAgent(north.id, { fullName: 'Ben Cole' })
  await aContact({ id: personId, officeId: north.id })
  await me.org.removePerson({ personId, successorId: heir.id })
  await me.org.restorePerson({ personId })
  expect(await told({ personId })).toEqual(
    [
      `invited Ana Reyes as agent to ${office.name}`,
      'sent Ana Reyes a new invitation',
      `changed Ana Reyes: agent to team lead, team ${team.name}`,
      `changed Ana Reyes: office ${office.name} to ${north.name}, no longer team ${team.name}`,
      'removed Ana Reyes; 1 contact went to Ben Cole',
      'brought Ana Reyes back',
    ]
      .reverse()
      .map((words) => `${by.fullName} ${words}`),
  )
})

test('what changed nothing, and what was refused, leaves no row', async () => {
  const by = await anAdmin()
  const agent = await anAgent(office.id)
  const place = { personId: agent.id, role: 'agent', officeId: office.id } as const
  await callAs(by).org.placePerson(place)
  await callAs(by).org.restorePerson({ personId: agent.id })
  await expect(callAs(agent).org.placePerson({ ...place, role: 'admin' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const other = { id: crypto.randomUUID() }
  const missing = callAs(by).org.removePerson({ personId: agent.id, successorId: other.id })
  await expect(missing).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await deeds({ personId: agent.id })).toEqual([])
})

test('a deed that is rolled back takes its row along', async () => {
  const by = await anAdmin()
  const name = `Office ${crypto.randomUUID()}`
  const facts = { name, postalAddress: '1 Bay Street, Beaufort, SC', phone: '(843) 555-0111' }
  await callAs(by).org.createOffice(facts)
  await expect(callAs(by).org.createOffice(facts)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await told({ actorId: by.id })).toEqual([`${by.fullName} opened the office ${name}`])
})

test('offices and teams keep their name in the audit when they are gone', async () => {
  const by = await anAdmin()
  const me = callAs(by)
  const { teamId } = await me.org.createTeam({ officeId: office.id, name: `A ${by.id}` })
  await me.org.renameTeam({ teamId, name: `B ${by.id}` })
  await me.org.removeTeam({ teamId })
  expect(await told({ actorId: by.id, group: 'offices' })).toEqual([
    `${by.fullName} removed the team B ${by.id}`,
    `${by.fullName} renamed the team A ${by.id} to B ${by.id}`,
    `${by.fullName} made the team B ${by.id}`.replace('B', 'A'),
  ])
})

test('passwords, sessions and e-mails are told of the account itself, without a word of them', async () => {
  const person = await aPerson(office.id, { passwordHash: await hashPassword(PASSWORD) })
  const [mine] = await Promise.all([1, 2, 3].map(() => openSession(db, { personId: person.id, now: new Date() })))
  if (!mine) throw new Error('no session')
  const me = createCaller({ db, actor: actorOf(person, mine.id), now: () => new Date(), requestId: 'request-7' })
  await me.org.endOtherSessions()
  await me.org.endOtherSessions()
  await me.org.changePassword({ current: PASSWORD, password: 'a heron on the dock' })
  const rows = await deeds({ personId: person.id, group: 'accounts' })
  expect(rows.map(deedInWords)).toEqual(['set a new password', 'signed out 2 other sessions'])
  expect(rows).toMatchObject([{ actorId: person.id, requestId: 'request-7' }, { after: { sessions: 2 } }])
  expect(JSON.stringify(await db.auditEntry.findMany({ where: { actorId: person.id } }))).not.toContain('heron')
})

test('a failed mail sent again, and a job asked to run, paused and resumed, are told once each', async () => {
  const by = await anAdmin()
  const me = callAs(by)
  const key = crypto.randomUUID()
  const mail = {
    kind: 'alert',
    recipient: `${key}@example.test`,
    dedupeKey: key,
    messageId: key,
    state: 'failed',
  } as const
  const { id: mailId } = await db.outboxMail.create({ data: mail })
  await me.mail.resend({ mailId })
  await expect(me.mail.resend({ mailId })).rejects.toMatchObject({ code: 'CONFLICT' })
  const job = { functionId: 'watch-jobs' }
  for (const _ of [1, 2]) await me.jobs.pause(job)
  for (const _ of [1, 2]) await me.jobs.resume(job)
  await me.jobs.runNow(job)
  expect(await told({ actorId: by.id })).toEqual([
    `${by.fullName} asked “Job watch” to run now`,
    `${by.fullName} resumed “Job watch”`,
    `${by.fullName} paused “Job watch”`,
    `${by.fullName} put a failed mail back into the outbox`,
  ])
})

test('a row can be neither changed nor taken away, and holds no address and no unknown field', async () => {
  const about = { action: 'officeCreated', target: 'office', actorId: admin.id, occurredAt: new Date() } as const
  const { id } = await db.auditEntry.create({ data: { ...about, targetId: crypto.randomUUID() } })
  const gone = /append-only/
  await expect(db.auditEntry.update({ where: { id }, data: { targetId: 'x' } })).rejects.toThrow(gone)
  await expect(db.auditEntry.delete({ where: { id } })).rejects.toThrow(gone)
  await expect(db.$executeRaw`TRUNCATE audit_entry`).rejects.toThrow(gone)
  const withAddress = db.auditEntry.create({ data: { ...about, targetId: 'ana@example.test' } })
  await expect(withAddress).rejects.toThrow(/names_its_target/)
  const withName = db.auditEntry.create({ data: { ...about, targetId: 'x', after: { email: 'ana@example.test' } } })
  await expect(withName).rejects.toThrow(/tells_known_fields/)
})

test('pages follow each other without a gap or a repeat while rows are added', async () => {
  const by = await anAdmin()
  const about = { action: 'jobResumed', target: 'job', targetId: 'watch-jobs', actorId: by.id } as const
  const add = (count: number) =>
    db.auditEntry.createManyAndReturn({
      data: Array.from({ length: count }, () => ({ ...about, occurredAt: new Date() })),
      select: { id: true },
    })
  const added = (await add(70)).map(({ id }) => id)
  const first = await callAs(admin).audit.list({ actorId: by.id })
  await add(5)
  const second = await callAs(admin).audit.list({ actorId: by.id, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(added.sort().reverse())
  expect(second.nextCursor).toBeUndefined()
})
