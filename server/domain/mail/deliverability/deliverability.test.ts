import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import type { MailEventKind } from '#server/generated/prisma/enums.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'

let db: RootDb
let admin: Person
/** Half past midnight in New York, on the 11th of November. */
const NOW = new Date('2026-11-11T05:30:00Z')
const MINUTE = 60_000

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  admin = await aPerson((await anOffice({}, db)).id, { role: 'admin' }, db)
  return own.close
})

async function aMail(sentAt: Date, { delayMinutes, events = [] }: { delayMinutes?: number; events?: MailEventKind[] }) {
  const id = crypto.randomUUID()
  const happenedAt = delayMinutes === undefined ? null : new Date(sentAt.getTime() - delayMinutes * MINUTE)
  await db.outboxMail.create({
    data: {
      ...{ id, kind: 'alert', recipient: `${id}@example.test`, dedupeKey: id, messageId: id },
      ...{ state: 'sent', sentAt, happenedAt, subject: 'x', body: { create: { html: '', text: 'x' } } },
      events: {
        create: events.map((kind, index) => ({
          ...{ kind, providerEventId: `${id}:${index}`, occurredAt: sentAt, recordedAt: sentAt },
        })),
      },
    },
  })
}

test('days are those of the coast, each mail counts once a day, and the delay has its percentiles', async () => {
  const beforeMidnight = new Date('2026-11-11T04:59:00Z')
  const afterMidnight = new Date('2026-11-11T05:01:00Z')
  await aMail(beforeMidnight, { delayMinutes: 2, events: ['delivered', 'opened', 'opened', 'clicked'] })
  await aMail(afterMidnight, { delayMinutes: 4, events: ['bounced'] })
  await aMail(afterMidnight, { delayMinutes: 30, events: ['refused', 'complained'] })
  await aMail(new Date(NOW.getTime() - 5 * 86_400_000), { delayMinutes: 90 })
  await aMail(new Date(NOW.getTime() - 60 * 86_400_000), { delayMinutes: 900 })
  await aMail(afterMidnight, {})

  const seen = await callAs(admin, { db, now: () => NOW }).mail.deliverability()
  expect(seen.days).toHaveLength(30)
  expect(seen.days.slice(-2)).toEqual([
    { day: '2026-11-10', sent: 1, delivered: 1, bounced: 0, complained: 0, opened: 1, clicked: 1 },
    { day: '2026-11-11', sent: 3, delivered: 0, bounced: 2, complained: 1, opened: 0, clicked: 0 },
  ])
  expect(seen.days.reduce((sum, { sent }) => sum + sent, 0)).toBe(5)
  expect(seen.delay.lastDay).toEqual({ mails: 3, p50Ms: 4 * MINUTE, p95Ms: 30 * MINUTE })
  expect(seen.delay.lastWeek).toEqual({ mails: 4, p50Ms: 4 * MINUTE, p95Ms: 90 * MINUTE })
  expect(seen).toMatchObject({ provider: 'smtp', isTold: false, brake: null, lastRelease: null })
})
