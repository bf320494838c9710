import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { sessionCookieFor } from '#server/testing/session.ts'
import { currentActor } from '../auth.ts'
import { authOptions, authorize } from './next-auth.ts'
import { hashPassword } from './passwords.ts'
import { openSessionToken, sealSessionId } from './session-token.ts'
import { endSessions, openSession, readActor } from './sessions.ts'
import { IDLE_MS, sessionCookie } from './settings.ts'
import { takeTry } from './sign-in-limit.ts'

const PASSWORD = 'marsh-tide-and-palm'
let officeId: string
let passwordHash: string
beforeAll(async () => {
  officeId = (await anOffice()).id
  passwordHash = await hashPassword(PASSWORD)
})
const aMember = () => aPerson(officeId, { passwordHash })
const anAddress = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`
const from = (address = anAddress(), cookie?: string) => ({
  'x-forwarded-for': address,
  ...(cookie ? { cookie: `${sessionCookie.name}=${cookie}` } : {}),
})
const requestWith = (cookie: string) =>
  new Request('http://localhost:3000/', { headers: { cookie: `other=1; ${sessionCookie.name}=${cookie}` } })
const isSignedIn = async (person: Person) => {
  const cookie = await sessionCookieFor(person)
  return { cookie: cookie.value, actor: await currentActor(requestWith(cookie.value)) }
}

test('the right password opens a session of its own at each sign-in, and ends the one the browser held', async () => {
  const person = await aMember()
  const first = await authorize({ email: `  ${person.email.toUpperCase()} `, password: PASSWORD }, from())
  if (!first) throw new Error('refused')
  const cookie = await sealSessionId(first.id)
  const second = await authorize({ email: person.email, password: PASSWORD }, from(anAddress(), cookie))
  expect(second?.id).not.toBe(first.id)
  expect(await currentActor(requestWith(cookie))).toBeNull()
})

test('the token carries the session id and nothing about the person', async () => {
  const person = await aMember()
  const session = await authorize({ email: person.email, password: PASSWORD }, from())
  if (!session) throw new Error('refused')
  const user = { id: session.id, email: person.email }
  const token = await authOptions.callbacks?.jwt?.({ token: { email: 'x', sub: 'y' }, user, account: null })
  expect(token).toEqual({ sid: session.id })
})

test.each([
  ['a wrong password', { password: 'wrong' }],
  ['no password', { password: undefined }],
  ['an object for a password', { password: { $ne: '' } }],
  ['an unknown account', { email: 'nobody@palmetto.test' }],
  ['a NUL byte', { email: 'a\u0000b@palmetto.test' }],
])('%s is refused without a word', async (_, over) => {
  const person = await aMember()
  expect(await authorize({ email: person.email, password: PASSWORD, ...over }, from())).toBeNull()
  expect(await db.session.count({ where: { personId: person.id } })).toBe(0)
})

test('a removed person and one who never accepted the invitation cannot sign in', async () => {
  const removed = await aPerson(officeId, { passwordHash, removedAt: new Date() })
  const invited = await aPerson(officeId)
  expect(await authorize({ email: removed.email, password: PASSWORD }, from())).toBeNull()
  expect(await authorize({ email: invited.email, password: '' }, from())).toBeNull()
})

test('of fifty tries at one account at the same moment ten are looked at', async () => {
  const counted = [{ kind: 'account' as const, value: `${crypto.randomUUID()}@palmetto.test` }]
  const now = new Date()
  const tries = await Promise.all(Array.from({ length: 50 }, () => takeTry(db, { counted, now })))
  expect(tries.filter(Boolean)).toHaveLength(10)
  expect(await takeTry(db, { counted, now: new Date(now.getTime() + 14 * 60_000) })).toBe(false)
  expect(await takeTry(db, { counted, now: new Date(now.getTime() + 15 * 60_000) })).toBe(true)
})

test('after thirty guesses at once the right password waits as well', async () => {
  const person = await aMember()
  const guesses = Array.from({ length: 30 }, () => authorize({ email: person.email, password: 'guess' }, from()))
  expect((await Promise.all(guesses)).every((answer) => answer === null)).toBe(true)
  expect(await authorize({ email: person.email, password: PASSWORD }, from())).toBeNull()
})

test('after a right password the account has all its tries again', async () => {
  const person = await aMember()
  const address = anAddress()
  const attempt = (password: string) => authorize({ email: person.email, password }, from(address))
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 9; i++) await attempt('guess')
    expect(await attempt(PASSWORD)).not.toBeNull()
  }
})

test('an address is turned away after fifty guesses at fifty accounts, others are not', async () => {
  const person = await aMember()
  const address = anAddress()
  await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      authorize({ email: `${i}-${address}@x.test`, password: 'guess' }, from(address)),
    ),
  )
  expect(await authorize({ email: person.email, password: PASSWORD }, from(address))).toBeNull()
  expect(await authorize({ email: person.email, password: PASSWORD }, from(`1.1.1.1, ${address}`))).toBeNull()
  expect(await authorize({ email: person.email, password: PASSWORD }, from())).not.toBeNull()
})

test('no e-mail and no address stands in the table of tries', async () => {
  const email = 'plain@palmetto.test'
  await authorize({ email, password: 'guess' }, from())
  const bare = createHash('sha256').update(`account:${email}`).digest()
  expect(await db.signInLimit.findUnique({ where: { key: bare } })).toBeNull()
})

test('signing out ends the row, and the cookie opens nothing any more', async () => {
  const { cookie, actor } = await isSignedIn(await aMember())
  expect(actor).not.toBeNull()
  const sid = await openSessionToken(cookie)
  await authOptions.events?.signOut?.({ token: { sid }, session: { expires: '' } })
  expect(await currentActor(requestWith(cookie))).toBeNull()
})

test('a removal, a new role and a new office count from the next request on', async () => {
  const person = await aMember()
  const { cookie, actor } = await isSignedIn(person)
  expect(actor?.role).toBe('agent')
  const office = await anOffice()
  await db.person.update({ where: { id: person.id }, data: { role: 'teamLead', officeId: office.id } })
  expect(await currentActor(requestWith(cookie))).toMatchObject({ role: 'teamLead', officeId: office.id })
  await db.person.update({ where: { id: person.id }, data: { removedAt: new Date() } })
  expect(await currentActor(requestWith(cookie))).toBeNull()
})

test('a forged, foreign or broken cookie is nobody', async () => {
  const { cookie } = await isSignedIn(await aMember())
  const foreign = await sealSessionId(crypto.randomUUID(), 'another-secret-another-secret-another-secret')
  for (const bad of [`${cookie.slice(0, -3)}abc`, foreign, 'null', '', '%00', await sealSessionId('no-uuid')]) {
    expect(await currentActor(requestWith(bad))).toBeNull()
  }
})

test('a session ends when unused for two weeks, slides when used, writes at most once an hour, and ends after ninety days', async () => {
  const person = await aMember()
  const start = new Date('2026-01-01T12:00:00Z')
  const at = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
  const { id: sessionId } = await openSession(db, { personId: person.id, now: start })
  const endsAt = async () => (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).expiresAt.getTime()

  expect(await readActor(db, { sessionId, now: at(0.5) })).not.toBeNull()
  expect(await endsAt()).toBe(start.getTime() + IDLE_MS)
  expect(await readActor(db, { sessionId, now: at(2) })).not.toBeNull()
  expect(await endsAt()).toBe(at(2).getTime() + IDLE_MS)
  expect(await readActor(db, { sessionId, now: at(2 + 14 * 24) })).toBeNull()
  for (let day = 1; day < 90; day += 10) expect(await readActor(db, { sessionId, now: at(day * 24) })).not.toBeNull()
  expect(await readActor(db, { sessionId, now: at(90 * 24) })).toBeNull()
})

test('ending every session but one leaves that one', async () => {
  const person = await aMember()
  const now = new Date()
  const [kept, other] = await Promise.all([1, 2].map(() => openSession(db, { personId: person.id, now })))
  if (!kept || !other) throw new Error('no sessions')
  await endSessions(db, { personId: person.id, now, except: kept.id })
  expect(await readActor(db, { sessionId: other.id, now })).toBeNull()
  expect(await readActor(db, { sessionId: kept.id, now })).not.toBeNull()
})
