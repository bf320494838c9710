import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectSlackBot } from '#server/adapters/slack/bot.ts'
import { db } from '#server/db.ts'
import { postNext } from '#server/domain/slack/delivery/delivery.service.ts'
import { answerAsk } from '#server/domain/slack/inbox/answer-ask.service.ts'
import { openSlackDoors } from '#server/domain/slack/inbox/inbox.http.ts'
import { queueSlack } from '#server/domain/slack/slack.service.ts'
import { env } from '#server/env.ts'
import type { SlackFailpoint } from '#server/failpoint.ts'
import type { Office } from '#server/generated/prisma/client.ts'
import { slackAnswers } from '#server/slack-answers.ts'
import { dieAt } from '#server/testing/die-at.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { freePort } from '#world/ports.ts'
import { createSlackSender, signAs } from '#world/slack/sender.ts'
import { SLACK_TOKEN } from '#world/slack/slack.names.ts'
import { type SlackWorld, startSlack } from '#world/slack/slack.ts'
import { showOffer } from './show-offer.service.ts'

const SECRET = 'a-signing-secret-of-a-test'
const A_LEASE_MS = 61_000
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** Where the process dies, what it was at, and what stands in the tables then. */
const DEATHS = [
  ['slack.after-lane', 'post', { card: { state: 'queued' }, posted: 0 }],
  ['slack.before-post', 'post', { card: { state: 'sending' }, posted: 0 }],
  ['slack.after-post', 'post', { card: { state: 'sending', ts: null }, posted: 1 }],
  ['slack.after-keep', 'click', { request: { state: 'received' }, offer: { state: 'offered' } }],
  ['slack.before-answer', 'answer', { request: { state: 'received' }, offer: { state: 'offered' } }],
  ['slack.after-answer', 'answer', { request: { state: 'received' }, offer: { state: 'accepted', endedVia: 'slack' } }],
] as const satisfies readonly [SlackFailpoint, string, object][]

const members = DEATHS.map(([point]) => ({ fullName: `Agent of ${point}`, email: `${point}@killed.test` }))
let world: SlackWorld
let office: Office
let bot: ReturnType<typeof connectSlackBot>
beforeAll(async () => {
  world = await startSlack({ port: await freePort(), members })
  bot = connectSlackBot({ token: SLACK_TOKEN, apiUrl: world.apiUrl, timeoutMs: 60_000 })
  office = await anOffice()
  await aPerson(office.id, { role: 'owner' })
})
afterAll(() => world.stop())

/** An agent with two messages in their lane: the card of an offer, and one that must not overtake it. */
async function aScene(point: SlackFailpoint) {
  const agent = await anAgent(
    office.id,
    members.find(({ email }) => email.startsWith(`${point}@`)),
  )
  const { lead, offerId } = await anOfferedLead([agent], { offerMinutes: 60 })
  const slack = { bot, leadsChannel: null, alarmsChannel: null }
  const show = () => showOffer({ db, now: () => new Date(), slack }, { offerId })
  await show()
  const then = { key: `then:${offerId}`, personId: agent.id, card: { text: `after ${offerId}`, parts: [] } }
  await db.$transaction((tx) => queueSlack(tx, then))
  const found = await bot.lookupByEmail(agent.email)
  if (!found.ok) throw new Error(found.reason)
  const dm = await bot.openDm(found.value.userId)
  if (!dm.ok) throw new Error(dm.reason)
  return { agent, lead, offerId, show, userId: found.value.userId, channel: dm.value.channel }
}
type Scene = Awaited<ReturnType<typeof aScene>>

const keyOf = ({ offerId, agent }: Scene) => `offer:${offerId}:${agent.id}`
const calls = ({ channel }: Scene) => world.calls().filter(({ args }) => args.channel === channel)
const postsOf = (scene: Scene) => calls(scene).filter(({ method }) => method === 'chat.postMessage')
const cardOf = (scene: Scene) => db.slackMessage.findUniqueOrThrow({ where: { key: keyOf(scene) } })
const requestsOf = ({ userId }: Scene) =>
  db.slackRequest.findMany({ where: { ask: { path: ['userId'], equals: userId } } })

/** Sends what waits in the lane, by a runner that comes when the lease of the dead one is over. */
async function emptyLane({ agent }: Scene) {
  const order = { lane: `person:${agent.id}`, runner: crypto.randomUUID() }
  let at = new Date(Date.now() + A_LEASE_MS)
  for (let wakeAt: string | null = at.toISOString(); wakeAt; ) {
    at = new Date(wakeAt)
    wakeAt = (await postNext({ db, bot, now: () => at }, order)).wakeAt
  }
}

const doors = () => openSlackDoors({ db, secret: SECRET, bot, spool: undefined, patienceMs: 60_000 })
async function aClick(scene: Scene) {
  const { ts } = await cardOf(scene)
  const { openDoor } = doors()
  const sender = createSlackSender({
    ...{ secret: SECRET, answersAt: `${world.url}/answers` },
    send: ({ path, ...request }) => openDoor(path)(new Request(env.APP_URL, { method: 'POST', ...request })),
  })
  const on = { userId: scene.userId, channel: scene.channel, ts: ts ?? '', value: scene.offerId }
  return sender.press({ ...on, action: 'offer.accept' })
}

const BOT = `
  const { db } = await import('#server/db.ts')
  const { connectSlackBot } = await import('#server/adapters/slack/bot.ts')
  const bot = connectSlackBot(given.slack)
  const now = () => new Date()`
/** What the process does that dies. */
const DEEDS = {
  post: `${BOT}
    const { postNext } = await import('#server/domain/slack/delivery/delivery.service.ts')
    await postNext({ db, bot, now }, { lane: given.lane, runner: 'the dead one' })`,
  click: `${BOT}
    const { openSlackDoors } = await import('#server/domain/slack/inbox/inbox.http.ts')
    const { openDoor } = openSlackDoors({ db, bot, secret: given.secret, patienceMs: 60_000 })
    await openDoor('interactions')(new Request('http://localhost', { method: 'POST', ...given.request }))`,
  answer: `${BOT}
    const { answerAsk } = await import('#server/domain/slack/inbox/answer-ask.service.ts')
    const { slackAnswers: answers } = await import('#server/slack-answers.ts')
    await answerAsk({ db, bot, now, answers }, given)`,
} as const

test.concurrent.each(DEATHS)(
  'a process that dies at %s, in a %s, loses and repeats nothing: one effect, the card right, the order kept',
  async (point, deed, standing) => {
    const scene = await aScene(point)
    if (deed !== 'post') await emptyLane(scene)
    const click = await aClick(scene)
    if (deed === 'answer') await click.send()
    const given = {
      ...{
        slack: { token: SLACK_TOKEN, apiUrl: world.apiUrl, timeoutMs: 60_000 },
        lane: `person:${scene.agent.id}`,
        secret: SECRET,
      },
      request: { body: click.body, headers: { ...FORM, ...signAs(SECRET, click.body, new Date()) } },
      requestId: (await requestsOf(scene))[0]?.id,
    }
    expect(await dieAt(point, `const given = ${JSON.stringify(given)}\n${DEEDS[deed]}`)).toBe('SIGKILL')

    const [request] = await requestsOf(scene)
    const offer = await db.leadOffer.findUniqueOrThrow({ where: { id: scene.offerId } })
    const posted = postsOf(scene).length
    expect({ card: await cardOf(scene), posted, request, offer }).toMatchObject(standing)

    await emptyLane(scene)
    // Who sees no sign presses once more; Slack sends again what was not acknowledged.
    const again = deed === 'post' ? await aClick(scene) : click
    expect((await again.send()).status).toBe(200)
    const kept = await requestsOf(scene)
    for (const { id } of kept)
      await answerAsk({ db, bot, now: () => new Date(), answers: slackAnswers }, { requestId: id })
    await scene.show()
    await emptyLane(scene)

    expect(await requestsOf(scene)).toMatchObject([{ state: 'done' }])
    expect(await db.leadOffer.findUnique({ where: { id: scene.offerId } })).toMatchObject({
      ...{ state: 'accepted', endedVia: 'slack', winnerId: scene.agent.id },
    })
    const { contactId } = scene.lead
    expect(await db.timelineEntry.count({ where: { contactId: contactId ?? '', kind: 'contact.handed-over' } })).toBe(1)
    expect(await db.outboxMail.count({ where: { dedupeKey: { contains: scene.lead.id } } })).toBe(2)
    const { ts, state } = await cardOf(scene)
    expect(postsOf(scene).map(({ args }) => args.text)).toEqual([expect.any(String), `after ${scene.offerId}`])
    expect({ state, shown: calls(scene).findLast(({ args }) => args.ts === ts)?.args.text }).toEqual({
      ...{ state: 'posted', shown: expect.stringContaining('It is yours') },
    })
  },
)
