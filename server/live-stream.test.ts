import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#server/context.ts'
import { db } from '#server/db.ts'
import { actorOf } from '#server/testing/caller.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { type Live, openLive } from './live.ts'
import { liveStream } from './live-stream.ts'

let agent: Actor
let admin: Actor
beforeAll(async () => {
  const { id } = await anOffice()
  agent = actorOf(await aPerson(id))
  admin = actorOf(await aPerson(id, { role: 'admin' }))
})

/** A database that says what the test wants it to say. */
function aLive() {
  const listeners = new Set<(payload: string | null) => void>()
  const live: Live = {
    subscribe: async (_channel, listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => {},
  }
  const say = (payload: string | null) => {
    for (const listener of listeners) listener(payload)
  }
  return { live, say, listeners }
}

async function open(actor: Actor, over: { heartbeatMs?: number; lifetimeMs?: number } = {}) {
  const { live, say, listeners } = aLive()
  const leaving = new AbortController()
  const response = liveStream(actor, { live, signal: leaving.signal, ...over })
  let text = ''
  const read = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk)
  })()
  await expect.poll(() => listeners.size).toBe(1)
  return { say, listeners, read, leave: () => leaving.abort(), text: () => text }
}

test('an agent hears of listings and alerts, and nothing of operations', async () => {
  const stream = await open(agent)
  for (const topic of ['jobs', 'listings', 'incidents', 'outbox', 'alerts', 'made-up']) stream.say(topic)
  stream.leave()
  await stream.read
  expect(stream.text()).toBe('retry: 2000\n\ndata: {"topic":"listings"}\n\ndata: {"topic":"alerts"}\n\n')
})

test('an admin hears of operations too, and of everything after a gap', async () => {
  const stream = await open(admin)
  stream.say('jobs')
  stream.say(null)
  stream.leave()
  await stream.read
  for (const topic of ['jobs', 'incidents', 'outbox', 'alerts', 'listings']) expect(stream.text()).toContain(topic)
})

test('a stream keeps its connection alive, ends by itself, and leaves nobody listening', async () => {
  const stream = await open(agent, { heartbeatMs: 5, lifetimeMs: 60 })
  await stream.read
  expect(stream.text()).toContain(': still here')
  expect(stream.listeners.size).toBe(0)
})

test('a browser that leaves is listened for no longer', async () => {
  const stream = await open(agent)
  stream.leave()
  await stream.read
  expect(stream.listeners.size).toBe(0)
})

test('what the database tells arrives in the stream', async () => {
  const { DATABASE_URL } = (await import('#server/env.ts')).env
  const live = openLive(DATABASE_URL)
  afterAll(() => live.close())
  const leaving = new AbortController()
  const reader = liveStream(admin, { live, signal: leaving.signal }).body?.getReader()
  await reader?.read()
  await expect
    .poll(() => db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE query ILIKE 'LISTEN "palmetto_live"%'`)
    .not.toEqual([])
  await db.incident.create({ data: { causeKey: `test:${crypto.randomUUID()}`, title: 'It broke', detail: '' } })
  const { value } = (await reader?.read()) ?? {}
  expect(new TextDecoder().decode(value)).toContain('"topic"')
  leaving.abort()
})
