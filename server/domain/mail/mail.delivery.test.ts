import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mailer } from '#server/adapters/mail/mail.ts'
import { createSmtpMailer } from '#server/adapters/mail/smtp.ts'
import type { RootDb } from '#server/db.ts'
import { deliverMails } from '#server/domain/mail/mail.delivery.ts'
import { queueMail } from '#server/domain/mail/mail.service.ts'
import type { ComposeMail } from '#server/domain/mail/mail.types.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { startSmtpServer } from '#server/testing/smtp.ts'

let db: RootDb
let mailer: Mailer
let smtp: Awaited<ReturnType<typeof startSmtpServer>>
/** The clock is ours: a retry that waits a minute is a minute away, not a minute long. */
let clock = Date.now()

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  smtp = await startSmtpServer()
  mailer = createSmtpMailer({ url: smtp.url, from: 'Palmetto <alerts@palmetto.test>' })
  return own.close
})
afterAll(async () => {
  mailer.close()
  await smtp.stop()
})

const compose: ComposeMail = async (_, { recipient }) =>
  recipient.startsWith('gone')
    ? { suppress: 'unsubscribed' }
    : { send: { subject: 'A home', html: '<p>A home</p>', text: 'A home' } }

const now = () => new Date(clock)
const deliver = () => deliverMails({ db, mailer, compose, now }, { limit: 100 })
const later = (seconds: number) => {
  clock += seconds * 1000
}
const order = async (recipient: string) => {
  const { id } = await queueMail(db, { kind: 'alert', recipient, dedupeKey: crypto.randomUUID(), payload: {} })
  await db.outboxMail.update({ where: { id }, data: { notBefore: now() } })
  return id
}
const stateOf = async (id: string) => (await db.outboxMail.findUniqueOrThrow({ where: { id } })).state
const arrivedAt = (to: string) => smtp.received.filter((mail) => mail.to === to)

test('a mail is sent once, however often delivery runs, and kept as it was sent', async () => {
  const id = await order('once@example.test')
  expect(await deliver()).toMatchObject({ sent: 1, failed: 0 })
  expect(await deliver()).toMatchObject({ sent: 0 })

  expect(arrivedAt('once@example.test')).toHaveLength(1)
  expect(await db.outboxMail.findUniqueOrThrow({ where: { id }, include: { body: true } })).toMatchObject({
    state: 'sent',
    subject: 'A home',
    body: { html: '<p>A home</p>', text: 'A home' },
    attempts: 1,
  })
})

test('a busy server defers the mail, and the next try after the wait sends it', async () => {
  const id = await order('busy@example.test')
  smtp.expect('busy')
  expect(await deliver()).toMatchObject({ deferred: 1, sent: 0 })
  expect(await deliver()).toMatchObject({ deferred: 0, sent: 0 })
  later(31)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(await stateOf(id)).toBe('sent')
})

test('a refused recipient is a dead letter that names the answer', async () => {
  const id = await order('nobody@example.test')
  smtp.expect('refuse-recipient')
  expect(await deliver()).toMatchObject({ failed: 1 })
  expect(await db.outboxMail.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'failed',
    lastError: expect.stringContaining('no such mailbox'),
  })
})

test('a connection that breaks before the content is a plain failure, tried again', async () => {
  const id = await order('early@example.test')
  smtp.expect('hang-up-before-data')
  expect(await deliver()).toMatchObject({ deferred: 1, unknown: 0 })
  later(31)
  await deliver()
  expect(await stateOf(id)).toBe('sent')
  expect(arrivedAt('early@example.test')).toHaveLength(1)
})

test('a lost answer leaves the outcome unknown, and the repeat carries the same Message-ID', async () => {
  const id = await order('lost@example.test')
  smtp.expect('lose-reply')
  expect(await deliver()).toMatchObject({ unknown: 1 })
  expect(await stateOf(id)).toBe('unknown')
  later(61)
  await deliver()
  expect(await stateOf(id)).toBe('sent')
  const ids = arrivedAt('lost@example.test').map(({ messageId }) => messageId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('who left between planning and sending gets nothing', async () => {
  const id = await order('gone@example.test')
  expect(await deliver()).toMatchObject({ suppressed: 1, sent: 0 })
  expect(await db.outboxMail.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'suppressed',
    suppressedReason: 'unsubscribed',
  })
  expect(arrivedAt('gone@example.test')).toHaveLength(0)
})

test('four deliveries at once send each mail once', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `race-${index}@example.test`)
  for (const name of names) await order(name)
  const counts = await Promise.all([deliver(), deliver(), deliver(), deliver()])
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(60)
  for (const name of names) expect(arrivedAt(name)).toHaveLength(1)
})

test('a mail whose holder died is sent by the next delivery, once its lease has run out', async () => {
  const id = await order('orphan@example.test')
  await db.outboxMail.update({
    where: { id },
    data: { state: 'sending', attempts: 1, leaseUntil: new Date(clock + 120_000) },
  })
  expect(await deliver()).toMatchObject({ sent: 0 })
  later(121)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(await stateOf(id)).toBe('sent')
})

test('a mail that cannot be composed hurts only itself', async () => {
  const [bad, good] = [await order('bad@example.test'), await order('good@example.test')]
  const failing: ComposeMail = async (tx, mail) => {
    if (mail.recipient.startsWith('bad')) throw new Error('no such template')
    return compose(tx, mail, now())
  }
  expect(await deliverMails({ db, mailer, compose: failing, now }, { limit: 100 })).toMatchObject({
    sent: 1,
    deferred: 1,
  })
  expect(await stateOf(bad)).toBe('queued')
  expect(await stateOf(good)).toBe('sent')
})

test.each(['\r\n', '\n', '\r'])('a line break (%j) in a subject, a name or a header adds no header', async (cut) => {
  const to = `header-${cut.length}-${cut.charCodeAt(0)}@example.test`
  await order(to)
  const text = `A home${cut}Bcc: everybody@example.test`
  const name = `"${text}" <agent@palmetto.test>`
  const sly: ComposeMail = async () => ({
    send: { subject: text, from: name, replyTo: name, headers: { 'X-Name': text }, html: '', text: 'x' },
  })
  await deliverMails({ db, mailer, compose: sly, now }, { limit: 100 })
  expect(arrivedAt(to)).toHaveLength(1)
  expect(arrivedAt(to)[0]?.raw).not.toMatch(/^Bcc:/im)
})

test('what somebody waits for leaves before the alerts of the day', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, index) => order(`alert-${index}@example.test`)))
  later(60)
  const inquiry = { kind: 'inquiry' as const, recipient: 'agent@example.test', payload: {} }
  const { id } = await queueMail(db, { ...inquiry, dedupeKey: crypto.randomUUID() })
  await db.outboxMail.update({ where: { id }, data: { notBefore: now() } })
  await deliverMails({ db, mailer, compose, now }, { limit: 1 })
  expect(await stateOf(id)).toBe('sent')
  expect(await db.outboxMail.count({ where: { state: 'queued' } })).toBeGreaterThan(0)
})
