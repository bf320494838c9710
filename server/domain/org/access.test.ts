import { beforeAll, expect, test } from 'vitest'
import { authorize } from '#server/auth/next-auth.ts'
import { hashPassword } from '#server/auth/passwords.ts'
import { openSession, readActor } from '#server/auth/sessions.ts'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { actorOf, callAs } from '#server/testing/caller.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { createCaller } from '#server/trpc/root.ts'
import { composeOrgMail } from './org.mails.ts'
import { secretOf } from './tokens.service.ts'

const PASSWORD = 'marsh-tide-and-palm'
const NEW_PASSWORD = 'a heron on the dock'
let officeId: string
let passwordHash: string
beforeAll(async () => {
  officeId = (await anOffice()).id
  passwordHash = await hashPassword(PASSWORD)
})
const aMember = () => aPerson(officeId, { passwordHash })
const anAdmin = () => aPerson(officeId, { passwordHash, role: 'admin' })
const nobody = callAs(null)
const canSignIn = async (email: string, password: string) =>
  (await authorize({ email, password }, { 'x-forwarded-for': crypto.randomUUID() })) !== null
const mailsTo = (recipient: string) => db.outboxMail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' } })
/** The secret that the last mail to this address carries. */
async function secretMailedTo(recipient: string) {
  const mail = (await mailsTo(recipient)).at(-1)
  if (!mail) throw new Error(`No mail to ${recipient}.`)
  const composed = await composeOrgMail(db, mail)
  if ('suppress' in composed) throw new Error(composed.suppress)
  return composed.send.text.match(/\/(?:invitation|reset|confirm)\/([\w-]+)/)?.[1] ?? ''
}
async function invite(over: { email?: string } = {}) {
  const email = over.email ?? `${crypto.randomUUID().slice(0, 8)}@palmetto.test`
  const input = { email, fullName: 'Ana Reyes', role: 'agent' as const, officeId }
  return { email, ...(await callAs(await anAdmin()).org.invitePerson(input)) }
}
const sessionOf = (person: Person) => openSession(db, { personId: person.id, now: new Date() })
const isOpen = async ({ id }: { id: string }) => (await readActor(db, { sessionId: id, now: new Date() })) !== null

test('an invitation is greeted by name, sets the first password, and works once', async () => {
  const { email } = await invite()
  const token = await secretMailedTo(email)
  expect(await nobody.org.invitation({ token })).toMatchObject({ fullName: 'Ana Reyes', email, role: 'agent' })
  expect(await nobody.org.invitation({ token })).toBeTruthy()
  expect(await nobody.org.acceptInvitation({ token, password: PASSWORD })).toEqual({ email })
  expect(await canSignIn(email, PASSWORD)).toBe(true)
  await expect(nobody.org.acceptInvitation({ token, password: NEW_PASSWORD })).rejects.toThrow(/used already/)
  expect(await canSignIn(email, NEW_PASSWORD)).toBe(false)
})

test('of five who follow an invitation at once one sets the password', async () => {
  const { email } = await invite()
  const token = await secretMailedTo(email)
  const answers = await Promise.allSettled(
    [1, 2, 3, 4, 5].map((n) => nobody.org.acceptInvitation({ token, password: `${PASSWORD} ${n}` })),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a weak password is refused in words, and the link still works afterwards', async () => {
  const token = await secretMailedTo((await invite()).email)
  for (const password of ['short', 'aaaaaaaaaaaaaaaa', 'Palmetto12345', 'password-password']) {
    await expect(nobody.org.acceptInvitation({ token, password })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  }
  expect(await nobody.org.acceptInvitation({ token, password: PASSWORD })).toBeTruthy()
})

test('a new invitation replaces the one before, and one that is a week old is over', async () => {
  const { email, personId } = await invite()
  const first = await secretMailedTo(email)
  await callAs(await anAdmin()).org.resendInvitation({ personId })
  await expect(nobody.org.invitation({ token: first })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const token = await secretMailedTo(email)
  const inAWeek = callAs(null, { now: () => new Date(Date.now() + 7 * 86_400_000 + 1) })
  await expect(inAWeek.org.invitation({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await nobody.org.invitation({ token })).toBeTruthy()
})

test('the outbox and the table of links hold nothing that opens a door', async () => {
  const { email, personId } = await invite()
  const token = await secretMailedTo(email)
  const [mail] = await mailsTo(email)
  const rows = JSON.stringify([mail, await db.personToken.findMany({ where: { personId } })])
  expect(rows).not.toContain(token)
  expect(rows).not.toContain(Buffer.from(token).toString('base64'))
  if (!mail) throw new Error('no mail')
  const composed = await composeOrgMail(db, mail)
  expect('send' in composed && JSON.stringify(composed.send.kept)).not.toContain(token)
})

test('asking for a new password answers the same for everybody, and mails only who works here', async () => {
  const person = await aMember()
  const removed = await aPerson(officeId, { passwordHash, removedAt: new Date() })
  const invited = await aPerson(officeId)
  for (const email of [person.email, removed.email, invited.email, 'nobody@palmetto.test']) {
    expect(await nobody.org.requestPasswordReset({ email })).toEqual({ asked: true })
  }
  expect(await mailsTo(person.email)).toHaveLength(1)
  expect([...(await mailsTo(removed.email)), ...(await mailsTo(invited.email))]).toEqual([])
})

test('no mailbox is flooded: the fourth request of a quarter of an hour mails nothing', async () => {
  const { email } = await aMember()
  await Promise.all(Array.from({ length: 6 }, () => nobody.org.requestPasswordReset({ email })))
  expect(await mailsTo(email)).toHaveLength(3)
})

test('a reset ends every session, gives all tries back, and its link works once and for an hour', async () => {
  const person = await aMember()
  const sessions = await Promise.all([sessionOf(person), sessionOf(person)])
  for (let i = 0; i < 11; i++) await canSignIn(person.email, 'guess')
  await nobody.org.requestPasswordReset({ email: person.email })
  const token = await secretMailedTo(person.email)
  expect(await nobody.org.resetLink({ token })).toEqual({ open: true })
  const later = callAs(null, { now: () => new Date(Date.now() + 3_600_001) })
  await expect(later.org.resetPassword({ token, password: NEW_PASSWORD })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await nobody.org.resetPassword({ token, password: NEW_PASSWORD })
  expect(await Promise.all(sessions.map(isOpen))).toEqual([false, false])
  expect([await canSignIn(person.email, PASSWORD), await canSignIn(person.email, NEW_PASSWORD)]).toEqual([false, true])
  await expect(nobody.org.resetPassword({ token, password: PASSWORD })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a link opens only the door it was made for', async () => {
  const { email } = await aMember()
  await nobody.org.requestPasswordReset({ email })
  const token = await secretMailedTo(email)
  await expect(nobody.org.acceptInvitation({ token, password: PASSWORD })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(nobody.org.confirmEmail({ token })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(nobody.org.resetLink({ token: secretOf(crypto.randomUUID()) })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a new password wants the present one and ends the other sessions', async () => {
  const person = await aMember()
  const [mine, other] = await Promise.all([sessionOf(person), sessionOf(person)])
  const me = createCaller({ db, actor: actorOf(person, mine.id), now: () => new Date() })
  const wrong = me.org.changePassword({ current: 'wrong', password: NEW_PASSWORD })
  await expect(wrong).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await isOpen(other)).toBe(true)
  await me.org.changePassword({ current: PASSWORD, password: NEW_PASSWORD })
  expect([await isOpen(mine), await isOpen(other)]).toEqual([true, false])
  expect(await canSignIn(person.email, NEW_PASSWORD)).toBe(true)
})

test('a new e-mail counts once its link was followed, and a reset mailed to the old one is void', async () => {
  const person = await aMember()
  const email = `new-${person.email}`
  await nobody.org.requestPasswordReset({ email: person.email })
  const reset = await secretMailedTo(person.email)
  await callAs(person).org.requestEmailChange({ email, password: PASSWORD })
  const token = await secretMailedTo(email)
  expect(await nobody.org.emailChange({ token })).toEqual({ email })
  expect(await canSignIn(email, PASSWORD)).toBe(false)
  await nobody.org.confirmEmail({ token })
  expect([await canSignIn(email, PASSWORD), await canSignIn(person.email, PASSWORD)]).toEqual([true, false])
  await expect(nobody.org.resetLink({ token: reset })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('an address that somebody else has taken meanwhile is refused, and the link stays good', async () => {
  const person = await aMember()
  const email = `taken-${person.email}`
  await callAs(person).org.requestEmailChange({ email, password: PASSWORD })
  const token = await secretMailedTo(email)
  const rival = await aPerson(officeId, { email })
  await expect(nobody.org.confirmEmail({ token })).rejects.toMatchObject({ code: 'CONFLICT' })
  await db.person.delete({ where: { id: rival.id } })
  expect(await nobody.org.confirmEmail({ token })).toEqual({ email })
})

test('a mail whose link is over, or whose person was removed, is not sent', async () => {
  const { email, personId } = await invite()
  const [mail] = await mailsTo(email)
  if (!mail) throw new Error('no mail')
  await db.person.update({ where: { id: personId }, data: { removedAt: new Date() } })
  expect(await composeOrgMail(db, mail)).toEqual({ suppress: 'person-removed' })
  await db.personToken.updateMany({ where: { personId }, data: { usedAt: new Date() } })
  expect(await composeOrgMail(db, mail)).toEqual({ suppress: 'link-over' })
})

test('the mail says who invites to what, carries the postal address, and no line break gets into its subject', async () => {
  const office = await anOffice({ name: 'Harbor & Sons\r\nBcc: x@example.test' })
  const admin = await aPerson(office.id, { role: 'admin', fullName: 'Mo <b>Adams</b>' })
  const email = `${crypto.randomUUID().slice(0, 8)}@palmetto.test`
  await callAs(admin).org.invitePerson({ email, fullName: 'Ana Reyes', role: 'agent', officeId: office.id })
  const [mail] = await mailsTo(email)
  if (!mail) throw new Error('no mail')
  const composed = await composeOrgMail(db, mail)
  if ('suppress' in composed) throw new Error(composed.suppress)
  const { subject, html, text } = composed.send
  expect(subject).not.toMatch(/[\r\n]/)
  expect(html).toContain('Mo &lt;b&gt;Adams')
  expect(html).toContain(office.postalAddress)
  expect(text).toContain(office.postalAddress)
  expect(text).toContain('Welcome, Ana')
})
