import { setPriority } from 'node:os'
import type { Demo } from '#demo/start.ts'
import { sessionCookieFor } from '#server/testing/session.ts'
import { atLeast, atMost, type Bench, known, percentile } from '../bench.ts'
import { withDemo } from '../demo.ts'
import { type Answers, browse, type Order } from './client.ts'
import { makeCommotion } from './commotion.ts'

const SECONDS = { ci: 20, full: 60 }
const PER_SECOND = 8
const WARM_UP = 5
/** The old database plays in this very process, which gives way to the app: in production it has its own machine. */
const NICE = 10

const PATHS = [
  '/listings',
  `/api/trpc/listings.list?input=${encodeURIComponent(JSON.stringify({ json: {} }))}`,
  '/contacts',
  `/api/trpc/listings.list?input=${encodeURIComponent(JSON.stringify({ json: { citySlugs: ['mount-pleasant'], sort: 'cheapest' } }))}`,
]

async function orderFor({ world, db }: Demo): Promise<Omit<Order, 'seconds'>> {
  const { APP_URL, NEXTAUTH_SECRET } = world.environment
  const agent = await db.person.findFirstOrThrow({ where: { role: 'owner', removedAt: null } })
  const { name, value } = await sessionCookieFor(agent, { db, secret: NEXTAUTH_SECRET, url: APP_URL })
  const cookie = `${name}=${value}`
  return { origin: APP_URL, asks: PATHS.map((path) => ({ path, cookie })), perSecond: PER_SECOND }
}

/** Pages of the production build, with the worker at rest and with it at full speed, on the same machine. */
export const bench: Bench = async ({ full, show, tell }) => {
  await withDemo(tell, async (demo) => {
    const order = await orderFor(demo)
    const seconds = full ? SECONDS.full : SECONDS.ci
    await browse({ ...order, seconds: WARM_UP })
    tell(`${PER_SECOND} requests a second for ${seconds} seconds, the worker at rest`)
    const idle = await browse({ ...order, seconds })

    tell('The same while the sync and the alerts run without a pause')
    let browsing = true
    const answers = browse({ ...order, seconds })
    setPriority(NICE)
    const commotion = makeCommotion(demo, () => browsing)
    const busy = await answers.finally(() => {
      browsing = false
    })
    const work = await commotion

    const times = (answers: Answers) => answers.map(({ ms }) => ms)
    const failed = [...idle, ...busy].filter(({ status }) => status !== 200).length
    const p95 = { idle: percentile(times(idle), 0.95), busy: percentile(times(busy), 0.95) }
    const load = `${work.rounds} rounds, ${work.documents} documents read, ${work.mails} mails sent meanwhile`
    show(known('p95, the worker at rest', p95.idle, 'ms', { note: `${idle.length} requests` }))
    show(known('p95, the worker at full speed', p95.busy, 'ms', { note: load }))
    show(atMost('p95 at full speed, of the p95 at rest', p95.busy / p95.idle, 'times', 2))
    show(atMost('the slowest request at full speed', Math.max(...times(busy)), 'ms', 500))
    show(atMost('answers other than 200', failed, 'answers', 0))
    show(atLeast('documents that the worker read meanwhile', work.documents, 'documents', 1))
    for (const path of new Set(PATHS)) {
      const of = (answers: Answers) => percentile(times(answers.filter((each) => each.path === path)), 0.95)
      show(
        known(`p95 of ${path.split('?')[0]} at full speed`, of(busy), 'ms', {
          note: `at rest ${Math.round(of(idle))} ms`,
        }),
      )
    }
  })
}
