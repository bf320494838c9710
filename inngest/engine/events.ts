import { monotonicFactory } from 'ulid'
import type { Tx } from './database.ts'
import type { FunctionConfig } from './function.config.ts'
import type { JsonObject } from './json.ts'
import { WAKE } from './queue.ts'

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

type Listener = {
  function_id: string
  expression: string | null
  url: string
  config: FunctionConfig
  removed_at: Date | null
}
const isMeant = (name: string) =>
  `(t.event = ${name} or (t.event like '%*' and starts_with(${name}, left(t.event, -1))))`

/** The functions that an event of this name may start. */
export const listenersOf = (tx: Tx, name: string) =>
  tx.query<Listener>(
    `select t.function_id, t.expression, f.url, f.config, f.removed_at
     from inngest_engine.trigger t join inngest_engine.function f on f.id = t.function_id
     where ${isMeant('$1')} order by t.function_id`,
    [name],
  )

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
