import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test'
import type { PrismaClient } from '#server/generated/prisma/client.ts'
import type { TestWorld } from './global-setup.ts'

export type Mail = {
  id: string
  subject: string
  text: string
  html: string
  to: { address: string }[]
  headers: Record<string, string>
}

type WorkerFixtures = { world: TestWorld; db: PrismaClient; ownBrowser: Browser }
type Fixtures = {
  /** A browser profile of its own: another person at another desk. */
  openContext: () => Promise<BrowserContext>
  /** Names a message that the test provokes on purpose; every other one fails it. */
  expectInConsole: (message: RegExp) => void
  /** Signs in as the demo account of a role, without the form (the form has its own test). */
  signInAs: (role: string) => Promise<Page>
  /** Mails that arrived for an address, oldest first. */
  mailsTo: (address: string) => Promise<Mail[]>
  /** Violations of WCAG 2.2 AA on a page, in words. */
  findBarriers: (page: Page) => Promise<string[]>
}

/**
 * What the browser says of the machine and of this test's own tools, not of the page: software WebGL, preloads on a
 * slow start, and the tools' scripts that a mail's sandbox keeps out.
 */
const NOT_ABOUT_THE_PAGE =
  /GPU stall due to ReadPixels|was preloaded using link preload but not used|Blocked script execution in 'about:srcdoc'/

/** An unexpected error or warning in the console fails the test that saw it. */
function watchConsole(context: BrowserContext) {
  const seen: string[] = []
  const expected: RegExp[] = []
  context.on('console', (message) => {
    const isTrouble = message.type() === 'error' || message.type() === 'warning'
    if (isTrouble && !NOT_ABOUT_THE_PAGE.test(message.text())) {
      seen.push(`${message.type()}: ${message.text()} (${message.location().url})`)
    }
  })
  context.on('weberror', (error) => seen.push(`error: ${error.error().message} (${error.page()?.url()})`))
  const unexpected = () => seen.filter((message) => !expected.some((each) => each.test(message)))
  return { unexpected, expect: (message: RegExp) => void expected.push(message) }
}

const consoles = new WeakMap<BrowserContext, ReturnType<typeof watchConsole>>()

export const test = base.extend<Fixtures, WorkerFixtures>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => use(JSON.parse(process.env.PALMETTO_TEST_WORLD ?? '{}')),
    { scope: 'worker' },
  ],
  db: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const { connectDb } = await import('#server/db.ts')
      const { env } = await import('#server/env.ts')
      const db = connectDb(env.DATABASE_URL, 4)
      await use(db)
      await db.$disconnect()
    },
    { scope: 'worker' },
  ],
  ownBrowser: [
    async ({ world }, use) => {
      const browser = await chromium.launch(world.browser)
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  openContext: async ({ ownBrowser, world, contextOptions, viewport }, use) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const options = {
        baseURL: world.environment.APP_URL,
        timezoneId: 'America/New_York',
        reducedMotion: 'reduce' as const,
      }
      const context = await ownBrowser.newContext({ ...contextOptions, viewport, ...options })
      consoles.set(context, watchConsole(context))
      opened.push(context)
      return context
    })
    for (const context of opened) await context.close()
    const unexpected = opened.flatMap((context) => consoles.get(context)?.unexpected() ?? [])
    expect(unexpected, 'unexpected messages in the browser console').toEqual([])
  },
  context: async ({ openContext }, use) => use(await openContext()),
  page: async ({ context }, use) => use(await context.newPage()),
  expectInConsole: async ({ context }, use) => use((message) => consoles.get(context)?.expect(message)),
  signInAs: async ({ openContext, world, db }, use) =>
    use(async (role) => {
      const account = world.accounts.find((each) => each.role === role)
      if (!account) throw new Error(`The demo has no account of the role ${role}.`)
      const { sessionCookieFor } = await import('#server/testing/session.ts')
      const person = await db.person.findUniqueOrThrow({ where: { email: account.email } })
      const context = await openContext()
      await context.addCookies([await sessionCookieFor(person, { db })])
      return context.newPage()
    }),
  mailsTo: async ({ world }, use) =>
    use(async (address) => {
      const mails: Mail[] = await (await fetch(`${world.inboxUrl}/email`)).json()
      return mails.filter(({ to }) => to.some((each) => each.address.toLowerCase() === address.toLowerCase()))
    }),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  findBarriers: async ({}, use) =>
    use(async (page) => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const { violations } = await new AxeBuilder({ page })
        // What is right is counted, and not named: to name each element of a page took most of the time.
        .options({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
        // A page without frames needs no second page to put its parts together.
        .setLegacyMode(page.frames().length === 1)
        .analyze()
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      )
    }),
})

export { expect }
