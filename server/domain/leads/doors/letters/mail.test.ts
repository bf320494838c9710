import { beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { LeadSource, Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { inboundForm } from '#world/leads/inbound.ts'
import { labelledLetter, someLetter, xmlLetter } from '#world/leads/letters.ts'
import { readArrivedLetter } from './letters.service.ts'
import { openMailDoor } from './mail.http.ts'

const KEY = 'signing-key-for-tests'
const deps = { db, now: () => new Date() }
const door = openMailDoor({ db, key: KEY })
const unique = () => crypto.randomUUID().slice(0, 8)

let admin: Person
let source: LeadSource
beforeAll(async () => {
  admin = await aPerson((await anOffice()).id, { role: 'admin' })
  const data = { key: `harborside-${unique()}`, name: 'Harborside', door: 'email' as const, createdAt: new Date() }
  source = await db.leadSource.create({ data })
})

const nora = () => ({
  name: 'Nora Hale',
  email: `nora-${unique()}@example.test`,
  phone: '(843) 555-0188',
  mls: unique(),
})
const hand = (mime: string, over = {}, recipient = `${source.key}+x@leads.test`) =>
  door(new Request('http://door', { method: 'POST', body: inboundForm(KEY, { mime, recipient }, over) }))
const said = (response: Response) => [response.status, response.headers.get('x-webhook')]
const waiting = () => db.leadArrival.findMany({ where: { sourceId: source.id, state: 'received' } })
async function readAll() {
  for (const { id } of await waiting()) await readArrivedLetter(deps, { arrivalId: id })
}

test('a mail of a portal is kept at once and read by a job; sent again it is the same one', async () => {
  const who = nora()
  const mime = labelledLetter({ ...who, messageId: `<${unique()}@harborside.example>` })
  expect(said(await hand(mime))).toEqual([200, 'kept'])
  expect(said(await hand(`X-Received: by another way\r\n${mime}`))).toEqual([200, 'repeated'])
  const [arrival] = await waiting()
  expect(Buffer.from(arrival?.body ?? []).toString()).toBe(mime)
  expect(await db.outboxEvent.count({ where: { data: { equals: { arrivalId: arrival?.id } } } })).toBe(1)
  // Twice at once, as after a crash.
  await Promise.all([1, 2].map(() => readArrivedLetter(deps, { arrivalId: arrival?.id ?? '' })))
  expect(await db.inquiry.findMany({ where: { email: who.email } })).toMatchObject([
    { door: 'email', sourceId: source.id, state: 'received', priceCents: 42_500_000n, receivedAt: arrival?.receivedAt },
  ])
  expect(await db.leadArrival.findUnique({ where: { id: arrival?.id ?? '' } })).toMatchObject({
    format: 'labelled-lines',
  })
})

test('a wrong, absent or old signature is refused, and nothing is kept', async () => {
  const mime = xmlLetter(nora())
  const hoursAgo = String(Math.floor(Date.now() / 1_000 - 10 * 3_600))
  const before = await db.leadArrival.count({ where: { sourceId: source.id } })
  expect((await hand(mime, { signature: '0'.repeat(64) })).status).toBe(401)
  expect((await hand(mime, { signature: 'short' })).status).toBe(406)
  expect((await hand(mime, { timestamp: hoursAgo })).status).toBe(406)
  expect((await door(new Request('http://door', { method: 'POST', body: 'x' }))).status).toBe(406)
  expect((await openMailDoor({ db, key: undefined })(new Request('http://door', { method: 'POST' }))).status).toBe(404)
  expect(await db.leadArrival.count({ where: { sourceId: source.id } })).toBe(before)
})

test('a mail that nobody can be made out in waits for a human, and is a lead with one click', async () => {
  const words = `We met at the fair, ${unique()}. My number is on the card. Rosa`
  await hand(someLetter(words, 'Hello'))
  await hand(
    someLetter('I am away until Monday.').replace('MIME-Version', 'Auto-Submitted: auto-replied\r\nMIME-Version'),
  )
  await readAll()
  const kept = await db.leadArrival.findMany({
    where: { sourceId: source.id, state: 'unreadable' },
    orderBy: { id: 'asc' },
  })
  expect(kept.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('Nobody could be made out'),
    expect.stringContaining('automatic answer'),
  ])
  const desk = callAs(admin).arrivals
  const arrivalId = kept[0]?.id ?? ''
  expect((await desk.one({ arrivalId })).text).toContain(words)
  const fields = { name: 'Rosa Diaz', phone: '843-555-0133', leadType: 'seller' }
  const { inquiryId } = await desk.makeLead({ arrivalId, fields })
  expect(await db.inquiry.findUnique({ where: { id: inquiryId } })).toMatchObject({ door: 'email', leadType: 'Seller' })
})

test('a mail to a box that no source has is a lead too; one of a paused source is held back', async () => {
  const [stray, paused] = [nora(), nora()]
  await hand(labelledLetter(stray), {}, `nobody-${unique()}@leads.test`)
  const arrivals = await db.leadArrival.findMany({ where: { door: 'email', sourceId: null, state: 'received' } })
  for (const { id } of arrivals) await readArrivedLetter(deps, { arrivalId: id })
  expect(await db.inquiry.findMany({ where: { email: stray.email } })).toMatchObject([
    { door: 'email', sourceId: null },
  ])
  await db.leadSource.update({ where: { id: source.id }, data: { isActive: false } })
  await hand(labelledLetter(paused))
  await readAll()
  expect(await db.inquiry.count({ where: { email: paused.email } })).toBe(0)
  const held = await db.leadArrival.findMany({ where: { sourceId: source.id, state: 'held' } })
  expect(held).toMatchObject([{ reason: 'Its source is paused.' }])
})
