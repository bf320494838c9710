import type { Db } from '#server/db.ts'
import { expectSchedules } from './jobs.service.ts'

/** A worker that was silent for longer than this is dead. It beats several times in between. */
export const WORKER_SILENCE_MS = 30_000

/** "I am alive." From a worker's first beat on, ticks of all schedules are expected. */
export async function heartbeat(db: Db, workerId: string) {
  const [beat] = await db.$queryRaw<{ isFirst: boolean }[]>`
    INSERT INTO worker_heartbeat (worker_id) VALUES (${workerId})
    ON CONFLICT (worker_id) DO UPDATE SET seen_at = now(), stopped_at = NULL
    RETURNING (xmax = 0) AS "isFirst"`
  if (beat?.isFirst) await expectSchedules(db)
}

/** "I am stopping on purpose." Tells a stop from a death, in words; nobody runs jobs in either case. */
export async function markStopped(db: Db, workerId: string) {
  await db.workerHeartbeat.updateMany({ where: { workerId }, data: { seenAt: new Date(), stoppedAt: new Date() } })
}
