import { expect, test } from 'vitest'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { db } from '#server/db.ts'
import { factJobs, schedules } from '#server/domain/jobs/schedules.ts'
import { env } from '#server/env.ts'
import { log } from '#server/log.ts'
import { createInngest } from './client.ts'
import { functionsFor } from './index.ts'

const now = () => new Date()
const inngest = createInngest({ ...env, db, now })
const mailer = { send: () => Promise.reject(new Error('no mail leaves this test')), close: () => {} }
const legacy = connectLegacy({ url: env.LEGACY_MONGO_URL, database: env.LEGACY_MONGO_DATABASE })
const functions = functionsFor({ inngest, deps: { db, now, log, mailer, legacy } })

const cronsOf = (fn: (typeof functions)[number]) =>
  (fn.opts.triggers ?? []).flatMap((trigger) => ('cron' in trigger && trigger.cron ? [String(trigger.cron)] : []))

test('each schedule of the registry is one function with that clock, and no function has a clock of its own', () => {
  const clocks = functions.flatMap((fn) => cronsOf(fn).map((cron) => `${fn.id()} ${cron}`))
  expect(clocks.toSorted()).toEqual(schedules.map(({ id, cron }) => `${id} ${cron}`).toSorted())
})

test('what is declared of a job that facts start is said of a function that there is, and that has no clock', () => {
  const started = functions.filter((fn) => cronsOf(fn).length === 0).map((fn) => fn.id())
  expect(started).toEqual(expect.arrayContaining(factJobs.map(({ id }) => id)))
})

test('no two functions share a name', () => {
  const ids = functions.map((fn) => fn.id())
  expect(new Set(ids).size).toBe(ids.length)
})
