import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSmtpMailer } from '#server/adapters/mail/smtp.ts'
import { hashPassword } from '#server/auth/passwords.ts'
import type { RootDb } from '#server/db.ts'
import { deliverMails } from '#server/domain/mail/mail.delivery.ts'
import { composeMail } from '#server/mail-composers.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { startSmtpServer } from '#server/testing/smtp.ts'
import { secretOf } from './tokens.service.ts'

const PASSWORD = 'marsh-tide-and-palm'
const now = () => new Date()
let db: RootDb
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
let deliver: () => ReturnType<typeof deliverMails>
beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  smtp = await startSmtpServer()
  const mailer = createSmtpMailer({ url: smtp.url, from: 'Palmetto <office@palmetto.test>' })
  deliver = () => deliverMails({ db, mailer, compose: composeMail, now }, { limit: 100 })
  return async () => {
    mailer.close()
    await own.close()
  }
})
afterAll(() => smtp.stop())

/** What arrived, with the soft line breaks of its transfer encoding taken out. */
const arrivedAt = (to: string) =>
  smtp.received.filter((mail) => mail.to === to).map(({ raw }) => raw.replace(/=\r\n/g, '').replace(/\r\n/g, ' '))

async function someone() {
  const office = await anOffice({ phone: '(843) 555-0142' }, db)
  const person = await aPerson(office.id, { passwordHash: await hashPassword(PASSWORD) }, db)
  const newEmail = `moved-${person.email}`
  await callAs(person, { db }).org.requestEmailChange({ email: newEmail, password: PASSWORD })
  return { person, newEmail, nobody: callAs(null, { db }) }
}
const followLink = (mail: string | undefined) => /\/confirm\/([\w-]+)/.exec(mail ?? '')?.[1] ?? ''

test('the old address learns of the wish and of the change, and what to do if it was somebody else', async () => {
  const { person, newEmail, nobody } = await someone()
  await deliver()
  const [asked] = arrivedAt(person.email)
  expect(asked).toContain('Subject: Somebody asked to change your e-mail for Palmetto')
  expect(asked).toContain('/forgot')
  expect(asked).not.toContain(newEmail)
  expect(asked).not.toContain('/confirm/')

  await nobody.org.confirmEmail({ token: followLink(arrivedAt(newEmail)[0]) })
  await deliver()
  const [, changed] = arrivedAt(person.email)
  expect(changed).toContain('Subject: Your e-mail for Palmetto was changed')
  expect(changed).toContain('(843) 555-0142')
  expect(arrivedAt(newEmail)).toHaveLength(1)
})

test('a change that a new password has called off is not announced as one that can still be stopped', async () => {
  const { person, newEmail, nobody } = await someone()
  await nobody.org.requestPasswordReset({ email: person.email })
  const { id } = await db.personToken.findFirstOrThrow({ where: { personId: person.id, kind: 'passwordReset' } })
  await nobody.org.resetPassword({ token: secretOf(id), password: 'a heron on the dock' })
  await deliver()
  expect([...arrivedAt(person.email), ...arrivedAt(newEmail)]).toEqual([])
})

test('who could not say the password makes no mail at all', async () => {
  const office = await anOffice({}, db)
  const person = await aPerson(office.id, { passwordHash: await hashPassword(PASSWORD) }, db)
  const wish = callAs(person, { db }).org.requestEmailChange({ email: `x-${person.email}`, password: 'wrong' })
  await expect(wish).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await deliver()
  expect(arrivedAt(person.email)).toEqual([])
})
