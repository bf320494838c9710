import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Contact, Person } from '#server/generated/prisma/client.ts'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { type Criteria, criteriaSchema } from './searches.schema.ts'

const notFound = { code: 'NOT_FOUND' }
const criteria = (over: Partial<Criteria> = {}) => criteriaSchema.parse({ citySlugs: ['mount-pleasant'], ...over })

let agent: Person
let colleague: Person
let manager: Person
let contact: Contact

beforeAll(async () => {
  const office = await anOffice()
  agent = await anAgent(office.id)
  colleague = await anAgent(office.id)
  manager = await aPerson(office.id, { role: 'manager' })
  contact = await aContact(agent)
})

const create = (over: Partial<{ contactId: string; name: string; criteria: Criteria }> = {}, by = agent) =>
  callAs(by).alerts.create({ contactId: contact.id, name: 'Near the beach', criteria: criteria(), ...over })
const byId = (searchId: string) => callAs(agent).alerts.byId({ searchId })
const tokensOf = async (searchId: string) =>
  (await db.savedSearchToken.findMany({ where: { searchId }, orderBy: { token: 'asc' } })).map(({ token }) => token)

describe('who may', () => {
  test('another agent neither finds an alert nor changes it, while the agent and the manager do', async () => {
    const { id: searchId } = await create()
    const other = callAs(colleague).alerts
    const attempts = [
      () => create({}, colleague),
      () => other.byId({ searchId }),
      () => other.revise({ searchId, name: 'Mine', criteria: criteria(), basedOnVersion: 1 }),
      () => other.setActive({ searchId, active: false }),
      () => other.remove({ searchId }),
      () => other.restore({ searchId }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(notFound)
    expect((await other.list({ contactId: contact.id })).items).toEqual([])
    expect(await byId(searchId)).toMatchObject({ name: 'Near the beach', activeYN: true, currentVersion: 1 })
    expect(await callAs(manager).alerts.byId({ searchId })).toMatchObject({ id: searchId })
  })
})

describe('an alert', () => {
  test('comes back with the criteria it was saved with', async () => {
    const wanted = criteria({
      ...{ listPriceMin: 200_000, listPriceMax: 600_000, bedroomsMin: 3, bathroomsMin: 2.5, livingAreaMin: 1_500 },
      ...{ propertySubTypes: ['Townhouse', 'Condominium'], postalCodes: ['29464'], events: ['PriceDrop'] },
      ...{ radius: { latitude: 32.8, longitude: -79.9, miles: 3 }, statuses: ['Active', 'ComingSoon'] },
    })
    const { id } = await create({ criteria: wanted })
    expect((await byId(id)).criteria).toEqual(wanted)
  })

  test('for somebody without an e-mail address is off, says why, and cannot be switched on', async () => {
    const { id: contactId } = await aContact(agent, { email: null })
    const { id: searchId } = await create({ contactId })
    expect(await byId(searchId)).toMatchObject({ activeYN: false, reason: 'NoOneToSendTo' })
    const on = callAs(agent).alerts.setActive({ searchId, active: true })
    await expect(on).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  })

  test('is switched off and on again with its reason', async () => {
    const { id: searchId } = await create()
    await callAs(agent).alerts.setActive({ searchId, active: false })
    expect(await byId(searchId)).toMatchObject({ activeYN: false, reason: 'AgentDisabled' })
    await callAs(agent).alerts.setActive({ searchId, active: true })
    expect(await byId(searchId)).toMatchObject({ activeYN: true, reason: 'ReActivated' })
  })

  test('that was removed is gone, and comes back whole', async () => {
    const { id: searchId } = await create()
    await callAs(agent).alerts.remove({ searchId })
    await expect(byId(searchId)).rejects.toMatchObject(notFound)
    await callAs(agent).alerts.restore({ searchId })
    expect(await byId(searchId)).toMatchObject({ name: 'Near the beach', activeYN: true })
  })

  test('tells the contact’s timeline that it was set up and changed, once each', async () => {
    const { id: contactId } = await aContact(agent)
    const { id: searchId } = await create({ contactId })
    await callAs(agent).alerts.revise({ searchId, name: 'x', criteria: criteria(), basedOnVersion: 1 })
    const facts = await db.timelineEntry.findMany({ where: { contactId }, orderBy: { id: 'asc' } })
    expect(facts.map(({ kind }) => kind)).toEqual(['search.saved', 'search.revised'])
  })
})

describe('a revision', () => {
  test('makes a new version, moves the location tokens, and leaves the old version as it was', async () => {
    const { id: searchId } = await create()
    expect(await tokensOf(searchId)).toEqual(['city:mount-pleasant'])
    const next = criteria({ citySlugs: ['beaufort'], postalCodes: ['29902'] })
    await callAs(agent).alerts.revise({ searchId, name: 'Further south', criteria: next, basedOnVersion: 1 })

    expect(await byId(searchId)).toMatchObject({ name: 'Further south', currentVersion: 2, criteria: next })
    expect(await tokensOf(searchId)).toEqual(['city:beaufort', 'zip:29902'])
    const versions = await db.savedSearchVersion.findMany({ where: { searchId }, orderBy: { version: 'asc' } })
    expect(versions.map(({ citySlugs }) => citySlugs)).toEqual([['mount-pleasant'], ['beaufort']])
  })

  test('of two people at once keeps the first and tells the second', async () => {
    const { id: searchId } = await create()
    const revise = (name: string, by: Person) =>
      callAs(by).alerts.revise({ searchId, name, criteria: criteria(), basedOnVersion: 1 })
    const results = await Promise.allSettled([revise('Hers', agent), revise('His', manager)])

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refusal = results.find((result) => result.status === 'rejected')
    expect(refusal?.reason).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/somebody else/i) })
    const winner = results[0]?.status === 'fulfilled' ? 'Hers' : 'His'
    expect(await byId(searchId)).toMatchObject({ name: winner, currentVersion: 2 })
    expect(await db.savedSearchVersion.count({ where: { searchId } })).toBe(2)
  })
})

describe('the list', () => {
  test('is read by state, by words and by person, page after page without gaps', async () => {
    const person = await aContact(agent, { fullName: 'Wilhelmina Ott' })
    const made = await Promise.all(
      Array.from({ length: 61 }, (_, index) => create({ contactId: person.id, name: `House ${index}` })),
    )
    const off = made.slice(0, 3).map(({ id }) => id)
    for (const searchId of off) await callAs(agent).alerts.setActive({ searchId, active: false })
    const read = async (input: { q?: string; state?: 'active' | 'off' }) => {
      const ids: string[] = []
      for (let cursor: string | undefined, first = true; first || cursor; first = false) {
        const page = await callAs(agent).alerts.list({ ...input, contactId: person.id, cursor })
        ids.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      }
      return ids
    }
    expect(new Set(await read({}))).toEqual(new Set(made.map(({ id }) => id)))
    expect(await read({})).toHaveLength(61)
    expect((await read({ state: 'off' })).sort()).toEqual(off.sort())
    expect(await read({ q: 'house 60' })).toHaveLength(1)
    expect(await read({ q: 'wilhelmina' })).toHaveLength(61)
  })

  test('takes a cursor that is not one of ours as none', async () => {
    expect((await callAs(agent).alerts.list({ cursor: 'nonsense' })).items.length).toBeGreaterThan(0)
  })
})

test('prices are counted for all that fits but the price, so that one sees what a range leaves out', async () => {
  const postalCode = '29097'
  await Promise.all(
    [300_000, 310_000, 480_000].map((dollars) =>
      aPlacedListing({ postalCode, listPriceCents: BigInt(dollars) * 100n }, db),
    ),
  )
  await aPlacedListing({ postalCode, bedroomsTotal: 1, listPriceCents: 30_000_000n }, db)
  const criteria = { postalCodes: [postalCode], bedroomsMin: 3, listPriceMax: 305_000 }
  const bars = await callAs(agent).alerts.prices({ criteria })
  expect(bars.filter(({ count }) => count > 0)).toEqual([
    { fromDollars: 300_000, toDollars: 325_000, count: 2 },
    { fromDollars: 475_000, toDollars: 500_000, count: 1 },
  ])
})

test('the preview counts the homes there are now and shows them with the sentence of the mail', async () => {
  const postalCode = '39901'
  const home = (listPriceCents: bigint, over = {}) => aPlacedListing({ postalCode, listPriceCents, ...over }, db)
  await Promise.all([home(30_000_000n), home(30_000_001n), home(10_000n, { internetEntireListingDisplayYN: false })])
  const wanted = criteria({ citySlugs: [], postalCodes: [postalCode], listPriceMax: 300_000 })
  const found = await callAs(agent).alerts.preview({ criteria: wanted })
  expect(found).toMatchObject({
    count: 1,
    sample: [{ listPriceCents: 30_000_000 }],
    summary: 'Homes in 39901, up to $300,000',
    sentence: 'When a home is new, reduced or back on the market',
  })
})

test('an alert that waits for an address still says so after it was revised', async () => {
  const owner = await anAgent((await anOffice()).id)
  const unreachable = await aContact(owner, { email: null })
  const { alerts } = callAs(owner)
  const { id: searchId } = await alerts.create({
    contactId: unreachable.id,
    name: 'A search',
    criteria: criteriaSchema.parse({}),
  })

  await alerts.revise({
    searchId,
    name: 'A search',
    criteria: criteriaSchema.parse({ bedroomsMin: 3 }),
    basedOnVersion: 1,
  })

  expect(await alerts.byId({ searchId })).toMatchObject({ activeYN: false, reason: 'NoOneToSendTo', currentVersion: 2 })
})
