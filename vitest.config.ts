import { defineConfig } from 'vitest/config'
import { testEnvironment } from './server/testing/environment.ts'

const { DATABASE_URL, ...env } = testEnvironment
process.env.DATABASE_URL ??= DATABASE_URL
Object.assign(process.env, env)

export default defineConfig({
  test: {
    include: ['{server,inngest,app,prisma,e2e/world}/**/*.test.{ts,tsx}'],
    globalSetup: 'server/testing/global-setup.ts',
    setupFiles: 'server/testing/one-seed.ts',
    provide: { seed: Number(process.env.SEED ?? 20_261_122) },
    pool: 'forks',
    maxWorkers: 2,
    // Modules are loaded once a worker, not once a file: loading them took half of all the time. So nothing that a module
    // keeps may be left changed by a test.
    isolate: false,
    // Only what hangs runs into it: a busy machine must not fail a test that is right.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes when it comes: a busy machine is no failure.
    expect: { poll: { timeout: 10_000 } },
  },
})
