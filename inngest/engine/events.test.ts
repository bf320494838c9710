import { afterEach, beforeAll, expect, test } from 'vitest'
import { type BareClient, openShops, type Shops } from './testing.client.ts'

let shops: Shops
beforeAll(async () => {
  shops = await openShops()
})
afterEach(() => shops.close())

type Trigger = { event: string; if?: string }

/** A function that does nothing but return its event's data. */
const echo = (client: BareClient, id: string, ...triggers: Trigger[]) =>
  client.createFunction({ id, triggers }, async ({ event }) => event.data)

test('a condition decides which events start a function, and a missing field reads as null', async () => {
  const engine = await shops.open((client) => [
    echo(client, 'vip', { event: 'lead', if: "event.data.price > 500000 && event.data.source != 'test'" }),
    echo(client, 'plain', { event: 'lead', if: 'event.data.source == null' }),
    echo(client, 'never', { event: 'lead', if: 'event.data.price' }),
  ])
  for (const data of [{ price: 600_000 }, { price: 100 }, { price: 900_000, source: 'test' }, {}]) {
    await engine.send({ name: 'lead', data })
  }
  await engine.drain()
  expect((await engine.runs('vip')).map(({ output }) => output)).toEqual([{ price: 600_000 }])
  expect(await engine.runs('plain')).toHaveLength(3)
  expect(await engine.runs('never')).toEqual([])
})

test('a function with several triggers runs once for an event that fits them all', async () => {
  const engine = await shops.open((client) => [echo(client, 'one', { event: 'lead.new' }, { event: 'lead.*' })])
  await engine.send({ name: 'lead.new' })
  await engine.send({ name: 'lead.old' })
  await engine.send({ name: 'leads' })
  await engine.drain()
  expect((await engine.runs('one')).map(({ event }) => event.name)).toEqual(['lead.new', 'lead.old'])
})

test('an event id acts once in a day, for each function', async () => {
  const engine = await shops.open((client) => [echo(client, 'a', { event: 'x' }), echo(client, 'b', { event: 'x' })])
  await engine.send({ name: 'x', id: 'same' })
  await engine.drain()
  await engine.send({ name: 'x', id: 'same' })
  await engine.advance('23h')
  await engine.send({ name: 'x', id: 'same' })
  await engine.drain()
  expect(await engine.runs('a')).toHaveLength(1)
  expect(await engine.runs('b')).toHaveLength(1)
  await engine.advance('2h')
  await engine.send({ name: 'x', id: 'same' })
  await engine.drain()
  expect(await engine.runs('a')).toHaveLength(2)
})

test('the idempotency setting of a function compares what it names', async () => {
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'idem', idempotency: 'event.data.lead', triggers: [{ event: 'x' }] },
      async ({ event }) => event.data,
    ),
  ])
  for (const lead of [1, 1, 2]) await engine.send({ name: 'x', data: { lead } })
  await engine.drain()
  expect((await engine.runs('idem')).map(({ output }) => output)).toEqual([{ lead: 1 }, { lead: 2 }])
})

test('an event from the future acts when its time has come', async () => {
  const engine = await shops.open((client) => [echo(client, 'a', { event: 'x' })])
  await engine.send({ name: 'x', ts: engine.now().getTime() + 3_600_000 })
  await engine.advance('59m')
  expect(await engine.runs('a')).toEqual([])
  await engine.advance('1m')
  expect(await engine.runs('a')).toMatchObject([{ status: 'completed', startedAt: engine.now() }])
})

test('an event cancels the runs it matches, and no others', async () => {
  const engine = await shops.open((client) => [
    client.createFunction(
      { id: 'long', cancelOn: [{ event: 'stop', match: 'data.id' }], triggers: [{ event: 'long' }] },
      async ({ step }) => step.sleep('s', '5h'),
    ),
  ])
  for (const id of [1, 2]) await engine.send({ name: 'long', data: { id } })
  await engine.drain()
  await engine.send({ name: 'stop', data: { id: 1 } })
  await engine.advance('5h')
  expect(await engine.runs('long')).toMatchObject([
    { event: { data: { id: 1 } }, status: 'cancelled', error: { message: 'Cancelled by the event "stop".' } },
    { event: { data: { id: 2 } }, status: 'completed' },
  ])
})

test('a run is not cancelled by the event that starts it, but by the next one', async () => {
  const engine = await shops.open((client) => [
    client.createFunction({ id: 'latest', cancelOn: [{ event: 'x' }], triggers: [{ event: 'x' }] }, async ({ step }) =>
      step.sleep('s', '1m'),
    ),
  ])
  for (const n of [1, 2]) {
    await engine.send({ name: 'x', data: { n } })
    await engine.drain()
  }
  await engine.advance('1m')
  expect((await engine.runs('latest')).map(({ status }) => status)).toEqual(['cancelled', 'completed'])
})
