import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import superjson from 'superjson'
import { z } from 'zod'
import { buildOnce } from '#demo/build.ts'
import { connectDb } from '#server/db.ts'
import { startWeb } from '#world/app.ts'
import { buildEnvironment } from '#world/environment.ts'
import { freePorts } from '#world/settings.ts'
import { atMost, type Bench, known, percentile } from '../bench.ts'
import { startBenchDatabase } from '../database.ts'
import { type Answers, browse } from '../pages/client.ts'
import { readUse } from '../process-use.ts'
import { countStatements } from '../statements.ts'
import { writeBook } from './book.sql.ts'
import { raceHotList } from './hot-list.ts'
import { cursorToPage, mixRequests, pathOf, signEverybodyIn } from './requests.ts'

const CONTACTS = { ci: 200_000, full: 1_000_000 }
const SECONDS = { ci: 20, full: 60 }
const PER_SECOND = 50
const PER_PAGE = 50
const TURNS = 60

const counted = z.object({ count: z.number() })
const times = (answers: Answers) => answers.map(({ ms }) => ms)

/** The contact list of a big firm: the production build over HTTP, at a steady 50 requests a second. */
export const bench: Bench = async ({ full, show, tell }) => {
  const contacts = full ? CONTACTS.full : CONTACTS.ci
  const seconds = full ? SECONDS.full : SECONDS.ci
  await buildOnce({ distDir: '.next-demo', tell })
  const dataDir = await mkdtemp(join(tmpdir(), 'palmetto-contacts-'))
  const settings = { dataDir, distDir: '.next-demo', ports: await freePorts(), legacyMongoUrl: null }
  const { url, stop } = await startBenchDatabase()
  const db = connectDb(url, 4)
  const environment = await buildEnvironment(settings, { databaseUrl: url, legacyMongoUrl: 'mongodb://127.0.0.1:1' })
  tell(`Writing ${contacts} contacts of 200 agents`)
  await writeBook(url, contacts)
  const web = await startWeb({ settings, environment })
  try {
    const { APP_URL: origin, NEXTAUTH_SECRET: secret } = environment
    const members = await signEverybodyIn(db, { secret, url: origin })
    const owner = members.find(({ person }) => person.role === 'owner')?.cookie ?? ''
    const lastPage = contacts / PER_PAGE / 2
    const cursors = [await cursorToPage(db, 2, PER_PAGE), await cursorToPage(db, lastPage, PER_PAGE)]
    const mix = mixRequests(members, { count: PER_SECOND * seconds, cursors })
    const asks = mix.map(({ ask }) => ask)

    tell('Warming up')
    await browse({ origin, asks: asks.slice(0, 200), perSecond: 20, seconds: 10 })
    tell(`${PER_SECOND} requests a second for ${seconds} seconds`)
    const before = await readUse(web.child.pid)
    const answers = await browse({ origin, asks, perSecond: PER_SECOND, seconds })
    const cpuMs = (1_000 * ((await readUse(web.child.pid)).cpuSeconds - before.cpuSeconds)) / answers.length
    const failed = answers.filter(({ status }) => status !== 200).length
    const scale = `${contacts} contacts, ${answers.length} requests at ${PER_SECOND} a second`
    show(atMost('p95', percentile(times(answers), 0.95), 'ms', 60, { note: scale }))
    show(atMost('p99', percentile(times(answers), 0.99), 'ms', 150, { note: scale }))
    show(atMost('answers other than 200', failed, 'answers', 0))
    show(known('processor time of the web process a request', cpuMs, 'ms', { note: 'whatever else the machine does' }))
    for (const kind of new Set(mix.map((each) => each.kind))) {
      const own = answers.filter((_, turn) => mix[turn]?.kind === kind)
      const p95 = percentile(times(own), 0.95)
      show(
        known(`the middle one ${kind}`, percentile(times(own), 0.5), 'ms', {
          note: `p95 ${p95.toFixed(1)} ms, ${own.length} requests`,
        }),
      )
    }

    tell('One after the other')
    const first = { path: pathOf({}), cookie: owner }
    const far = { path: pathOf({ cursor: cursors[1] }), cookie: owner }
    const alone = await browse({ origin, asks: [first, far], perSecond: 10, seconds: (2 * TURNS) / 10 })
    const of = (path: string) => percentile(times(alone.filter((answer) => answer.path === path)), 0.5)
    const note = `${of(far.path).toFixed(1)} ms, and ${of(first.path).toFixed(1)} ms for the first`
    show(atMost(`page ${lastPage}, of page 1`, of(far.path) / of(first.path), 'times', 1.5, { note }))

    const one = mix.slice(0, 100).map(({ ask }) => ask)
    const { statements } = await countStatements(url, () => browse({ origin, asks: one, perSecond: 25, seconds: 4 }))
    show(atMost('statements a request, the session included', statements / one.length, 'statements', 4))

    const body: unknown = await (await fetch(`${origin}${first.path}`, { headers: { cookie: first.cookie } })).json()
    const answer = z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) }).parse(body)
    const { count } = counted.parse(
      superjson.deserialize({ json: JSON.parse(JSON.stringify(answer.result.data.json)) }),
    )
    show(atMost('counted of all these', count, 'contacts', 1001))

    const { oursMs, rawMs } = await raceHotList(db, url)
    show(
      atMost('the own list, of the same by hand', oursMs / rawMs, 'times', 3, {
        note: `${oursMs.toFixed(2)} ms, by hand ${rawMs.toFixed(2)} ms`,
      }),
    )
  } finally {
    await web.stop()
    await db.$disconnect()
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
