import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { MongoClient } from 'mongodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedLegacy } from '#world/legacy/seed.ts'
import { type MongoPeer, startMongoPeer } from '#world/mongo/peer.ts'

const run = promisify(execFile)
const NOON = new Date('2026-11-20T17:00:00Z')
let peer: MongoPeer
let client: MongoClient

beforeAll(async () => {
  peer = await startMongoPeer({ port: 0 })
  client = await new MongoClient(peer.url).connect()
  await seedLegacy(client.db('old'), { seed: 5, now: NOON, photoOrigin: 'http://photos.test', scale: 0.1 })
})
afterAll(async () => {
  await client.close()
  await peer.stop()
})

const check = (...args: string[]) => run(process.execPath, ['server/domain/legacy/legacy.cli.ts', 'check', ...args])
const everything = async () => {
  const names = (await client.db('old').listCollections().toArray()).map(({ name }) => name).toSorted()
  return Promise.all(names.map(async (name) => [name, await client.db('old').collection(name).find().toArray()]))
}

test('a check describes what stands in an old database, and changes nothing of it', async () => {
  const before = await everything()
  const { stdout } = await check(peer.url, '--database', 'old')
  expect(stdout).toContain('MongoDB 3.6.23')
  expect(stdout).not.toContain('FAILED')
  expect(stdout).toMatch(/listings: \d+ documents/)
  expect(stdout).toMatch(/without a usable date: [1-9]/)
  expect(stdout).toMatch(/fields in more than one type\n {4}\S+: \w+ \d+, \w+ \d+/)
  expect(stdout).toMatch(/would be put aside\n {4}\D+: \d+ \(\d+ %\)/)
  // Nobody's address or name leaves the old database by a report.
  expect(stdout).not.toMatch(/@/)
  expect(await everything()).toEqual(before)
})

test('a server that is not there fails in words, without its password', async () => {
  const failed = await check('mongodb://someone:secret@127.0.0.1:1/', '--database', 'old').catch(
    (error: unknown) => error,
  )
  expect(failed).toMatchObject({ code: 1, stdout: expect.stringContaining('FAILED It answers') })
  expect(failed).toMatchObject({ stdout: expect.not.stringContaining('secret'), stderr: '' })
}, 60_000)
