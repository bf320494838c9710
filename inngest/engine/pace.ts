import { evaluate } from './cel.ts'
import type { Tx } from './database.ts'
import { parseDuration } from './duration.ts'
import type { EventBody } from './events.ts'
import type { StoredFunction } from './registry.ts'

const idOf = (kind: string, { id }: StoredFunction, key: string | undefined, event: EventBody) =>
  `${kind}:${id}:${key ? JSON.stringify(evaluate(key, { event })) : ''}`

/** Seconds between two starts, and how many seconds a burst may be ahead of an even pace. */
function rhythmOf({ config: { throttle } }: StoredFunction) {
  if (!throttle) return undefined
  const seconds = parseDuration(throttle.period) / 1e3 / throttle.limit
  return { seconds, ahead: seconds * ((throttle.burst ?? 1) - 1), key: throttle.key }
}

/**
 * The place of a throttled run among those that wait: starts of a key are spread evenly over the period, `burst` of
 * them at once, first come, first served. Undefined where nothing holds it back.
 */
export async function reserveStart(tx: Tx, fn: StoredFunction, event: EventBody): Promise<Date | undefined> {
  const rhythm = rhythmOf(fn)
  if (!rhythm) return undefined
  // The generic cell rate algorithm: `at` is when the next start would be due at an even pace.
  const [place] = await tx.query<{ start: Date }>(
    `insert into inngest_engine.pace as p (id, at) values ($1, $2::timestamptz + make_interval(secs => $3))
     on conflict (id) do update set at = greatest(p.at, $2) + make_interval(secs => $3)
     returning greatest($2, at - make_interval(secs => $3 + $4)) as start`,
    [idOf('place', fn, rhythm.key, event), tx.now, rhythm.seconds, rhythm.ahead],
  )
  return place?.start
}

/**
 * Whether a throttled run may start now: undefined, or when to ask again. Asked when it is about to: after an outage
 * all places that were given away are in the past, and without this all of their runs would start at once.
 */
export async function holdStart(tx: Tx, fn: StoredFunction, event: EventBody): Promise<Date | undefined> {
  const rhythm = rhythmOf(fn)
  if (!rhythm) return undefined
  const id = idOf('start', fn, rhythm.key, event)
  const started = await tx.query(
    `insert into inngest_engine.pace as p (id, at) values ($1, $2::timestamptz + make_interval(secs => $3))
     on conflict (id) do update set at = greatest(p.at, $2) + make_interval(secs => $3)
     where p.at - make_interval(secs => $4) <= $2 returning 1`,
    [id, tx.now, rhythm.seconds, rhythm.ahead],
  )
  if (started.length > 0) return undefined
  const [row] = await tx.query<{ free: Date }>(
    'select at - make_interval(secs => $2) as free from inngest_engine.pace where id = $1',
    [id, rhythm.ahead],
  )
  // A little late keeps its place; whoever would queue up for one and the same moment gets a place of its own.
  const isSoon = row && row.free.getTime() - tx.now.getTime() <= (rhythm.seconds * 1e3) / 2
  const free = isSoon ? row.free : await reserveStart(tx, fn, event)
  return new Date(Math.max(free?.getTime() ?? 0, tx.now.getTime() + 1))
}

/** Whether the rate limit lets one more run start; its period begins with the first event of a key. */
export async function isWithinRate(tx: Tx, fn: StoredFunction, event: EventBody): Promise<boolean> {
  const { rateLimit } = fn.config
  if (!rateLimit) return true
  const until = new Date(tx.now.getTime() + parseDuration(rateLimit.period))
  const counted = await tx.query(
    `insert into inngest_engine.pace as p (id, at, used) values ($1, $2, 1)
     on conflict (id) do update set used = case when p.at <= $3 then 1 else p.used + 1 end,
       at = case when p.at <= $3 then excluded.at else p.at end
     where p.at <= $3 or p.used < $4 returning 1`,
    [idOf('rate', fn, rateLimit.key, event), until, tx.now, rateLimit.limit],
  )
  return counted.length > 0
}
