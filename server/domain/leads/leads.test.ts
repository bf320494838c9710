import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { LIKE_THIS_CONSENT } from '#server/domain/alerts/consent/consent.words.ts'
import type { Listing, Person } from '#server/generated/prisma/client.ts'
import { composeMail } from '#server/mail-composers.ts'
import { aPlacedListing } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { TRAPPED } from './doors/doors.words.ts'
import { takeInInquiry } from './taking-in/take-in.job.ts'

const unique = () => crypto.randomUUID().slice(0, 8)
const anEmail = () => `buyer-${unique()}@example.test`
const notFound = { code: 'NOT_FOUND' }

let lister: Person
let home: Listing
beforeAll(async () => {
  lister = await anAgent((await anOffice()).id, { phone: '(843) 555-0177' })
  home = await aPlacedListing({ listAgentId: lister.id, bedroomsTotal: 3 }, db)
})

type Ask = Parameters<ReturnType<typeof callAs>['leads']['ask']>[0]
const aQuestion = (over: Partial<Ask> = {}): Ask => ({
  ...{ requestKey: crypto.randomUUID(), listingKey: home.listingKey, kind: 'Question', fullName: 'Nora Hale' },
  ...{ email: anEmail(), message: 'Is the dock deep enough?', openForMs: 30_000 },
  ...over,
})
const ask = (question: Ask) => callAs(null).leads.ask(question)
const inquiriesOf = (email: string) => db.inquiry.findMany({ where: { email }, orderBy: { id: 'asc' } })
/** As the job does, for all that this address has asked. */
async function takeAllIn(email: string) {
  const waiting = await inquiriesOf(email)
  await Promise.all(
    waiting.map(({ id }) => takeInInquiry({ db, now: () => new Date() }, { inquiryId: id }).then(() => id)),
  )
  return waiting
}
async function compose(kind: 'inquiry' | 'inquiry-receipt', inquiryId: string) {
  const mail = await db.outboxMail.findFirstOrThrow({ where: { dedupeKey: { startsWith: `${kind}:${inquiryId}` } } })
  const composed = await composeMail(db, mail, new Date())
  if (!('send' in composed)) throw new Error(`held back: ${composed.suppress}`)
  return { ...composed.send, to: mail.recipient, contactId: mail.contactId }
}

describe('a question about a home', () => {
  test('sent five times at once is asked once, and kept as it was sent', async () => {
    const question = aQuestion()
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(question)))
    expect(answers).toEqual(Array(5).fill({ ok: true }))
    const inquiries = await inquiriesOf(question.email)
    expect(inquiries).toMatchObject([{ state: 'received', raw: { message: 'Is the dock deep enough?' } }])
    const told = await db.outboxEvent.count({ where: { data: { equals: { inquiryId: inquiries[0]?.id } } } })
    expect(told).toBe(1)
    const changed = db.inquiry.update({ where: { id: inquiries[0]?.id ?? '' }, data: { raw: {} } })
    await expect(changed).rejects.toThrow('violated')
  })

  test('makes somebody new a contact of the listing agent, tells the agent, and gives who asked a face and a number', async () => {
    const question = aQuestion({ phone: '(843) 555-0188', fullName: '=cmd|Nora "X" Hale' })
    await ask(question)
    const [inquiry] = await takeAllIn(question.email)
    const contact = await db.contact.findFirstOrThrow({ where: { email: question.email }, include: { timeline: true } })
    expect(contact).toMatchObject({ agentId: lister.id, stage: 'lead', firstSource: 'Asked about a home on our pages' })
    expect(contact.timeline.map(({ kind }) => kind).toSorted()).toEqual(['contact.created', 'inquiry.received'])

    const toAgent = await compose('inquiry', inquiry?.id ?? '')
    expect(toAgent).toMatchObject({ to: lister.email, replyTo: `"=cmd|Nora X Hale" <${question.email}>` })
    for (const said of ['Is the dock deep enough?', '(843) 555-0188', question.email, 'it is your listing'])
      expect(toAgent.text).toContain(said)
    expect(toAgent.subject).toBe(`=cmd|Nora "X" Hale asks about ${home.streetAddress}`)

    const receipt = await compose('inquiry-receipt', inquiry?.id ?? '')
    expect(receipt).toMatchObject({ to: question.email, contactId: contact.id })
    expect(receipt.replyTo).toContain(lister.email)
    expect(receipt.text).toContain('(843) 555-0177')
    // Else anybody could have us write anything to anybody.
    expect(receipt.text).not.toContain('dock')
  })

  test('of a person who asks twice at once makes one contact, with both questions on the timeline', async () => {
    const email = anEmail()
    await ask(aQuestion({ email }))
    await ask(aQuestion({ email: email.toUpperCase(), message: 'And the roof?' }))
    await takeAllIn(email)
    await takeAllIn(email) // run again, as after a crash
    const contacts = await db.contact.findMany({ where: { email }, include: { timeline: true, inquiries: true } })
    expect(contacts).toHaveLength(1)
    expect(contacts[0]?.inquiries).toHaveLength(2)
    expect(contacts[0]?.timeline.filter(({ kind }) => kind === 'inquiry.received')).toHaveLength(2)
    expect(await db.outboxMail.count({ where: { recipient: email } })).toBe(2)
  })

  test('finds people again by telephone and name, also two at once with two addresses', async () => {
    const phone = `(843) ${Math.floor(100 + Math.random() * 899)}-${Math.floor(1000 + Math.random() * 8999)}`
    const questions = [aQuestion({ phone }), aQuestion({ phone: phone.replace(/\D/g, ''), fullName: 'N. Hale' })]
    for (const question of questions) await ask(question)
    await Promise.all(questions.map(({ email }) => takeAllIn(email)))
    await ask(aQuestion({ phone, fullName: 'Sam Hale', email: anEmail() }))
    const ids = await Promise.all(
      questions.map(async ({ email }) => (await db.inquiry.findFirstOrThrow({ where: { email } })).contactId),
    )
    expect(new Set(ids).size).toBe(1)
    const someoneElse = aQuestion({ phone, fullName: 'Sam Hale' })
    await ask(someoneElse)
    await takeAllIn(someoneElse.email)
    expect(await db.contact.count({ where: { email: someoneElse.email } })).toBe(1)
  })

  test('of a client goes to the agent they have, not to the one who lists the home; where they came from stays', async () => {
    const agent = await anAgent((await anOffice()).id)
    const known = await aContact(agent, { source: 'Open house' })
    await db.contact.update({ where: { id: known.id }, data: { source: 'Website' } })
    await ask(aQuestion({ email: known.email ?? '' }))
    await takeAllIn(known.email ?? '')
    const seen = await callAs(agent).leads.ofContact({ contactId: known.id })
    expect(seen).toMatchObject({
      firstSource: 'Open house',
      touches: [{ because: 'relationship', isNewPerson: false }],
    })
    expect((await callAs(agent).leads.list({})).items).toHaveLength(1)
    expect((await callAs(lister).leads.list({})).items.map(({ contact }) => contact?.id)).not.toContain(known.id)
    await expect(callAs(lister).leads.ofContact({ contactId: known.id })).rejects.toMatchObject(notFound)
  })

  test('of a contact whose agent has left moves them to who answers now', async () => {
    const gone = await anAgent((await anOffice()).id)
    const known = await aContact(gone)
    await db.person.update({ where: { id: gone.id }, data: { removedAt: new Date() } })
    await ask(aQuestion({ email: known.email ?? '' }))
    await takeAllIn(known.email ?? '')
    expect(await db.contact.findMany({ where: { email: known.email } })).toMatchObject([{ agentId: lister.id }])
  })
})

describe('what is not taken', () => {
  const refusal = (question: Ask) =>
    ask(question).then(
      () => 'taken',
      (error) => error.code,
    )

  test('a home that its seller keeps off the internet can not be asked about; a withheld street is told to no client', async () => {
    const hidden = await aPlacedListing({ internetEntireListingDisplayYN: false }, db)
    expect(await refusal(aQuestion({ listingKey: hidden.listingKey }))).toBe('NOT_FOUND')
    const withheld = await aPlacedListing(
      { internetAddressDisplayYN: false, streetAddress: '7 Secret Lane', listAgentId: lister.id },
      db,
    )
    const question = aQuestion({ listingKey: withheld.listingKey })
    await ask(question)
    const [inquiry] = await takeAllIn(question.email)
    const receipt = await compose('inquiry-receipt', inquiry?.id ?? '')
    expect(`${receipt.subject} ${receipt.html} ${receipt.text}`).not.toContain('Secret')
    expect((await compose('inquiry', inquiry?.id ?? '')).text).toContain('7 Secret Lane')
  })

  test('machines: a filled trap is answered like anybody and waits for a human, once; too quick, too often and too long are refused', async () => {
    const trapped = aQuestion({ website: 'https://spam.example' })
    expect([await ask(trapped), await ask(trapped)]).toEqual([{ ok: true }, { ok: true }])
    expect(await inquiriesOf(trapped.email)).toEqual([])
    const held = await db.leadArrival.findMany({ where: { draft: { path: ['email'], equals: trapped.email } } })
    expect(held).toMatchObject([{ state: 'held', door: 'own_page', reason: TRAPPED }])
    expect(Buffer.from(held[0]?.body ?? []).toString()).toContain('https://spam.example')
    const flood = Array.from({ length: 6 }, () => ({ ...trapped, requestKey: crypto.randomUUID() }))
    for (const each of flood) expect(await ask(each)).toEqual({ ok: true })
    expect(await db.leadArrival.count({ where: { draft: { path: ['email'], equals: trapped.email } } })).toBeLessThan(6)
    expect(await refusal(aQuestion({ openForMs: 900 }))).toBe('PRECONDITION_FAILED')
    expect(await refusal(aQuestion({ message: 'x'.repeat(2_001) }))).toBe('BAD_REQUEST')
    expect(await refusal(aQuestion({ fullName: 'Nora\r\nBcc: all@example.test' }))).toBe('BAD_REQUEST')
    const email = anEmail()
    const answers = []
    for (let time = 0; time < 6; time += 1) answers.push(await refusal(aQuestion({ email })))
    expect(answers).toEqual([...Array(5).fill('taken'), 'TOO_MANY_REQUESTS'])
  })
})

test('an advertisement by the form of a home is answered like anybody, held back with its reason, and let in by an admin', async () => {
  const question = aQuestion({
    message: 'SEO and backlinks, see https://a.example and www.b.example',
    wantsAlerts: true,
  })
  expect([await ask(question), await ask(question)]).toEqual([{ ok: true }, { ok: true }])
  expect(await inquiriesOf(question.email)).toEqual([])
  const held = await db.leadArrival.findMany({ where: { draft: { path: ['email'], equals: question.email } } })
  expect(held).toMatchObject([{ state: 'held', door: 'own_page', reason: expect.stringContaining('SEO') }])
  const admin = await aPerson((await anOffice()).id, { role: 'admin' })
  await callAs(admin).arrivals.release({ arrivalId: held[0]?.id ?? '' })
  expect(await inquiriesOf(question.email)).toMatchObject([
    { door: 'own_page', kind: 'Question', listingId: home.id, consentText: LIKE_THIS_CONSENT },
  ])
})

describe('in the inbox', () => {
  test('a lead waits until a human has answered, and waits again when that was a slip', async () => {
    const question = aQuestion()
    await ask(question)
    const [inquiry] = await takeAllIn(question.email)
    const mine = callAs(lister).leads
    const idsOf = async (state: 'open' | 'answered') => (await mine.list({ state })).items.map(({ id }) => id)
    expect(await idsOf('open')).toContain(inquiry?.id)
    await mine.setAnswered({ inquiryId: inquiry?.id ?? '', answered: true })
    expect(await idsOf('open')).not.toContain(inquiry?.id)
    expect(await idsOf('answered')).toContain(inquiry?.id)
    await mine.setAnswered({ inquiryId: inquiry?.id ?? '', answered: false })
    expect(await idsOf('open')).toContain(inquiry?.id)
  })

  test('an alert that they ticked is made once, with their word for it; one they did not tick is not made', async () => {
    const [ticked, unticked] = [aQuestion({ wantsAlerts: true }), aQuestion()]
    for (const question of [ticked, unticked]) await ask(question)
    const [wants] = await takeAllIn(ticked.email)
    const [not] = await takeAllIn(unticked.email)
    const mine = callAs(lister).leads
    const made = await Promise.all(Array.from({ length: 3 }, () => mine.makeAlert({ inquiryId: wants?.id ?? '' })))
    expect(new Set(made.map(({ searchId }) => searchId)).size).toBe(1)
    const searches = await db.savedSearch.findMany({
      where: { contact: { email: ticked.email } },
      include: { consent: true, current: true },
    })
    expect(searches).toMatchObject([
      {
        current: { citySlugs: ['mount-pleasant'], bedroomsMin: 2, listPriceMinCents: 36_000_000n },
        consent: { source: 'Inquiry', consentText: LIKE_THIS_CONSENT, recordId: wants?.id, statedById: lister.id },
      },
    ])
    const notMade = mine.makeAlert({ inquiryId: not?.id ?? '' })
    await expect(notMade).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
  })
})

test('there is always a default person: whoever was chosen, and when they have left, the owner', async () => {
  const own = await ownDatabase()
  const office = await anOffice({}, own.db)
  const [chosen, owner] = [await anAgent(office.id, {}, own.db), await aPerson(office.id, { role: 'owner' }, own.db)]
  const admin = callAs(owner, own).leads
  expect(await admin.defaultPerson()).toMatchObject({ id: owner.id })
  await admin.setDefaultPerson({ personId: chosen.id })
  await admin.setDefaultPerson({ personId: chosen.id })
  expect(await admin.defaultPerson()).toMatchObject({ id: chosen.id })
  const deeds = await own.db.auditEntry.findMany({ where: { action: 'inquiriesGiven' } })
  expect(deeds).toMatchObject([{ actorId: owner.id, targetId: chosen.id }])
  await expect(own.db.person.delete({ where: { id: chosen.id } })).rejects.toThrow()
  await own.db.person.update({ where: { id: chosen.id }, data: { removedAt: new Date() } })
  expect(await admin.defaultPerson()).toMatchObject({ id: owner.id })
  await expect(admin.setDefaultPerson({ personId: chosen.id })).rejects.toMatchObject(notFound)
  await own.close()
})
