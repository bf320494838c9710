import * as Sentry from '@sentry/node'
import type { Alarm, AlarmChannel } from '#server/domain/jobs/alarms.types.ts'
import { alarmTitle, isDrillAlarm } from '#server/domain/jobs/alarms.words.ts'
import type { Schedule } from '#server/domain/jobs/schedules.ts'
import { env } from '#server/env.ts'
import { isDrill, withoutPeople } from './sentry.words.ts'

type Options = { dsn: string | undefined; role: string; environment: string }

/**
 * Errors, and logs from `warn` up, go to Sentry from now on. Does nothing without a DSN. Tracing, breadcrumbs and
 * request data stay off: they would carry people along.
 */
export function startSentry({ dsn, role, environment }: Options) {
  if (!dsn || Sentry.isInitialized()) return
  Sentry.init({
    dsn,
    environment,
    initialScope: { tags: { role } },
    sendDefaultPii: false,
    includeServerName: false,
    maxBreadcrumbs: 0,
    skipOpenTelemetrySetup: true,
    registerEsmLoaderHooks: false,
    defaultIntegrations: false,
    integrations: [
      // No deduplication: an alarm that Sentry refused is the same event once more, and has to leave again.
      Sentry.linkedErrorsIntegration(),
      Sentry.onUncaughtExceptionIntegration(),
      // A rejection that nobody handles ends the worker, as it would without Sentry; Next deals with its own.
      Sentry.onUnhandledRejectionIntegration({ mode: role === 'worker' ? 'strict' : 'warn' }),
      Sentry.pinoIntegration({ error: { levels: ['warn', 'error', 'fatal'] }, log: { levels: [] } }),
    ],
    beforeSend: (event) => (isDrill(event) ? null : withoutPeople(event)),
  })
}

/** The same, as this installation is set up. */
export const initSentry = (role: 'web' | 'worker') =>
  startSentry({ dsn: env.SENTRY_DSN, role, environment: env.NODE_ENV })

/** Gives what was captured a moment to leave; call it before the process ends. */
export const flushSentry = (ms = 2_000) => Sentry.flush(ms)

export const captureError = (error: unknown, tags: Record<string, string> = {}) =>
  void Sentry.captureException(error, { tags })

/** Tells Sentry's own watch that a scheduled run has ended, so that it misses the next one when nobody here can. */
export function checkInRun({ id, cron, graceSeconds, stuckSeconds }: Schedule, ok: boolean) {
  const [zone = '', ...pattern] = cron.split(' ')
  Sentry.captureCheckIn(
    { monitorSlug: id, status: ok ? 'ok' : 'error' },
    {
      schedule: { type: 'crontab', value: pattern.join(' ') },
      timezone: zone.replace('TZ=', ''),
      checkinMargin: Math.ceil(graceSeconds / 60),
      maxRuntime: Math.ceil(stuckSeconds / 60),
    },
  )
}

const isAccepted = (status: number | undefined) => status !== undefined && status < 300

/** Sends and waits for Sentry's answer: `flush` alone resolves also when the event was refused. */
function captureAlarm(alarm: Alarm, timeoutMs: number) {
  const client = Sentry.getClient()
  if (!client) return Promise.reject(new Error('Sentry is not set up'))
  return new Promise<string>((resolve, reject) => {
    const eventId = crypto.randomUUID().replaceAll('-', '')
    const end = (error?: Error) => {
      stopListening()
      clearTimeout(timer)
      if (error) reject(error)
      else resolve(`taken as event ${eventId}`)
    }
    const timer = setTimeout(() => end(new Error('Sentry did not answer in time')), timeoutMs)
    const stopListening = client.on('afterSendEvent', (event, { statusCode }) => {
      if (event.event_id !== eventId) return
      end(
        isAccepted(statusCode)
          ? undefined
          : new Error(statusCode ? `Sentry answered ${statusCode}` : 'Sentry could not be reached'),
      )
    })
    Sentry.captureEvent({
      event_id: eventId,
      message: alarmTitle(alarm),
      level: alarm.moment === 'opened' && !isDrillAlarm(alarm) ? 'error' : 'info',
      // All drills are one issue, or there would be a new one each day.
      fingerprint: ['palmetto-incident', isDrillAlarm(alarm) ? 'fire-drill' : alarm.causeKey],
      tags: { incident: alarm.causeKey, moment: alarm.moment },
      extra: { detail: alarm.detail, url: alarm.url, count: alarm.count },
    })
  })
}

/** Alarms as Sentry events, one issue a cause. Sentry has to be started. */
export const connectSentryAlarms = ({ timeoutMs = 8_000 } = {}): AlarmChannel => ({
  send: (alarm) => captureAlarm(alarm, timeoutMs),
})
