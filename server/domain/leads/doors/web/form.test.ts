import { beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { LeadSource, Person } from '#server/generated/prisma/client.ts'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { openFormDoor } from './form.http.ts'

const SITE = 'https://www.coast.example'
const unique = () => crypto.randomUUID().slice(0, 8)
const anEmail = () => `form-${unique()}@example.test`

let admin: Person
let source: LeadSource
beforeAll(async () => {
  admin = await aPerson((await anOffice()).id, { role: 'admin' })
  const about = { defaultLeadType: null, defaultTags: [], trustsNamedAgent: true, perMinute: 600 }
  const { id, secret } = await callAs(admin).sources.add({
    ...{ ...about, key: `site-${unique()}`, name: 'Our website', door: 'form', allowedOrigins: [`${SITE}/contact`] },
  })
  expect(secret).toBeNull()
  source = await db.leadSource.findUniqueOrThrow({ where: { id } })
})

const { answerForm, answerPreflight } = openFormDoor({ db })
const request = (body: string | null, headers: Record<string, string>, method = 'POST') =>
  new Request('http://door', {
    method,
    headers: { 'content-type': 'application/json', origin: SITE, ...headers },
    ...(body === null ? {} : { body }),
  })
const send = (form: Record<string, unknown>, headers: Record<string, string> = {}) =>
  answerForm(
    request(JSON.stringify(form), { 'x-forwarded-for': `10.0.0.${Math.floor(Math.random() * 250)}`, ...headers }),
    source.key,
  )
const aForm = (over = {}) => ({ name: 'Nora Hale', email: anEmail(), message: 'Call me.', openForMs: 9_000, ...over })
const inquiriesOf = (email: string) => db.inquiry.findMany({ where: { email } })
const arrivalOf = async (email: string) =>
  (await db.leadArrival.findMany({ where: { sourceId: source.id } })).find(({ body }) =>
    Buffer.from(body).includes(email),
  )

test('a form of the firm’s own site becomes a lead: as JSON, or as a plain form that goes on to its thanks', async () => {
  const form = aForm({ agentEmail: admin.email })
  const response = await send(form)
  expect([response.status, await response.json()]).toEqual([200, { ok: true }])
  expect(response.headers.get('access-control-allow-origin')).toBe(SITE)
  expect(await inquiriesOf(form.email)).toMatchObject([{ door: 'form', kind: 'General', namedAgentId: admin.id }])

  const email = anEmail()
  const plain = { name: 'Bo Ray', email, message: 'Hello', next: `${SITE}/thanks` }
  const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
  const thanked = await answerForm(request(new URLSearchParams(plain).toString(), type), source.key)
  expect([thanked.status, thanked.headers.get('location')]).toEqual([303, `${SITE}/thanks`])
  const away = new URLSearchParams({ ...plain, email: anEmail(), next: 'https://evil.example/' }).toString()
  expect((await answerForm(request(away, type), source.key)).status).toBe(200)
  expect(await inquiriesOf(email)).toHaveLength(1)
})

test('a machine is told what a person is told; what it sent is held back, not lost', async () => {
  const trapped = aForm({ website: 'https://spam.example' })
  const quick = aForm({ openForMs: 300 })
  for (const form of [trapped, quick]) {
    const response = await send(form)
    expect([response.status, await response.json()]).toEqual([200, { ok: true }])
    expect(await inquiriesOf(form.email)).toEqual([])
  }
  expect(await arrivalOf(trapped.email)).toMatchObject({
    state: 'held',
    reason: 'Filled in a field that people do not see.',
  })
  expect(await arrivalOf(quick.email)).toMatchObject({ state: 'held', reason: 'Was quicker than anybody writes.' })
})

test('a home that its seller keeps off the internet is not found by a form', async () => {
  const [hidden, shown] = await Promise.all([
    aPlacedListing({ internetEntireListingDisplayYN: false }, db),
    aPlacedListing({}, db),
  ])
  const forms = [hidden, shown].map(({ listingId }) => aForm({ home: listingId }))
  for (const form of forms) await send(form)
  const found = await Promise.all(forms.map(async ({ email }) => (await inquiriesOf(email))[0]?.listingId ?? null))
  expect(found).toEqual([null, shown.id])
})

test('other sites, other types, too much and too often are refused, and nothing is kept', async () => {
  const form = aForm()
  const statusWith = async (headers: Record<string, string>, body = JSON.stringify(form)) =>
    (await answerForm(request(body, headers), source.key)).status
  expect(await statusWith({ origin: 'https://evil.example' })).toBe(403)
  expect(await statusWith({ 'content-type': 'text/plain' })).toBe(415)
  expect(await statusWith({}, '[1,')).toBe(400)
  expect(await statusWith({}, JSON.stringify({ name: 'Nora' }))).toBe(422)
  expect(await statusWith({}, JSON.stringify({ message: 'x'.repeat(40_000) }))).toBe(413)
  expect((await answerForm(request('{}', {}), 'nobody')).status).toBe(404)
  expect(await arrivalOf(form.email)).toBeUndefined()
  const statuses = []
  for (let time = 0; time < 6; time += 1) statuses.push((await send({ ...form, message: `${time}` })).status)
  expect(statuses).toEqual([...Array(5).fill(200), 429])
  expect(await inquiriesOf(form.email)).toHaveLength(5)
})

test('a browser that asks first is told of listed sites alone', async () => {
  const ask = (origin: string) => answerPreflight(request(null, { origin }, 'OPTIONS'), source.key)
  expect((await ask(SITE)).headers.get('access-control-allow-methods')).toBe('POST')
  expect((await ask('https://evil.example')).status).toBe(403)
})
