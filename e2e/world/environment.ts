import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pushKeysOf } from './push/push-keys.ts'
import type { WorldSettings } from './settings.ts'
import { ALARMS_CHANNEL, LEADS_CHANNEL, SLACK_TOKEN } from './slack/slack.names.ts'

type Secrets = { session: string; eventKey: string; signingKey: string }

/** Secrets are made once a data folder, so that a restart keeps everybody signed in. */
async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8'))
  const secrets = {
    session: randomBytes(32).toString('hex'),
    eventKey: randomBytes(16).toString('hex'),
    signingKey: `signkey-demo-${randomBytes(32).toString('hex')}`,
  }
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

type Addresses = { databaseUrl: string; legacyMongoUrl: string }

/** What the app is started with: the same variables as in production, pointing at the local world. */
export async function buildEnvironment(
  { dataDir, ports, distDir }: WorldSettings,
  { databaseUrl, legacyMongoUrl }: Addresses,
) {
  const { session, eventKey, signingKey } = await readSecrets(dataDir)
  const push = pushKeysOf(session)
  return {
    DATABASE_URL: databaseUrl,
    APP_URL: `http://localhost:${ports.web}`,
    NEXTAUTH_URL: `http://localhost:${ports.web}`,
    NEXTAUTH_SECRET: session,
    LEGACY_MONGO_URL: legacyMongoUrl,
    LEGACY_LAG_SECONDS: '2',
    OLD_SITE_URL: `http://localhost:${ports.oldSite}`,
    // Of the session's secret, so that a world made before this had a door has one too.
    OLD_SITE_SECRET: createHash('sha256').update(`old-site:${session}`).digest('hex'),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    ALARM_SMTP_URL: `smtp://127.0.0.1:${ports.alarmSmtp}`,
    ALARM_MAIL_TO: 'operations@palmetto.example',
    SLACK_WEBHOOK_URL: `http://127.0.0.1:${ports.alarms}/services/T000/B000/alarms`,
    SLACK_BOT_TOKEN: SLACK_TOKEN,
    SLACK_SIGNING_SECRET: createHash('sha256').update(`slack:${session}`).digest('hex'),
    SLACK_API_URL: `http://127.0.0.1:${ports.slack}/api/`,
    SLACK_LEADS_CHANNEL: LEADS_CHANNEL,
    SLACK_ALARMS_CHANNEL: ALARMS_CHANNEL,
    SLACK_SPOOL_DIR: join(dataDir, 'slack-spool'),
    SENTRY_DSN: `http://public@127.0.0.1:${ports.alarms}/1`,
    INNGEST_BASE_URL: `http://127.0.0.1:${ports.executor}`,
    INNGEST_EVENT_KEY: eventKey,
    INNGEST_SIGNING_KEY: signingKey,
    INNGEST_EXECUTOR: 'embedded',
    WORKER_PORT: String(ports.worker),
    WORKER_URL: `http://127.0.0.1:${ports.worker}`,
    PHOTO_ORIGIN: `http://localhost:${ports.photos}`,
    NEXT_DIST_DIR: distDir,
    VAPID_PUBLIC_KEY: push.publicKey,
    VAPID_PRIVATE_KEY: push.privateKey,
    VAPID_SUBJECT: 'mailto:operations@palmetto.example',
    LOG_LEVEL: 'warn',
  }
}
export type WorldEnvironment = Awaited<ReturnType<typeof buildEnvironment>>
