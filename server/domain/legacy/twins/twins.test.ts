import { SignJWT } from 'jose'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { env } from '#server/env.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { openDoor } from '#world/old-api/entering.ts'
import { type OldApi, startOldApi } from '#world/old-api/server.ts'
import { oldPathOf } from './twins.places.ts'

const ORIGIN = 'http://old.palmetto.test'
const SECRET = env.OLD_SITE_SECRET ?? ''
let mongo: MongoPeer
let client: MongoClient
let site: OldApi
let clock = Date.now()
let agent: Person
let contactId: string
const sourceId = `s:twin-${crypto.randomUUID()}`

beforeAll(async () => {
  mongo = await startMongoPeer({ port: 0 })
  client = await new MongoClient(mongo.url).connect()
  const door = openDoor({ secret: SECRET, origin: ORIGIN, palmettoUrl: env.APP_URL, now: () => new Date(clock) })
  site = await startOldApi({
    ...{ port: 0, db: client.db('old'), guards: [door.guard], routes: door.routes, palmettoUrl: env.APP_URL },
  })
  agent = await anAgent((await anOffice()).id)
  contactId = (await aContact(agent)).id
  await client
    .db('old')
    .collection<{ _id: string; firstName: string }>('contacts')
    .insertOne({ _id: sourceId.slice(2), firstName: 'Ana' })
  const target = { targetId: contactId, hash: Buffer.from(sourceId) }
  await db.legacyRecord.create({ data: { stream: 'contacts', sourceId, ...target } })
})
afterAll(async () => {
  await site.stop()
  await client.close()
  await mongo.stop()
})

const enter = (token: string, type = 'application/x-www-form-urlencoded') =>
  fetch(`${site.url}/enter`, {
    ...{ method: 'POST', redirect: 'manual', headers: { 'content-type': type } },
    body: new URLSearchParams({ token }).toString(),
  })
const issue = async () => callAs(agent, { now: () => new Date(clock) }).twins.enter({ kind: 'contact', id: contactId })

test('one sign-in opens the twin in the old system, once; its page leads back', async () => {
  const { action, token } = await issue()
  expect(action).toBe(`${ORIGIN}/enter`)
  const page = `${site.url}/contacts/${sourceId.slice(2)}`
  expect((await fetch(page)).status).toBe(401)
  const entered = await enter(token)
  expect([entered.status, entered.headers.get('location')]).toEqual([303, `/contacts/${sourceId.slice(2)}`])
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const shown = await (await fetch(page, { headers: { cookie } })).text()
  expect(shown).toContain(`${env.APP_URL}/twins/contact/${encodeURIComponent(sourceId)}`)
  expect((await enter(token)).status).toBe(401)
  clock += 9 * 3_600_000
  expect((await fetch(page, { headers: { cookie } })).status).toBe(401)
})

type Claims = Record<string, unknown>
const seconds = () => Math.floor(clock / 1000)
const honest = (): Claims => ({
  ...{ iss: 'palmetto', aud: ORIGIN, sub: agent.id, email: agent.email, name: agent.fullName },
  ...{ to: '/contacts/1', jti: crypto.randomUUID(), iat: seconds(), exp: seconds() + 60 },
})
const sign = (claims: Claims, { secret = SECRET, alg = 'HS256', typ = 'JWT' } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg, typ }).sign(new TextEncoder().encode(secret))
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

test.each<[string, () => string | Promise<string>]>([
  ['another secret', () => sign(honest(), { secret: 'another-secret-another-secret-another' })],
  ['another algorithm', () => sign(honest(), { alg: 'HS512' })],
  ['no signature at all', () => `${part({ alg: 'none', typ: 'JWT' })}.${part(honest())}.`],
  [
    'claims changed after signing',
    async () => {
      const [head, , tail] = (await sign(honest())).split('.')
      return `${head}.${part({ ...honest(), sub: crypto.randomUUID() })}.${tail}`
    },
  ],
  ['one that has run out', () => sign({ ...honest(), iat: seconds() - 120, exp: seconds() - 60 })],
  ['one of tomorrow', () => sign({ ...honest(), iat: seconds() + 3_600, exp: seconds() + 3_660 })],
  ['one that lives for a day', () => sign({ ...honest(), exp: seconds() + 86_400 })],
  ['another audience', () => sign({ ...honest(), aud: 'http://elsewhere.test' })],
  ['another issuer', () => sign({ ...honest(), iss: 'somebody' })],
  ['no id, to be used for ever', () => sign({ ...honest(), jti: undefined })],
  ['a page on another host', () => sign({ ...honest(), to: '//evil.test/x' })],
  ['a page with a scheme', () => sign({ ...honest(), to: 'https://evil.test/' })],
  ['a line break for a header', () => sign({ ...honest(), to: '/x\r\nset-cookie: a=b' })],
  ['nonsense', () => 'a.b.c'],
])('%s opens no door', async (_name, make) => {
  const reply = await enter(await make())
  expect([reply.status, reply.headers.get('set-cookie')]).toEqual([401, null])
})

test('the honest one of the table opens it; by GET nothing does', async () => {
  const token = await sign(honest())
  expect((await fetch(`${site.url}/enter?token=${token}`, { redirect: 'manual' })).status).toBe(404)
  expect((await enter(token)).status).toBe(303)
})

test('what a person may not see has no twin for them, in neither direction', async () => {
  const other = callAs(await anAgent((await anOffice()).id))
  const mine = callAs(agent)
  expect(await mine.twins.find({ kind: 'contact', sourceId })).toEqual({ href: `/contacts/${contactId}` })
  const asked = [
    () => other.twins.find({ kind: 'contact', sourceId }),
    () => other.twins.of({ kind: 'contact', id: contactId }),
    () => other.twins.enter({ kind: 'contact', id: contactId }),
    () => mine.twins.find({ kind: 'contact', sourceId: 's:nobody' }),
    () => mine.twins.find({ kind: 'listing', sourceId }),
  ]
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const fresh = await aContact(agent)
  expect(await mine.twins.of({ kind: 'contact', id: fresh.id })).toBeNull()
})

test.each([
  ['o:507f1f77bcf86cd799439011', '/contacts/507f1f77bcf86cd799439011'],
  ['n:7', '/contacts/7'],
  ['s:a/b?c', '/contacts/a%2Fb%3Fc'],
  ['x:{"a":1}', null],
])('%s stands at %s over there', (id, path) => expect(oldPathOf('contact', id)).toBe(path))
