import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mailer } from '#server/adapters/mail/mail.ts'
import { createMailgunMailer } from '#server/adapters/mail/mailgun.ts'
import type { RootDb } from '#server/db.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { type MailgunPeer, startMailgunPeer } from '#world/mailgun/peer.ts'
import { createRandom } from '#world/random.ts'
import { deliverMails } from './mail.delivery.ts'
import { queueMail, queueMails } from './mail.service.ts'
import type { ComposeMail } from './mail.types.ts'

let db: RootDb
let peer: MailgunPeer
let mailer: Mailer
let clock = Date.now()

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  peer = await startMailgunPeer({ port: 0, retryAfterSeconds: 30 })
  const { apiKey, domain, url: baseUrl } = peer
  mailer = createMailgunMailer({ apiKey, domain, baseUrl, from: 'a@palmetto.test', timeoutMs: 400, breakMs: 1 })
  return own.close
})
afterAll(() => peer.stop())

const compose: ComposeMail = async () => ({ send: { subject: 'A home', html: '<p>A home</p>', text: 'A home' } })
const now = () => new Date(clock)
const later = (seconds: number) => {
  clock += seconds * 1_000
}
const deliver = () => deliverMails({ db, mailer, compose, now }, { limit: 2_000 })
async function order(recipient: string) {
  const { id } = await queueMail(db, { kind: 'alert', recipient, dedupeKey: crypto.randomUUID(), payload: {} })
  await db.outboxMail.update({ where: { id }, data: { notBefore: now() } })
  return id
}
const mailOf = (id: string) => db.outboxMail.findUniqueOrThrow({ where: { id } })
const takenFor = (to: string) => peer.accepted.filter((mail) => mail.to === to)

test.each(['take-and-hang', 'take-and-reset', 'garble'] as const)(
  '%s: the provider is asked, and nothing is sent twice',
  async (fault) => {
    const to = `${fault}@example.test`
    const id = await order(to)
    peer.expect(fault)
    const handedOver = now()
    expect(await deliver()).toMatchObject({ unknown: 1 })
    later(61)
    expect(await deliver()).toMatchObject({ sent: 1 })
    expect(takenFor(to)).toHaveLength(1)
    expect(await mailOf(id)).toMatchObject({ state: 'sent', subject: 'A home', sentAt: handedOver, inDoubtSince: null })
    expect(await db.mailBody.findUnique({ where: { mailId: id } })).toMatchObject({ text: 'A home' })
  },
)

test('an error after the message was taken is found out before the next try', async () => {
  await order('failed-late@example.test')
  peer.expect('take-and-fail')
  expect(await deliver()).toMatchObject({ deferred: 1 })
  later(31)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(takenFor('failed-late@example.test')).toHaveLength(1)
})

test('a record that is behind proves nothing: the mail waits until the record has caught up', async () => {
  const id = await order('behind@example.test')
  peer.lag(true)
  peer.expect('take-and-reset')
  await deliver()
  for (const seconds of [61, 61, 300, 300]) {
    later(seconds)
    expect(await deliver()).toMatchObject({ unknown: 1, sent: 0 })
  }
  peer.lag(false)
  later(300)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect((await mailOf(id)).state).toBe('sent')
  expect(takenFor('behind@example.test')).toHaveLength(1)
})

test('what is in no record after half an hour was never taken, and is handed over again', async () => {
  await order('lost@example.test')
  peer.expect('reset')
  expect(await deliver()).toMatchObject({ unknown: 1 })
  later(61)
  expect(await deliver()).toMatchObject({ unknown: 1 })
  later(30 * 60)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(takenFor('lost@example.test')).toHaveLength(1)
})

test('a mail whose holder died after handing it over is looked up', async () => {
  const id = await order('orphan@example.test')
  await deliver()
  const leaseUntil = new Date(clock - 1)
  await db.outboxMail.update({ where: { id }, data: { state: 'sending', leaseUntil, sentAt: null } })
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(takenFor('orphan@example.test')).toHaveLength(1)
})

test('too many requests put the mail off for as long as the provider says', async () => {
  const id = await order('busy@example.test')
  peer.expect('too-many')
  await deliver()
  expect((await mailOf(id)).notBefore.getTime()).toBe(clock + 30_000)
  later(31)
  expect(await deliver()).toMatchObject({ sent: 1 })
})

test.each(['bounced', 'complained'])('an address that has %s gets no mail of any kind', async (suppressionReason) => {
  const email = `${suppressionReason}@example.test`
  await db.mailAddress.create({ data: { email, token: email, suppressedAt: now(), suppressionReason } })
  const { id } = await queueMail(db, { kind: 'invitation', recipient: email, dedupeKey: email, payload: {} })
  await db.outboxMail.update({ where: { id }, data: { notBefore: now() } })
  expect(await deliver()).toMatchObject({ suppressed: 1, sent: 0 })
  expect(await mailOf(id)).toMatchObject({ state: 'suppressed', suppressedReason: suppressionReason })
})

test('through every kind of trouble each mail is taken once, but for those refused for good', async () => {
  const MAILS = 120
  const ids = Array.from({ length: MAILS }, () => crypto.randomUUID())
  const to = (id: string) => `${id}@trouble.test`
  await queueMails(
    db,
    ids.map((id) => ({ id, kind: 'confirmation', recipient: to(id), dedupeKey: id, payload: {} })),
  )
  peer.trouble(
    {
      'error-500': 0.2,
      'too-many': 0.1,
      'take-and-hang': 0.02,
      reset: 0.03,
      'take-and-reset': 0.03,
      garble: 0.02,
      'take-and-fail': 0.02,
      refuse: 0.01,
    },
    createRandom(5).float,
  )
  const mine = { id: { in: ids } }
  for (let round = 0; round < 60; round += 1) {
    await deliver()
    later(300)
    if ((await db.outboxMail.count({ where: { ...mine, state: { in: ['queued', 'unknown', 'sending'] } } })) === 0)
      break
  }
  peer.trouble({})
  const rows = await db.outboxMail.findMany({ where: mine, select: { id: true, state: true, lastError: true } })
  for (const { id, state, lastError } of rows) {
    expect(takenFor(to(id))).toHaveLength(state === 'sent' ? 1 : 0)
    if (state !== 'sent')
      expect({ state, lastError }).toEqual({ state: 'failed', lastError: expect.stringContaining('400') })
  }
  expect(rows.filter(({ state }) => state === 'sent').length).toBeGreaterThan(MAILS * 0.9)
})
