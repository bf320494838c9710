import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Core } from './core.ts'
import { nextTick } from './cron.ts'
import type { Tx } from './database.ts'
import { type FunctionConfig, RegistrationRefused, readFunctionConfig } from './function.config.ts'
import { callHttp } from './http.client.ts'
import { parseJson } from './json.ts'
import { enqueue } from './queue.ts'
import { sign } from './signature.ts'

const answerSchema = z.looseObject({ app_id: z.string().min(1), functions: z.array(z.unknown()) })

/** Asks the app at `url` for its functions and takes them over. */
export async function syncApp({ database, signingKey, log }: Core, url: string, signal?: AbortSignal): Promise<void> {
  const body = JSON.stringify({ url })
  const reply = await callHttp(new URL(url), {
    method: 'PUT',
    body,
    headers: {
      'x-inngest-sync-kind': 'in_band',
      'x-inngest-server-kind': 'cloud',
      'x-inngest-signature': sign(body, signingKey),
    },
    timeoutMs: 30_000,
    signal,
  })
  if (reply.status !== 200) throw new Error(`The app at ${url} answered ${reply.status}: ${reply.text.slice(0, 500)}`)
  const answer = answerSchema.safeParse(parseJson(reply.text))
  if (!answer.success) throw new RegistrationRefused(`The app at ${url} is not in cloud mode or not an Inngest app.`)
  const { app_id: appId, functions } = answer.data
  const configs = functions.map(readFunctionConfig)
  const isNew = await database.transaction((tx) => saveFunctions(tx, appId, url, configs))
  if (isNew) log.info({ appId, url, functions: configs.map(({ id }) => id) }, 'functions registered')
}

/** Replaces the app's functions by `configs`; those that are missing there stop. False when nothing has changed. */
async function saveFunctions(tx: Tx, appId: string, url: string, configs: FunctionConfig[]): Promise<boolean> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('inngest_engine.app:' || $1, 0))`, [appId])
  const hash = createHash('sha256').update(JSON.stringify(configs)).digest('hex')
  const [known] = await tx.query<{ functions_hash: string }>(
    'select functions_hash from inngest_engine.app where id = $1',
    [appId],
  )
  await tx.query(
    `insert into inngest_engine.app (id, url, functions_hash, synced_at) values ($1, $2, $3, $4)
     on conflict (id) do update set url = $2, functions_hash = $3, synced_at = $4`,
    [appId, url, hash, tx.now],
  )
  if (known?.functions_hash === hash) return false
  await tx.query(
    `delete from inngest_engine.trigger where function_id in (select id from inngest_engine.function where app_id = $1)`,
    [appId],
  )
  await tx.query(
    `update inngest_engine.function set removed_at = $2 where app_id = $1 and removed_at is null and id <> all($3)`,
    [appId, tx.now, configs.map(({ id }) => id)],
  )
  for (const config of configs) await saveFunction(tx, appId, config)
  return true
}

async function saveFunction(tx: Tx, appId: string, config: FunctionConfig) {
  await tx.query(
    `insert into inngest_engine.function (id, app_id, url, config) values ($1, $2, $3, $4)
     on conflict (id) do update set app_id = $2, url = $3, config = $4, removed_at = null`,
    [config.id, appId, config.steps.step.runtime.url, JSON.stringify(config)],
  )
  for (const trigger of config.triggers) {
    if ('event' in trigger) {
      await tx.query(`insert into inngest_engine.trigger (function_id, event, expression) values ($1, $2, $3)`, [
        config.id,
        trigger.event,
        trigger.expression ?? null,
      ])
      continue
    }
    await tx.query(`insert into inngest_engine.trigger (function_id, cron) values ($1, $2)`, [config.id, trigger.cron])
    const tick = nextTick(trigger.cron, tx.now)
    // Kept when it is there already: it knows which tick comes next, also one that was missed while nobody ran.
    if (tick) await enqueueTick(tx, { functionId: config.id, cron: trigger.cron, tick: tick.toISOString() })
  }
}

export const tickSchema = z.object({ functionId: z.string(), cron: z.string(), tick: z.string() })
export type Tick = z.infer<typeof tickSchema>

/** Waits for one tick of a function's cron; each cron has one such job at any time. */
export const enqueueTick = (tx: Tx, tick: Tick) =>
  enqueue(tx, { task: 'cron', payload: tick, key: `cron:${tick.functionId}:${tick.cron}`, dueAt: new Date(tick.tick) })

export type StoredFunction = { id: string; url: string; config: FunctionConfig; removed_at: Date | null }

export async function findFunction(tx: Tx, id: string): Promise<StoredFunction | undefined> {
  const [found] = await tx.query<StoredFunction>(
    'select id, url, config, removed_at from inngest_engine.function where id = $1',
    [id],
  )
  return found
}
