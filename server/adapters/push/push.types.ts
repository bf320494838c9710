/** A browser that can be reached: its address at its push service, and the keys that only it can read with. */
export type PushTarget = { endpoint: string; p256dh: string; auth: string }

export type PushMessage = {
  /** Text for the browser's service worker; without anything about a client. */
  payload: string
  /** A message of the same topic takes the place of one that still waits: 32 letters at most. */
  topic: string
  /** For how long it is worth anything. */
  ttlSeconds: number
}

/** `gone`: that browser will never be there again. `refused`: the service does not take this one. Anything else throws. */
export type PushOutcome = { outcome: 'taken' } | { outcome: 'gone' } | { outcome: 'refused'; reason: string }

export type Push = { send: (target: PushTarget, message: PushMessage) => Promise<PushOutcome> }
