import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Contact, Person } from '#server/generated/prisma/client.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

const notFound = { code: 'NOT_FOUND' }
const visitor = callAs(null).alerts

let agent: Person
let contact: Contact
let searchId: string
let token: string

const tokenOf = async ({ email }: Contact) => {
  await ensureAddresses(db, [email ?? ''])
  return (await db.mailAddress.findUniqueOrThrow({ where: { email: email ?? '' } })).token
}
const stateOf = (id: string) => db.savedSearch.findUniqueOrThrow({ where: { id } })
const facts = () => db.timelineEntry.findMany({ where: { contactId: contact.id, kind: { startsWith: 'alerts.' } } })

beforeEach(async () => {
  agent = await anAgent((await anOffice()).id)
  contact = await aContact(agent)
  searchId = (await aSearch(agent, contact, { postalCodes: ['29464'] }, db)).id
  token = await tokenOf(contact)
})

describe('the preferences of an address', () => {
  test('are all its searches, also those of another contact with the same address', async () => {
    const spouse = await aContact(agent, { email: contact.email?.toUpperCase() ?? null })
    const other = await aSearch(agent, spouse, { postalCodes: ['29401'] }, db)
    const gone = await aSearch(agent, contact, {}, db)
    await callAs(agent).alerts.remove({ searchId: gone.id })

    const shown = await visitor.preferences({ token })
    expect(shown).toMatchObject({ email: contact.email, stoppedAt: null })
    expect(shown.searches.map(({ id }) => id).sort()).toEqual([searchId, other.id].sort())
    expect(shown.searches[0]).toMatchObject({ summary: 'Homes in 29464', agent: { fullName: agent.fullName } })
  })

  test('are shown as often as one likes and stay as they are', async () => {
    const before = [await stateOf(searchId), await db.mailAddress.findUnique({ where: { token } })]
    for (let times = 0; times < 3; times += 1) await visitor.preferences({ token })
    expect([await stateOf(searchId), await db.mailAddress.findUnique({ where: { token } })]).toEqual(before)
    expect(await facts()).toEqual([])
  })

  test('are shown to nobody whose link was made up', async () => {
    const wrong = 'A'.repeat(22)
    await expect(visitor.preferences({ token: wrong })).rejects.toMatchObject(notFound)
    await expect(visitor.setPreference({ token: wrong, searchId, active: false })).rejects.toMatchObject(notFound)
    await expect(visitor.stopEverything({ token: wrong, stopped: true })).rejects.toMatchObject(notFound)
    for (const odd of ['', '../..', "' OR 1=1 --", 'x'.repeat(1_000), 'null\u0000aaaaaaaaaaaaaaaa']) {
      await expect(visitor.preferences({ token: odd })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
  })
})

describe('a switch', () => {
  test('turns one search off and on again, with the person’s own reason', async () => {
    await visitor.setPreference({ token, searchId, active: false })
    expect(await stateOf(searchId)).toMatchObject({ activeYN: false, reason: 'ClientDisabled' })
    await visitor.setPreference({ token, searchId, active: true })
    expect(await stateOf(searchId)).toMatchObject({ activeYN: true, reason: 'ReActivated' })
  })

  test('reaches no search of another address, removed or not', async () => {
    const stranger = await aContact(agent)
    const theirs = await aSearch(agent, stranger, {}, db)
    const attempt = visitor.setPreference({ token, searchId: theirs.id, active: false })
    await expect(attempt).rejects.toMatchObject(notFound)
    expect(await stateOf(theirs.id)).toMatchObject({ activeYN: true, reason: 'Started' })

    await callAs(agent).alerts.remove({ searchId })
    await expect(visitor.setPreference({ token, searchId, active: false })).rejects.toMatchObject(notFound)
  })
})

describe('stop everything', () => {
  test('said twice, or five times at once, is said once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => visitor.stopEverything({ token, stopped: true })))
    const { stoppedAt } = await visitor.preferences({ token })
    expect(await visitor.stopEverything({ token, stopped: true })).toEqual({ stopped: true })

    expect(await visitor.preferences({ token })).toMatchObject({ stoppedAt, stoppedReason: 'unsubscribed' })
    expect(await facts()).toHaveLength(1)
    expect(await stateOf(searchId)).toMatchObject({ activeYN: true, reason: 'Started' })
  })

  test('is seen by the agent beside each alert of that person', async () => {
    const list = async () => (await callAs(agent).alerts.list({ contactId: contact.id })).items
    expect(await list()).toMatchObject([{ stopped: null }])
    await visitor.stopEverything({ token, stopped: true })
    expect(await list()).toMatchObject([{ activeYN: true, stopped: 'unsubscribed' }])
    expect(await callAs(agent).alerts.byId({ searchId })).toMatchObject({ stopped: 'unsubscribed' })
  })

  test('can be taken back', async () => {
    await visitor.stopEverything({ token, stopped: true })
    await visitor.stopEverything({ token, stopped: false })
    expect(await visitor.preferences({ token })).toMatchObject({ stoppedAt: null, stoppedReason: null })
    expect((await facts()).map(({ kind }) => kind).sort()).toEqual(['alerts.resumed', 'alerts.stopped'])
  })

  test('does not open an address that bounced', async () => {
    await db.mailAddress.update({
      where: { token },
      data: { suppressedAt: new Date(), suppressionReason: 'bounced' },
    })
    await visitor.stopEverything({ token, stopped: false })
    expect(await visitor.preferences({ token })).toMatchObject({ stoppedReason: 'bounced' })
  })
})
