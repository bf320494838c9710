import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Mailer } from '#server/adapters/mail/mail.ts'
import type { RootDb } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { keepEvents } from '../events/events.service.ts'
import { deliverMails } from '../mail.delivery.ts'
import { queueMails } from '../mail.service.ts'
import { deliveryInWords } from '../mail.words.ts'
import { ALERTS_STOPPED } from './brake.service.ts'

let db: RootDb
let admin: Person
let refusing = false
/** Each test has days of its own: the window looks at one. */
let clock = Date.now()
const now = () => new Date(clock)

const mailer: Mailer = {
  send: async () => (refusing ? { outcome: 'refused', reason: '550 no' } : { outcome: 'accepted', reply: 'ok' }),
  close: () => {},
}
const compose = async () => ({ send: { subject: 'A home', html: '', text: 'A home' } })
const deliver = () => deliverMails({ db, mailer, compose, now }, { limit: 2_000 })

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  admin = await aPerson((await anOffice({}, db)).id, { role: 'admin' }, db)
  return own.close
})
beforeEach(() => {
  clock += 3 * 86_400_000
  refusing = false
})

async function order(count: number, kind: 'alert' | 'confirmation' = 'alert') {
  const ids = Array.from({ length: count }, () => crypto.randomUUID())
  await queueMails(
    db,
    ids.map((id) => ({ id, kind, recipient: `${id}@example.test`, dedupeKey: id, payload: {} })),
  )
  return ids
}
const hear = (mailIds: string[], kind: 'bounced' | 'complained') =>
  keepEvents(
    { db, now },
    mailIds.map((mailId) => ({
      ...{ mailId, kind, detail: null, occurredAt: now() },
      ...{ token: crypto.randomUUID(), providerEventId: crypto.randomUUID() },
    })),
  )
const incident = () => db.incident.findFirst({ where: { causeKey: ALERTS_STOPPED, resolvedAt: null } })
const release = () => callAs(admin, { db, now }).mail.releaseBrake()
const stateOf = async (id: string | undefined) =>
  db.outboxMail.findFirstOrThrow({ where: { id: id ?? '' }, select: { state: true, lastError: true } })

test('too many bounces stop alerts at once, with one incident; other mails go on; an admin lets alerts go on', async () => {
  const sent = await order(200)
  await deliver()
  await hear(sent.slice(0, 9), 'bounced')
  expect(await incident()).toBe(null)
  await Promise.all([hear(sent.slice(9, 12), 'bounced'), hear(sent.slice(12, 15), 'bounced')])
  expect(await incident()).toMatchObject({ title: 'Alerts are stopped', count: 1, href: '/operations/mail' })

  const [alert] = await order(1)
  const [confirmation] = await order(1, 'confirmation')
  const counts = await deliver()
  expect(counts).toMatchObject({ sent: 1, held: 1 })
  expect(deliveryInWords(counts)).toMatchObject({
    words: '1 sent, 1 held back because alerts are stopped.',
    outcome: 'warning',
  })
  expect((await stateOf(confirmation)).state).toBe('sent')
  expect(await stateOf(alert)).toEqual({
    state: 'queued',
    lastError: expect.stringMatching(/^Alerts are stopped: 1\d of/),
  })

  expect(await release()).toEqual({ waiting: 1 })
  expect(await incident()).toBe(null)
  expect(await db.auditEntry.findFirst({ where: { action: 'alertsReleased' } })).toMatchObject({ actorId: admin.id })
  expect(await deliver()).toMatchObject({ sent: 1, held: 0 })
  await expect(release()).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('what has been released is not stopped again by the same bounces', async () => {
  const sent = await order(200)
  await deliver()
  await hear(sent.slice(0, 20), 'bounced')
  await release()
  clock += 60_000
  const later = await order(200)
  await deliver()
  await hear(later.slice(0, 9), 'bounced')
  expect(await incident()).toBe(null)
})

test('complaints stop alerts much sooner', async () => {
  const sent = await order(300)
  await deliver()
  await hear(sent.slice(0, 2), 'complained')
  expect(await incident()).toBe(null)
  await hear(sent.slice(2, 3), 'complained')
  expect(await incident()).toMatchObject({ detail: expect.stringContaining('reported as spam') })
  await release()
})

test('a provider that refuses everything stops alerts before all of them are dead letters', async () => {
  const sent = await order(190)
  await deliver()
  refusing = true
  await order(200)
  expect((await deliver()).failed).toBeLessThan(60)
  expect(await incident()).not.toBe(null)
  expect(await db.outboxMail.count({ where: { state: 'queued', kind: 'alert' } })).toBeGreaterThan(140)
  refusing = false
  await release()
  expect((await deliver()).failed).toBe(0)
  expect(sent).toHaveLength(190)
})

test('a handful of bounces among a few mails stops nothing', async () => {
  const sent = await order(20)
  await deliver()
  await hear(sent.slice(0, 10), 'bounced')
  expect(await incident()).toBe(null)
})
