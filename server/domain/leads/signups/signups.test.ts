import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { SIGN_UP_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import { criteriaSchema } from '#server/domain/alerts/searches.schema.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { composeMail } from '#server/mail-composers.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

const HOUR_MS = 3_600_000
const unique = () => crypto.randomUUID().slice(0, 8)
const anEmail = () => `buyer-${unique()}@example.test`

let agent: Person
let town: string
beforeAll(async () => {
  town = `Tern Hollow ${unique()}`
  agent = await anAgent((await anOffice({ name: town })).id, { role: 'manager' })
})

const criteria = () =>
  criteriaSchema.parse({ citySlugs: [town.toLowerCase().replaceAll(' ', '-')], listPriceMax: 600_000 })
const at = (hours: number) => ({ now: () => new Date(Date.now() + hours * HOUR_MS) })
const signUp = (email: string, hours = 0, fullName = 'Nora Hale') =>
  callAs(null, at(hours)).signups.saveSearch({ email, fullName, criteria: criteria(), consentText: SIGN_UP_CONSENT })
const questionsTo = (recipient: string) => db.outboxMail.findMany({ where: { recipient, kind: 'sign-up' } })

/** The mail as it leaves, and the key in its link. */
async function openMail(email: string) {
  const [mail] = await questionsTo(email)
  if (!mail) throw new Error('no mail')
  const composed = await composeMail(db, mail, new Date())
  if (!('send' in composed)) throw new Error(`held back: ${composed.suppress}`)
  return { ...composed.send, token: /\/sign-up\/([\w-]+)/.exec(composed.send.text)?.[1] ?? '' }
}

describe('a sign-up', () => {
  test('asks the address one question, and sets nothing up before it says yes', async () => {
    const email = anEmail()
    expect(await signUp(email.toUpperCase())).toEqual({ ok: true })
    const { token, text, kept } = await openMail(email)
    expect(text).toContain('up to $600,000')
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(await callAs(null).signups.byLink({ token })).toMatchObject({ state: 'open', firstName: 'Nora' })
    expect(await db.contact.count({ where: { email } })).toBe(0)
    expect(await db.mailAddress.count({ where: { email } })).toBe(0)
  })

  test('mails one address once an hour and five times a day, whoever asks and however fast', async () => {
    const email = anEmail()
    await Promise.all(Array.from({ length: 5 }, () => signUp(email)))
    expect(await questionsTo(email)).toHaveLength(1)
    for (const hours of [0.9, 1.1, 2.2, 3.3, 4.4, 5.5, 6.6]) expect(await signUp(email, hours)).toEqual({ ok: true })
    expect(await questionsTo(email)).toHaveLength(5)
  })

  test('answers the same when its network has asked too often, and mails nobody', async () => {
    const network = `203.0.113.${unique()}`
    const caller = (email: string) =>
      callAs(null, { network }).signups.saveSearch({
        ...{ email, fullName: 'Nora Hale', criteria: criteria(), consentText: SIGN_UP_CONSENT },
      })
    const emails = Array.from({ length: 32 }, anEmail)
    const answers = await Promise.all(emails.map(caller))
    expect(new Set(answers.map(({ ok }) => ok))).toEqual(new Set([true]))
    expect(await db.outboxMail.count({ where: { recipient: { in: emails } } })).toBe(30)
  })

  test.each([['Nora\r\nBcc: all@example.test'], ['Win at https://spam.example'], ['<b>Nora</b>'], [' ']])(
    'is refused under the name %j',
    async (fullName) => {
      await expect(signUp(anEmail(), 0, fullName)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    },
  )
})

describe('a yes', () => {
  test('makes the contact, with the agent of the town, and the search with its consent: once, though said five times', async () => {
    const email = anEmail()
    await signUp(email)
    const { token } = await openMail(email)
    const answers = await Promise.all(Array.from({ length: 5 }, () => callAs(null).signups.confirm({ token })))
    expect(new Set(answers.map(({ portalToken }) => portalToken)).size).toBe(1)
    const contact = await db.contact.findFirstOrThrow({
      where: { email },
      include: { savedSearches: { include: { consent: true } }, inquiries: true },
    })
    expect(contact).toMatchObject({ fullName: 'Nora Hale', agentId: agent.id, firstSource: contact.source })
    expect(contact.inquiries).toMatchObject([{ kind: 'SignUp', because: 'town-office', isNewPerson: true }])
    expect(contact.savedSearches).toMatchObject([
      { activeYN: true, consent: { source: 'DoubleOptIn', consentText: SIGN_UP_CONSENT, criteriaVersion: 1 } },
    ])
    expect(await db.outboxMail.count({ where: { recipient: agent.email, kind: 'inquiry' } })).toBeGreaterThan(0)
  })

  test('of a client keeps them with the agent they have', async () => {
    const other = await anAgent((await anOffice()).id)
    const known = await aContact(other)
    const email = known.email ?? ''
    await signUp(email)
    await callAs(null).signups.confirm({ token: (await openMail(email)).token })
    expect(await db.contact.count({ where: { email } })).toBe(1)
    expect(await db.savedSearch.findMany({ where: { contactId: known.id } })).toMatchObject([{ ownerId: other.id }])
  })

  test('comes too late after two days; a new question can be asked for', async () => {
    const email = anEmail()
    await signUp(email)
    const { token } = await openMail(email)
    const late = callAs(null, at(49))
    expect(await late.signups.byLink({ token })).toMatchObject({ state: 'over' })
    await expect(late.signups.confirm({ token })).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
    await late.signups.askAnew({ token })
    expect(await questionsTo(email)).toHaveLength(2)
    expect(await db.contact.count({ where: { email } })).toBe(0)
  })
})
