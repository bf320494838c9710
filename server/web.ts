import { initSentry } from '#server/adapters/sentry/sentry.ts'
import { openAlarmChannels } from '#server/alarms.ts'
import { db } from '#server/db.ts'
import { env, isBuild } from '#server/env.ts'
import { log } from '#server/log.ts'
import { startWatchdog } from './watchdog.ts'

const globalForWeb = globalThis as { palmettoWatchdog?: { stop: () => Promise<void> } }

/** What a web process does beside answering: reports its errors, and watches over the worker. */
export function startWeb() {
  if (isBuild || env.PALMETTO_ROLE === 'worker') return
  initSentry('web')
  globalForWeb.palmettoWatchdog ??= startWatchdog({
    db,
    databaseUrl: env.DATABASE_URL,
    channels: openAlarmChannels(),
    log,
  })
}
