import { z } from 'zod'

const port = (preset: number) => z.coerce.number().int().min(1).max(65_535).default(preset)
const optionalUrl = z.url().optional()

const values = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** What this process does. One build plays each part; serverless plays both. */
  PALMETTO_ROLE: z.enum(['web', 'worker', 'both']).default('web'),
  DATABASE_URL: z.string().min(1),
  /** Connections this process may hold. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(12),
  /** Where browsers and mails reach the app; no slash at the end. */
  APP_URL: z.url().default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(32),

  /** The legacy system's MongoDB. */
  LEGACY_MONGO_URL: z.string().min(1),
  LEGACY_MONGO_DATABASE: z.string().min(1).default('palmetto_legacy'),
  /** How far behind the source's clock the sync stays, so that a late write is not overtaken. */
  LEGACY_LAG_SECONDS: z.coerce.number().int().min(0).default(5),
  /** How often each collection is walked through from end to end, and how fast, so that the old system does not feel it. */
  LEGACY_SWEEP_MINUTES: z.coerce.number().int().min(1).default(60),
  LEGACY_SWEEP_PER_SECOND: z.coerce.number().int().min(1).default(5_000),
  /** How often what came over is compared with its rows, field by field. */
  LEGACY_PARITY_MINUTES: z.coerce.number().int().min(1).default(30),
  /** How long nothing may have been unequal before Palmetto becomes the master of a feature. */
  CUTOVER_QUIET_HOURS: z.coerce.number().int().min(0).default(24),

  /** The old system's own pages, and the secret that their door and ours share: one sign-in opens both. */
  OLD_SITE_URL: optionalUrl,
  OLD_SITE_SECRET: z.string().min(32).optional(),

  /** Mail leaves by Mailgun where it has a key, and by this server otherwise. */
  SMTP_URL: z.string().min(1).optional(),
  MAILGUN_API_KEY: z.string().min(8).optional(),
  MAILGUN_DOMAIN: z.string().min(3).optional(),
  /** https://api.eu.mailgun.net for a domain in the EU. */
  MAILGUN_BASE_URL: z.url().default('https://api.mailgun.net'),
  /** Signs what Mailgun tells us; without it webhooks are refused. */
  MAILGUN_SIGNING_KEY: z.string().min(8).optional(),
  /** A second way out for alarms: another server than the one that may have failed. */
  ALARM_SMTP_URL: z.string().min(1).optional(),
  ALARM_MAIL_TO: z.email().optional(),
  /** The brokerage, as it stands in the head and the foot of each mail. */
  FIRM_NAME: z.string().min(1).default('Palmetto Coast Realty'),
  MAIL_FROM: z.string().min(3).default('Palmetto Coast Realty <alerts@palmetto.example>'),
  SLACK_WEBHOOK_URL: optionalUrl,
  /** The bot that offers leads and takes commands: its token, and the secret that signs what Slack sends us. */
  SLACK_BOT_TOKEN: z.string().min(8).optional(),
  SLACK_SIGNING_SECRET: z.string().min(8).optional(),
  SLACK_API_URL: z.url().default('https://slack.com/api/'),
  /** Where a web process puts what was pressed in Slack while the database is slow; without it that is refused. */
  SLACK_SPOOL_DIR: z.string().min(1).optional(),
  /** Ids, or names without "#". Leads that several may claim; and alarms, which then no longer need the webhook. */
  SLACK_LEADS_CHANNEL: z.string().min(1).optional(),
  SLACK_ALARMS_CHANNEL: z.string().min(1).optional(),
  /** Notifications in browsers: a pair of keys (`npx web-push generate-vapid-keys`), and whom push services may call. */
  VAPID_PUBLIC_KEY: z.string().length(87).optional(),
  VAPID_PRIVATE_KEY: z.string().length(43).optional(),
  VAPID_SUBJECT: z.string().min(3).optional(),
  /** Tests and the demo only: what plays a push service. In production browsers' own services are all that is called. */
  PUSH_SINK_URL: optionalUrl,
  SENTRY_DSN: optionalUrl,

  /** The executor's address: Inngest Cloud, self-hosted, or the embedded one. */
  INNGEST_BASE_URL: z.url().default('http://127.0.0.1:8288'),
  INNGEST_EVENT_KEY: z.string().min(8),
  INNGEST_SIGNING_KEY: z.string().regex(/^(signkey-\w+-)?([0-9a-f]{2})+$/, 'must be hex of even length'),
  /** Only to link runs to a dashboard; the embedded executor has none. */
  INNGEST_DASHBOARD_URL: optionalUrl,
  /** "embedded" hosts the executor in the worker process. */
  INNGEST_EXECUTOR: z.enum(['embedded', 'external']).default('embedded'),
  WORKER_PORT: port(3100),
  /** Where the executor reaches the worker's functions. */
  WORKER_URL: z.url().default('http://127.0.0.1:3100'),

  /** Where listing photos come from; pages may load images from here and from nowhere else. */
  PHOTO_ORIGIN: z.url().default('http://localhost:4100'),
  /** A vector tile style for the map; without it the built-in offline style is used. */
  MAP_STYLE_URL: optionalUrl,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Test builds only: the process kills itself at this named point of a job. */
  PALMETTO_FAILPOINT: z.string().optional(),
})

/** Half a configuration would start, and fail with the first mail. */
const schema = values
  .refine((env) => (env.MAILGUN_API_KEY === undefined) === (env.MAILGUN_DOMAIN === undefined), {
    path: ['MAILGUN_DOMAIN'],
    error: 'MAILGUN_API_KEY and MAILGUN_DOMAIN belong together.',
  })
  .refine((env) => (env.OLD_SITE_URL === undefined) === (env.OLD_SITE_SECRET === undefined), {
    path: ['OLD_SITE_SECRET'],
    error: 'OLD_SITE_URL and OLD_SITE_SECRET belong together.',
  })
  .refine((env) => (env.SLACK_BOT_TOKEN === undefined) === (env.SLACK_SIGNING_SECRET === undefined), {
    path: ['SLACK_SIGNING_SECRET'],
    error: 'SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET belong together.',
  })
  .refine(
    ({ VAPID_PUBLIC_KEY: key, VAPID_PRIVATE_KEY: secret, VAPID_SUBJECT: subject }) =>
      (key === undefined) === (secret === undefined) && (key === undefined) === (subject === undefined),
    { path: ['VAPID_PRIVATE_KEY'], error: 'VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT belong together.' },
  )
  .refine((env) => env.SMTP_URL !== undefined || env.MAILGUN_API_KEY !== undefined, {
    path: ['SMTP_URL'],
    error: 'Mails need a way out: SMTP_URL, or MAILGUN_API_KEY and MAILGUN_DOMAIN.',
  })

export type Env = z.infer<typeof schema>

/** `next build` loads every module without a world around it; these values are never used to connect. */
const forBuild = {
  DATABASE_URL: 'postgresql://build@127.0.0.1:1/build',
  NEXTAUTH_SECRET: 'only-while-building-only-while-building',
  LEGACY_MONGO_URL: 'mongodb://127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  INNGEST_EVENT_KEY: 'only-while-building',
  INNGEST_SIGNING_KEY: '00',
}

/** True in `next build`, where nothing may be started. */
export const isBuild = process.env.NEXT_PHASE === 'phase-production-build'
/** An optional line of .env that is left empty means that there is none. */
const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
const parsed = schema.safeParse(isBuild ? { ...forBuild, ...given } : given)
if (!parsed.success) {
  throw new Error(`The environment is not complete:\n${z.prettifyError(parsed.error)}\nSee .env.example.`)
}

/** The only place that reads `process.env`; a bad value stops the process at boot, by name. */
export const env: Env = parsed.data

/**
 * Puts a plain copy in the place of `process.env`, of which each name is asked from the system: the SDK of the executor
 * copies all of it with each call, which cost a lead 3 ms.
 */
export function keepEnvironmentAtHand(): void {
  process.env = { ...process.env }
}
