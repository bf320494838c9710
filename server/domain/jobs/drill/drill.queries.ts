import { z } from 'zod'
import type { Db } from '#server/db.ts'
import { alarmChannelNames } from '../alarms.channels.ts'
import { type Arrival, type DrillOutcome, wallClock } from './drill.ts'
import { drillInWords } from './drill.words.ts'

const DAY_MS = 24 * 3_600_000
const DAYS = 30
/** An alarm that has not arrived within this time will not. */
const WATCHED_MS = 2 * DAY_MS

const arrivalsSchema = z.array(
  z.object({ channel: z.enum(alarmChannelNames), afterMs: z.number().nullable(), reply: z.string().nullable() }),
)
const toArrivals = (value: unknown): Arrival[] => arrivalsSchema.safeParse(value).data ?? []
const isoDay = (day: Date) => day.toISOString().slice(0, 10)

/** The drills whose alarm may still arrive, with what their notices say now. */
export async function readUnsettledDrills(db: Db, now: Date) {
  const drills = await db.fireDrill.findMany({
    where: {
      startedAt: { gt: new Date(now.getTime() - WATCHED_MS) },
      OR: [{ outcome: null }, { outcome: 'missing' }],
    },
    select: { day: true, startedAt: true, arrivals: true, incident: { select: { notices: true } } },
  })
  return drills.map(({ day, startedAt, arrivals, incident }) => ({
    ...{ day, startedAt },
    arrivals: toArrivals(arrivals).map(({ channel }): Arrival => {
      const notice = incident?.notices.find((each) => each.channel === channel)
      if (!notice) return { channel, afterMs: null, reply: 'the failure raised no alarm' }
      const afterMs = notice.sentAt ? Math.max(0, notice.sentAt.getTime() - startedAt.getTime()) : null
      return { channel, afterMs, reply: notice.reply ?? notice.lastError }
    }),
  }))
}

const toDrill = (row: {
  day: Date
  jobRunId: string
  startedAt: Date
  outcome: DrillOutcome | null
  arrivals: unknown
}) => {
  const arrivals = toArrivals(row.arrivals)
  const { outcome, jobRunId, startedAt } = row
  const slowestMs = Math.max(0, ...arrivals.map(({ afterMs }) => afterMs ?? 0))
  return {
    day: isoDay(row.day),
    runId: jobRunId,
    startedAt,
    outcome,
    slowestMs,
    words: drillInWords({ outcome, arrivals }),
  }
}

export type LastDrill = ReturnType<typeof toDrill>

/** The last drill, or null before the first. */
export async function findLastDrill(db: Db) {
  const row = await db.fireDrill.findFirst({ orderBy: { day: 'desc' } })
  return row && toDrill(row)
}

/** The drills of the last 30 days, oldest first, and the one of today in words. A day without a drill stands as null. */
export async function listDrills(db: Db, now: Date) {
  const today = wallClock(now).day
  const since = new Date(new Date(`${today}T00:00:00Z`).getTime() - (DAYS - 1) * DAY_MS)
  const rows = await db.fireDrill.findMany({ where: { day: { gte: since } }, orderBy: { day: 'asc' } })
  const drills = new Map(rows.map((row) => [isoDay(row.day), toDrill(row)]))
  const held = drills.get(today)
  const [first] = rows
  const days = Array.from({ length: DAYS }, (_, index) => isoDay(new Date(since.getTime() + index * DAY_MS)))
  return {
    words: held
      ? `Today's fire drill: ${held.words}`
      : "Today's fire drill is still to come, at an hour that nobody knows.",
    days: days
      .filter((day) => first && day >= isoDay(first.day) && (day < today || held))
      .map((day) => ({ day, drill: drills.get(day) ?? null })),
  }
}
