import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import webPush from 'web-push'
import { connectPush } from '#server/adapters/push/push.ts'
import { db } from '#server/db.ts'
import { devicesOf } from '#server/domain/push/deliver.service.ts'
import { callAs } from '#server/testing/caller.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { freePort } from '#world/ports.ts'
import { type PushSink, startPushSink } from '#world/push/push-sink.ts'
import { claimOffer } from '../offers/offers.service.ts'
import { tellOffer } from '../offers/turns.service.ts'
import { pushOffer } from './push-offer.service.ts'

const keys = webPush.generateVAPIDKeys()
const at = new Date('2026-11-22T18:55:00Z')
const now = () => at

let sink: PushSink
let sender: ReturnType<typeof connectPush>
let hasty: ReturnType<typeof connectPush>
beforeAll(async () => {
  sink = await startPushSink({ port: await freePort(), publicKey: keys.publicKey })
  const options = { ...keys, subject: 'mailto:it@palmetto.test', sinkUrl: sink.url, breakMs: 1 }
  sender = connectPush({ ...options, timeoutMs: 30_000 })
  hasty = connectPush({ ...options, timeoutMs: 50 })
})
afterAll(() => sink.stop())
beforeEach(() => sink.behave('well'))

/** An agent with a device, who is asked for a lead until five past two. */
async function anAskedAgent() {
  const agent = await anAgent((await anOffice()).id)
  const { lead, offerId } = await anOfferedLead([agent], { startedAt: at, offerMinutes: 10 })
  const device = sink.subscribe(agent.id)
  await db.pushSubscription.create({ data: { personId: agent.id, ...device, createdAt: at } })
  const [deviceId = ''] = await devicesOf(db, { personId: agent.id })
  const tell = (push = sender) => pushOffer({ db, now, push }, { offerId, personId: agent.id, deviceId })
  const heard = () => sink.received().filter((each) => each.device === agent.id)
  return { agent, lead, offerId, deviceId, tell, heard }
}

test('a device reads what is wanted, where and until when, and nothing of who it is', async () => {
  const { lead, offerId, tell, heard } = await anAskedAgent()
  expect(await tell()).toBe('taken')
  const [message] = heard()
  expect(message).toMatchObject({ urgency: 'high', ttlSeconds: 600, topic: offerId.replaceAll('-', '') })
  expect(JSON.parse(message?.payload ?? '')).toEqual({
    title: 'A lead in Mount Pleasant, until 2:05 PM',
    body: 'Somebody wants to buy in Mount Pleasant · around $600,000',
    ...{ url: `/offers/${offerId}?via=push`, tag: offerId },
  })
  for (const secret of [lead.fullName, lead.email, lead.phone, lead.message]) {
    expect(message?.payload).not.toContain(secret)
  }
})

test('an offer that is over is told to nobody', async () => {
  const { agent, offerId, tell, heard } = await anAskedAgent()
  await claimOffer({ db, now }, { offerId, personId: agent.id, channel: 'app' })
  expect(await tell()).toBe('over')
  expect(heard()).toEqual([])
})

test('whoever was slower reads on the same notification who took it, when and how fast; who was never told hears nothing', async () => {
  const { agent: ann, offerId, tell, heard } = await anAskedAgent()
  const [ben, cam] = [await anAgent(ann.officeId, { fullName: 'Ben Ray' }), await anAgent(ann.officeId)]
  for (const { id: personId } of [ben, cam]) {
    await db.leadOfferPerson.create({ data: { offerId, personId, askedAt: at } })
    await db.pushSubscription.create({ data: { personId, ...sink.subscribe(personId), createdAt: at } })
  }
  await tell()
  const later = () => new Date(at.getTime() + 38_000)
  await claimOffer({ db, now: later }, { offerId, personId: ben.id, channel: 'slack' })
  const queued = await db.outboxEvent.findMany({
    where: { name: 'push/queued', data: { path: ['offerId'], equals: offerId } },
  })
  expect(queued.map(({ data }) => data)).toMatchObject([{ personId: ann.id }])
  expect(await tell()).toBe('taken')
  expect(heard().map(({ payload }) => JSON.parse(payload))).toMatchObject([
    { title: 'A lead in Mount Pleasant, until 2:05 PM', tag: offerId },
    {
      ...{ title: 'Ben Ray took it at 1:55 PM', tag: offerId, quiet: true },
      body: 'After 38 s · Somebody wants to buy in Mount Pleasant',
    },
  ])
  const [deviceId = ''] = await devicesOf(db, { personId: cam.id })
  expect(await pushOffer({ db, now, push: sender }, { offerId, personId: cam.id, deviceId })).toBe('over')
})

test('a device that is gone is forgotten; one whose service is down or silent stays, and is tried again', async () => {
  const gone = await anAskedAgent()
  sink.behave('gone')
  expect(await gone.tell()).toBe('gone')
  expect(await devicesOf(db, { personId: gone.agent.id })).toEqual([])
  expect(await gone.tell()).toBe('unknown')

  const waiting = await anAskedAgent()
  sink.behave('down')
  await expect(waiting.tell()).rejects.toThrow('503')
  sink.behave('silent')
  await expect(waiting.tell(hasty)).rejects.toThrow()
  const device = await db.pushSubscription.findUniqueOrThrow({ where: { id: waiting.deviceId } })
  expect(device.failedAt).toEqual(at)
  sink.behave('well')
  expect(await waiting.tell()).toBe('taken')
  expect(await db.pushSubscription.findUniqueOrThrow({ where: { id: waiting.deviceId } })).toMatchObject({
    failedAt: null,
    reachedAt: at,
  })
})

test('another sender than the one that was subscribed to is refused, and the device stays', async () => {
  const { tell: _tell, offerId, agent, deviceId, heard } = await anAskedAgent()
  const stranger = connectPush({ ...webPush.generateVAPIDKeys(), subject: 'mailto:a@b.test', sinkUrl: sink.url })
  const order = { offerId, personId: agent.id, deviceId }
  expect(await pushOffer({ db, now, push: stranger }, order)).toBe('refused')
  expect(sink.refused()).toContain('another key than that of the subscription')
  expect(heard()).toEqual([])
})

test('whoever has a device is told on it beside the mail, in one transaction; whoever has none by mail alone', async () => {
  const told = (offerId: string) =>
    db.outboxEvent.findMany({ where: { name: 'push/queued', data: { path: ['offerId'], equals: offerId } } })
  const { agent, offerId } = await anAskedAgent()
  await tellOffer({ db }, { offerId })
  expect((await told(offerId)).map(({ data }) => data)).toMatchObject([{ personId: agent.id }])
  const without = await anAgent((await anOffice()).id)
  const other = await anOfferedLead([without], { startedAt: at, offerMinutes: 10 })
  await tellOffer({ db }, { offerId: other.offerId })
  expect(await told(other.offerId)).toEqual([])
  expect(await db.outboxMail.count({ where: { recipient: without.email } })).toBe(1)
})

test('a browser belongs to whoever used it last, says so once, and is let go by nobody else', async () => {
  const { id: officeId } = await anOffice()
  const [ann, ben] = [await anAgent(officeId), await anAgent(officeId)]
  const keysOfBrowser = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
  const device = { endpoint: `https://fcm.googleapis.com/fcm/send/${ann.id}`, ...keysOfBrowser, userAgent: 'Firefox' }
  await callAs(ann).push.subscribe(device)
  await callAs(ann).push.subscribe(device)
  expect((await callAs(ann).push.mine()).devices).toMatchObject([{ userAgent: 'Firefox' }])
  await callAs(ben).push.unsubscribe({ endpoint: device.endpoint })
  expect(await devicesOf(db, { personId: ann.id })).toHaveLength(1)
  await callAs(ben).push.subscribe(device)
  expect(await devicesOf(db, { personId: ann.id })).toEqual([])
  await callAs(ben).push.unsubscribe({ endpoint: device.endpoint })
  expect(await devicesOf(db, { personId: ben.id })).toEqual([])
  const inside = callAs(ann).push.subscribe({ ...device, endpoint: 'https://169.254.169.254/latest' })
  await expect(inside).rejects.toMatchObject({ code: 'PRECONDITION_FAILED' })
})
