import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { log } from '#server/log.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { alarmFailed } from './alarms.channels.ts'
import { sendNotices } from './alarms.service.ts'
import type { Alarm, AlarmChannel, AlarmChannels } from './alarms.types.ts'
import { alarmText } from './alarms.words.ts'
import { raiseIncident, resolveIncident } from './incidents.service.ts'

let db: RootDb
let close: () => Promise<void>
beforeAll(async () => ({ db, close } = await ownDatabase()))
afterAll(() => close())
beforeEach(() => db.incident.deleteMany())

const cause = { causeKey: 'worker-dead', title: 'The worker is dead', detail: 'No sign of life for 31 seconds.' }

/** A channel that keeps what it was given, and refuses as often as it is told to. */
function aChannel(refusals = 0) {
  const got: Alarm[] = []
  let left = refusals
  const send = async (alarm: Alarm) => {
    left -= 1
    if (left >= 0) throw new Error('Slack answered 500')
    return `taken as ${got.push(alarm)}`
  }
  return { got, send }
}

let clock = Date.now()
const tell = (channels: AlarmChannels) => sendNotices({ db, channels, log, now: () => new Date(clock) })
beforeEach(() => {
  clock = Date.now() + 1_000
})

test('an incident is told once by each channel, its end as well, with its duration', async () => {
  const [slack, mail] = [aChannel(), aChannel()]
  await raiseIncident(db, cause, ['slack', 'mail'])
  await raiseIncident(db, cause, ['slack', 'mail'])
  expect(await tell({ slack, mail })).toEqual({ sent: 2, failed: 0 })
  expect(await tell({ slack, mail })).toEqual({ sent: 0, failed: 0 })
  expect(await db.incidentNotice.findFirst({ where: { channel: 'slack' } })).toMatchObject({ reply: 'taken as 1' })

  await db.incident.updateMany({ data: { openedAt: new Date(Date.now() - 12 * 60_000) } })
  await resolveIncident(db, cause.causeKey)
  clock = Date.now() + 1_000
  await tell({ slack, mail })
  expect(slack.got.map(({ moment }) => moment)).toEqual(['opened', 'resolved'])
  const [, end] = mail.got
  expect(end && alarmText(end)).toContain('Fixed after 12 minutes: The worker is dead')
  expect(end?.url).toBe('http://localhost:3000/operations')
})

test('an alarm that could not be sent is tried again, later each time', async () => {
  const slack = aChannel(2)
  await raiseIncident(db, cause, ['slack'])
  expect(await tell({ slack })).toEqual({ sent: 0, failed: 1 })
  expect(await tell({ slack })).toEqual({ sent: 0, failed: 0 })
  clock += 2_000
  expect(await tell({ slack })).toEqual({ sent: 0, failed: 1 })
  clock += 2_000
  expect(await tell({ slack })).toEqual({ sent: 0, failed: 0 })
  clock += 2_000
  expect(await tell({ slack })).toEqual({ sent: 1, failed: 0 })
})

test('the end of an incident waits until its beginning was told', async () => {
  const slack = aChannel(1)
  await raiseIncident(db, cause, ['slack'])
  await resolveIncident(db, cause.causeKey)
  clock = Date.now() + 1_000
  await tell({ slack })
  expect(slack.got).toEqual([])
  clock += 10_000
  await tell({ slack })
  expect(slack.got.map(({ moment }) => moment)).toEqual(['opened', 'resolved'])
})

test('eight senders at once send each alarm once', async () => {
  const slack = aChannel()
  const keys = Array.from({ length: 40 }, (_, index) => `cause-${index}`)
  for (const causeKey of keys) await raiseIncident(db, { ...cause, causeKey }, ['slack'])
  clock = Date.now() + 1_000
  await Promise.all(Array.from({ length: 8 }, () => tell({ slack })))
  expect(slack.got.map(({ causeKey }) => causeKey).sort()).toEqual(keys.sort())
})

test('an alarm whose sender died is sent by another when the lease has run out', async () => {
  const slack = aChannel()
  await raiseIncident(db, cause, ['slack'])
  await db.incidentNotice.updateMany({ data: { state: 'sending', leaseUntil: new Date(clock + 60_000) } })
  expect(await tell({ slack })).toEqual({ sent: 0, failed: 0 })
  clock += 61_000
  expect(await tell({ slack })).toEqual({ sent: 1, failed: 0 })
})

test('a channel that keeps failing is itself an incident, told by the others and over when it works again', async () => {
  const [slack, mail] = [aChannel(3), aChannel()]
  await raiseIncident(db, cause, ['slack', 'mail'])
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await tell({ slack, mail })
    clock += 60_000
  }
  await tell({ mail })
  expect(mail.got.map(({ causeKey }) => causeKey)).toEqual(['worker-dead', alarmFailed('slack')])
  await tell({ slack, mail })
  const about = await db.incident.findFirstOrThrow({ where: { causeKey: alarmFailed('slack') } })
  expect(about).toMatchObject({ title: "Alarms don't reach Slack", resolvedAt: expect.any(Date) })
})

test('a slow channel does not hold up the others', async () => {
  const mail = aChannel()
  let release = () => {}
  const slack: AlarmChannel = {
    send: () =>
      new Promise((resolve) => {
        release = () => resolve('taken at last')
      }),
  }
  await raiseIncident(db, cause, ['slack', 'mail'])
  const telling = tell({ slack, mail })
  await expect.poll(() => mail.got.length).toBe(1)
  release()
  expect(await telling).toEqual({ sent: 2, failed: 0 })
})
