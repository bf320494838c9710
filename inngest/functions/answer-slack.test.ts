import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectAlarmBot } from '#server/adapters/slack/alarm-bot.ts'
import { sendNotices } from '#server/domain/jobs/alarms.service.ts'
import type { AlarmChannel } from '#server/domain/jobs/alarms.types.ts'
import { raiseIncident, resolveIncident } from '#server/domain/jobs/incidents.service.ts'
import { showOffer } from '#server/domain/leads/slack/show-offer.service.ts'
import { noteChannel } from '#server/domain/slack/channels/broken-channel.service.ts'
import { openSlackDoors } from '#server/domain/slack/inbox/inbox.http.ts'
import { openSpool, type Spool } from '#server/domain/slack/inbox/spool.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { log } from '#server/log.ts'
import { anAgent, anOffice } from '#server/testing/factories.ts'
import { anOfferedLead } from '#server/testing/lead-factories.ts'
import { createSlackSender } from '#world/slack/sender.ts'
import { ALARMS_CHANNEL, LEADS_CHANNEL } from '#world/slack/slack.names.ts'
import { startSlackApp } from '../testing.slack.ts'
import { answerSlack } from './answer-slack.ts'
import { postToSlack } from './deliver-slack.ts'
import { offerLeads } from './offer-lead.ts'
import { showOffers } from './show-offer.ts'

/** Commands that Slack has by itself. */
const RESERVED =
  '/active /away /archive /collapse /dnd /expand /feed /invite /join /leave /me /msg /mute /open /remind /remove /rename /search /shrug /status /topic /who'.split(
    ' ',
  )
const SECRET = 'a-signing-secret-of-a-test'
const members = ['Ann Lee', 'Ben Ray', 'Cam Fox', 'Dan Orr'].map((fullName) => ({
  fullName,
  email: `${fullName.split(' ')[0]?.toLowerCase()}@palmetto.test`,
}))

let app: Awaited<ReturnType<typeof startSlackApp>>
let folder: string
let people: Person[]
let slackIds: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palmetto-spool-'))
  app = await startSlackApp({
    members,
    functions: (kit) => [postToSlack(kit), answerSlack(kit), showOffers(kit), offerLeads(kit)],
  })
  const { db } = app
  const office = await anOffice({}, db)
  people = []
  for (const member of members) people.push(await anAgent(office.id, member, db))
  const found = await Promise.all(members.map(({ email }) => app.slack.bot.lookupByEmail(email)))
  slackIds = found.flatMap((each) => (each.ok ? [each.value.userId] : []))
})
afterAll(async () => {
  await app.stop()
  await rm(folder, { recursive: true })
})

/** Patient, so that a machine with much to do stores what it is sent. */
const doorsOn = (spool: Spool | undefined, patienceMs = 10_000) =>
  openSlackDoors({ db: app.db, secret: SECRET, bot: app.slack.bot, spool, now: app.engine.now, patienceMs })
const senderTo = ({ openDoor } = doorsOn(undefined), at?: Date) =>
  createSlackSender({
    ...{ secret: SECRET, answersAt: `${app.world.url}/answers`, now: () => at ?? app.engine.now() },
    send: ({ path, body, headers }) =>
      openDoor(path)(new Request(`http://localhost:3000/api/slack/${path}`, { method: 'POST', body, headers })),
  })
const must = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('It is not there.')
  return value
}
const cardOf = async (key: string) => {
  const { slackChannel, ts, card } = await app.db.slackMessage.findUniqueOrThrow({ where: { key } })
  return { channel: must(slackChannel), ts: must(ts), words: JSON.stringify(card) }
}
const ephemerals = () => app.world.calls('chat.postEphemeral').map(({ args }) => [args.user, args.text])
/** What Slack shows now, as it was sent there the last time. */
const lastShown = (ts: string) =>
  JSON.stringify(app.world.calls().findLast(({ args }) => args.ts === ts)?.args.blocks ?? null)

test('an offer comes as a direct message without a name; Accept, sent four times, is one click, and the card shows who it is', async () => {
  const { db, engine, settle } = app
  const [ann, annInSlack] = [must(people[0]), must(slackIds[0])]
  const { lead, offerId } = await anOfferedLead([ann], { startedAt: engine.now() }, db)
  await settle()
  const before = await cardOf(`offer:${offerId}:${ann.id}`)
  for (const secret of [lead.fullName, must(lead.email), '555-0142', 'We move in spring'])
    expect(JSON.stringify(app.world.calls())).not.toContain(secret)
  expect(before.words).toContain('Somebody wants to buy in Mount Pleasant')

  const press = senderTo().press({ userId: annInSlack, ...before, action: 'offer.accept', value: offerId })
  const answers = await Promise.all([press.send(), press.send(), press.send(), press.send()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(await db.slackRequest.count()).toBe(1)
  await settle()
  expect(await db.leadOffer.findUnique({ where: { id: offerId } })).toMatchObject({
    state: 'accepted',
    endedVia: 'slack',
  })
  expect(await db.slackRequest.findMany()).toMatchObject([{ state: 'done', words: 'Done.' }])
  for (const known of [lead.fullName, must(lead.email), '555-0142']) expect(lastShown(before.ts)).toContain(known)
})

test('of three who claim in the channel one wins; the others read who and when, whoever is not asked reads that, and nobody who it is about', async () => {
  const { db, engine, world, settle } = app
  const [ann, ben, cam] = [must(people[0]), must(people[1]), must(people[2])]
  const { lead, offerId } = await anOfferedLead([ann, ben, cam], { startedAt: engine.now() }, db)
  await settle()
  const post = await cardOf(`offer:${offerId}:channel`)
  const sender = senderTo()
  const claims = slackIds.map((userId) => sender.press({ userId, ...post, action: 'offer.claim', value: offerId }))
  await Promise.all(claims.map(({ send }) => send()))
  await settle()
  const { winnerId } = await db.leadOffer.findUniqueOrThrow({ where: { id: offerId } })
  const winner = must(people.find(({ id }) => id === winnerId))
  const told = ephemerals().filter(([, text]) => String(text).includes('was faster'))
  expect(told.map(([user]) => user).toSorted()).toEqual(
    slackIds
      .slice(0, 3)
      .filter((_, index) => people[index]?.id !== winnerId)
      .toSorted(),
  )
  expect(told[0]?.[1]).toContain(winner.fullName)
  const refused = ephemerals().filter(([, text]) => String(text).includes('held out to others'))
  expect(refused.map(([user]) => user)).toEqual([slackIds[3]])
  expect(lastShown(post.ts)).toContain(`Claimed by ${winner.fullName}`)
  expect((await cardOf(`offer:${offerId}:${winner.id}`)).words).toContain(must(lead.email))
  const inChannel = world.calls().filter(({ args }) => args.channel === post.channel || args.channel === LEADS_CHANNEL)
  expect(JSON.stringify(inChannel)).not.toContain(lead.fullName)
})

test('ten minutes more, pass with a reason and hand back do on the card what they do everywhere', async () => {
  const { db, engine, settle } = app
  const [ann, annInSlack] = [must(people[0]), must(slackIds[0])]
  const sender = senderTo()
  const first = await anOfferedLead([ann], { startedAt: engine.now() }, db)
  await settle()
  const card = await cardOf(`offer:${first.offerId}:${ann.id}`)
  const on = { userId: annInSlack, channel: card.channel, ts: card.ts }
  const { expiresAt } = await db.leadOffer.findUniqueOrThrow({ where: { id: first.offerId } })
  await sender.press({ ...on, action: 'offer.more-time', value: first.offerId }).send()
  await settle()
  const extended = await db.leadOffer.findUniqueOrThrow({ where: { id: first.offerId } })
  expect(extended.expiresAt.getTime() - expiresAt.getTime()).toBe(600_000)
  expect(lastShown(card.ts)).not.toContain('Need 10 minutes')
  await sender.press({ ...on, action: 'offer.pass', selected: `busy:${first.offerId}` }).send()
  await sender.press({ ...on, action: 'offer.pass', selected: `their-name:${first.offerId}` }).send()
  await settle()
  expect(await db.leadOfferPerson.findFirst({ where: { offerId: first.offerId } })).toMatchObject({
    passReason: 'busy',
  })
  expect(lastShown(card.ts)).toContain('You passed: Too busy right now.')
  expect(ephemerals().at(-1)?.[1]).toContain('belongs to an older message')

  const { offerId } = await anOfferedLead([ann], { startedAt: engine.now() }, db)
  await settle()
  const next = { ...on, ts: (await cardOf(`offer:${offerId}:${ann.id}`)).ts, value: offerId }
  await sender.press({ ...next, action: 'offer.accept' }).send()
  await settle()
  expect(lastShown(next.ts)).toContain('Hand back')
  await sender.press({ ...next, action: 'offer.hand-back' }).send()
  await settle()
  expect(await db.leadOffer.findUnique({ where: { id: offerId } })).toMatchObject({ state: 'offered', winnerId: null })
  expect(lastShown(next.ts)).toContain('Accept')
  await sender.press({ ...next, action: 'offer.accept' }).send()
  await settle()
  expect(lastShown(next.ts)).toContain('It is yours')
  const aMinuteLater = new Date(engine.now().getTime() + 61_000)
  await showOffer({ db, now: () => aMinuteLater, slack: app.slack }, { offerId })
  expect((await cardOf(`offer:${offerId}:${ann.id}`)).words).not.toContain('Hand back')
})

test('commands answer whoever sent them, with their rights alone; a stranger gets nothing', async () => {
  const { db, engine, world, settle } = app
  const [ann, annInSlack, benInSlack] = [must(people[0]), must(slackIds[0]), must(slackIds[1])]
  const sender = senderTo()
  const { id } = await db.contact.create({
    data: { agentId: ann.id, officeId: ann.officeId, fullName: 'Zora *Quill*', email: 'zora@example.test' },
  })
  const asked = [
    sender.command({ userId: annInSlack, command: '/lead', text: 'search zora' }),
    sender.command({ userId: benInSlack, command: '/lead', text: 'search zora' }),
    sender.command({ userId: annInSlack, command: '/away', text: '2h' }),
    sender.command({ userId: annInSlack, command: '/today' }),
    sender.command({ userId: annInSlack, command: '/pond' }),
    sender.command({ userId: 'USTRANGER', command: '/lead' }),
  ]
  const manifest = await readFile(new URL('../../public/slack-manifest.yaml', import.meta.url), 'utf8')
  const named = [...manifest.matchAll(/- command: (\/\S+)/g)].map(([, command = '']) => command)
  const known = named.map((command) => sender.command({ userId: must(slackIds[2]), command }))
  for (const { send } of [...asked, ...known]) expect((await send()).status).toBe(200)
  await sender.openHome({ userId: annInSlack }).send()
  const since = engine.now()
  await settle()
  const answerTo = ({ answerPath }: { answerPath: string }) =>
    JSON.stringify(world.replies().find(({ path }) => path === answerPath)?.body ?? null)
  const [found, hidden, away, today, pond, stranger] = asked.map(answerTo)
  expect(found).toContain(`/contacts/${id}`)
  expect(hidden).not.toContain(id)
  expect(away).toContain('You are away until')
  const standing = await db.agentAvailability.findUniqueOrThrow({ where: { personId: ann.id } })
  expect(standing).toMatchObject({ status: 'away' })
  expect(Math.round((must(standing.until).getTime() - since.getTime()) / 60_000)).toBeGreaterThanOrEqual(120)
  expect(today).toContain('Nothing is due today.')
  expect(pond).toContain('Nothing lies in a pond of yours.')
  expect(stranger).toContain('not one that Palmetto knows')
  expect(known.map(answerTo).filter((said) => said === 'null' || said.includes('Palmetto knows'))).toEqual([])
  // Slack refuses the whole manifest for one name of its own.
  expect(named.filter((command) => RESERVED.includes(command))).toEqual([])
  expect(world.calls('views.publish')).toMatchObject([{ args: { user_id: annInSlack } }])
})

test('while the database is slow a click is acknowledged all the same, lies on the disk, and counts once when it is back', async () => {
  const { db, engine, settle } = app
  const ann = must(people[0])
  await db.agentAvailability.deleteMany()
  const first = await anOfferedLead([ann, must(people[1])], { startedAt: engine.now() }, db)
  await settle()
  const { offerId } = await anOfferedLead([ann], { startedAt: engine.now() }, db)
  const spool = openSpool(folder)
  const press = senderTo(doorsOn(spool, 300)).press({
    ...{ userId: must(slackIds[0]), channel: 'D0', ts: '1.0', action: 'offer.accept', value: offerId },
  })
  const general = (await cardOf(`offer:${first.offerId}:channel`)).channel
  const [before, kept] = [ephemerals().length, await db.slackRequest.count()]
  const happened: string[] = []
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE slack_request IN ACCESS EXCLUSIVE MODE`
      const answers = await Promise.all([press.send(), press.send()])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      expect(await readdir(folder)).toHaveLength(1)
      const other = senderTo(doorsOn(undefined, 300)).press({
        userId: must(slackIds[1]),
        channel: general,
        ts: '1.0',
        action: 'offer.accept',
        value: offerId,
      })
      expect((await other.send()).status).toBe(503)
      happened.push('answered')
    },
    { timeout: 20_000 },
  )
  happened.push('the database is back')
  expect(happened).toEqual(['answered', 'the database is back'])
  await expect.poll(() => ephemerals().length).toBe(before + 1)
  expect(await doorsOn(spool).drain()).toEqual({ moved: 1, left: 0 })
  await press.send()
  await settle()
  expect(await db.leadOffer.findUnique({ where: { id: offerId } })).toMatchObject({
    state: 'accepted',
    winnerId: ann.id,
  })
  expect(await db.slackRequest.count()).toBe(kept + 1)
})

test('an alarm stands in its channel with buttons; an owner says who looks after it and for how long it is muted, and its end is told on it', async () => {
  const { db, settle, world, slack } = app
  const alarmsOf = () =>
    sendNotices({
      db,
      channels: { slack: connectAlarmBot({ bot: slack.bot, channel: ALARMS_CHANNEL, fallback }) },
      log,
      now: () => new Date(Date.now() + 1_000),
    })
  const throughWebhook: string[] = []
  const fallback: AlarmChannel = { send: async ({ title }) => `by webhook ${throughWebhook.push(title)}` }
  const cause = { causeKey: 'worker-dead', title: 'The worker is <dead>', detail: 'No sign of life.' }
  await raiseIncident(db, cause, ['slack'])
  await alarmsOf()
  const { reply } = await db.incidentNotice.findFirstOrThrow({ where: { moment: 'opened' } })
  const [, channel, ts] = must(/^posted (\S+) (\S+)$/.exec(must(reply)))
  expect(JSON.stringify(world.calls('chat.postMessage').at(-1)?.args)).toContain('The worker is &lt;dead&gt;')

  const sender = senderTo()
  const press = (who: number, action: string) =>
    sender
      .press({ userId: must(slackIds[who]), channel: must(channel), ts: must(ts), action, value: cause.causeKey })
      .send()
  await press(0, 'alarm.ack')
  await settle()
  expect(ephemerals().at(-1)?.[1]).toContain('Only owners and admins')
  await db.person.update({ where: { id: must(people[1]).id }, data: { role: 'owner' } })
  await press(1, 'alarm.ack')
  await press(1, 'alarm.mute')
  await settle()
  expect(await db.incident.findFirst()).toMatchObject({ ackedById: must(people[1]).id })
  expect(lastShown(must(ts))).toContain('Ben Ray')
  await resolveIncident(db, cause.causeKey)
  await alarmsOf()
  expect(lastShown(must(ts))).toContain('Fixed after')
  await raiseIncident(db, cause, ['slack'])
  expect(await alarmsOf()).toEqual({ sent: 0, failed: 0 })

  world.refuse(true)
  await raiseIncident(db, { ...cause, causeKey: 'another' }, ['slack'])
  await alarmsOf()
  world.refuse(false)
  expect(throughWebhook).toEqual([cause.title])
})

test('what Slack has not signed, and what it signed six minutes ago, is refused, and nothing is kept', async () => {
  const { db, engine } = app
  const before = await db.slackRequest.count()
  const command = (now = engine.now()) =>
    senderTo(undefined, now).command({ userId: must(slackIds[0]), command: '/lead' })
  const forged = { 'x-slack-signature': `v0=${'0'.repeat(64)}` }
  expect((await command().send(forged)).status).toBe(401)
  expect((await command(new Date(engine.now().getTime() - 360_000)).send()).status).toBe(401)
  expect(await db.slackRequest.count()).toBe(before)
})

test('Slack checks the address of events once, and is given its word back', async () => {
  const answer = await senderTo().verify('a-challenge').send()
  expect([answer.status, await answer.text()]).toEqual([200, 'a-challenge'])
})

test('while the channel takes nothing, each who is asked is told in a message of their own, and then who was faster', async () => {
  const { db, engine, settle } = app
  const [ann, ben] = [must(people[0]), must(people[1])]
  const closed = { ok: false, kind: 'closed', reason: 'Slack said is_archived.' } as const
  await noteChannel(db, LEADS_CHANNEL, closed)
  const { offerId } = await anOfferedLead([ann, ben], { startedAt: engine.now() }, db)
  await settle()
  const [hers, his] = [await cardOf(`offer:${offerId}:${ann.id}`), await cardOf(`offer:${offerId}:${ben.id}`)]
  await senderTo()
    .press({ userId: must(slackIds[0]), ...hers, action: 'offer.accept', value: offerId })
    .send()
  await settle()
  expect(lastShown(his.ts)).toContain(`${ann.fullName} took it`)
  expect(await db.slackMessage.findUnique({ where: { key: `offer:${offerId}:channel` } })).toBeNull()
})
