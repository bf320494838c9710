import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { LeadSource, Listing, Person } from '#server/generated/prisma/client.ts'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { signLead } from '#world/leads/sender.ts'
import { secretOf } from '../sources/source-secret.ts'
import { openWebhookDoor } from './webhook.http.ts'

const unique = () => crypto.randomUUID().slice(0, 8)
const anEmail = () => `lead-${unique()}@example.test`

let admin: Person
let agent: Person
let home: Listing
beforeAll(async () => {
  const office = await anOffice()
  admin = await aPerson(office.id, { role: 'admin' })
  agent = await anAgent(office.id)
  home = await aPlacedListing({ listAgentId: agent.id }, db)
})

const about = {
  ...{ defaultLeadType: null, defaultTags: ['portal'], trustsNamedAgent: false, perMinute: 600, allowedOrigins: [] },
}
async function aSource(over = {}) {
  const name = `Harborside ${unique()}`
  const key = `harborside-${unique()}`
  const { id } = await callAs(admin).sources.add({ ...about, name, key, door: 'webhook', ...over })
  return db.leadSource.findUniqueOrThrow({ where: { id } })
}

type Sending = { headers?: Record<string, string>; query?: string; now?: () => Date }
function send(source: LeadSource, lead: unknown, { headers, query = '', now }: Sending = {}) {
  const body = typeof lead === 'string' ? lead : JSON.stringify(lead)
  const door = openWebhookDoor({ db, ...(now ? { now } : {}) })
  const signed = headers ?? signLead(secretOf(source), body)
  return door(new Request(`http://door/${query}`, { method: 'POST', body, headers: signed }), source.key)
}
const arrivalsOf = (source: LeadSource) =>
  db.leadArrival.findMany({ where: { sourceId: source.id }, orderBy: { id: 'asc' } })
const inquiriesOf = (source: LeadSource) =>
  db.inquiry.findMany({ where: { sourceId: source.id }, orderBy: { id: 'asc' } })

const aLead = (over: Record<string, unknown> = {}) => ({
  ...{ id: unique(), name: 'Nora Hale', email: anEmail(), phone: '(843) 555-0188', message: 'Is it still there?' },
  ...{ leadType: 'buyer', price: 425_000, city: 'Mount Pleasant', postalCode: '29464', tags: ['Open House', 'VIP'] },
  ...{ propertyType: 'Townhouse', latitude: 32.8, longitude: -79.9 },
  ...over,
})

describe('a signed lead', () => {
  test('is kept to the byte, answered at once, and stands as a lead that waits to be taken in', async () => {
    const source = await aSource()
    const lead = aLead({ home: home.listingId, wants: 'a showing' })
    const response = await send(source, lead)
    expect([response.status, await response.json()]).toEqual([
      202,
      { arrivalId: expect.any(String), state: 'taken', repeated: false },
    ])
    const [arrival] = await arrivalsOf(source)
    expect(Buffer.from(arrival?.body ?? []).toString()).toBe(JSON.stringify(lead))
    const [inquiry] = await inquiriesOf(source)
    expect(inquiry).toMatchObject({
      ...{ state: 'received', door: 'webhook', kind: 'Showing', listingId: home.id, fullName: 'Nora Hale' },
      ...{ leadType: 'Buyer', priceCents: 42_500_000n, citySlug: 'mount-pleasant', postalCode: '29464' },
      ...{ tags: ['open-house', 'vip', 'portal'], propertySubType: 'Townhouse', latitude: 32.8, namedAgentId: null },
    })
    const told = await db.outboxEvent.count({ where: { data: { equals: { inquiryId: inquiry?.id } } } })
    expect(told).toBe(1)
    const changed = db.leadArrival.update({ where: { id: arrival?.id ?? '' }, data: { contentType: 'x' } })
    await expect(changed).rejects.toThrow('violated')
  })

  test('sent five times at once is one lead, whether the sender numbers it or not; another one is another', async () => {
    const source = await aSource()
    for (const lead of [aLead(), aLead({ id: undefined })]) {
      const body = JSON.stringify(lead)
      const answers = await Promise.all(Array.from({ length: 5 }, async () => (await send(source, body)).json()))
      expect(new Set(answers.map(({ arrivalId }) => arrivalId)).size).toBe(1)
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
    }
    expect(await inquiriesOf(source)).toHaveLength(2)
  })

  test('in the same words a day later is somebody who asks again', async () => {
    const source = await aSource()
    const body = JSON.stringify(aLead({ id: undefined }))
    for (const hours of [0, 1, 30, 31]) {
      const at = new Date(Date.now() + hours * 3_600_000)
      const headers = signLead(secretOf(source), body, { timestamp: String(Math.floor(at.getTime() / 1_000)) })
      expect((await send(source, body, { headers, now: () => at })).status).toBe(202)
    }
    expect(await inquiriesOf(source)).toHaveLength(2)
  })

  test('names its agent only where the source is trusted with it', async () => {
    const [trusted, other] = [await aSource({ trustsNamedAgent: true }), await aSource()]
    for (const source of [trusted, other]) await send(source, aLead({ agentEmail: agent.email }))
    expect(await inquiriesOf(trusted)).toMatchObject([{ namedAgentId: agent.id }])
    expect(await inquiriesOf(other)).toMatchObject([{ namedAgentId: null }])
  })

  test('that looks like an advertisement is held back with the reason, and an admin lets it in or puts it aside', async () => {
    const source = await aSource()
    const message = 'We sell SEO and backlinks, see https://a.example and https://b.example'
    for (const name of ['Ann Lee', 'Bo Ray']) await send(source, aLead({ name, message }))
    const [first, second] = await arrivalsOf(source)
    expect(first).toMatchObject({ state: 'held', reason: expect.stringContaining('offers SEO') })
    expect(await inquiriesOf(source)).toEqual([])
    const desk = callAs(admin).arrivals
    expect((await desk.one({ arrivalId: first?.id ?? '' })).text).toContain('backlinks')
    const both = await Promise.all([1, 2].map(() => desk.release({ arrivalId: first?.id ?? '' })))
    expect(new Set(both.map(({ inquiryId }) => inquiryId)).size).toBe(1)
    await desk.discard({ arrivalId: second?.id ?? '' })
    expect(await inquiriesOf(source)).toMatchObject([{ fullName: 'Ann Lee', message }])
    await expect(desk.discard({ arrivalId: first?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' })
    await desk.restore({ arrivalId: second?.id ?? '' })
    expect((await arrivalsOf(source))[1]).toMatchObject({ state: 'held', settledAt: null })
  })
})

describe('what is refused', () => {
  test('a wrong, absent, old, early or foreign signature leaves no row, and the answer says what to do', async () => {
    const [source, other] = [await aSource(), await aSource()]
    const body = JSON.stringify(aLead())
    const minutesAgo = (minutes: number) => String(Math.floor(Date.now() / 1_000 - minutes * 60))
    const good = signLead(secretOf(source), body)
    const { 'x-lead-signature': _gone, ...unsigned } = good
    const refused = [
      unsigned,
      { ...good, 'x-lead-signature': 'short' },
      { ...good, 'x-lead-signature': '0'.repeat(64) },
      { ...good, 'x-lead-timestamp': String(Number(good['x-lead-timestamp']) + 1) },
      signLead(secretOf(other), body),
      signLead(secretOf(source), `${body} `),
      signLead(secretOf(source), body, { timestamp: minutesAgo(6) }),
      signLead(secretOf(source), body, { timestamp: minutesAgo(-6) }),
    ]
    for (const headers of refused) {
      const response = await send(source, body, { headers })
      expect([response.status, typeof (await response.json()).error.message]).toEqual([401, 'string'])
    }
    expect(await arrivalsOf(source)).toEqual([])
    const nobody = await openWebhookDoor({ db })(new Request('http://door', { method: 'POST', body }), 'nobody')
    expect(nobody.status).toBe(404)
    // The very same request again, as somebody would send it who had overheard it: one lead, and no more rows.
    for (const repeated of [false, true]) {
      expect(await (await send(source, body, { headers: good })).json()).toMatchObject({ repeated })
    }
    expect(await arrivalsOf(source)).toHaveLength(1)
  })

  test('what is signed and is no lead is kept for a human, who makes one of it; the sender is told what to mend', async () => {
    const source = await aSource()
    const refused = [
      { body: '{"half', status: 400 },
      { body: JSON.stringify({ name: 'Nora' }), status: 422 },
      { body: JSON.stringify(aLead({ name: 'see www.spam.example' })), status: 422 },
      { body: JSON.stringify(aLead({ email: { $ne: 1 } })), status: 422 },
      { body: '[]', status: 422 },
    ]
    for (const { body, status } of refused) expect((await send(source, body)).status).toBe(status)
    expect((await send(source, JSON.stringify({ message: 'x'.repeat(70_000) }))).status).toBe(413)
    const kept = await arrivalsOf(source)
    expect(kept.map(({ state }) => state)).toEqual(Array(5).fill('unreadable'))
    const fields = { name: 'Nora Hale', phone: '843 555 0188' }
    const arrivalId = kept[0]?.id ?? ''
    await expect(callAs(admin).arrivals.makeLead({ arrivalId, fields: { name: 'Nora' } })).rejects.toThrow('address')
    await callAs(admin).arrivals.makeLead({ arrivalId, fields })
    expect(await inquiriesOf(source)).toMatchObject([{ fullName: 'Nora Hale', kind: 'General', email: null }])
  })

  test('a field that is not understood is left out, and the answer says so', async () => {
    const source = await aSource()
    const response = await send(source, aLead({ price: 'ask us', postalCode: 'SC' }))
    const { leftOut } = await response.json()
    expect(leftOut.map(({ field }: { field: string }) => field).toSorted()).toEqual(['postalCode', 'price'])
    expect(await inquiriesOf(source)).toMatchObject([{ priceCents: null, postalCode: null }])
  })

  test('a paused source is refused; more than its limit is told to come back', async () => {
    const source = await aSource({ perMinute: 1 })
    const statuses = []
    for (let time = 0; time < 16; time += 1) statuses.push((await send(source, aLead())).status)
    expect(statuses).toEqual([...Array(15).fill(202), 429])
    await callAs(admin).sources.setActive({ sourceId: source.id, active: false })
    expect((await send(source, aLead())).status).toBe(403)
    expect(await arrivalsOf(source)).toHaveLength(15)
  })

  test('the same request once more counts no more, be it a lead or none; after five minutes, or changed, it does', async () => {
    const source = await aSource({ perMinute: 1 })
    const [lead, none] = [aLead(), { name: 'Nora' }]
    const statusOf = async (body: unknown, minutes = 0) => {
      const at = new Date(Date.now() + minutes * 60_000)
      const text = JSON.stringify(body)
      const headers = signLead(secretOf(source), text, { timestamp: String(Math.floor(at.getTime() / 1_000)) })
      return (await send(source, text, { headers, now: () => at })).status
    }
    for (let time = 0; time < 12; time += 1) expect([await statusOf(lead), await statusOf(none)]).toEqual([202, 422])
    // Two were counted of fifteen; thirteen are left.
    for (let time = 0; time < 12; time += 1) expect(await statusOf({ ...lead, message: `Again ${time}` })).toBe(202)
    expect(await statusOf(lead, 6)).toBe(202)
    expect(await statusOf(aLead())).toBe(429)
    expect(await statusOf(lead)).toBe(202)
    expect(await arrivalsOf(source)).toHaveLength(2)
  })
})

test('a dry run explains, writes nothing, and does not tell a stranger who our clients are', async () => {
  const source = await aSource()
  const lead = aLead({ home: home.listingId })
  const response = await send(source, lead, { query: '?dryRun=1' })
  expect(response.status).toBe(200)
  const said = await response.json()
  expect(said).toMatchObject({ dryRun: true, heldBecause: null, isNew: true })
  expect([await arrivalsOf(source), await inquiriesOf(source)]).toEqual([[], []])
  expect(JSON.stringify(said)).not.toContain(lead.email)
})

test('a new secret takes over, the old one is good for a day more; who changed it stands in the log, the secret does not', async () => {
  const source = await aSource()
  const old = secretOf(source)
  const { secret } = await callAs(admin).sources.changeSecret({ sourceId: source.id })
  const later = new Date(Date.now() + 25 * 3_600_000)
  const statusWith = async (key: string, now: Date) => {
    const body = JSON.stringify(aLead())
    const headers = signLead(key, body, { timestamp: String(Math.floor(now.getTime() / 1_000)) })
    return (await send(source, body, { headers, now: () => now })).status
  }
  expect(await statusWith(secret, new Date())).toBe(202)
  expect(await statusWith(old, new Date())).toBe(202)
  expect(await statusWith(old, later)).toBe(401)
  const deeds = await db.auditEntry.findMany({ where: { targetId: source.id }, orderBy: { id: 'asc' } })
  expect(deeds.map(({ action }) => action)).toEqual(['leadSourceAdded', 'leadSecretChanged'])
  expect(JSON.stringify(deeds)).not.toContain(secret)
  const listed = (await callAs(admin).sources.list()).find(({ id }) => id === source.id)
  expect(listed).toMatchObject({ leads30: 2, waiting: 0, name: source.name })
  expect(JSON.stringify(listed)).not.toContain(secret)
})
