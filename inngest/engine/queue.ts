import type { Database, Tx } from './database.ts'
import type { Json } from './json.ts'

/** A concurrency limit that a job counts against while it is leased. */
export type Hold = { key: string; limit: number }

export type Job = {
  id: string
  task: string
  payload: Json
  run_id: string | null
  due_at: Date
  /** Grows with every claim: who holds an older one has lost the job. */
  fence: number
  tries: number
  /** How many holders have let their lease run out. */
  abandoned: number
}

export const WAKE_CHANNEL = 'inngest_engine_wake'

type NewJob = {
  task: string
  payload: Json
  /** While a job with this key exists, another is not added. */
  key?: string
  runId?: string
  dueAt?: Date
  holds?: Hold[]
}

/** Adds a job in the caller's transaction, and wakes all executors once that is committed. */
export async function enqueue(tx: Tx, job: NewJob): Promise<void> {
  await tx.query(
    `insert into inngest_engine.job (task, payload, key, run_id, due_at, holds) values ($1, $2, $3, $4, $5, $6)
     on conflict (key) do nothing`,
    [
      job.task,
      JSON.stringify(job.payload),
      job.key ?? null,
      job.runId ?? null,
      job.dueAt ?? tx.now,
      JSON.stringify(job.holds ?? []),
    ],
  )
  await wake(tx)
}

export const wake = (tx: Tx) => tx.query(`select pg_notify('${WAKE_CHANNEL}', '')`)

const isFree = `j.due_at <= $1 and (j.lease_until is null or j.lease_until <= $1)`
const take = `update inngest_engine.job set lease_until = $2, fence = fence + 1,
    abandoned = abandoned + case when lease_until is null then 0 else 1 end`
const columns = 'id, task, payload, run_id, due_at, fence, tries, abandoned'

/** Leases up to `room` due jobs; of those with concurrency limits only as many as the limits leave open. */
export async function claim(database: Database, leaseMs: number, room: number): Promise<Job[]> {
  if (room < 1) return []
  const jobs = await database.transaction(async (tx) => {
    const until = new Date(tx.now.getTime() + leaseMs)
    const open = await tx.query<Job>(
      `${take} where id in (select j.id from inngest_engine.job j where ${isFree} and j.holds = '[]'
         order by j.due_at, j.id limit $3 for update skip locked) returning ${columns}`,
      [tx.now, until, room],
    )
    return open.length < room ? [...open, ...(await claimLimited(tx, until, room - open.length))] : open
  })
  return jobs.sort((a, b) => a.due_at.getTime() - b.due_at.getTime() || Number(a.id) - Number(b.id))
}

async function claimLimited(tx: Tx, until: Date, room: number): Promise<Job[]> {
  const [waiting] = await tx.query(`select 1 from inngest_engine.job j where ${isFree} and j.holds <> '[]' limit 1`, [
    tx.now,
  ])
  if (!waiting) return []
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
  const candidates = await tx.query<{ id: string; holds: Hold[] }>(
    `select j.id, j.holds from inngest_engine.job j where ${isFree} and j.holds <> '[]'
       and not exists (select 1 from jsonb_to_recordset(j.holds) as h(key text) where h.key = any($2))
     order by j.due_at, j.id limit 200 for update skip locked`,
    [tx.now, full],
  )
  const taken: string[] = []
  for (const { id, holds } of candidates) {
    if (taken.length >= room) break
    if (holds.some(({ key, limit }) => (used.get(key) ?? 0) >= limit)) continue
    for (const { key } of holds) used.set(key, (used.get(key) ?? 0) + 1)
    taken.push(id)
  }
  return tx.query<Job>(`${take} where id = any($3) and due_at <= $1 returning ${columns}`, [tx.now, until, taken])
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
  )
  return row?.due_at ?? undefined
}
