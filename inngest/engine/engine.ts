import type { Server } from 'node:http'
import { pause } from './bell.ts'
import type { Core } from './core.ts'
import { isDisconnect, openDatabase } from './database.ts'
import { type Engine, type EngineOptions, silentLog, systemClock } from './engine.types.ts'
import { createHttpServer } from './http.server.ts'
import { keepBeating, listenForWakes, runLoop } from './loop.ts'
import { enqueuePurge } from './purge.ts'
import { keepRegistered, type Registration } from './registration.ts'
import { prepareSchema } from './schema.ts'
import { createWorker, type Worker } from './worker.ts'

export type Parts = { core: Core; worker: Worker; engine: Engine; registration: Registration }

/**
 * Starts the executor: its schema, the Event API and, in the background, the registration of the apps and the work.
 * Any number of executors may share one database.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { engine, core, worker, registration } = await assemble(options)
  const stopped = new AbortController()
  const listening = listenForWakes(core, worker.bell.ring, stopped.signal)
  const isStopped = new Promise<void>((resolve) => stopped.signal.addEventListener('abort', () => resolve()))
  // A call at an address from before a restart would fail, and use up one of the run's attempts.
  const loop = Promise.race([registration.answered, isStopped]).then(() => runLoop(core, worker, stopped.signal))
  const stopBeating = keepBeating(core, worker)
  return {
    ...engine,
    async stop(graceSeconds) {
      stopped.abort()
      worker.bell.ring()
      await loop
      await listening
      await engine.stop(graceSeconds)
      stopBeating()
    },
  }
}

/** The executor without anything that makes it move: `startEngine` adds the loop, the test harness moves it by hand. */
export async function assemble(options: EngineOptions, over: Partial<Core> = {}): Promise<Parts> {
  const { databaseUrl, signingKey, eventKey, clock = systemClock, log = silentLog, concurrency = 10 } = options
  const core: Core = {
    database: openDatabase({ databaseUrl, clock, connections: concurrency + 4 }),
    clock,
    log,
    signingKey,
    leaseMs: (options.leaseSeconds ?? 15) * 1e3,
    keepMs: Math.max(1, options.keepDays ?? 7) * 864e5,
    callTimeoutMs: (options.callTimeoutSeconds ?? 7_200) * 1e3,
    random: Math.random,
    timeOf: (ts) => ts,
    isOrderly: false,
    ...over,
  }
  await prepare(core)
  const worker = createWorker(core, concurrency)
  const registration = keepRegistered(core, { apps: options.apps, resyncMs: (options.resyncSeconds ?? 60) * 1e3 })
  const server = createHttpServer({ ...core, eventKey, problems: registration.problems })
  const host = options.host ?? '127.0.0.1'
  const port = await listen(server, options.port, host)
  const engine: Engine = {
    url: `http://${host}:${port}`,
    port,
    sync: registration.sync,
    ready: () => registration.ready,
    async stop(graceSeconds = 10) {
      await registration.stop()
      await worker.stop(graceSeconds * 1e3)
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await core.database.close()
    },
  }
  return { core, worker, engine, registration }
}

/** Waits for Postgres as long as it takes: the executor may be started before it. */
async function prepare({ database, log }: Core) {
  for (;;) {
    try {
      return await database.transaction(async (tx) => {
        await prepareSchema(tx)
        await enqueuePurge(tx)
      })
    } catch (error) {
      if (!isDisconnect(error)) {
        await database.close()
        throw error
      }
      log.warn({ err: error }, 'Postgres does not answer yet')
      await pause(1_000)
    }
  }
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('The Event API has no port.'))
    })
  })
