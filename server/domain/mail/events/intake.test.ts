import { expect, test } from 'vitest'
import type { WantedEvent } from './events.policy.ts'
import { createIntake, type KeepEvents } from './intake.ts'

const anEvent = (token: string): WantedEvent => ({
  ...{ token, mailId: crypto.randomUUID(), kind: 'delivered', providerEventId: token, detail: null },
  occurredAt: new Date(),
})
const many = (count: number) => Array.from({ length: count }, (_, index) => anEvent(`t${index}`))
const answers = async (keep: KeepEvents, events: WantedEvent[]) => {
  const intake = createIntake(keep)
  const settled = await Promise.allSettled(events.map((event) => intake.take(event)))
  return settled.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))
}

test('a burst is kept in batches of two hundred, each event with its own answer', async () => {
  const sizes: number[] = []
  const said = await answers(async (events) => {
    sizes.push(events.length)
    return events.map(({ token }) => (token === 't7' ? 'replayed' : 'kept'))
  }, many(450))
  expect(sizes).toEqual([200, 200, 50])
  expect(said.filter((each) => each === 'replayed')).toHaveLength(1)
  expect(said[7]).toBe('replayed')
})

test('an event that cannot be kept hurts only itself', async () => {
  const said = await answers(async (events) => {
    if (events.some(({ token }) => token === 't3')) throw new Error('no')
    return events.map(() => 'kept')
  }, many(6))
  expect(said).toEqual(['kept', 'kept', 'kept', 'failed', 'kept', 'kept'])
})

test('while the database is away, nobody waits for two hundred failures', async () => {
  let tries = 0
  const said = await answers(async () => {
    tries += 1
    throw new Error('away')
  }, many(200))
  expect(new Set(said)).toEqual(new Set(['failed']))
  expect(tries).toBe(3)
})
