import type { Db, RootDb } from '#server/db.ts'
import { env } from '#server/env.ts'
import { type AlarmChannelName, configuredChannels } from '../alarms.channels.ts'
import { drillKey } from '../alarms.words.ts'
import { readUnsettledDrills } from './drill.queries.ts'
import { type Arrival, isDrillDue, judgeDrill, wallClock } from './drill.ts'
import { DRILL_DETAIL, DRILL_TITLE } from './drill.words.ts'

export type Claim = 'held-by-this-run' | 'held-before' | 'not-yet' | 'no-channel'

/**
 * Makes the day's drill this run's own. The day is the key: of any number of runs one gets it, and after a crash that
 * same run still has it.
 */
export async function claimDrill(
  db: Db,
  { runId, at, asked }: { runId: string; at: Date; asked: boolean },
  channels: readonly AlarmChannelName[] = configuredChannels,
): Promise<Claim> {
  if (channels.length === 0) return 'no-channel'
  const { day } = wallClock(at)
  if (!asked && !isDrillDue(at, env.NEXTAUTH_SECRET)) {
    // Somebody may have asked for it before its hour.
    const held = await db.fireDrill.findUnique({ where: { day: new Date(day) }, select: { day: true } })
    return held ? 'held-before' : 'not-yet'
  }
  const expected = channels.map((channel): Arrival => ({ channel, afterMs: null, reply: null }))
  const [drill] = await db.$queryRaw<{ isOurs: boolean }[]>`
    INSERT INTO fire_drill (day, job_run_id, started_at, arrivals)
    VALUES (${day}::date, ${runId}, ${at}, ${JSON.stringify(expected)}::jsonb)
    ON CONFLICT (day) DO UPDATE SET job_run_id = fire_drill.job_run_id
    RETURNING job_run_id = ${runId} AS "isOurs"`
  return drill?.isOurs ? 'held-by-this-run' : 'held-before'
}

/**
 * The job has failed as it should: its alarm goes the way of every alarm. The incident is born closed, so that nothing
 * on the pages looks broken. Told twice of the same failure, it raises one alarm.
 */
export async function raiseDrill({ db, at }: { db: Db; at: Date }, runId: string) {
  const href = `/operations/runs/${runId}`
  await db.$executeRaw`
    WITH drill AS (
      UPDATE fire_drill SET incident_id = uuidv7() WHERE job_run_id = ${runId} AND incident_id IS NULL
      RETURNING incident_id AS id, day, arrivals
    ), raised AS (
      INSERT INTO incident (id, cause_key, title, detail, href, opened_at, last_seen_at, resolved_at)
      SELECT id, ${drillKey('')} || day, ${DRILL_TITLE}, ${DRILL_DETAIL}, ${href}, ${at}, ${at}, ${at} FROM drill
    )
    INSERT INTO incident_notice (incident_id, channel, moment, not_before)
    SELECT id, arrival ->> 'channel', 'opened', ${at} FROM drill, jsonb_array_elements(arrivals) AS arrival`
  await db.jobRun.updateMany({
    where: { runId, status: 'running' },
    data: { status: 'completed', outcome: 'good', words: 'Failed on purpose: the drill of the day.', endedAt: at },
  })
}

/** Looks whether the alarms of the last drills have arrived. Worker and web both do; any number may. */
export async function judgeDrills(db: RootDb, now: Date): Promise<void> {
  for (const { day, startedAt, arrivals } of await readUnsettledDrills(db, now)) {
    const outcome = judgeDrill(startedAt, arrivals, now)
    await db.fireDrill.update({ where: { day }, data: { outcome, arrivals } })
  }
}
