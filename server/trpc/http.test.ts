import { expect, test } from 'vitest'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { sessionCookieFor } from '#server/testing/session.ts'
import { handleTrpc } from './http.ts'
import { appRouter } from './root.ts'

const OWN = 'http://localhost:3000'
const url = (path: string) => `${OWN}/api/trpc/${path}`
const json = { 'content-type': 'application/json', origin: OWN }
const post = (path: string, headers: Record<string, string>, body: BodyInit) =>
  handleTrpc(new Request(url(path), { method: 'POST', headers, body }))
const signedIn = async () => {
  const person = await aPerson((await anOffice()).id)
  const { name, value } = await sessionCookieFor(person)
  return { person, cookie: `${name}=${value}` }
}

test('a signed-in person is known by the cookie, and the answer is never cached', async () => {
  const { person, cookie } = await signedIn()
  const answer = await handleTrpc(new Request(url('org.me'), { headers: { cookie } }))
  expect(await answer.json()).toMatchObject({ result: { data: { json: { personId: person.id } } } })
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('nobody is asked to sign in, and learns nothing else', async () => {
  const answer = await handleTrpc(new Request(url('org.me')))
  expect(answer.status).toBe(401)
  expect(await answer.text()).not.toMatch(/stack|server\//)
})

test.each([
  ['a foreign origin', { ...json, origin: 'https://elsewhere.example' }, 403],
  ['an origin that only begins like ours', { ...json, origin: `${OWN}.elsewhere.example` }, 403],
  ['an opaque origin', { ...json, origin: 'null' }, 403],
  ['a form', { origin: OWN, 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['plain text', { origin: OWN, 'content-type': 'text/plain' }, 415],
  ['multipart', { origin: OWN, 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ['bytes', { origin: OWN, 'content-type': 'application/octet-stream' }, 415],
])('%s is refused before anything is read', async (_, headers, status) => {
  const { cookie } = await signedIn()
  expect((await post('org.me', { ...headers, cookie }, '{}')).status).toBe(status)
})

test('a cross-site read is refused even where the browser sends no origin', async () => {
  const { cookie } = await signedIn()
  const headers = { cookie, 'sec-fetch-site': 'cross-site' }
  expect((await handleTrpc(new Request(url('org.me'), { headers }))).status).toBe(403)
})

test('other methods, broken JSON and more than 256 kB are refused, also when the length is not declared', async () => {
  expect((await handleTrpc(new Request(url('org.me'), { method: 'DELETE' }))).status).toBe(405)
  expect((await post('org.me', json, '{')).status).toBe(400)
  expect((await post('org.me', json, `"${'x'.repeat(256 * 1024)}"`)).status).toBe(413)
  const chunks = new ReadableStream({
    pull: (stream) => stream.enqueue(new TextEncoder().encode('x'.repeat(64 * 1024))),
  })
  const endless: RequestInit & { duplex: 'half' } = { method: 'POST', headers: json, body: chunks, duplex: 'half' }
  expect((await handleTrpc(new Request(url('org.me'), endless))).status).toBe(413)
})

test('a NUL in a text is refused, not a breakdown', async () => {
  const { cookie } = await signedIn()
  const input = JSON.stringify({ json: { search: 'a\u0000b' } })
  const read = new Request(`${url('org.people')}?input=${encodeURIComponent(input)}`, { headers: { cookie } })
  expect((await handleTrpc(read)).status).toBe(400)
  expect((await post('org.updateProfile', { ...json, cookie }, input)).status).toBe(400)
})

test('twenty calls fit into one request, twenty-one do not', async () => {
  const { cookie } = await signedIn()
  const batch = (size: number) =>
    handleTrpc(new Request(url(`${Array(size).fill('org.me').join(',')}?batch=1`), { headers: { cookie } }))
  expect((await batch(20)).status).toBe(200)
  expect((await batch(21)).status).toBe(400)
})

test('no procedure that changes something answers to a GET', async () => {
  const { cookie } = await signedIn()
  const mutations = Object.entries(appRouter._def.procedures)
    .filter(([, procedure]) => Object(procedure)._def.type === 'mutation')
    .map(([path]) => path)
  expect(mutations.length).toBeGreaterThan(20)
  for (const path of mutations) {
    const input = encodeURIComponent(JSON.stringify({ json: {} }))
    const answer = await handleTrpc(new Request(`${url(path)}?input=${input}`, { headers: { cookie } }))
    expect(answer.status, path).toBe(405)
  }
})
