import { describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, aListing, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { readTyped } from './find.typed.ts'

const word = () => `w${crypto.randomUUID().slice(0, 8)}`
const find = async (by: Awaited<ReturnType<typeof anAgent>>, q: string) => callAs(by).find.anything({ q })
const someAgent = async () => anAgent((await anOffice()).id)

describe('what was typed', () => {
  test.each([
    ['(843) 555-0193', '8435550193'],
    ['843.555.01', '84355501'],
    ['+1 843 555 0193', '8435550193'],
    ['18435550193', '8435550193'],
    ['0193', '0193'],
    ['84', null],
    ['12 Marsh', null],
  ])('%s is the phone number %s', (text, phone) => {
    expect(readTyped(text).phone).toBe(phone)
  })

  test('five digits may be a zip code', () => {
    expect(readTyped('29464').zip).toBe('29464')
    expect(readTyped('294645').zip).toBeNull()
  })
})

describe('finding people', () => {
  test('by words of the name in any order, part of the e-mail address, and the phone number in any format', async () => {
    const agent = await someAgent()
    const [first, last] = [word(), word()]
    const digits = `843${Math.floor(Math.random() * 9_000_000) + 1_000_000}`
    const phone = `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`
    const { id } = await aContact(agent, { fullName: `${first} ${last}`, email: `${word()}.x@example.test`, phone })
    const { email } = await db.contact.findUniqueOrThrow({ where: { id } })
    const asked = [last, `${last} ${first}`, email?.slice(0, 9) ?? '', email?.toUpperCase() ?? '', phone, digits]
    for (const q of [...asked, `+1 ${digits}`, digits.slice(3), `${digits.slice(0, 3)}.${digits.slice(3, 6)}`])
      expect(
        (await find(agent, q)).people.map((each) => each.id),
        q,
      ).toEqual([id])
    expect((await find(agent, `${first} nobody`)).people).toEqual([])
  })

  test('whose name begins like this before whose name only holds it', async () => {
    const agent = await someAgent()
    const name = word()
    const begins = await aContact(agent, { fullName: `${name} Alston` })
    const holds = await aContact(agent, { fullName: `Alston ${name}` })
    expect((await find(agent, name)).people.map(({ id }) => id)).toEqual([begins.id, holds.id])
  })

  test('shows nobody whom the policy hides, nor what they look for', async () => {
    const agent = await someAgent()
    const name = word()
    const contact = await aContact(agent, { fullName: name, phone: '843 555 0100' })
    const alert = await aSearch(agent, contact, { bedroomsMin: 3 }, db)
    await db.savedSearch.update({ where: { id: alert.id }, data: { name: `${name} by the sea` } })
    await aContact(agent, { fullName: `${name} gone`, removedAt: new Date() })
    const colleague = await anAgent(agent.officeId)
    const stranger = await someAgent()
    const manager = await aPerson(agent.officeId, { role: 'manager' })
    for (const other of [colleague, stranger]) expect(await find(other, name)).toMatchObject({ people: [], alerts: [] })
    for (const mine of [agent, manager])
      expect(await find(mine, name)).toMatchObject({
        people: [{ id: contact.id, agent: agent.fullName }],
        alerts: [{ id: alert.id, contactName: name }],
      })
    await db.savedSearch.update({ where: { id: alert.id }, data: { removedAt: new Date() } })
    expect((await find(agent, `sea ${name}`)).alerts).toEqual([])
  })

  test('takes signs that stand for anything as themselves', async () => {
    const agent = await someAgent()
    await aContact(agent, { fullName: `Anybody ${word()}` })
    for (const q of ['%%', '__', '\\\\']) expect((await find(agent, q)).people).toEqual([])
  })
})

describe('finding homes', () => {
  test('by street, town, zip code and MLS number; for sale before sold; never what was deleted', async () => {
    const agent = await someAgent()
    const street = word()
    const zip = String(Math.floor(Math.random() * 9_000) + 90_000)
    const place = { city: `Port ${street}`, citySlug: `port-${street}`, postalCode: zip }
    const sold = await aListing({ streetAddress: `4711 ${street} Row`, standardStatus: 'Closed', ...place })
    const home = await aListing({ streetAddress: `4712 ${street} Row`, ...place })
    await aListing({ streetAddress: `4713 ${street} Row`, standardStatus: 'Delete', ...place })
    const ids = async (q: string) => (await find(agent, q)).homes.map(({ id }) => id)
    for (const q of [`${street} row`, `port ${street}`, `row ${zip}`])
      expect(await ids(q), q).toEqual([home.id, sold.id])
    expect(await ids(home.listingId.toLowerCase())).toEqual([home.id])
    expect(await ids(`4712 ${street}`)).toEqual([home.id])
    const found = await find(agent, `Port ${street}`)
    expect(found.places).toEqual([{ kind: 'town', key: place.citySlug, name: place.city, homes: 1 }])
    expect((await find(agent, zip)).places).toEqual([{ kind: 'zip', key: zip, name: place.city, homes: 1 }])
    expect(found.homes[0]).toMatchObject({ standardStatus: 'Active', listPriceCents: 42_500_000 })
  })
})
