import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import { closeRun, completeRun, failRun, type RunFacts, touchRun } from './history.service.ts'
import { sweepRuns } from './jobs.retention.ts'
import { endLostRuns } from './watch.service.ts'

let db: RootDb
let admin: Person
beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  admin = await aPerson((await anOffice({}, db)).id, { role: 'admin' }, db)
  return own.close
})

const yearAt = (now: Date) => callAs(admin, { db, now: () => now }).jobs.year()
const daysOf = async (now: Date, id: string) => (await yearAt(now)).jobs.find((job) => job.id === id)?.days

const TICK = { name: 'inngest/scheduled.timer', data: {} }
async function aRun(functionId: string, at: Date): Promise<RunFacts> {
  const run = { runId: crypto.randomUUID(), functionId, attempt: 0, event: TICK }
  await touchRun({ db, at }, run)
  return run
}
const told = (outcome: 'good' | 'warning' | 'bad') => ({ words: 'x', outcome, counts: {} })

test('each end of a run counts once, on the day in New York that it began, and outlives the run', async () => {
  const beforeMidnight = new Date('2026-11-11T04:59:00Z')
  const at = new Date('2026-11-11T05:01:00Z')
  const moment = { db, at }
  await completeRun(moment, await aRun('watch-jobs', beforeMidnight), told('bad'))

  const good = await aRun('watch-jobs', at)
  // The same end, told by two workers at once, and again by what ends runs from outside.
  await Promise.all([completeRun(moment, good, told('good')), completeRun(moment, good, told('good'))])
  await closeRun(moment, good, 'failed', { name: 'Error', message: 'late' })
  // A request that the executor repeats, as its answer was lost.
  await touchRun(moment, good)
  await completeRun(moment, await aRun('watch-jobs', at), told('warning'))
  await completeRun(moment, await aRun('watch-jobs', at), { ...told('good'), skipped: 'paused' })
  const failed = await aRun('watch-jobs', at)
  await failRun(moment, failed, { name: 'Error', message: 'no' }, false)
  await failRun(moment, failed, { name: 'Error', message: 'no' }, true)
  await closeRun(moment, failed, 'failed', { name: 'Error', message: 'no' })
  await closeRun(moment, await aRun('watch-jobs', at), 'cancelled', { name: 'Error', message: 'stop' })
  await aRun('watch-jobs', at)

  const counted = [
    { day: '2026-11-10', runs: 1, bad: 1, warned: 0, skipped: 0 },
    { day: '2026-11-11', runs: 5, bad: 2, warned: 1, skipped: 1 },
  ]
  expect(await daysOf(at, 'watch-jobs')).toEqual(counted)
  await sweepRuns(db, new Date('2027-01-01'), 100)
  expect(await db.jobRun.count({ where: { functionId: 'watch-jobs' } })).toBe(1)
  expect(await daysOf(at, 'watch-jobs')).toEqual(counted)

  await endLostRuns(db, new Date('2026-11-13T05:00:00Z'))
  expect((await daysOf(at, 'watch-jobs'))?.at(-1)).toMatchObject({ runs: 6, bad: 3 })
})

test('the year is 53 weeks from a Sunday, and knows whom alerts were mailed to each day', async () => {
  const counts = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 9, planned: 9, matchMs: 0 }
  const aRunOfAlerts = (at: string, sent: number) =>
    db.alertRun.create({
      data: { jobRunId: at, slot: new Date(at), startedAt: new Date(at), feedFrom: 0, feedTo: 0, sent, ...counts },
    })
  await aRunOfAlerts('2030-11-11T04:45:00Z', 3)
  await aRunOfAlerts('2030-11-11T05:00:00Z', 4)
  await aRunOfAlerts('2030-11-11T05:15:00Z', 5)
  await aRunOfAlerts('2029-11-11T04:45:00Z', 8)
  await aRunOfAlerts('2029-11-11T05:00:00Z', 7)

  // A Monday; the first Sunday is the 11th of November a year before.
  const year = await yearAt(new Date('2030-11-11T12:00:00Z'))
  expect(year).toMatchObject({ from: '2029-11-11', today: '2030-11-11' })
  expect(year.mailed).toEqual([
    { day: '2029-11-11', mailed: 7 },
    { day: '2030-11-10', mailed: 3 },
    { day: '2030-11-11', mailed: 9 },
  ])
})
