import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { pause } from './bell.ts'
import { openShops, type Shops } from './testing.client.ts'
import { TEST_EVENT_KEY, TEST_SIGNING_KEY } from './testing.ts'

/** For a machine that has other things to do as well. */
const SLOW = 60_000

let shops: Shops
let pool: Pool
const processes = new Set<ChildProcess>()

beforeAll(async () => {
  shops = await openShops()
  pool = new Pool({ connectionString: shops.databaseUrl })
})
beforeEach(async () => {
  await shops.reset()
  await pool.query('drop table if exists trace; create table trace (id serial, run text, what text)')
})
afterEach(async () => {
  await Promise.all([...processes].map(kill))
})
afterAll(() => pool.end())

async function startProcess() {
  const script = fileURLToPath(new URL('./testing.process.ts', import.meta.url))
  const options = [shops.databaseUrl, TEST_EVENT_KEY, TEST_SIGNING_KEY]
  const child = spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  processes.add(child)
  const [line]: Buffer[] = await once(child.stdout, 'data')
  return { child, url: String(line).trim() }
}

async function kill(child: ChildProcess) {
  processes.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Waits until `look` finds something. */
async function eventually<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (const until = Date.now() + SLOW; Date.now() < until; ) {
    const found = await look()
    if (found) return found
    await pause(25)
  }
  throw new Error('It did not come about.')
}

const send = async (url: string, events: object[]) => {
  const response = await fetch(`${url}/e/${TEST_EVENT_KEY}`, { method: 'POST', body: JSON.stringify(events) })
  expect(response.status).toBe(200)
}
const seen = async (what: string) => (await pool.query('select 1 from trace where what = $1', [what])).rowCount ?? 0
const completed = async () => (await pool.query(`select 1 from inngest_engine.run where status = 'completed'`)).rowCount

test('a process killed in the middle of a step is followed by one that repeats this step and no other', {
  timeout: SLOW,
}, async () => {
  const first = await startProcess()
  await send(first.url, [{ name: 'long', data: { run: 'r', stepMs: 150 } }])
  await eventually(() => seen('three begins'))
  await kill(first.child)
  await startProcess()
  await eventually(async () => (await completed()) === 1)
  const { rows } = await pool.query<{ what: string }>('select what from trace order by id')
  const words = rows.map(({ what }) => what)
  expect(words).toEqual([
    ...['one begins', 'one ends', 'two begins', 'two ends', 'three begins'],
    ...['three begins', 'three ends', 'four begins', 'four ends', 'five begins', 'five ends'],
  ])
})

test('events that were acknowledged before a kill all make their runs, also when it strikes again', {
  timeout: SLOW,
}, async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const first = await startProcess()
  await send(
    first.url,
    names.map((run) => ({ name: 'long', data: { run, stepMs: 10 } })),
  )
  await kill(first.child)
  const second = await startProcess()
  await eventually(() => seen('two begins'))
  await kill(second.child)
  await startProcess()
  await eventually(async () => (await completed()) === names.length)
  // Each run went through its steps in order; only what a kill cut off was done again.
  for (const run of names) {
    const { rows } = await pool.query<{ what: string }>(
      `select what from trace where run = $1 and what like '%ends' order by id`,
      [run],
    )
    const ends = rows.map(({ what }) => what.replace(' ends', ''))
    expect([...new Set(ends)]).toEqual(['one', 'two', 'three', 'four', 'five'])
    expect(ends.length).toBeLessThanOrEqual(5 + 2)
  }
})

test('a kill loses no event that was waiting for its batch or its place, and none is in two batches', {
  timeout: SLOW,
}, async () => {
  const events = Array.from({ length: 24 }, (_, n) => ({ name: 'many', id: `event-${n}`, data: { n } }))
  const first = await startProcess()
  await send(first.url, events)
  await kill(first.child)
  const second = await startProcess()
  await eventually(() => seen('paced'))
  await kill(second.child)
  const third = await startProcess()
  // The sender heard nothing and repeats itself.
  await send(third.url, events)
  await eventually(async () => (await handedTo('paced')).length >= 24 && (await workLeft()) === 0)
  const ids = events.map(({ id }) => id).sort()
  expect((await handedTo('paced')).sort()).toEqual(ids)
  expect((await handedTo('batched')).sort()).toEqual(ids)
})

const workLeft = async () =>
  (
    await pool.query(`select 1 from inngest_engine.run where status <> 'completed'
     union all select 1 from inngest_engine.job where task in ('event', 'flush')`)
  ).rowCount

/** The ids of the events that runs of this function were made for. */
const handedTo = async (id: string) =>
  (
    await pool.query<{ id: string }>(
      `select e ->> 'id' as id from inngest_engine.run, jsonb_array_elements(events) as e where function_id = $1`,
      [`shop-${id}`],
    )
  ).rows.map((row) => row.id)
