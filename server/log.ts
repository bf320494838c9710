import pino from 'pino'
import { env } from '#server/env.ts'
import { withoutPersonalData } from '#server/privacy.words.ts'

/** A driver's message may quote the row it choked on. */
const toLoggedError = (error: unknown) =>
  error instanceof Error
    ? { type: error.name, message: withoutPersonalData(error.message), stack: withoutPersonalData(error.stack ?? '') }
    : error

/**
 * Structured logs. Ids only: a name, an address or a mail's text never goes in here.
 * Bind `{ requestId }` or `{ jobRunId }` with `.child()`, so that one line leads to all the others.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { role: env.PALMETTO_ROLE },
  serializers: { err: toLoggedError },
  redact: { paths: ['email', '*.email', 'recipient', '*.recipient', 'password', '*.password'], censor: '[removed]' },
})
export type Log = typeof log
