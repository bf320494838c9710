import { createServer, type RequestListener, type Server } from 'node:http'
import type { Inngest, InngestFunction } from 'inngest'
import { serve } from 'inngest/node'
import { parseDuration } from './duration.ts'
import { assemble, type Parts } from './engine.ts'
import type { EngineLog } from './engine.types.ts'
import type { Json, JsonObject, RunError } from './json.ts'
import { nextDue } from './queue.ts'

/** What an Inngest client and its functions are made with to belong to a test's executor. */
export type TestConnection = { baseUrl: string; eventKey: string; signingKey: string; now: () => Date }

type Options = {
  databaseUrl: string
  /** Makes the client and the functions under test; pass `baseUrl`, `eventKey` and `signingKey` to the client. */
  app: (connection: TestConnection) => { client: Inngest.Like; functions: readonly InngestFunction.Like[] }
  /** When the test begins; preset: now. */
  startAt?: Date
  log?: EngineLog
}

export type TestRun = {
  id: string
  status: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'
  event: { name: string; data: JsonObject; ts: number }
  output: Json
  error: RunError | null
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  /** In the order in which they ended; those that still wait come last. */
  steps: { name: string; op: string; isDone: boolean }[]
}

export type TestEngine = {
  /** The test's clock. It stands still but for `advance`. */
  now: () => Date
  /** Sends an event through the Event API, as any client would; `drain` lets it act. */
  send: (event: { name: string; data?: object; id?: string; ts?: number }) => Promise<string>
  /** Runs everything that is due, and what follows from it; returns when nothing is left to do at this time. */
  drain: () => Promise<void>
  /** Moves the clock by '15m', stopping at every moment at which something becomes due. Drains before and after. */
  advance: (duration: string) => Promise<void>
  /** Moves the clock by '15m' while nobody works, as when every executor is down. */
  sleep: (duration: string) => void
  /** The runs of one function (`id` with or without the app's), oldest first. */
  runs: (id: string) => Promise<TestRun[]>
  /** Asks the app for its functions again. */
  sync: () => Promise<void>
  url: string
  appUrl: string
  parts: Parts
  stop: () => Promise<void>
}

export const TEST_EVENT_KEY = 'test-event-key'
export const TEST_SIGNING_KEY = 'signkey-test-0123456789abcdef'

/**
 * The real executor on a clock that the test moves, and a real HTTP server with the functions under test, signed both
 * ways. Nothing happens by itself: `drain` and `advance` do the work, and throw when the executor itself failed.
 *
 *     const engine = await startTestEngine({ databaseUrl, app: ({ now, ...keys }) => makeApp(keys, now) })
 *     await engine.send({ name: 'jobs/run.requested', data: { functionId: 'send-alerts' } })
 *     await engine.advance('15m')
 *     expect(await engine.runs('send-alerts')).toMatchObject([{ status: 'completed' }, { status: 'completed' }])
 *
 * Give it a database of its own (`ownDatabase()`): it runs whatever is due there.
 */
export async function startTestEngine(options: Options): Promise<TestEngine> {
  let time = options.startAt ?? new Date()
  const now = () => new Date(time)
  const keys = { eventKey: TEST_EVENT_KEY, signingKey: TEST_SIGNING_KEY }
  const { databaseUrl, log } = options
  const parts = await assemble(
    { databaseUrl, log, ...keys, port: 0, apps: [], clock: { now } },
    {
      // The SDK stamps events with the wall clock.
      timeOf: (ts) => (Math.abs(ts - Date.now()) < 60_000 ? time.getTime() : ts),
      isOrderly: true,
    },
  )
  const { core, engine } = parts
  const app = await serveApp(serve(options.app({ baseUrl: engine.url, now, ...keys })))
  const drain = () => settle(parts)
  const sync = () => engine.sync(app.url)
  try {
    await sync()
  } catch (error) {
    await app.stop()
    await engine.stop()
    throw error
  }
  return {
    now,
    drain,
    sync,
    parts,
    url: engine.url,
    appUrl: app.url,
    send: (event) => send(engine.url, event),
    runs: (id) => listRuns(parts, id),
    sleep: (duration) => {
      time = new Date(time.getTime() + parseDuration(duration))
    },
    async advance(duration) {
      const target = new Date(time.getTime() + parseDuration(duration))
      await drain()
      for (let due = await nextDue(core.database); due && due <= target; due = await nextDue(core.database)) {
        if (due > time) time = due
        await drain()
      }
      time = target
      await drain()
    },
    async stop() {
      await engine.stop()
      await app.stop()
    },
  }
}

/** Runs what is due until nothing is; throws what went wrong inside the executor. */
async function settle({ worker }: Parts) {
  for (;;) {
    // Asked for before the claim: a job that ends while it goes on may have added what it did not see.
    const wasIdle = worker.running.size === 0
    const claimed = await worker.claimDue()
    if (wasIdle && claimed === 0) break
    if (worker.running.size > 0) await Promise.race([...worker.running.values()].map(({ done }) => done))
  }
  const [fault] = worker.takeFaults()
  if (fault) throw fault
}

async function send(url: string, event: object): Promise<string> {
  const response = await fetch(`${url}/e/${TEST_EVENT_KEY}`, { method: 'POST', body: JSON.stringify(event) })
  const answer: { ids?: string[]; error?: string } = await response.json()
  const [id] = answer.ids ?? []
  if (!id) throw new Error(`The event was refused: ${answer.error}`)
  return id
}

/** A server with nothing but `handler` at `/api/inngest`; what others still send to a port they had before is not for it. */
export async function serveApp(handler: RequestListener, port = 0) {
  const server: Server = createServer((request, response) => {
    if (request.url?.startsWith('/api/inngest')) handler(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address !== 'object') throw new Error('The app has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/api/inngest`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const listRuns = ({ core }: Parts, id: string) =>
  core.database.query<TestRun>(
    `select r.id, r.status, r.events -> 0 as event, r.output, r.error, r.created_at as "createdAt",
       r.started_at as "startedAt", r.ended_at as "endedAt",
       coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'op', s.op, 'isDone', s.done_at is not null)
         order by s.done_order nulls last, s.planned_at) from inngest_engine.step s where s.run_id = r.id), '[]') as steps
     from inngest_engine.run r
     where r.function_id = $1 or r.function_id in
       (select f.app_id || '-' || $1 from inngest_engine.function f)
     order by r.created_at, r.id`,
    [id],
  )
