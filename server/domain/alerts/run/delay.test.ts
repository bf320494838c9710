import { expect, test } from 'vitest'
import { ownDatabase } from '#server/testing/database.ts'
import { measureRunDelay } from './delay.sql.ts'

const START = new Date('2026-11-02T12:00:00Z')
const MINUTE = 60_000

test('the delay of a run is that of its own mails which have left', async () => {
  const { db, close } = await ownDatabase()
  const numbers = { events: 1, changed: 1, searches: 1, matches: 1, people: 1, planned: 1, matchMs: 1 }
  const runs = await Promise.all(
    [0, 1].map((tick) =>
      db.alertRun.create({
        data: {
          ...{ jobRunId: `run-${tick}`, slot: new Date(START.getTime() + tick), feedFrom: 0, feedTo: 0 },
          ...{ horizonAgeMs: 0, ...numbers },
        },
      }),
    ),
  )
  const [run, other] = runs.map(({ id }) => id)
  if (!run || !other) throw new Error('There have to be two runs.')
  expect(await measureRunDelay(db, run)).toBe(null)
  const aMail = async (runId: string, minutes: number, state: 'sent' | 'queued' = 'sent') => {
    const id = crypto.randomUUID()
    const recipient = `${id}@example.test`
    await db.outboxMail.create({
      data: {
        ...{ id, kind: 'alert', recipient, dedupeKey: id, messageId: id, state, subject: 'x' },
        ...{ happenedAt: START, sentAt: new Date(START.getTime() + minutes * MINUTE) },
      },
    })
    await db.alertMail.create({ data: { id, runId, slot: START, recipient } })
  }
  for (const minutes of [2, 3, 4]) await aMail(run, minutes)
  await aMail(run, 500, 'queued')
  await aMail(other, 900)
  expect(await measureRunDelay(db, run)).toEqual({ mails: 3, p50Ms: 3 * MINUTE, p95Ms: 4 * MINUTE })
  await close()
})
