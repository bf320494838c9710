import { setTimeout as pause } from 'node:timers/promises'
import type { RootDb } from '#server/db.ts'
import type { Stage } from './stage.ts'

const LOOK_MS = 50
const ASK_AGAIN_MS = 1_500
const PATIENCE_MS = 90_000

type Station = { job: string; isDone: (db: RootDb, movedAt: Date) => Promise<boolean> }

/** What an alert passes through, and how to see that nothing is left to do there. */
const stations: Station[] = [
  {
    job: 'sync-legacy',
    isDone: async (db, movedAt) => {
      const cursor = await db.legacyCursor.findUnique({ where: { stream: 'listings' } })
      return Boolean(cursor?.updatedAt && cursor.updatedAt >= movedAt)
    },
  },
  {
    job: 'send-alerts',
    isDone: async (db) => {
      const [row] = await db.$queryRaw<{ done: boolean }[]>`
        SELECT NOT EXISTS (SELECT FROM listing_feed_queue)
           AND (SELECT position FROM feed_reader WHERE name = 'alerts') = (SELECT coalesce(max(position), 0) FROM listing_feed_entry)
            AS done`
      return row?.done ?? false
    },
  },
  {
    job: 'relay-outbox',
    isDone: async (db) => (await db.outboxEvent.count({ where: { state: { not: 'sent' } } })) === 0,
  },
  {
    job: 'deliver-mails',
    isDone: async (db) =>
      (await db.outboxMail.count({ where: { state: { in: ['queued', 'sending', 'unknown'] } } })) === 0,
  },
  {
    job: 'close-alert-books',
    isDone: async (db) => (await db.alertRun.count({ where: { state: 'sending' } })) === 0,
  },
]

/**
 * Asks for each job in turn, as its clock would, until all that the market did has reached the people; or until
 * `isOver` says that nobody is there to do it.
 */
export async function drive({ db, ask }: Stage, movedAt: Date, isOver: () => boolean = () => false): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (const { job, isDone } of stations) {
    for (let asked = 0; !(await isDone(db, movedAt)); await pause(LOOK_MS)) {
      if (isOver()) return
      if (Date.now() > deadline) throw new Error(`${job} did not come to an end within ${PATIENCE_MS / 1000} s.`)
      if (Date.now() - asked < ASK_AGAIN_MS) continue
      asked = Date.now()
      await ask(job)
    }
  }
}
