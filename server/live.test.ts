import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { passOffer, seeOffer } from '#server/domain/leads/offers/offers.service.ts'
import { log } from '#server/log.ts'
import { announce, relayOutbox } from '#server/outbox.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { type Live, openLive } from './live.ts'
import { onWakeUp } from './wake-ups.ts'

let db: RootDb
let url: string
let close: () => Promise<void>
beforeAll(async () => ({ db, url, close } = await ownDatabase()))
afterAll(() => close())

const opened: Live[] = []
const aLive = () => {
  const live = openLive(url)
  opened.push(live)
  return live
}
afterEach(async () => {
  for (const live of opened.splice(0)) await live.close()
})

const listening = () => db.$queryRaw<unknown[]>`
  SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'LISTEN%'`

test('what is committed is heard by all who listen, over one connection', async () => {
  const live = aLive()
  const [one, two]: [unknown[], unknown[]] = [[], []]
  await live.subscribe('palmetto_live', (payload) => one.push(payload))
  const unsubscribe = await live.subscribe('palmetto_live', (payload) => two.push(payload))
  expect(await listening()).toHaveLength(1)

  await db.jobSchedule.create({ data: { functionId: crypto.randomUUID() } })
  await expect.poll(() => [one, two]).toEqual([['jobs'], ['jobs']])
  unsubscribe()
  await db.jobSchedule.create({ data: { functionId: crypto.randomUUID() } })
  await expect.poll(() => one).toEqual(['jobs', 'jobs'])
  expect(two).toEqual(['jobs'])
})

test('a lost connection comes back, and says that something may have been missed', async () => {
  const live = aLive()
  const heard: unknown[] = []
  await live.subscribe('palmetto_live', (payload) => heard.push(payload))
  await db.$queryRaw`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
     WHERE datname = current_database() AND query ILIKE 'LISTEN%'`
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([null])
  await db.jobSchedule.create({ data: { functionId: crypto.randomUUID() } })
  await expect.poll(() => heard).toEqual([null, 'jobs'])
})

test('a fact leaves within a moment of its commit, and one that failed leaves later without being woken', async () => {
  const sent: string[] = []
  let down = true
  const send = async (facts: { name: string }[]) => {
    if (down) throw new Error('Inngest is down')
    sent.push(...facts.map(({ name }) => name))
  }
  const stop = await onWakeUp({ live: aLive(), log, work: () => relayOutbox({ db, send }), everyMs: 50 })
  await announce(db, { name: 'test/first', data: {} })
  await expect.poll(() => db.outboxEvent.count({ where: { lastError: 'Inngest is down' } })).toBe(1)
  down = false
  await announce(db, { name: 'test/second', data: {} })
  await expect.poll(() => sent).toEqual(['test/second'])
  await db.outboxEvent.updateMany({ where: { state: 'queued' }, data: { notBefore: new Date() } })
  await expect.poll(() => sent).toEqual(['test/second', 'test/first'])
  await stop()
})

test('of facts that say only that something waits one is sent for all; the others leave each by itself, and sooner', async () => {
  const sent: string[] = []
  const send = async (facts: { name: string }[]) => void sent.push(...facts.map(({ name }) => name))
  for (const name of [
    'mail/queued',
    'test/fact',
    'mail/queued',
    'legacy/write.queued',
    'test/fact',
    'mail/queued',
  ] as const) {
    await announce(db, { name, data: {} })
  }
  expect(await relayOutbox({ db, send, only: 'facts' })).toEqual({ sent: 2, failed: 0 })
  expect(sent.splice(0)).toEqual(['test/fact', 'test/fact'])
  expect(await relayOutbox({ db, send, only: 'nudges' })).toEqual({ sent: 4, failed: 0 })
  expect(sent.toSorted()).toEqual(['legacy/write.queued', 'mail/queued'])
  expect(await db.outboxEvent.count({ where: { state: { not: 'sent' } } })).toBe(0)
})

test.each([
  { restMs: 60_000, turns: 1 },
  { restMs: 1, turns: 2 },
])('whoever rests for $restMs ms is not woken before', async ({ restMs, turns }) => {
  let done = 0
  const live = aLive()
  const heard: unknown[] = []
  const work = async () => {
    done += 1
  }
  const stop = await onWakeUp({ live, log, work, restMs, everyMs: 60_000, payloads: ['nudges'] })
  await expect.poll(() => done).toBe(1)
  await live.subscribe('palmetto_outbox', (payload) => heard.push(payload))
  await announce(db, { name: 'test/other', data: {} })
  await announce(db, { name: 'mail/queued', data: {} })
  await expect.poll(() => heard).toEqual(['facts', 'nudges'])
  await expect.poll(() => done).toBe(turns)
  await stop()
})

test('of several who are asked at once one passes, and whoever looks on hears it; an offer opened again wakes nobody', async () => {
  const { id: officeId } = await anOffice({}, db)
  const people = [
    await anAgent(officeId, {}, db),
    await anAgent(officeId, {}, db),
    await anAgent(officeId, {}, db),
  ] as const
  const { offerId } = await anOfferedLead(people, {}, db)
  const [deps, heard] = [{ db, now: () => new Date() }, [] as unknown[]]
  const answer = (person: { id: string }) => ({ offerId, personId: person.id, channel: 'app' as const })
  await seeOffer(deps, answer(people[0]))
  await aLive().subscribe('palmetto_live', (payload) => heard.push(payload))
  await passOffer(deps, { ...answer(people[0]), reason: 'busy' })
  await expect.poll(() => heard).toEqual(['leads'])
  await seeOffer(deps, answer(people[1]))
  await expect.poll(() => heard).toEqual(['leads', 'leads'])
  await seeOffer(deps, answer(people[1]))
  await db.jobSchedule.create({ data: { functionId: crypto.randomUUID() } })
  await expect.poll(() => heard).toEqual(['leads', 'leads', 'jobs'])
})
