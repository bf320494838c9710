import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Slack } from '#server/adapters/slack/open-slack.ts'
import { FIRM_ZONE } from '#server/domain/alerts/rhythm/hours.words.ts'
import { dayIn, daysAfter, momentIn } from '#server/domain/calendar/days.words.ts'
import type { Card } from '#server/domain/slack/card.schema.ts'
import { postNext } from '#server/domain/slack/delivery/delivery.service.ts'
import { tellOfMissing } from '#server/domain/slack/people/mapping.service.ts'
import { editSlack, queueSlack } from '#server/domain/slack/slack.service.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { composeMail } from '#server/mail-composers.ts'
import { anAgent, anOffice, aPerson } from '#server/testing/factories.ts'
import { aLead } from '#server/testing/lead-factories.ts'
import { ALARMS_CHANNEL, LEADS_CHANNEL, SLACK_TOKEN } from '#world/slack/slack.names.ts'
import type { SlackWorld } from '#world/slack/slack.ts'
import { startSlackApp } from '../testing.slack.ts'
import { deliverSlack, postToSlack } from './deliver-slack.ts'
import { greetSlackEachDay } from './greet-slack.ts'
import { mapSlackPeopleEachDay } from './map-slack-people.ts'

let app: Awaited<ReturnType<typeof startSlackApp>>
let world: SlackWorld
let slack: Slack
let ann: Person

beforeAll(async () => {
  app = await startSlackApp({
    members: [{ fullName: 'Ann Lee', email: 'ann@palmetto.test' }],
    functions: (kit) => [deliverSlack(kit), postToSlack(kit), mapSlackPeopleEachDay(kit), greetSlackEachDay(kit)],
  })
  world = app.world
  slack = app.slack
  ann = await anAgent((await anOffice({}, app.db)).id, { fullName: 'Ann Lee', email: 'Ann@Palmetto.test' }, app.db)
})
afterAll(() => app.stop())
beforeEach(() => {
  world.refuse(false)
  world.forgetHistory(false)
})

const aCard = (text: string): Card => ({ text, parts: [{ kind: 'text', markdown: text }] })
const queue = (place: { personId: string } | { channel: string }, text: string, key: string = crypto.randomUUID()) =>
  app.db.$transaction((tx) => queueSlack(tx, { ...place, key, card: aCard(text) }))
const edit = (key: string, text: string) => app.db.$transaction((tx) => editSlack(tx, { key, card: aCard(text) }))
const posted = () => world.calls('chat.postMessage').map(({ args }) => args.text)
const textOf = async (key: string) => {
  const { slackChannel, ts } = await app.db.slackMessage.findUniqueOrThrow({ where: { key } })
  const answer = await fetch(`${world.apiUrl}conversations.history`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SLACK_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: slackChannel }),
  })
  const { messages }: { messages: { ts: string; text: string }[] } = await answer.json()
  return messages.filter((message) => message.ts === ts).map(({ text }) => text)
}

test('ten messages leave in their order, one a second, to a channel and to a person side by side', async () => {
  const { db, settle } = app
  for (let index = 0; index < 5; index += 1) {
    await queue({ channel: LEADS_CHANNEL }, `to all ${index}`)
    await queue({ personId: ann.id }, `to Ann ${index}`)
  }
  await settle('6s')
  const sent = await db.slackMessage.findMany({ orderBy: { turn: 'asc' } })
  expect(sent.map(({ state, attempts }) => [state, attempts])).toEqual(Array(10).fill(['posted', 0]))
  for (const lane of new Set(sent.map((message) => message.lane))) {
    const times = sent.filter((message) => message.lane === lane).map(({ postedAt }) => postedAt?.getTime() ?? 0)
    expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual(Array(4).fill(1_000))
  }
  expect(posted().filter((text) => String(text).startsWith('to Ann'))).toEqual(
    [0, 1, 2, 3, 4].map((n) => `to Ann ${n}`),
  )
  expect(world.calls('users.lookupByEmail')).toHaveLength(1)
  expect(world.calls('conversations.open')).toHaveLength(1)
})

test('a direct conversation that is there no more is opened anew, and the message is posted in it', async () => {
  const { db, settle } = app
  const where = { personId: ann.id }
  const { directChannel } = await db.slackPerson.findUniqueOrThrow({ where })
  await db.slackPerson.update({ where, data: { directChannel: 'D0THERENOMORE' } })
  const opened = world.calls('conversations.open').length
  const key = crypto.randomUUID()
  await queue(where, 'wherever she is', key)
  await settle('3s')
  expect(await textOf(key)).toEqual(['wherever she is'])
  expect(world.calls('conversations.open')).toHaveLength(opened + 1)
  expect(await db.slackPerson.findUniqueOrThrow({ where })).toMatchObject({ directChannel })
})

test('Slack is down for ten minutes: nothing is lost, the order is kept, and of five changes only the last one is sent', async () => {
  const { engine, db, settle } = app
  const before = posted().length
  world.refuse(true)
  const keys = Array.from({ length: 3 }, () => crypto.randomUUID())
  for (const [index, key] of keys.entries()) await queue({ personId: ann.id }, `while down ${index}`, key)
  await settle('40s')
  for (let change = 1; change <= 5; change += 1) await edit(keys[0] ?? '', `while down 0, change ${change}`)
  engine.sleep('8m')
  await settle('80s')
  expect(posted()).toHaveLength(before)
  expect(
    await db.jobRun.findFirst({ where: { functionId: 'deliver-slack' }, orderBy: { startedAt: 'desc' } }),
  ).toMatchObject({
    ...{ outcome: 'bad', words: '3 messages wait. Last answer: Slack answered 503.' },
  })
  world.refuse(false)
  await engine.advance('63s')
  expect(posted().slice(before)).toEqual(['while down 0, change 5', 'while down 1', 'while down 2'])
  await edit(keys[1] ?? '', 'over')
  await edit(keys[1] ?? '', 'over')
  await settle('2s')
  expect(await textOf(keys[1] ?? '')).toEqual(['over'])
  expect(world.calls('chat.update')).toHaveLength(1)
})

test('an answer that was lost, and a crash before the answer was kept, make no second message where Slack can be asked', async () => {
  const { db } = app
  const lane = `person:${ann.id}`
  const key = crypto.randomUUID()
  await queue({ personId: ann.id }, 'once', key)
  let time = Date.now() + 3_600_000
  const deps = (bot = slack.bot) => ({ db, bot, now: () => new Date(time) })
  const next = (bot = slack.bot) => {
    time += 120_000
    return postNext(deps(bot), { lane, runner: 'a test' })
  }
  world.loseReplies(1)
  expect(await next()).toMatchObject({ what: 'waits' })
  expect(await next()).toMatchObject({ what: 'posted' })

  const second = crypto.randomUUID()
  await queue({ personId: ann.id }, 'crashed', second)
  const dying = {
    ...slack.bot,
    post: (message: Parameters<Slack['bot']['post']>[0]) =>
      slack.bot.post(message).then(() => Promise.reject(new Error('power cut'))),
  }
  await expect(next(dying)).rejects.toThrow('power cut')
  expect(await next()).toMatchObject({ what: 'posted' })
  expect(posted().filter((text) => text === 'once' || text === 'crashed')).toEqual(['once', 'crashed'])

  const third = crypto.randomUUID()
  await queue({ personId: ann.id }, 'twice', third)
  world.forgetHistory(true)
  world.loseReplies(1)
  expect(await next()).toMatchObject({ what: 'waits' })
  expect(await next()).toMatchObject({ what: 'posted' })
  expect(posted().filter((text) => text === 'twice')).toHaveLength(2)
  await next()
})

test('who is not in Slack, and a channel that is not there, hold up nobody; and Slack says how long to wait', async () => {
  const { db, settle } = app
  const bob = await anAgent(ann.officeId, { fullName: 'Bob Ray' }, db)
  const [toBob, toNowhere, toAll] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await queue({ personId: bob.id }, 'nobody', toBob)
  await queue({ channel: 'nowhere' }, 'nowhere', toNowhere)
  world.limit(1, 40)
  await queue({ channel: LEADS_CHANNEL }, 'slowly', toAll)
  await settle('41s')
  const stateOf = (key: string) => db.slackMessage.findUniqueOrThrow({ where: { key } })
  expect(await stateOf(toBob)).toMatchObject({
    state: 'failed',
    lastError: 'Nobody in Slack has their e-mail address.',
  })
  expect(await stateOf(toNowhere)).toMatchObject({ state: 'failed', lastError: 'Slack said channel_not_found.' })
  expect(await stateOf(toAll)).toMatchObject({ state: 'posted' })
  expect(await db.slackPerson.findUnique({ where: { personId: bob.id } })).toMatchObject({ slackUserId: null })
})

test('each night everybody is looked up; who is missing for a day is told to admins once, and no longer when they are found', async () => {
  const { engine, db, settle } = app
  await engine.send({ name: 'jobs/run.requested', data: { functionId: 'map-slack-people' } })
  await settle()
  const run = () => db.jobRun.findFirst({ where: { functionId: 'map-slack-people' }, orderBy: { startedAt: 'desc' } })
  expect(await run()).toMatchObject({ outcome: 'warning', words: "1 person can be reached in Slack, 1 person can't." })
  const incident = { where: { causeKey: 'slack-people-missing' } }
  expect(await db.incident.findMany(incident)).toEqual([])
  await db.slackPerson.updateMany({ where: { slackUserId: null }, data: { missingSince: new Date(0) } })
  const deps = { db, now: engine.now, bot: slack.bot }
  expect(await tellOfMissing(deps)).toEqual({ told: 1 })
  await tellOfMissing(deps)
  expect(await db.incident.findMany(incident)).toMatchObject([{ resolvedAt: null, count: 2 }])
  await db.person.updateMany({ where: { slackPerson: { slackUserId: null } }, data: { removedAt: new Date() } })
  expect(await tellOfMissing(deps)).toEqual({ told: 0 })
  expect(await db.incident.findMany(incident)).toMatchObject([{ resolvedAt: expect.any(Date) }])
})

test('each morning one line stands in each channel; one that takes none is an incident that names it, until it does again', async () => {
  const { db, engine, settle } = app
  const yesterday = daysAfter(dayIn(FIRM_ZONE, engine.now()), -1)
  const lead = await aLead(
    ann,
    { receivedAt: momentIn(FIRM_ZONE, yesterday, 12 * 60), state: 'open', agentId: ann.id },
    db,
  )
  const call = {
    channel: 'call' as const,
    outcome: 'reached' as const,
    personId: ann.id,
    contactId: lead.contactId ?? '',
  }
  const happenedAt = momentIn(FIRM_ZONE, yesterday, 12 * 60 + 4)
  await db.touch.create({ data: { ...call, happenedAt, createdAt: happenedAt } })
  const greet = async () => {
    await engine.send({ name: 'jobs/run.requested', data: { functionId: 'greet-slack' } })
    await settle('2s')
  }
  await greet()
  await greet()
  const lines = () => posted().filter((text) => String(text).startsWith('Palmetto is here'))
  expect(lines()).toEqual(Array(2).fill('Palmetto is here: 1 lead yesterday, median answer 4 min.'))

  const { slackChannel } = await db.slackMessage.findFirstOrThrow({ where: { channel: ALARMS_CHANNEL } })
  const setTo = (method: string) =>
    fetch(`${world.apiUrl}conversations.${method}`, {
      ...{ method: 'POST', body: JSON.stringify({ channel: slackChannel }) },
      headers: { authorization: `Bearer ${SLACK_TOKEN}`, 'content-type': 'application/json' },
    })
  const incidents = () => db.incident.findMany({ where: { causeKey: `slack-channel-closed:${ALARMS_CHANNEL}` } })
  const owner = await aPerson(ann.officeId, { role: 'owner' }, db)
  await setTo('archive')
  world.refuse(true)
  await queue({ channel: ALARMS_CHANNEL }, 'into an archive')
  await settle()
  expect(await incidents()).toEqual([])
  world.refuse(false)
  await settle('1m')
  expect(await incidents()).toMatchObject([
    {
      ...{ title: `Nothing can be posted in ${ALARMS_CHANNEL} in Slack`, resolvedAt: null },
      detail: expect.stringMatching(/is_archived.*Invite the bot/),
    },
  ])
  await queue({ channel: ALARMS_CHANNEL }, 'once more')
  await settle('2s')
  const mails = await db.outboxMail.findMany({ where: { kind: 'slack-channel' } })
  expect(mails.map(({ recipient }) => recipient)).toEqual([owner.email])
  const [mail] = mails
  const composed = mail && (await composeMail(db, mail, engine.now()))
  expect(composed).toMatchObject({ send: { subject: `Slack: nothing can be posted in ${ALARMS_CHANNEL}` } })
  await db.person.update({ where: { id: owner.id }, data: { role: 'agent' } })
  expect(mail && (await composeMail(db, mail, engine.now()))).toEqual({ suppress: 'no-admin-any-more' })
  await setTo('unarchive')
  const refused = { state: 'failed', slackChannel: null, ts: null, postedVersion: null } as const
  const ofToday = { channel: ALARMS_CHANNEL, key: { startsWith: 'heartbeat:' } }
  await db.slackMessage.updateMany({ where: ofToday, data: refused })
  // Whoever has mended it asks for the line once more.
  await greet()
  expect(lines()).toHaveLength(3)
  expect(await incidents()).toMatchObject([{ resolvedAt: expect.any(Date) }])
})
