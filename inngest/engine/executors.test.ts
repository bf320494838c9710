import { serve } from 'inngest/node'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { assemble, type Parts } from './engine.ts'
import { purge } from './purge.ts'
import { type BareClient, bareClient, openShops, type Shops } from './testing.client.ts'
import { serveApp, TEST_EVENT_KEY, TEST_SIGNING_KEY } from './testing.ts'

let shops: Shops
let time = new Date()
const closing: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  shops = await openShops()
})
beforeEach(() => shops.reset())
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Two executors on one database and one clock, and one app that both call. */
async function startTwo(functions: (client: BareClient) => Parameters<typeof serve>[0]['functions']) {
  const options = { databaseUrl: shops.databaseUrl, port: 0, eventKey: TEST_EVENT_KEY, signingKey: TEST_SIGNING_KEY }
  const clock = { now: () => new Date(time) }
  const both = await Promise.all([
    assemble({ ...options, apps: [], clock }, { timeOf: () => time.getTime() }),
    assemble({ ...options, apps: [], clock }, { timeOf: () => time.getTime() }),
  ])
  const [a, b] = both
  const client = bareClient({ baseUrl: a.engine.url, eventKey: TEST_EVENT_KEY, signingKey: TEST_SIGNING_KEY })
  const app = await serveApp(serve({ client, functions: functions(client) }))
  await a.engine.sync(app.url)
  closing.push(
    ...both.map(
      ({ engine }) =>
        () =>
          engine.stop(0),
    ),
    app.stop,
  )
  return { a, b, client }
}

const settled = ({ worker }: Parts) => Promise.all([...worker.running.values()].map(({ done }) => done))

/** Lets the executors fight for the jobs until none is due. */
async function settleAll(...parts: Parts[]) {
  for (;;) {
    const wasIdle = parts.every(({ worker }) => worker.running.size === 0)
    const claimed = await Promise.all(parts.map(({ worker }) => worker.claimDue()))
    if (wasIdle && claimed.every((count) => count === 0)) return
    await Promise.all(parts.map(settled))
  }
}

const statuses = async ({ core }: Parts) =>
  (await core.database.query<{ status: string }>('select status from inngest_engine.run order by id')).map(
    ({ status }) => status,
  )

test('two executors on one database make one run for each tick', async () => {
  const calls: number[] = []
  time = new Date('2026-11-21T10:00:00Z')
  const { a, b } = await startTwo((client) => [
    client.createFunction({ id: 'tick', triggers: [{ cron: '*/5 * * * * *' }] }, async ({ event }) =>
      calls.push(event.ts ?? 0),
    ),
  ])
  for (let tick = 0; tick < 25; tick++) {
    time = new Date(time.getTime() + 5_000)
    await settleAll(a, b)
  }
  expect(calls).toHaveLength(25)
  expect(new Set(calls).size).toBe(25)
  expect(await statuses(a)).toEqual(Array(25).fill('completed'))
})

test('an executor that has lost its lease cannot write its result any more', async () => {
  const gates = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  let calls = 0
  const { a, b, client } = await startTwo((made) => [
    made.createFunction({ id: 'slow', triggers: [{ event: 'slow' }] }, async ({ step }) =>
      step.run('s', () => gates[calls++]?.promise),
    ),
  ])
  await client.send({ name: 'slow' })
  await a.worker.claimDue()
  await settled(a)
  await a.worker.claimDue()
  await expect.poll(() => calls).toBe(1)
  // A is stuck for longer than its lease, and B takes over.
  time = new Date(time.getTime() + 16_000)
  await b.worker.claimDue()
  await expect.poll(() => calls).toBe(2)
  gates[0]?.resolve('of the late one')
  await settled(a)
  expect(await statuses(a)).toEqual(['running'])
  gates[1]?.resolve('of the one that holds the lease')
  await settled(b)
  await settleAll(a, b)
  const runs = await a.core.database.query('select status, output from inngest_engine.run')
  expect(runs).toEqual([{ status: 'completed', output: 'of the one that holds the lease' }])
  expect(a.worker.takeFaults()).toEqual([])
})

test('a heartbeat keeps a long step, and tells who has lost one to give it up', async () => {
  const gate = Promise.withResolvers<void>()
  let calls = 0
  const { a, b, client } = await startTwo((made) => [
    made.createFunction({ id: 'long', triggers: [{ event: 'long' }] }, async ({ step }) =>
      step.run('s', () => {
        calls++
        return gate.promise
      }),
    ),
  ])
  await client.send({ name: 'long' })
  await a.worker.claimDue()
  await settled(a)
  await a.worker.claimDue()
  await expect.poll(() => calls).toBe(1)
  for (let beats = 0; beats < 5; beats++) {
    time = new Date(time.getTime() + 10_000)
    await a.worker.beat()
    expect(await b.worker.claimDue()).toBe(0)
  }
  time = new Date(time.getTime() + 16_000)
  await b.worker.claimDue()
  await expect.poll(() => calls).toBe(2)
  await a.worker.beat()
  await settled(a)
  expect(a.worker.running.size).toBe(0)
  expect(b.worker.running.size).toBe(1)
  gate.resolve()
  await settleAll(a, b)
  expect(await statuses(a)).toEqual(['completed'])
})

test('a process that was held up for longer than its lease does not do its own step a second time', async () => {
  const gate = Promise.withResolvers<void>()
  let calls = 0
  const { a, client } = await startTwo((made) => [
    made.createFunction({ id: 'held', triggers: [{ event: 'held' }] }, async () => {
      calls++
      await gate.promise
    }),
  ])
  await client.send({ name: 'held' })
  await a.worker.claimDue()
  await settled(a)
  await a.worker.claimDue()
  await expect.poll(() => calls).toBe(1)
  time = new Date(time.getTime() + 60_000)
  expect(await a.worker.claimDue()).toBe(0)
  gate.resolve()
  await settleAll(a)
  expect([calls, await statuses(a)]).toEqual([1, ['completed']])
})

test('a call that every executor dies of ends its run', async () => {
  const gate = Promise.withResolvers<null>()
  const { a, b, client } = await startTwo((made) => [
    made.createFunction({ id: 'deadly', triggers: [{ event: 'deadly' }] }, () => gate.promise),
  ])
  await client.send({ name: 'deadly' })
  await a.worker.claimDue()
  await settled(a)
  const leased = `update inngest_engine.job set lease_until = $1, abandoned = 9 where task = 'step'`
  await a.core.database.query(leased, [new Date(time.getTime() - 1)])
  await settleAll(b)
  const runs = await a.core.database.query(`select status, error ->> 'name' as error from inngest_engine.run`)
  expect(runs).toEqual([{ status: 'failed', error: 'ExecutorLost' }])
  gate.resolve(null)
})

test('whoever hands an event out makes the first call of its run; when they are gone by then another one does', async () => {
  let calls = 0
  const count = async () => {
    calls += 1
    return null
  }
  const { a, b, client } = await startTwo((made) => [
    made.createFunction({ id: 'counted', triggers: [{ event: 'counted' }] }, count),
  ])
  await client.send({ name: 'counted' })
  await a.worker.claimDue()
  await settled(a)
  await settled(a)
  expect({ calls, runs: await statuses(a) }).toEqual({ calls: 1, runs: ['completed'] })

  await client.send({ name: 'counted' })
  await a.worker.claimDue()
  await a.worker.stop(0)
  const [waiting] = await a.core.database.query<{ lease_until: Date | null }>(
    `select lease_until from inngest_engine.job where task = 'step'`,
  )
  expect(waiting).toEqual({ lease_until: null })
  await settleAll(b)
  expect({ calls, runs: await statuses(b) }).toEqual({ calls: 2, runs: ['completed', 'completed'] })
})

test('a limit on steps holds across executors', async () => {
  const gate = Promise.withResolvers<void>()
  const { a, b, client } = await startTwo((made) => [
    made.createFunction({ id: 'one', concurrency: 3, triggers: [{ event: 'one' }] }, () => gate.promise),
  ])
  await client.send(Array.from({ length: 10 }, () => ({ name: 'one' })))
  await a.worker.claimDue()
  await settled(a)
  const claimed = await Promise.all([
    a.worker.claimDue(),
    b.worker.claimDue(),
    a.worker.claimDue(),
    b.worker.claimDue(),
  ])
  expect(claimed.reduce((sum, count) => sum + count, 0)).toBe(3)
  gate.resolve()
  await settleAll(a, b)
  expect(await statuses(a)).toEqual(Array(10).fill('completed'))
})

test('what ended long ago is removed with its steps, and what has not ended or not acted yet stays', async () => {
  const { a, b, client } = await startTwo((made) => [
    made.createFunction({ id: 'short', triggers: [{ event: 'short' }] }, ({ step }) => step.run('s', () => 1)),
    made.createFunction({ id: 'long', triggers: [{ event: 'long' }] }, ({ step }) => step.sleep('s', '20d')),
  ])
  await client.send([{ name: 'short' }, { name: 'long' }])
  await settleAll(a, b)
  time = new Date(time.getTime() + 8 * 864e5)
  await client.send({ name: 'short' })
  await settleAll(a, b)
  const left = await a.core.database.query(
    'select function_id, (select count(*)::int from inngest_engine.step where run_id = run.id) as steps from inngest_engine.run order by id',
  )
  expect(left).toEqual([
    { function_id: 'shop-long', steps: 1 },
    { function_id: 'shop-short', steps: 1 },
  ])
  expect(await purge(a.core)).toBe(0)
})

test('two executors put each event into one batch, debounce a flurry once, and keep one pace between them', async () => {
  time = new Date('2026-11-21T10:00:00Z')
  const on = [{ event: 'flurry' }]
  const { a, b, client } = await startTwo((shop) => [
    shop.createFunction({ id: 'batch', triggers: on, batchEvents: { maxSize: 5, timeout: '30s' } }, async () => 1),
    shop.createFunction({ id: 'calm', triggers: on, debounce: { period: '20s' } }, async () => 1),
    shop.createFunction({ id: 'pace', triggers: on, throttle: { limit: 1, period: '10s', burst: 3 } }, async () => 1),
  ])
  await client.send(Array.from({ length: 32 }, (_, n) => ({ name: 'flurry', data: { n } })))
  await settleAll(a, b)
  const runsOf = async (id: string) =>
    a.core.database.query<{ events: { data: { n: number } }[]; started_at: Date | null }>(
      `select events, started_at from inngest_engine.run where function_id = $1 order by id`,
      [`shop-${id}`],
    )
  expect((await runsOf('batch')).map(({ events }) => events.length)).toEqual(Array(6).fill(5))
  const started = async () => (await runsOf('pace')).filter(({ started_at }) => started_at !== null).length
  expect([await started(), (await runsOf('calm')).length]).toEqual([3, 0])
  for (const seconds of [10, 20, 30]) {
    time = new Date(time.getTime() + 10_000)
    await settleAll(a, b)
    expect(await started()).toBe(3 + seconds / 10)
  }
  const batched = (await runsOf('batch')).flatMap(({ events }) => events.map(({ data }) => data.n))
  expect(batched.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 32 }, (_, n) => n))
  expect(await runsOf('calm')).toHaveLength(1)
})
