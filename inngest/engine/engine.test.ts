import { mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from 'inngest/node'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '#world/ports.ts'
import { startPostgres } from '#world/postgres.ts'
import { startEngine } from './engine.ts'
import { type BareClient, bareClient, openShops } from './testing.client.ts'
import { serveApp, TEST_EVENT_KEY, TEST_SIGNING_KEY } from './testing.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

type Functions = (client: BareClient) => Parameters<typeof serve>[0]['functions']

/** The executor as it runs in production, on the real clock. */
async function start(databaseUrl: string, functions: Functions, { busyFor = 0 } = {}) {
  let handler: RequestListener = (_, response) => response.writeHead(503).end()
  let requests = 0
  const app = await serveApp((request, response) => {
    if (++requests > busyFor) handler(request, response)
    else response.writeHead(503).end()
  })
  const keys = { eventKey: TEST_EVENT_KEY, signingKey: TEST_SIGNING_KEY }
  const engine = await startEngine({ databaseUrl, port: 0, ...keys, apps: [app.url], leaseSeconds: 30 })
  const client = bareClient({ baseUrl: engine.url, ...keys })
  handler = serve({ client, functions: functions(client) })
  closing.push(app.stop)
  await engine.ready()
  return { engine, client }
}

test('an event starts its function without being polled for', async () => {
  const { databaseUrl, reset } = await openShops()
  await reset()
  const done = Promise.withResolvers<number>()
  const { engine, client } = await start(databaseUrl, (made) => [
    made.createFunction({ id: 'f', triggers: [{ event: 'x' }] }, async ({ step }) => {
      for (const n of [1, 2, 3, 4, 5, 6]) await step.run(`s${n}`, () => n)
      done.resolve(6)
    }),
  ])
  closing.push(() => engine.stop())
  await client.send({ name: 'x' })
  expect(await done.promise).toBe(6)
})

test('after a restart nothing is called before the app has answered: a run would lose an attempt', async () => {
  const { databaseUrl, reset } = await openShops()
  await reset()
  const nap = (made: BareClient) => [
    made.createFunction({ id: 'f', retries: 0, triggers: [{ event: 'x' }] }, async ({ step }) =>
      step.sleep('s', '1s').then(() => 'woken'),
    ),
  ]
  const { engine, client } = await start(databaseUrl, nap)
  await client.send({ name: 'x' })
  const sql = new Client({ connectionString: databaseUrl })
  await sql.connect()
  closing.push(() => sql.end())
  const count = async (query: string) => (await sql.query(query)).rowCount
  await expect.poll(() => count('select 1 from inngest_engine.step')).toBe(1)
  await engine.stop()
  for (const close of closing.splice(0, 1)) await close()
  await sql.query(`update inngest_engine.job set due_at = due_at - interval '1 second' where task = 'wake'`)
  const again = await start(databaseUrl, nap, { busyFor: 3 })
  closing.push(() => again.engine.stop())
  await expect
    .poll(() => count('select 1 from inngest_engine.run where ended_at is not null'), { timeout: 9_000 })
    .toBe(1)
  expect((await sql.query('select status, output from inngest_engine.run')).rows).toEqual([
    { status: 'completed', output: 'woken' },
  ])
})

test('an executor that is stopped lets its step end and claims nothing more', async () => {
  const { databaseUrl, reset } = await openShops()
  await reset()
  const begun = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const ran: string[] = []
  const { engine, client } = await start(databaseUrl, (made) => [
    made.createFunction({ id: 'f', triggers: [{ event: 'x' }] }, async ({ step }) => {
      await step.run('a', async () => {
        begun.resolve()
        await gate.promise
        ran.push('a')
      })
      await step.run('b', () => ran.push('b'))
    }),
  ])
  await client.send({ name: 'x' })
  await begun.promise
  const stopped = engine.stop()
  gate.resolve()
  await stopped
  const sql = new Client({ connectionString: databaseUrl })
  await sql.connect()
  const steps = await sql.query('select name from inngest_engine.step where done_at is not null')
  const jobs = await sql.query(`select task, lease_until from inngest_engine.job where task = 'step'`)
  await sql.end()
  expect(ran).toEqual(['a'])
  expect(steps.rows).toEqual([{ name: 'a' }])
  expect(jobs.rows).toEqual([{ task: 'step', lease_until: null }])
})

test('a restart of Postgres in the middle of a step costs nothing but time', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'palmetto-engine-'))
  closing.push(() => rm(folder, { recursive: true, force: true }))
  const options = { dataDir: join(folder, 'postgres'), port: await freePort(), durable: true, maxConnections: 60 }
  const before = await startPostgres(options)
  const begun = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const done = Promise.withResolvers<number>()
  let calls = 0
  const { engine, client } = await start(before.urlOf('postgres'), (made) => [
    made.createFunction({ id: 'f', retries: 0, triggers: [{ event: 'x' }] }, async ({ step }) => {
      await step.run('a', async () => {
        calls++
        begun.resolve()
        await gate.promise
      })
      done.resolve(calls)
    }),
  ])
  await client.send({ name: 'x' })
  await begun.promise
  await before.stop()
  const health = await fetch(`${engine.url}/health`)
  expect([health.status, await health.json()]).toEqual([503, { status: 'no database' }])
  // The step ends while there is nowhere to write it down.
  gate.resolve()
  const after = await startPostgres(options)
  closing.push(() => engine.stop(0).then(() => after.stop()))
  expect(await done.promise).toBe(1)
  await expect.poll(async () => (await fetch(`${engine.url}/health`)).status).toBe(200)
})
