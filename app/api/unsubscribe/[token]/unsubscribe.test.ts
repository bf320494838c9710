import { beforeEach, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { sessionCookieFor } from '#server/testing/session.ts'
import { GET, POST } from './route.ts'

let token: string
let agentId: string

beforeEach(async () => {
  const agent = await anAgent((await anOffice()).id)
  const { email } = await aContact(agent)
  await ensureAddresses(db, [email ?? ''])
  token = (await db.mailAddress.findUniqueOrThrow({ where: { email: email ?? '' } })).token
  agentId = agent.id
})

const address = () => db.mailAddress.findUniqueOrThrow({ where: { token } })
const params = (of: string) => ({ params: Promise.resolve({ token: of }) })
const oneClick = (of = token, init: RequestInit = {}) => {
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  return POST(
    new Request(`https://palmetto.example/api/unsubscribe/${of}`, { method: 'POST', body, ...init }),
    params(of),
  )
}

test('one click stops every mail at once, without a cookie and without a redirect', async () => {
  const answer = await oneClick()
  expect([answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([200, null, null])
  expect(await address()).toMatchObject({ suppressionReason: 'unsubscribed', suppressedAt: expect.any(Date) })
})

test('multipart, an empty body and a foreign origin are taken like the usual form: mail clients send all of them', async () => {
  const multipart = new FormData()
  multipart.set('List-Unsubscribe', 'One-Click')
  expect((await oneClick(token, { body: multipart })).status).toBe(200)
  expect((await oneClick(token, { body: null, headers: { origin: 'https://mail.example' } })).status).toBe(200)
  expect((await address()).suppressionReason).toBe('unsubscribed')
})

test('five clicks at once, and one more, are one', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => oneClick()))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  const { suppressedAt } = await address()
  expect((await oneClick()).status).toBe(200)
  expect((await address()).suppressedAt).toEqual(suppressedAt)
})

test('a GET changes nothing and shows the choices', async () => {
  const before = await address()
  const answer = await GET(new Request(`https://palmetto.example/api/unsubscribe/${token}`), params(token))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/preferences/${token}?show=searches`])
  expect(await address()).toEqual(before)
})

test('the form on the page, which works without scripts, is led back to it', async () => {
  const url = `https://palmetto.example/api/unsubscribe/${token}?from-page`
  const answer = await POST(new Request(url, { method: 'POST' }), params(token))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/preferences/${token}?show=searches`])
  expect((await address()).suppressionReason).toBe('unsubscribed')
})

test('whoever is signed in, the link alone decides', async () => {
  const { name, value } = await sessionCookieFor({ id: agentId })
  const answer = await oneClick('A'.repeat(22), { headers: { cookie: `${name}=${value}` } })
  expect(answer.status).toBe(404)
  expect((await address()).suppressedAt).toBeNull()
})

test.each(['A'.repeat(22), '..', '//evil.example', 'x', "' OR 1=1 --", '%0d%0aset-cookie:x=1', 'https:evil.example'])(
  'the made-up link %j leads nowhere',
  async (made) => {
    expect((await oneClick(made)).status).toBe(404)
    const { headers } = await GET(new Request('https://palmetto.example/x'), params(made))
    expect([null, `/preferences/${made}?show=searches`]).toContain(headers.get('location'))
    if (!/^\w+$/.test(made)) expect(headers.get('location')).toBeNull()
  },
)
