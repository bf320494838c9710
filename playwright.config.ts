import { defineConfig, devices } from '@playwright/test'

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }
/** Journeys that break the world for a while. */
const TROUBLE = ['trouble.spec.ts', 'deals-away.spec.ts']
/** Walks through all pages, that change nothing. */
const WALKS = ['pages.spec.ts', 'private-pages.spec.ts']

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: '.data/browser-tests',
  globalSetup: './e2e/global-setup.ts',
  fullyParallel: false,
  workers: 3,
  forbidOnly: true,
  // A test that passes on the second try has found something.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.data/reports/playwright.json' }]],
  use: { trace: 'retain-on-failure', actionTimeout: 20_000, navigationTimeout: 30_000 },
  projects: [
    { name: 'journeys', testIgnore: [...TROUBLE, ...WALKS], workers: 2, use: desktop },
    // While a mail server fails and a worker is dead, nothing can be tried that needs them; pages can be looked at.
    // Trouble mostly waits, so it has a worker more than there are cores.
    { name: 'trouble', testMatch: TROUBLE, dependencies: ['journeys'], use: desktop },
    { name: 'walks', testMatch: WALKS, dependencies: ['journeys'], use: desktop },
  ],
})
