import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Alarm } from '#server/domain/jobs/alarms.types.ts'
import { raiseIncident } from '#server/domain/jobs/incidents.service.ts'
import { heartbeat } from '#server/domain/jobs/worker.service.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { openLeader } from './leader.ts'
import { startWatchdog } from './watchdog.ts'

let db: RootDb
let url: string
let close: () => Promise<void>
beforeAll(async () => ({ db, url, close } = await ownDatabase()))
afterAll(() => close())
beforeEach(() => Promise.all([db.incident.deleteMany(), db.workerHeartbeat.deleteMany()]))

const watching: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const watchdog of watching.splice(0)) await watchdog.stop()
})

function aWatchdog(over: Partial<Parameters<typeof startWatchdog>[0]> = {}) {
  const told: Alarm[] = []
  const slack = { send: async (alarm: Alarm) => `taken as ${told.push(alarm)}` }
  const fast = { everyMs: 20, patienceMs: 0, expectsWorker: true }
  watching.push(startWatchdog({ db, databaseUrl: url, channels: { slack }, log, ...fast, ...over }))
  return told
}

const openCauses = async () =>
  (await db.incident.findMany({ where: { resolvedAt: null } })).map(({ causeKey }) => causeKey)

test('a worker that died is reported while it is dead, and its return as well', async () => {
  await heartbeat(db, 'worker-1')
  await db.workerHeartbeat.updateMany({ data: { seenAt: new Date(Date.now() - 31_000) } })
  aWatchdog()
  await expect.poll(openCauses).toEqual(['worker-dead'])
  await heartbeat(db, 'worker-1')
  await expect.poll(openCauses).toEqual([])
  expect(await db.incident.count()).toBe(1)
})

test('the watchdog itself sends the alarms that wait, for the worker that should may be dead', async () => {
  await heartbeat(db, 'worker-1')
  await raiseIncident(db, { causeKey: 'worker-dead', title: 'The worker is dead', detail: '' }, ['slack'])
  const told = aWatchdog()
  await expect.poll(() => told.map(({ moment }) => moment)).toEqual(['opened', 'resolved'])
})

test('of two web processes one is on watch, and the other takes over when it is gone', async () => {
  const [one, two] = [openLeader(url, 'test'), openLeader(url, 'test')]
  expect([await one.isLeader(), await two.isLeader()]).toEqual([true, false])
  await one.resign()
  expect(await two.isLeader()).toBe(true)
  await two.resign()
})

test('right after a start nobody is alarmed about a worker that is still starting', async () => {
  let looked = 0
  aWatchdog({
    patienceMs: 60_000,
    now: () => {
      looked += 1
      return new Date()
    },
  })
  await expect.poll(() => looked).toBeGreaterThan(5)
  expect(await openCauses()).toEqual([])
})

test('a database that does not answer is told straight, once, and again when it is back', async () => {
  const told = aWatchdog({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/nothing' })
  await expect.poll(() => told.map(({ causeKey, moment }) => `${causeKey} ${moment}`)).toEqual(['database-down opened'])
})

test('a drill whose alarm never left is raised by the web, although nothing of the worker works', async () => {
  await heartbeat(db, 'worker-1')
  const startedAt = new Date(Date.now() - 6 * 60_000)
  const arrivals = [{ channel: 'slack', afterMs: null, reply: null }]
  await db.fireDrill.create({ data: { day: startedAt, jobRunId: 'drill', startedAt, arrivals } })
  aWatchdog()
  await expect.poll(openCauses).toEqual(['fire-drill-silent'])
  await db.fireDrill.deleteMany()
})
