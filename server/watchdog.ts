import type { RootDb } from '#server/db.ts'
import { sendNotices } from '#server/domain/jobs/alarms.service.ts'
import type { AlarmChannels } from '#server/domain/jobs/alarms.types.ts'
import { jobsHealth } from '#server/domain/jobs/health.queries.ts'
import { watchJobs } from '#server/domain/jobs/watch.service.ts'
import { env } from '#server/env.ts'
import { openLeader } from '#server/leader.ts'
import type { Log } from '#server/log.ts'

type Options = {
  db: RootDb
  databaseUrl: string
  channels: AlarmChannels
  log: Log
  everyMs?: number
  /** After a start: the worker of this very start needs a moment, and a missed tick is made up for within it. */
  patienceMs?: number
  expectsWorker?: boolean
  now?: () => Date
}

const SILENCE_BEFORE_ALARM = 3

/**
 * The watch that does not depend on the worker: it lives in the web process, raises the alarm when the worker is dead,
 * and sends it by itself. Of several web processes one is on watch.
 */
export function startWatchdog(options: Options): { stop: () => Promise<void> } {
  const { db, databaseUrl, channels, log, everyMs = 10_000, patienceMs = 90_000, now = () => new Date() } = options
  const expectsWorker = options.expectsWorker ?? env.PALMETTO_ROLE !== 'both'
  const leader = openLeader(databaseUrl, 'palmetto:watchdog')
  const quietUntil = now().getTime() + patienceMs
  let settled = false
  let silences = 0
  let downSince: Date | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  async function look() {
    if (!(await leader.isLeader())) return
    // Once all was well, what goes wrong from then on is no part of the start.
    settled ||= now().getTime() >= quietUntil || (await jobsHealth(db, now(), { expectsWorker })).ok
    if (settled) await watchJobs(db, now(), { expectsWorker })
    await sendNotices({ db, channels, log, now })
  }

  /** With the database gone no incident can be kept: this one alarm goes straight out. */
  async function tellDatabase(moment: 'opened' | 'resolved', openedAt: Date) {
    const alarm = {
      causeKey: 'database-down',
      moment,
      title: 'The database does not answer',
      detail: 'Palmetto can not read or write anything. Pages show an error and jobs wait; nothing is lost.',
      url: `${env.APP_URL}/operations`,
      count: 1,
      openedAt,
      resolvedAt: moment === 'resolved' ? now() : null,
    }
    await Promise.allSettled(Object.values(channels).map((channel) => channel.send(alarm)))
  }

  async function turn() {
    try {
      await look()
      if (downSince) await tellDatabase('resolved', downSince)
      silences = 0
      downSince = undefined
    } catch (error) {
      silences += 1
      log.error({ err: error, silences }, 'The watchdog could not look at the jobs.')
      if (silences === SILENCE_BEFORE_ALARM) {
        downSince = now()
        await tellDatabase('opened', downSince)
      }
    }
    if (!stopped) timer = setTimeout(next, everyMs)
  }
  const next = () => {
    round = turn()
  }
  next()

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
      await leader.resign()
    },
  }
}
