import type { Database, Tx } from './database.ts'
import type { Json } from './json.ts'
import { type Place, putUrgentFirst } from './urgency.ts'

/** A concurrency limit that a job counts against while it is leased. */
export type Hold = { key: string; limit: number }

export type Job = {
  id: string
  task: string
  payload: Json
  run_id: string | null
  due_at: Date
  /** Where priorities put it among its function's jobs. */
  rank_at: Date | null
  /** Grows with every claim: who holds an older one has lost the job. */
  fence: number
  tries: number
  /** How many holders have let their lease run out. */
  abandoned: number
}

export const WAKE_CHANNEL = 'inngest_engine_wake'

/** Wakes all executors once the transaction is committed. */
export const WAKE = `pg_notify('${WAKE_CHANNEL}', '')`

type NewJob = {
  task: string
  payload: Json
  /** While a job with this key exists, another is not added. */
  key?: string
  runId?: string
  dueAt?: Date
  holds?: Hold[]
  /** The function within which it goes before others, by so many seconds. */
  urgency?: { queue: string; seconds: number } | undefined
}

/** Adds a job in the caller's transaction, and wakes all executors once that is committed. */
export async function enqueue(tx: Tx, job: NewJob): Promise<void> {
  const dueAt = job.dueAt ?? tx.now
  const rankAt = job.urgency && new Date(dueAt.getTime() - job.urgency.seconds * 1e3)
  await tx.query(
    `with added as (
       insert into inngest_engine.job (task, payload, key, run_id, due_at, holds, queue, rank_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (key) do nothing returning 1
     ) select ${WAKE} from added`,
    [
      job.task,
      JSON.stringify(job.payload),
      job.key ?? null,
      job.runId ?? null,
      dueAt,
      JSON.stringify(job.holds ?? []),
      job.urgency?.queue ?? null,
      rankAt ?? null,
    ],
  )
}

/**
 * Adds a job that is due, and leased already to whoever adds it: they do it as soon as they have committed, and nobody has
 * to be woken for it. Should they die before, it comes back when its lease has run out, as one does that was begun.
 */
export async function enqueueOwn(tx: Tx, job: Pick<NewJob, 'task' | 'payload'> & { runId: string }, leaseMs: number) {
  const [own] = await tx.query<Job>(
    `insert into inngest_engine.job (task, payload, run_id, due_at, lease_until, fence)
     values ($1, $2, $3, $4, $5, 1) returning ${columns}`,
    [job.task, JSON.stringify(job.payload), job.runId, tx.now, new Date(tx.now.getTime() + leaseMs)],
  )
  return own
}

/** Lets go of a job that was not begun. */
export const letGo = (database: Database, { id, fence }: Job) =>
  database.alone((tx) =>
    tx.query(
      `with free as (update inngest_engine.job set lease_until = null where id = $1 and fence = $2 returning 1)
       select ${WAKE} from free`,
      [id, fence],
    ),
  )

const isFree = `j.due_at <= $1 and (j.lease_until is null or j.lease_until <= $1)`
const take = `update inngest_engine.job set lease_until = $2, fence = fence + 1,
    abandoned = abandoned + case when lease_until is null then 0 else 1 end`
const columns = 'id, task, payload, run_id, due_at, rank_at, fence, tries, abandoned'

/** What was leased, and when the next job that nobody holds becomes due; null where none does, or it was not asked. */
type Claimed = { jobs: Job[]; nextDue: Date | null; isAll: boolean }

/**
 * Leases up to `room` due jobs; of those with concurrency limits only as many as the limits leave open. `isAll`: whatever
 * is due by now is leased, or waits for a limit.
 */
export async function claim(database: Database, leaseMs: number, room: number): Promise<Claimed> {
  if (room < 1) return { jobs: [], nextDue: null, isAll: true }
  const untilOf = (tx: Tx) => new Date(tx.now.getTime() + leaseMs)
  const { jobs, urgent, isLimited, nextDue } = await database.alone((tx) => claimPlain(tx, untilOf(tx), room))
  const left = room - jobs.length
  if (left > 0 && (urgent > 0 || isLimited)) {
    const others = await database.transaction(async (tx) => {
      const taken = urgent > 0 ? await claimUrgent(tx, untilOf(tx), Math.min(urgent, left)) : []
      return isLimited ? [...taken, ...(await claimLimited(tx, untilOf(tx), left - taken.length))] : taken
    })
    jobs.push(...others)
  }
  const rank = (job: Job) => (job.rank_at ?? job.due_at).getTime()
  jobs.sort((a, b) => rank(a) - rank(b) || Number(a.id) - Number(b.id))
  return { jobs, nextDue, isAll: jobs.length < room && urgent === 0 && (!isLimited || jobs.length === 0) }
}

/** Nothing: what a claim finds when only others than plain jobs are due. */
type NoJob = { [Column in keyof Job]: null }
type Also = { urgent: number; limited: boolean; next_due: Date | null }

/**
 * Leases what is due and has neither limits nor priorities, which is nearly all, in one statement; and tells what else is:
 * how many of the first places belong to functions with priorities, whether anything waits under a limit, and when there
 * is more to do.
 */
async function claimPlain(tx: Tx, until: Date, room: number) {
  const rows = await tx.query<Also & (Job | NoJob)>(
    `with place as (
       select j.id, j.queue from inngest_engine.job j where ${isFree} and j.holds = '[]'
       order by j.due_at, j.id limit $3 for update skip locked
     ), taken as (
       ${take} where id in (select id from place where queue is null) returning ${columns}
     )
     select also.*, taken.* from (
       select (select count(*)::int from place where queue is not null) as urgent,
              exists (select from inngest_engine.job j where ${isFree} and j.holds <> '[]') as limited,
              (select min(due_at) from inngest_engine.job where lease_until is null and due_at > $1) as next_due
     ) also left join taken on true`,
    [tx.now, until, room],
  )
  const [first] = rows
  const jobs = rows.flatMap(({ urgent, limited, next_due, ...job }) => (job.id === null ? [] : [job]))
  return {
    jobs,
    urgent: first?.urgent ?? 0,
    isLimited: first?.limited ?? false,
    nextDue: first?.next_due ?? null,
  }
}

async function claimUrgent(tx: Tx, until: Date, room: number): Promise<Job[]> {
  const where = `${isFree} and j.holds = '[]' and j.queue is not null`
  const places = await tx.query<Place>(
    `select j.id, j.holds, j.queue from inngest_engine.job j where ${where}
     order by j.due_at, j.id limit $2 for update skip locked`,
    [tx.now, room],
  )
  return lease(tx, until, await putUrgentFirst(tx, places, { where, values: [tx.now] }))
}

const lease = (tx: Tx, until: Date, places: readonly { id: string }[]) =>
  tx.query<Job>(`${take} where id = any($3) and due_at <= $1 returning ${columns}`, [
    tx.now,
    until,
    places.map(({ id }) => id),
  ])

async function claimLimited(tx: Tx, until: Date, room: number): Promise<Job[]> {
  if (room < 1) return []
  // Two executors that count the same free place at once would both take it.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('inngest_engine.limits', 0))`)
  const held = await tx.query<{ key: string; used: number; lowest: number }>(
    `select h.key, count(*)::int as used, min(h."limit")::int as lowest
     from inngest_engine.job j, jsonb_to_recordset(j.holds) as h(key text, "limit" int)
     where j.lease_until > $1 group by h.key`,
    [tx.now],
  )
  const used = new Map(held.map((row) => [row.key, row.used]))
  const full = held.filter((row) => row.used >= row.lowest).map((row) => row.key)
  const where = `${isFree} and j.holds <> '[]'
    and not exists (select 1 from jsonb_to_recordset(j.holds) as h(key text) where h.key = any($2))`
  const places = await tx.query<Place>(
    `select j.id, j.holds, j.queue from inngest_engine.job j where ${where}
     order by j.due_at, j.id limit 200 for update skip locked`,
    [tx.now, full],
  )
  const taken: Place[] = []
  for (const place of await putUrgentFirst(tx, places, { where, values: [tx.now, full] })) {
    if (taken.length >= room) break
    if (place.holds.some(({ key, limit }) => (used.get(key) ?? 0) >= limit)) continue
    for (const { key } of place.holds) used.set(key, (used.get(key) ?? 0) + 1)
    taken.push(place)
  }
  return lease(tx, until, taken)
}

/** Its lease ran out and somebody else took the job: nothing that was done for it may be written. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/** Ends a job; the first statement of the transaction that writes its result. Throws LeaseLost. */
export async function complete(tx: Tx, job: Job): Promise<void> {
  const ended = await tx.query('delete from inngest_engine.job where id = $1 and fence = $2 returning id', [
    job.id,
    job.fence,
  ])
  if (ended.length === 0) throw new LeaseLost(`Job ${job.id} belongs to another executor.`)
}

/** Gives a job back after an error of the executor's own, to be tried again a little later each time. */
export async function giveBack(tx: Tx, job: Job): Promise<void> {
  const waitMs = Math.min(300_000, 1_000 * 2 ** Math.min(job.tries, 9))
  await tx.query(
    `update inngest_engine.job set lease_until = null, tries = tries + 1, due_at = $3 where id = $1 and fence = $2`,
    [job.id, job.fence, new Date(tx.now.getTime() + waitMs)],
  )
}

/** Prolongs the leases of `jobs` and returns the ids of those that are still ours. */
export async function heartbeat(database: Database, leaseMs: number, jobs: Job[]): Promise<Set<string>> {
  const kept = await database.transaction((tx) =>
    tx.query<{ id: string }>(
      `update inngest_engine.job j set lease_until = $1 from unnest($2::bigint[], $3::int[]) as mine(id, fence)
       where j.id = mine.id and j.fence = mine.fence returning j.id`,
      [new Date(tx.now.getTime() + leaseMs), jobs.map((job) => job.id), jobs.map((job) => job.fence)],
    ),
  )
  return new Set(kept.map((row) => row.id))
}

/** When the next job that nobody holds becomes due. */
export async function nextDue(database: Database): Promise<Date | undefined> {
  const [row] = await database.query<{ due_at: Date | null }>(
    'select min(due_at) as due_at from inngest_engine.job where lease_until is null',
    [],
  )
  return row?.due_at ?? undefined
}
