/** What every test process runs with: complete, and pointing nowhere. */
export const testEnvironment = {
  NODE_ENV: 'test',
  PALMETTO_ROLE: 'both',
  DATABASE_URL: 'postgresql://127.0.0.1:1/set-by-global-setup',
  DATABASE_POOL: '5',
  APP_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a-secret-for-tests-only-a-secret-for-tests-only',
  LEGACY_MONGO_URL: 'mongodb://127.0.0.1:1',
  OLD_SITE_URL: 'http://old.palmetto.test',
  OLD_SITE_SECRET: 'a-secret-of-two-doors-a-secret-of-two-doors',
  SMTP_URL: 'smtp://127.0.0.1:1',
  VAPID_PUBLIC_KEY: 'B'.repeat(87),
  VAPID_PRIVATE_KEY: 'a'.repeat(43),
  VAPID_SUBJECT: 'mailto:it@palmetto.test',
  INNGEST_EVENT_KEY: 'test-event-key',
  INNGEST_SIGNING_KEY: 'signkey-test-0123456789abcdef',
  LOG_LEVEL: 'silent',
} as const
