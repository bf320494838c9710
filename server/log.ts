import pino from 'pino'
import { env } from '#server/env.ts'

/**
 * Structured logs. Ids only: a name, an address or a mail's text never goes in here.
 * Bind `{ requestId }` or `{ jobRunId }` with `.child()`, so that one line leads to all the others.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  base: { role: env.PALMETTO_ROLE },
  redact: { paths: ['email', '*.email', 'recipient', '*.recipient', 'password', '*.password'], censor: '[removed]' },
})
export type Log = typeof log
