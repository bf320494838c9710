import { type Browser, chromium } from '@playwright/test'
import type { Demo } from '#demo/start.ts'
import { sessionCookieFor } from '#server/testing/session.ts'
import { launchOptions } from '../../browser.ts'
import { atMost, type Bench, known, percentile } from '../bench.ts'
import { withDemo } from '../demo.ts'
import { measureView, type View } from './measure.ts'
import { visitsOf } from './visits.ts'

const TURNS = { ci: 3, full: 7 }
const GOAL = { lcpMs: 1_500, inpMs: 100, shift: 0.02, scriptKb: 200 }

const middle = (values: number[]) => percentile(values, 0.5)

async function signIn(browser: Browser, { world, db }: Demo, viewport: { width: number; height: number }) {
  const { APP_URL: url, NEXTAUTH_SECRET: secret } = world.environment
  const person = await db.person.findFirstOrThrow({ where: { role: 'owner', removedAt: null } })
  const context = await browser.newContext({ baseURL: url, viewport, timezoneId: 'America/New_York' })
  return { context, cookie: await sessionCookieFor(person, { db, secret, url }) }
}

/** How fast each page is for a person with a slow computer: the production build in a browser that is slowed down. */
export const bench: Bench = async ({ full, show, tell }) => {
  await withDemo(tell, async (demo) => {
    const browser = await chromium.launch(await launchOptions())
    try {
      for (const visit of await visitsOf(demo.db)) {
        const views: View[] = []
        // The first turn warms the server; what it costs the browser is measured with an empty cache each time.
        for (let turn = 0; turn <= (full ? TURNS.full : TURNS.ci); turn += 1) {
          const { context, cookie } = await signIn(browser, demo, { width: 1440, height: 900 })
          if (!visit.anonymous) await context.addCookies([cookie])
          const view = await measureView(await context.newPage(), visit)
          if (turn > 0) views.push(view)
          await context.close()
        }
        const of = (read: (view: View) => number) => views.map(read)
        const slowest = views.flatMap(({ interactions }) => interactions).toSorted((a, b) => b.ms - a.ms)[0]
        show(atMost(`${visit.name}: LCP`, middle(of(({ lcpMs }) => lcpMs)), 'ms', GOAL.lcpMs, { note: visit.path }))
        show(
          atMost(`${visit.name}: INP`, middle(of(({ inpMs }) => inpMs)), 'ms', GOAL.inpMs, {
            note: slowest ? `the slowest: ${slowest.name}, ${slowest.ms} ms` : 'nothing to touch',
          }),
        )
        show(
          atMost(`${visit.name}: CLS`, Math.max(...of(({ shift }) => shift)), 'shift', GOAL.shift, {
            note: [...new Set(views.flatMap(({ moved }) => moved))].join(', '),
          }),
        )
        show(
          atMost(
            `${visit.name}: JS of the first view`,
            middle(of(({ scriptKb }) => scriptKb)),
            'kB gzip',
            GOAL.scriptKb,
            { note: `and ${Math.round(middle(of(({ laterKb }) => laterKb)))} kB fetched after it` },
          ),
        )
        show(known(`${visit.name}: time to first byte`, middle(of(({ firstByteMs }) => firstByteMs)), 'ms'))
      }
    } finally {
      await browser.close()
    }
  })
}
