import type { Doc } from './values.ts'

const NAMES: Record<number, string> = {
  2: 'BadValue',
  9: 'FailedToParse',
  11: 'UserNotFound',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  26: 'NamespaceNotFound',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  50: 'MaxTimeMSExpired',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  91: 'ShutdownInProgress',
  11000: 'DuplicateKey',
  11600: 'InterruptedAtShutdown',
}

/** An error as MongoDB answers it: the driver acts on `code`. */
export class PeerError extends Error {
  readonly code: number

  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }

  toReply(): Doc {
    return { ok: 0, errmsg: this.message, code: this.code, codeName: NAMES[this.code] ?? `Location${this.code}` }
  }
}
