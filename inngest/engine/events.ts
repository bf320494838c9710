import { monotonicFactory } from 'ulid'
import type { Tx } from './database.ts'
import type { JsonObject } from './json.ts'
import { wake } from './queue.ts'

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
     )
     insert into inngest_engine.job (task, payload, due_at)
     select 'event', jsonb_build_object('id', given.id), given.due_at from given join stored using (id) order by given.position`,
    [JSON.stringify(rows), tx.now],
  )
  await wake(tx)
  return rows.map(({ id }) => id)
}
