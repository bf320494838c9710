import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkCron, latestTick, nextTick } from './cron.ts'
import { openShops, type Shops } from './testing.client.ts'

let shops: Shops
beforeAll(async () => {
  shops = await openShops()
})
afterEach(() => shops.close())

/** A shop whose only function runs on `cron`, opened at `startAt`. */
const open = (cron: string, startAt: string) =>
  shops.open(
    (client) => [client.createFunction({ id: 'tick', triggers: [{ cron }] }, async ({ event }) => event.data)],
    new Date(startAt),
  )

const ticksOf = async (engine: Awaited<ReturnType<typeof open>>) =>
  (await engine.runs('tick')).map(({ event }) => new Date(event.ts).toISOString())

test('a cron runs at each of its ticks, with the tick as the event’s time', async () => {
  const engine = await open('TZ=America/New_York */15 * * * *', '2026-11-21T10:00:10Z')
  await engine.advance('45m')
  expect(await ticksOf(engine)).toEqual([15, 30, 45].map((minute) => `2026-11-21T10:${minute}:00.000Z`))
  expect(await engine.runs('tick')).toMatchObject([
    { status: 'completed', event: { name: 'inngest/scheduled.timer' } },
    {},
    {},
  ])
})

test('a cron without a zone counts in UTC, with a zone on the wall clock there', async () => {
  const utc = await open('0 9 * * *', '2026-11-21T00:00:00Z')
  await utc.advance('1d')
  expect(await ticksOf(utc)).toEqual(['2026-11-21T09:00:00.000Z'])
  const charleston = await open('TZ=America/New_York 0 9 * * *', '2026-11-21T00:00:00Z')
  await charleston.advance('1d')
  expect(await ticksOf(charleston)).toEqual(['2026-11-21T14:00:00.000Z'])
})

test('after a time in which nobody ran there is one run, for the latest tick that was missed', async () => {
  const engine = await open('TZ=America/New_York */15 * * * *', '2026-11-21T10:00:00Z')
  const { core, worker } = engine.parts
  // Two hours and a bit pass in one leap: no executor sees the ticks between.
  core.clock.now = () => new Date('2026-11-21T12:07:00Z')
  await worker.claimDue()
  await Promise.all([...worker.running.values()].map(({ done }) => done))
  expect(await ticksOf(engine)).toEqual(['2026-11-21T12:00:00.000Z'])
  const [next] = await core.database.query<{ due_at: Date }>(
    `select due_at from inngest_engine.job where task = 'cron'`,
  )
  expect(next?.due_at).toEqual(new Date('2026-11-21T12:15:00Z'))
})

test('a cron that is taken out of the code stops, and one that is changed goes on as it is now', async () => {
  let cron = '*/10 * * * *'
  const engine = await shops.open(
    (client) => [
      client.createFunction({ id: 'tick', triggers: [{ event: 'other' }] }, async () => null),
      // Read again at each registration, as after a deploy.
      Object.defineProperty(
        client.createFunction({ id: 'moves', triggers: [{ cron }] }, async () => null),
        'opts',
        { get: () => ({ id: 'moves', triggers: cron ? [{ cron }] : [] }) },
      ),
    ],
    new Date('2026-11-21T10:00:01Z'),
  )
  await engine.advance('10m')
  expect(await engine.runs('moves')).toHaveLength(1)
  cron = '*/20 * * * *'
  await engine.sync()
  await engine.advance('1h')
  expect(await engine.runs('moves')).toHaveLength(4)
  cron = ''
  await engine.sync()
  await engine.advance('1h')
  expect(await engine.runs('moves')).toHaveLength(4)
})

describe('when the clocks change in Charleston', () => {
  test('nothing is lost or doubled every quarter of an hour in spring', async () => {
    const engine = await open('TZ=America/New_York */15 * * * *', '2027-03-14T06:30:00Z')
    await engine.advance('1h')
    expect((await ticksOf(engine)).map((tick) => tick.slice(11, 16))).toEqual(['06:45', '07:00', '07:15', '07:30'])
  })

  test('the hour that comes twice in autumn has eight quarters', async () => {
    const engine = await open('TZ=America/New_York */15 1 * * *', '2026-11-01T04:00:00Z')
    await engine.advance('4h')
    expect(await ticksOf(engine)).toHaveLength(8)
  })

  test('a time of day that does not exist in spring comes right after the gap, and one that comes twice runs once', () => {
    const night = (cron: string, from: string) => nextTick(`TZ=America/New_York ${cron}`, new Date(from))?.toISOString()
    expect(night('30 2 * * *', '2027-03-14T05:00:00Z')).toBe('2027-03-14T07:00:00.000Z')
    expect(night('30 1 * * *', '2026-11-01T04:00:00Z')).toBe('2026-11-01T05:30:00.000Z')
    expect(night('30 1 * * *', '2026-11-01T05:30:00Z')).toBe('2026-11-02T06:30:00.000Z')
  })
})

test('the latest tick is the one that the next-tick chain would have reached', () => {
  for (const cron of ['*/15 * * * *', '30 1 * * *', '0 9 * * 1-5', '30 2 * * *']) {
    const expression = `TZ=America/New_York ${cron}`
    for (const start of ['2026-10-31T00:00:00Z', '2027-03-13T00:00:00Z']) {
      let tick = nextTick(expression, new Date(start))
      for (let steps = 0; tick && steps < 300; steps++) {
        const next = nextTick(expression, tick)
        expect(latestTick(expression, tick)).toEqual(tick)
        expect(next && latestTick(expression, new Date(next.getTime() - 1))).toEqual(tick)
        tick = next
      }
    }
  }
})

test('a cron that cannot be read or never comes is refused', () => {
  for (const cron of ['nonsense', 'TZ=Mars/Base * * * * *', '0 0 30 2 *']) expect(() => checkCron(cron)).toThrow()
})
