import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailgunPeer, startMailgunPeer } from '#world/mailgun/peer.ts'
import { freePort } from '#world/ports.ts'
import type { Mailer, OutgoingMail } from './mail.ts'
import { createMailgunMailer } from './mailgun.ts'

let peer: MailgunPeer
let mailer: Mailer

const open = (over: { baseUrl?: string; apiKey?: string; timeoutMs?: number; breakMs?: number } = {}) =>
  createMailgunMailer({
    ...{ apiKey: peer.apiKey, domain: peer.domain, baseUrl: peer.url, from: 'Palmetto <alerts@palmetto.test>' },
    ...{ timeoutMs: 10_000, breakMs: 1, ...over },
  })

beforeAll(async () => {
  peer = await startMailgunPeer({ port: 0, retryAfterSeconds: 2 })
  mailer = open()
})
afterAll(() => peer.stop())

const aMail = (over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  ...{ to: `${crypto.randomUUID()}@example.test`, messageId: `<${crypto.randomUUID()}@palmetto.test>` },
  ...{ subject: 'A home', html: '<p>A home</p>', text: 'A home' },
  ...over,
})
const takenFor = (to: string) => peer.accepted.filter((mail) => mail.to === to)

test('a mail is taken with our Message-ID and our headers', async () => {
  const mail = aMail({ replyTo: '"Ann" <ann@palmetto.test>', headers: { 'List-Unsubscribe': '<https://x.test/u>' } })
  expect(await mailer.send(mail)).toMatchObject({ outcome: 'accepted', reply: expect.stringContaining(mail.messageId) })
  expect(takenFor(mail.to)).toMatchObject([{ messageId: mail.messageId.slice(1, -1), subject: 'A home' }])
  expect(takenFor(mail.to)[0]?.fields).toEqual(
    expect.arrayContaining([
      ['from', 'Palmetto <alerts@palmetto.test>'],
      ['h:Reply-To', '"Ann" <ann@palmetto.test>'],
      ['h:List-Unsubscribe', '<https://x.test/u>'],
      ['html', '<p>A home</p>'],
    ]),
  )
})

test('a mail with a key in it passes no click counter', async () => {
  const mail = aMail({ kept: { html: '', text: '' } })
  await mailer.send(mail)
  expect(takenFor(mail.to)[0]?.fields).toContainEqual(['o:tracking', 'no'])
})

test.each([
  ['error-500', 'later'],
  ['too-many', 'later'],
  ['refuse', 'refused'],
  ['reset', 'unknown'],
  ['take-and-reset', 'unknown'],
  ['garble', 'unknown'],
] as const)('%s is "%s"', async (fault, outcome) => {
  peer.expect(fault)
  expect(await mailer.send(aMail())).toMatchObject({ outcome, reason: expect.any(String) })
})

test('too many requests say when to come back; three in a row close the door until then', async () => {
  const own = open()
  peer.expect('too-many')
  expect(await own.send(aMail())).toMatchObject({ outcome: 'later', waitSeconds: 2 })
  expect(await own.send(aMail())).toMatchObject({ outcome: 'accepted' })
  peer.expect('too-many', 'too-many', 'too-many')
  for (let index = 0; index < 3; index += 1) await own.send(aMail())
  const { offers } = peer.counts
  expect(await own.send(aMail())).toMatchObject({ outcome: 'later', waitSeconds: expect.any(Number) })
  expect(peer.counts.offers).toBe(offers)
})

test('silence after the message was taken is unknown, and the record tells that it was taken', async () => {
  const hasty = open({ timeoutMs: 300 })
  const mail = aMail()
  peer.expect('take-and-hang')
  expect(await hasty.send(mail)).toMatchObject({ outcome: 'unknown' })
  expect(await mailer.find?.(mail.messageId, new Date())).toMatchObject({ found: 'accepted' })
  expect(await mailer.find?.('<never@palmetto.test>', new Date())).toMatchObject({ found: 'nothing' })
})

test('a wrong key and a provider that cannot be reached kill no mail', async () => {
  expect(await open({ apiKey: 'another-key' }).send(aMail())).toMatchObject({ outcome: 'later' })
  const nowhere = open({ baseUrl: `http://127.0.0.1:${await freePort()}` })
  expect(await nowhere.send(aMail())).toMatchObject({ outcome: 'later' })
  expect(await nowhere.find?.('<a@b.test>', new Date())).toMatchObject({ found: 'no-answer' })
})

test('a provider that keeps silent is not asked for every mail', async () => {
  const own = open({ breakMs: 60_000 })
  peer.expect('reset', 'reset', 'reset', 'reset', 'reset')
  for (let index = 0; index < 5; index += 1) await own.send(aMail())
  const { offers } = peer.counts
  expect(await own.send(aMail())).toMatchObject({ outcome: 'later', reason: 'Mailgun has not been answering.' })
  expect(peer.counts.offers).toBe(offers)
})

test.each(['\r\n', '\n', '\r', '\u2028'])(
  'a line break (%j) in a name, a subject or a header adds no header',
  async (cut) => {
    const sly = `x${cut}Bcc: everybody@example.test`
    const mail = aMail({ subject: sly, from: `"${sly}" <a@palmetto.test>`, replyTo: `"${sly}" <a@palmetto.test>` })
    await mailer.send({ ...mail, headers: { 'X-Name': sly, [`X-Two${cut}Bcc`]: 'everybody@example.test' } })
    expect(takenFor(mail.to)).toHaveLength(1)
    expect(takenFor(mail.to)[0]?.raw).not.toMatch(/^Bcc:/im)
  },
)

test.each(['a@x.test, b@x.test', 'a@x.test\r\nBcc: b@x.test', '<a@x.test>', 'nobody'])(
  '%j is not one address',
  async (to) => {
    const { offers } = peer.counts
    expect(await mailer.send(aMail({ to }))).toMatchObject({ outcome: 'refused' })
    expect(peer.counts.offers).toBe(offers)
  },
)
