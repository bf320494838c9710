import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { alarmFailed, channelsOf } from './alarms.channels.ts'
import { raiseIncident, resolveIncident } from './incidents.service.ts'

const aCause = () => ({ causeKey: `test:${crypto.randomUUID()}`, title: 'It broke', detail: 'In a test' })
const incidentsOf = (causeKey: string) =>
  db.incident.findMany({ where: { causeKey }, include: { notices: true }, orderBy: { openedAt: 'asc' } })

test('twenty raises at once open one incident, count the others and queue one alarm a channel', async () => {
  const cause = aCause()
  const raised = await Promise.all(Array.from({ length: 20 }, () => raiseIncident(db, cause, ['slack', 'mail'])))
  expect(raised.filter(({ opened }) => opened)).toHaveLength(1)
  const [incident, ...others] = await incidentsOf(cause.causeKey)
  expect(others).toEqual([])
  expect(incident?.count).toBe(20)
  expect(incident?.notices.map(({ channel, moment }) => `${channel} ${moment}`).sort()).toEqual([
    'mail opened',
    'slack opened',
  ])
})

test('an incident is resolved once, and the same cause opens a new one later', async () => {
  const cause = aCause()
  await raiseIncident(db, cause, ['slack'])
  const resolved = await Promise.all(Array.from({ length: 8 }, () => resolveIncident(db, cause.causeKey)))
  expect(resolved.filter((one) => one.resolved)).toHaveLength(1)
  expect((await raiseIncident(db, cause, ['slack'])).opened).toBe(true)

  const [first, second] = await incidentsOf(cause.causeKey)
  expect(first?.notices.map(({ moment }) => moment).sort()).toEqual(['opened', 'resolved'])
  expect(first?.resolvedAt).toBeInstanceOf(Date)
  expect(second).toMatchObject({ count: 1, resolvedAt: null })
})

test('raises and resolutions that race leave at most one incident open', async () => {
  const cause = aCause()
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      index % 2 ? raiseIncident(db, cause, ['slack']) : resolveIncident(db, cause.causeKey),
    ),
  )
  const incidents = await incidentsOf(cause.causeKey)
  expect(incidents.filter(({ resolvedAt }) => resolvedAt === null).length).toBeLessThanOrEqual(1)
  expect(incidents.reduce((sum, { count }) => sum + count, 0)).toBe(20)
})

test('a raise in a transaction that is rolled back tells nobody', async () => {
  const cause = aCause()
  await db
    .$transaction(async (tx) => {
      await raiseIncident(tx, cause, ['slack'])
      throw new Error('undo')
    })
    .catch(() => {})
  expect(await incidentsOf(cause.causeKey)).toEqual([])
})

test('an alarm about a channel leaves by the others', async () => {
  const { id } = await raiseIncident(db, { ...aCause(), causeKey: alarmFailed('slack') }, ['slack', 'mail', 'sentry'])
  const notices = await db.incidentNotice.findMany({ where: { incidentId: id }, orderBy: { channel: 'asc' } })
  expect(notices.map(({ channel }) => channel)).toEqual(['mail', 'sentry'])
})

test('the server that delivers the alerts is no second way out for alarms', () => {
  const settings = { SMTP_URL: 'smtp://mail.example:2525', ALARM_MAIL_TO: 'ops@palmetto.example' }
  expect(channelsOf({ ...settings, ALARM_SMTP_URL: 'smtp://user:secret@mail.example:2525' })).toEqual([])
  expect(channelsOf({ ...settings, ALARM_SMTP_URL: 'smtp://other.example:2525' })).toEqual(['mail'])
})
