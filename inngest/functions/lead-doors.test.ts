import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailDoor } from '#server/domain/leads/doors/letters/mail.http.ts'
import { secretOf } from '#server/domain/leads/doors/sources/source-secret.ts'
import { openWebhookDoor } from '#server/domain/leads/doors/web/webhook.http.ts'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { inboundForm } from '#world/leads/inbound.ts'
import { tableLetter } from '#world/leads/letters.ts'
import { signLead } from '#world/leads/sender.ts'
import type { Kit } from '../scheduled.ts'
import { startTestApp } from '../testing.ts'
import { readLeadFiles } from './read-lead-file.ts'
import { readLeadMails } from './read-lead-mail.ts'
import { relayOutboxFacts } from './relay-outbox.ts'
import { takeInInquiries } from './take-in-inquiry.ts'

const KEY = 'signing-key-for-tests'

let app: Awaited<ReturnType<typeof startTestApp>>
beforeAll(async () => {
  const functions = (kit: Kit) => [readLeadMails, readLeadFiles, takeInInquiries, relayOutboxFacts].map((of) => of(kit))
  app = await startTestApp({ startAt: new Date(), functions })
})
afterAll(() => app.stop())

test('a portal’s mail and its webhook about one person are one contact with two inquiries, and where they first came from stays', async () => {
  const { db, engine } = app
  const agent = await anAgent((await anOffice({}, db)).id, { fullName: 'Ann Lee' }, db)
  const home = await aPlacedListing({ listAgentId: agent.id }, db)
  const nora = { name: 'Nora Hale', email: 'nora@buyer.example', phone: '(843) 555-0188' }
  const data = { createdAt: new Date() }
  await db.leadSource.create({ data: { ...data, key: 'tidewater', name: 'Tidewater', door: 'email' } })
  const partner = await db.leadSource.create({ data: { ...data, key: 'partner', name: 'A partner', door: 'webhook' } })

  const mime = tableLetter({ ...nora, mls: home.listingId })
  const body = inboundForm(KEY, { mime, recipient: 'tidewater@leads.test' })
  const post = { method: 'POST' }
  await openMailDoor({ db, key: KEY })(new Request('http://door', { ...post, body }))
  // Kept, read, taken in: two facts, one after the other.
  await engine.advance('1m')
  await engine.advance('1m')
  const lead = JSON.stringify({ name: 'N. Hale', phone: '843 555 0188', message: 'It is me again.' })
  const headers = signLead(secretOf(partner), lead)
  await openWebhookDoor({ db })(new Request('http://door', { ...post, body: lead, headers }), 'partner')
  await engine.advance('1m')

  const contacts = await db.contact.findMany({ include: { inquiries: { orderBy: { id: 'asc' } }, timeline: true } })
  expect(contacts).toMatchObject([
    {
      ...{ fullName: 'Nora Hale', agentId: agent.id, firstSource: 'Tidewater' },
      inquiries: [
        { door: 'email', kind: 'Showing', listingId: home.id },
        { door: 'webhook', kind: 'General' },
      ],
    },
  ])
  const told = contacts[0]?.timeline.filter(({ kind }) => kind === 'inquiry.received')
  expect(told?.map(({ summary }) => summary).toSorted()).toEqual([
    expect.stringContaining('Got in touch'),
    expect.stringContaining('Wants to see'),
  ])
  const runs = await db.jobRun.findMany({ where: { functionId: 'read-lead-mail' } })
  expect(runs).toMatchObject([{ outcome: 'good', words: 'A lead mail became a lead.' }])
})

test('a file that an admin brings is read by a job, and its people have an agent', async () => {
  const { db, engine } = app
  const office = await anOffice({}, db)
  const admin = callAs(await aPerson(office.id, { role: 'admin' }, db), { db }).leadFiles
  const rows = Array.from({ length: 3 }, (_, index) => `Person ${index},row-${index}@file.example`)
  const content = ['Name,E-mail', ...rows].join('\n')
  const { id } = await admin.bring({ content, mapping: ['name', 'email'], fileName: 'fair.csv', sourceId: null })
  await engine.advance('1m')
  await engine.advance('1m')
  expect(await admin.one({ importId: id })).toMatchObject({ rowsDone: 3, taken: 3, doneAt: expect.any(Date) })
  expect(await db.contact.count({ where: { email: { endsWith: '@file.example' }, firstSource: 'File' } })).toBe(3)
})
