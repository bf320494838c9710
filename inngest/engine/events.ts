import { monotonicFactory } from 'ulid'
import type { Tx } from './database.ts'
import type { FunctionConfig } from './function.config.ts'
import type { JsonObject } from './json.ts'
import { type Job, LeaseLost, WAKE } from './queue.ts'

/** Ids that sort by time, also within one millisecond. */
export const newId = monotonicFactory()

/** An event as functions see it. */
export type EventBody = JsonObject & { id: string; name: string; ts: number; data: JsonObject }
export type NewEvent = { id?: string; name: string; ts?: number; data: JsonObject; [key: string]: unknown }

/**
 * Stores events and the jobs that will hand them to functions (in the future, when their `ts` is). `storageIds` repeat
 * when a sender repeats a request: what is stored already is left alone. Returns the storage ids.
 */
export async function storeEvents(tx: Tx, events: NewEvent[], storageIds?: string[]): Promise<string[]> {
  const rows = events.map((event, index) => {
    const storageId = storageIds?.[index] ?? newId(tx.now.getTime())
    const ts = event.ts ?? tx.now.getTime()
    const body = { ...event, id: event.id || storageId, ts }
    return { id: storageId, name: event.name, body, due_at: new Date(Math.max(ts, tx.now.getTime())) }
  })
  await tx.query(
    `with given as (
       select * from rows from (jsonb_to_recordset($1) as (id text, name text, body jsonb, due_at timestamptz))
         with ordinality as g(id, name, body, due_at, position)
     ), stored as (
       insert into inngest_engine.event (id, name, body, received_at) select id, name, body, $2 from given
       on conflict (id) do nothing returning id
     ), added as (
       insert into inngest_engine.job (task, payload, due_at)
       select 'event', jsonb_build_object('id', given.id), given.due_at from given join stored using (id)
       order by given.position returning 1
     )
     select ${WAKE} from added limit 1`,
    [JSON.stringify(rows), tx.now],
  )
  return rows.map(({ id }) => id)
}

type Listener = { function_id: string; expression: string | null; url: string; config: FunctionConfig }
/** A run that waits for events of a name; without a step, to be cancelled by one. */
type Wait = { run_id: string; step_id: string | null; expression: string | null; origin: EventBody }
export type HandOut = { event: EventBody; waits: Wait[]; listeners: Listener[] }

const isMeant = (name: string) =>
  `(t.event = ${name} or (t.event like '%*' and starts_with(${name}, left(t.event, -1))))`

/**
 * Ends the job that hands an event out, and reads whom it concerns: the runs that wait for it, and the functions that it
 * may start. In one statement, since it is done for each event. Undefined when the event is gone. Throws LeaseLost.
 */
export async function completeHandOut(tx: Tx, job: Job, eventId: string): Promise<HandOut | undefined> {
  const [row] = await tx.query<{ held: boolean; body: EventBody | null; waits: Wait[]; listeners: Listener[] }>(
    `with done as (delete from inngest_engine.job where id = $1 and fence = $2 returning id)
     select exists (select from done) as held, e.body,
            coalesce((select jsonb_agg(jsonb_build_object('run_id', w.run_id, 'step_id', w.step_id,
                                         'expression', w.expression, 'origin', r.events -> 0) order by w.run_id, w.id)
                        from inngest_engine.wait w join inngest_engine.run r on r.id = w.run_id
                       where w.event = e.name and (w.expires_at is null or w.expires_at > $4)), '[]') as waits,
            coalesce((select jsonb_agg(jsonb_build_object('function_id', t.function_id, 'expression', t.expression,
                                         'url', f.url, 'config', f.config) order by t.function_id)
                        from inngest_engine.trigger t join inngest_engine.function f on f.id = t.function_id
                       where f.removed_at is null and ${isMeant('e.name')}), '[]') as listeners
     from (select $3::text as id) given left join inngest_engine.event e on e.id = given.id`,
    [job.id, job.fence, eventId, tx.now],
  )
  if (!row?.held) throw new LeaseLost(`Job ${job.id} belongs to another executor.`)
  const { body: event, waits, listeners } = row
  return event ? { event, waits, listeners } : undefined
}

/** Of these names those that somebody listens to, be it a function or a run that waits. */
export async function heardOf(tx: Tx, names: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `select name from unnest($1::text[]) with ordinality as given(name, position)
     where exists (select from inngest_engine.trigger t where ${isMeant('name')})
        or exists (select from inngest_engine.wait w where w.event = name) order by position`,
    [names],
  )
  return rows.map(({ name }) => name)
}
