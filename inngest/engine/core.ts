import type { Database } from './database.ts'
import type { Clock, EngineLog } from './engine.types.ts'

/** What every part of the executor works with. */
export type Core = {
  database: Database
  clock: Clock
  log: EngineLog
  signingKey: string
  leaseMs: number
  keepMs: number
  callTimeoutMs: number
  /** In [0, 1): the jitter between attempts. */
  random: () => number
  /** When an event that says `ts` happened: a test's clock is not the one that senders stamp their events with. */
  timeOf: (ts: number) => number
  /** Hands out events and ticks one after the other, so that a test always sees the same order. */
  isOrderly: boolean
}
