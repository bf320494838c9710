import { env } from '#server/env.ts'

export const dynamic = 'force-dynamic'

/** Where the browser reports errors to; asked for only when there is one. A DSN is no secret. */
export const GET = () =>
  Response.json(
    { dsn: env.SENTRY_DSN ?? null, environment: env.NODE_ENV },
    { headers: { 'cache-control': 'no-store' } },
  )
