import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDb, type RootDb } from '#server/db.ts'
import { heartbeat } from '#server/domain/jobs/worker.service.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { answerHealth, answerJobsHealth } from './health.ts'

let db: RootDb
let close: () => Promise<void>
beforeAll(async () => ({ db, close } = await ownDatabase()))
afterAll(() => close())

const read = async (response: Response) => ({ status: response.status, body: await response.json() })
const jobs = async (now?: Date) => read(await answerJobsHealth(db, now, { expectsWorker: true }))

test('a probe is told with 503 why the jobs are not well, and with 200 that they are', async () => {
  expect(await jobs()).toEqual({
    status: 503,
    body: { ok: false, reasons: ['No worker has ever started, so no job can run.'], paused: [] },
  })
  await heartbeat(db, 'worker-1')
  expect(await jobs()).toEqual({ status: 200, body: { ok: true, reasons: [], paused: [] } })
})

test('what a job said about a person is not told to strangers', async () => {
  await heartbeat(db, 'worker-1')
  const at = new Date()
  const words = 'Failed: no mailbox for mary.jones@example.com'
  await db.jobRun.create({
    data: {
      runId: 'r',
      functionId: 'deliver-mails',
      trigger: 'cron',
      status: 'failed',
      outcome: 'bad',
      words,
      endedAt: at,
    },
  })
  const { status, body } = await jobs(at)
  expect(status).toBe(503)
  expect(body.reasons).toEqual(['Mail delivery: Failed: no mailbox for [address]'])
})

test('without its database nothing is well', async () => {
  const broken = connectDb('postgresql://nobody@127.0.0.1:1/nothing', 1)
  expect(await read(await answerHealth(broken))).toMatchObject({ status: 503 })
  expect(await read(await answerJobsHealth(broken))).toMatchObject({ status: 503 })
  expect(await read(await answerHealth(db))).toMatchObject({ status: 200 })
})
