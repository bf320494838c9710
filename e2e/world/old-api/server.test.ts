import { MongoClient, ObjectId } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LegacyDoc } from '#world/legacy/documents.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'
import { type OldApi, startOldApi } from '#world/old-api/server.ts'

let mongo: MongoPeer
let client: MongoClient
let site: OldApi

beforeAll(async () => {
  mongo = await startMongoPeer({ port: 0 })
  client = await new MongoClient(mongo.url).connect()
  site = await startOldApi({ port: 0, db: client.db('old') })
})
afterAll(async () => {
  await site.stop()
  await client.close()
  await mongo.stop()
})

const send = async (method: string, path: string, body?: object) => {
  const init = body ? { body: JSON.stringify(body) } : {}
  const answer = await fetch(`${site.url}${path}`, { method, ...init })
  return { status: answer.status, json: await answer.json() }
}
const stored = (id: string) =>
  client
    .db('old')
    .collection<LegacyDoc>('contacts')
    .findOne({ _id: new ObjectId(id) })

test('a record is made, changed in the fields that were sent, dated by the server, found by what it says, and forgotten', async () => {
  const agentId = new ObjectId().toHexString()
  const made = await send('POST', '/api/contacts', { firstName: 'Ana', phone: '1', agentId, updatedAt: 'long ago' })
  expect(made.status).toBe(201)
  const id: string = made.json._id
  expect(await stored(id)).toMatchObject({ agentId: new ObjectId(agentId), updatedAt: expect.any(Date) })

  const changed = await send('PUT', `/api/contacts/${id}`, { phone: '2', pets: ['cat'] })
  expect(changed.json).toMatchObject({ _id: id, firstName: 'Ana', phone: '2', pets: ['cat'] })
  expect((await send('GET', `/api/contacts?agentId=${agentId}`)).json).toHaveLength(1)
  expect((await send('GET', `/api/contacts?agentId=${new ObjectId()}`)).json).toEqual([])

  expect((await send('DELETE', `/api/contacts/${id}`)).status).toBe(200)
  expect(await stored(id)).toBeNull()
  expect((await send('GET', `/api/contacts/${id}`)).status).toBe(404)
})

test('an id is whatever somebody once made of it', async () => {
  const contacts = client.db('old').collection<LegacyDoc>('contacts')
  await contacts.insertMany([
    { _id: 7, firstName: 'Number' },
    { _id: 'seven', firstName: 'Text' },
  ])
  expect((await send('GET', '/api/contacts/7')).json.firstName).toBe('Number')
  expect((await send('GET', '/api/contacts/seven')).json.firstName).toBe('Text')
})

test('a page shows a contact with what hangs on it, and text is no markup', async () => {
  const { _id } = (await send('POST', '/api/contacts', { firstName: '<b>Bo</b>', lastName: 'Lee' })).json
  await send('POST', '/api/saved-searches', { name: 'On the marsh', contactId: _id })
  const page = await (await fetch(`${site.url}/contacts/${_id}`)).text()
  expect(page).toContain('<h1>&lt;b&gt;Bo&lt;/b&gt; Lee</h1>')
  expect(page).toContain('On the marsh')
})

test('nonsense is refused, and a guard answers before all others', async () => {
  const broken = await fetch(`${site.url}/api/contacts`, { method: 'POST', body: '{' })
  expect(broken.status).toBe(400)
  expect((await fetch(`${site.url}/nowhere/at/all`)).status).toBe(404)
  const guarded = await startOldApi({
    port: 0,
    db: client.db('old'),
    guards: [async () => ({ status: 401, json: {} })],
  })
  expect((await fetch(`${guarded.url}/contacts`)).status).toBe(401)
  await guarded.stop()
})
