/** Where all times come from; SQL gets them as parameters, so a test can move the clock. */
export type Clock = { now: () => Date }

export const systemClock: Clock = { now: () => new Date() }

type Write = (fields: object, message: string) => void
/** The part of a pino logger that the executor uses. */
export type EngineLog = { debug: Write; info: Write; warn: Write; error: Write }

const nothing: Write = () => {}
export const silentLog: EngineLog = { debug: nothing, info: nothing, warn: nothing, error: nothing }

export type EngineOptions = {
  databaseUrl: string
  /** 0 takes any free port. */
  port: number
  host?: string
  eventKey: string
  signingKey: string
  /** The addresses of the `serve` handlers whose functions this executor runs. */
  apps: readonly string[]
  clock?: Clock
  /** Steps that run at once in this process. */
  concurrency?: number
  /** How long a claimed job stays claimed without a heartbeat: the time to recover from a killed process. */
  leaseSeconds?: number
  /** How long finished runs and events are kept. */
  keepDays?: number
  /** How often the apps are asked for their functions, once they have answered. */
  resyncSeconds?: number
  /** The longest that one step may take. */
  callTimeoutSeconds?: number
  log?: EngineLog
}

export type Engine = {
  url: string
  port: number
  /** Asks one app for its functions and takes them over; rejects with the reason when they cannot be run. */
  sync: (url: string) => Promise<void>
  /** Resolves when every app is registered; rejects when one holds something that this executor does not know. */
  ready: () => Promise<void>
  /** Claims nothing more, lets running steps end (up to `graceSeconds`, 10 by default) and closes everything. */
  stop: (graceSeconds?: number) => Promise<void>
}
