import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectPush } from '#server/adapters/push/push.ts'
import { pushQueued } from '#server/domain/push/push.events.ts'
import { announce } from '#server/outbox.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { freePort } from '#world/ports.ts'
import { pushKeysOf } from '#world/push/push-keys.ts'
import { type PushSink, startPushSink } from '#world/push/push-sink.ts'
import type { Kit } from '../scheduled.ts'
import { startTestApp } from '../testing.ts'
import { offerLeads } from './offer-lead.ts'
import { pushOffers } from './push-offer.ts'
import { relayOutboxFacts } from './relay-outbox.ts'

const functions = (kit: Kit) => [relayOutboxFacts(kit), offerLeads(kit), pushOffers(kit)]
const keys = pushKeysOf('a test')
let app: Awaited<ReturnType<typeof startTestApp>>
let sink: PushSink
beforeAll(async () => {
  sink = await startPushSink({ port: await freePort(), publicKey: keys.publicKey })
  const push = connectPush({
    ...keys,
    subject: 'mailto:it@palmetto.test',
    sinkUrl: sink.url,
    timeoutMs: 30_000,
    breakMs: 1,
  })
  app = await startTestApp({ startAt: new Date(), push, functions })
})
afterAll(async () => {
  await app.stop()
  await sink.stop()
})

test('an offer is told once on each device; one that is gone is forgotten, and a second telling is not heard', async () => {
  const { db, engine } = app
  const agent = await anAgent((await anOffice({}, db)).id, {}, db)
  const data = { personId: agent.id, createdAt: engine.now() }
  for (const name of ['phone', 'laptop'])
    await db.pushSubscription.create({ data: { ...data, ...sink.subscribe(name) } })
  const lost = { endpoint: `${sink.url}/push/lost`, p256dh: sink.subscribe('other').p256dh, auth: 'a'.repeat(22) }
  await db.pushSubscription.create({ data: { ...data, ...lost } })

  const { offerId } = await anOfferedLead([agent], { startedAt: engine.now(), offerMinutes: 60 }, db)
  for (let minute = 0; minute < 2; minute += 1) await engine.advance('1m')
  expect(sink.refused()).toEqual([])
  expect(sink.received().map(({ device }) => device)).toEqual(['phone', 'laptop'])
  expect(await db.pushSubscription.count({ where: { endpoint: lost.endpoint } })).toBe(0)

  const key = `offer:${offerId}:${agent.id}:0:first`
  await announce(db, pushQueued({ key, offerId, personId: agent.id }))
  await engine.advance('1m')
  expect(sink.received()).toHaveLength(2)
  const [run] = await db.jobRun.findMany({ where: { functionId: 'push-offer' } })
  expect(run?.output).toMatchObject({ counts: { taken: 2, gone: 1, failed: 0 } })
})
