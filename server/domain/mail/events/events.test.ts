import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDb, type RootDb } from '#server/db.ts'
import type { Contact, Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { startCountingFront } from '#server/testing/counting-front.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { type EventOrder, webhookBody } from '#world/mailgun/webhooks.ts'
import { openMailgunDoor } from './events.http.ts'

const KEY = 'signing-key-for-tests'
const HOST = 'crm.palmetto.test'

let db: RootDb
let url: string
let agent: Person
let watched: RootDb
let front: Awaited<ReturnType<typeof startCountingFront>>
let door: ReturnType<typeof openMailgunDoor>
let slots = 0

beforeAll(async () => {
  const own = await ownDatabase()
  ;({ db, url } = own)
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  front = await startCountingFront(url)
  watched = connectDb(front.url, 10)
  door = openMailgunDoor({ db: watched, key: KEY, ourHost: HOST })
  return own.close
})

afterAll(async () => {
  await watched.$disconnect()
  await front.stop()
})

const post = (body: string, to = door) => to(new Request('http://door', { method: 'POST', body }))
const said = (response: Response) => [response.status, response.headers.get('x-webhook')]

/** The row of an alert in its ledger: one a person and slot. */
async function tellAsAlert(mailId: string, recipient: string) {
  slots += 1
  const slot = new Date(slots)
  const numbers = {
    feedFrom: 0,
    feedTo: 0,
    horizonAgeMs: 0,
    events: 1,
    changed: 1,
    searches: 1,
    matches: 1,
    matchMs: 1,
  }
  const run = await db.alertRun.create({ data: { ...numbers, jobRunId: mailId, slot, people: 1, planned: 1 } })
  await db.alertMail.create({ data: { id: mailId, runId: run.id, slot, recipient } })
}

/** A mail that has left, to a contact of the agent's. */
async function aSentMail(contact?: Contact, kind: 'alert' | 'portal-link' = 'alert') {
  const person = contact ?? (await aContact(agent, {}, db))
  const id = crypto.randomUUID()
  const recipient = person.email ?? ''
  await db.outboxMail.create({
    data: {
      ...{ id, kind, recipient, contactId: person.id, dedupeKey: id, messageId: `<${id}@${HOST}>` },
      ...{ state: 'sent', sentAt: new Date(), subject: 'New: 3 Osprey Court' },
      body: { create: { html: '', text: 'x' } },
    },
  })
  if (kind === 'alert') await tellAsAlert(id, recipient)
  return { id, recipient, contact: person, messageId: `<${id}@${HOST}>` }
}
type Mail = Awaited<ReturnType<typeof aSentMail>>

const tell = (mail: Pick<Mail, 'messageId' | 'recipient'>, over: Partial<EventOrder> & { event: string }) =>
  post(webhookBody(KEY, { messageId: mail.messageId, recipient: mail.recipient, ...over }))
const eventsOf = async ({ id }: Mail) =>
  (await db.mailEvent.findMany({ where: { mailId: id } })).map(({ kind }) => kind)
const reasonOf = async ({ recipient }: Mail) =>
  (await db.mailAddress.findUnique({ where: { email: recipient } }))?.suppressionReason ?? null
const factsOf = async ({ contact }: Mail) =>
  (await db.timelineEntry.findMany({ where: { contactId: contact.id } })).map(({ summary }) => summary)
const rows = async () => (await db.mailEvent.count()) + (await db.webhookReceipt.count())

test('what Mailgun tells of our mail is kept, once', async () => {
  const mail = await aSentMail()
  const body = webhookBody(KEY, { event: 'delivered', messageId: mail.messageId, recipient: mail.recipient })
  expect(said(await post(body))).toEqual([200, 'kept'])
  expect(await eventsOf(mail)).toEqual(['delivered'])
})

test('a wrong, absent, old, early or replayed signature is refused and leaves no row', async () => {
  const mail = await aSentMail()
  const order = { event: 'complained', messageId: mail.messageId, recipient: mail.recipient }
  const hoursAgo = (hours: number) => String(Math.floor(Date.now() / 1_000 - hours * 3_600))
  const good = webhookBody(KEY, order)
  const { signature: _gone, ...unsigned } = JSON.parse(good)
  const before = await rows()
  const refused: [string, number][] = [
    [webhookBody('another-key', order), 401],
    [webhookBody(KEY, order, { signature: '0'.repeat(64) }), 401],
    [webhookBody(KEY, order, { signature: 'short' }), 406],
    [JSON.stringify(unsigned), 406],
    [webhookBody(KEY, order, { timestamp: hoursAgo(10) }), 406],
    [webhookBody(KEY, order, { timestamp: hoursAgo(-1) }), 406],
    ['{"half', 406],
    ['', 406],
    [`"${'x'.repeat(70_000)}"`, 413],
  ]
  for (const [body, status] of refused) expect((await post(body)).status).toBe(status)
  expect(await rows()).toBe(before)
  expect(await eventsOf(mail)).toEqual([])

  expect(said(await post(good))).toEqual([200, 'kept'])
  const after = await rows()
  const sameToken = { ...JSON.parse(webhookBody(KEY, order)), signature: JSON.parse(good).signature }
  expect(said(await post(good))).toEqual([406, 'replayed'])
  expect(said(await post(JSON.stringify(sameToken)))).toEqual([406, 'replayed'])
  expect(await rows()).toBe(after)
})

test('a replay is recognised by another process, after a restart, and among twenty at once', async () => {
  const mail = await aSentMail()
  const body = webhookBody(KEY, { event: 'clicked', messageId: mail.messageId, recipient: mail.recipient })
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(body)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const other = connectDb(url, 2)
  const restarted = openMailgunDoor({ db: other, key: KEY, ourHost: HOST })
  expect((await post(body, restarted)).status).toBe(406)
  expect(await eventsOf(mail)).toEqual(['clicked'])
  await other.$disconnect()
})

test('without a signing key nothing is taken', async () => {
  const closed = openMailgunDoor({ db, key: undefined, ourHost: HOST })
  const mail = await aSentMail()
  expect((await post(webhookBody(KEY, { event: 'delivered', ...mail }), closed)).status).toBe(404)
})

test('what nobody needs is dropped without a single statement', async () => {
  const mail = await aSentMail()
  await tell(mail, { event: 'opened' })
  const before = front.said()
  const drops = [
    { event: 'accepted' },
    { event: 'stored' },
    { event: 'list_member_uploaded' },
    { event: 'opened', bot: 'gmail' },
    { event: 'clicked', bot: 'generic' },
    { event: 'delivered', messageId: '<20261121.1@another-sender.test>' },
    { event: 'complained', messageId: `<${mail.id}@another-sender.test>` },
    { event: 'delivered', messageId: `<not-a-mail@${HOST}>` },
    { event: 'opened' },
  ]
  for (const drop of drops) expect(said(await tell(mail, drop))).toEqual([200, 'dropped'])
  expect(front.said()).toBe(before)
  expect(await eventsOf(mail)).toEqual(['opened'])
})

test.each([
  ['failed', 'permanent', 'bounced'],
  ['complained', undefined, 'complained'],
  ['unsubscribed', undefined, 'unsubscribed'],
] as const)('%s (%s) blocks the address and is told on the timeline', async (event, severity, reason) => {
  const mail = await aSentMail()
  await tell(mail, { event, ...(severity ? { severity } : {}), message: 'no such mailbox' })
  expect(await reasonOf(mail)).toBe(reason)
  expect(await factsOf(mail)).toHaveLength(1)
})

test('a bounce is no wish: it replaces "unsubscribed", and a later wish does not soften it', async () => {
  const mail = await aSentMail()
  await tell(mail, { event: 'unsubscribed' })
  await tell(mail, { event: 'failed', severity: 'permanent' })
  await tell(mail, { event: 'unsubscribed' })
  expect(await reasonOf(mail)).toBe('bounced')
})

test('three mails in a row that could not be delivered block the address; attempts of one mail count once', async () => {
  const first = await aSentMail()
  const delay = (mail: Mail) => tell(mail, { event: 'failed', severity: 'temporary', message: 'mailbox full' })
  for (let attempt = 0; attempt < 4; attempt += 1) await delay(first)
  await delay(await aSentMail(first.contact, 'portal-link'))
  expect(await reasonOf(first)).toBe(null)
  await delay(await aSentMail(first.contact))
  expect(await reasonOf(first)).toBe('bounced')
  expect(await factsOf(first)).toEqual([expect.stringContaining('Three mails in a row')])
})

test('a delivery in between starts the count anew', async () => {
  const first = await aSentMail()
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  const delay = { event: 'failed', severity: 'temporary' } as const
  await tell(first, { ...delay, at: at(1) })
  await tell(await aSentMail(first.contact), { ...delay, at: at(2) })
  await tell(await aSentMail(first.contact), { event: 'delivered', at: at(3) })
  await tell(await aSentMail(first.contact), { ...delay, at: at(4) })
  expect(await reasonOf(first)).toBe(null)
})

test('openings and clicks are told on the timeline, once a mail', async () => {
  const mail = await aSentMail()
  await tell(mail, { event: 'opened' })
  await tell(mail, { event: 'clicked', url: 'https://x.test/homes/1' })
  await tell(mail, { event: 'clicked', url: 'https://x.test/homes/2' })
  expect((await factsOf(mail)).sort()).toEqual([
    'Followed a link in “New: 3 Osprey Court”',
    'Opened “New: 3 Osprey Court”',
  ])
  expect((await eventsOf(mail)).sort()).toEqual(['clicked', 'clicked', 'opened'])
  const { events } = await callAs(agent, { db }).mail.byId({ mailId: mail.id })
  expect(events.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([null, 'https://x.test/homes/1', 'https://x.test/homes/2']),
  )
})

test('what somebody who was added to a search does with their mail is told as theirs, not as the contact’s', async () => {
  const mail = await aSentMail()
  await db.outboxMail.update({ where: { id: mail.id }, data: { payload: { role: 'further' } } })
  await tell(mail, { event: 'opened' })
  const facts = await db.timelineEntry.findMany({ where: { contactId: mail.contact.id } })
  expect(facts.map(({ summary }) => summary)).toEqual([`${mail.recipient}: Opened “New: 3 Osprey Court”`])
})

test('an event of a mail that is gone is taken and changes nothing', async () => {
  const gone = { messageId: `<${crypto.randomUUID()}@${HOST}>`, recipient: 'gone@example.test' }
  expect(said(await tell(gone, { event: 'complained' }))).toEqual([200, 'kept'])
  expect(await db.mailAddress.findUnique({ where: { email: gone.recipient } })).toBe(null)
})

test('while the database is away nothing is acknowledged, and what is sent again afterwards is kept', async () => {
  const away = connectDb('postgresql://127.0.0.1:1/nowhere', 1)
  const lost = openMailgunDoor({ db: away, key: KEY, ourHost: HOST })
  const mail = await aSentMail()
  const body = webhookBody(KEY, { event: 'complained', messageId: mail.messageId, recipient: mail.recipient })
  expect((await post(body, lost)).status).toBe(503)
  expect((await post(body)).status).toBe(200)
  expect(await reasonOf(mail)).toBe('complained')
  await away.$disconnect()
})

test('two hundred events at once are a few transactions, not two hundred', async () => {
  const mails = await Promise.all(Array.from({ length: 200 }, () => aSentMail()))
  const before = front.said()
  const answers = await Promise.all(mails.map((mail) => tell(mail, { event: 'delivered' })))
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(front.said() - before).toBeLessThan(100)
  expect(await db.mailEvent.count({ where: { mailId: { in: mails.map(({ id }) => id) } } })).toBe(200)
})
