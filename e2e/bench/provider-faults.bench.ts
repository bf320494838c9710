import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createMailgunMailer } from '#server/adapters/mail/mailgun.ts'
import type { Actor } from '#server/context.ts'
import { connectDb, type RootDb } from '#server/db.ts'
import { deliverMails } from '#server/domain/mail/mail.delivery.ts'
import { queueMails, resendMail } from '#server/domain/mail/mail.service.ts'
import type { ComposeMail } from '#server/domain/mail/mail.types.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { anOffice, aPerson } from '#server/testing/factories.ts'
import type { raceTheLeaving } from '#server/testing/races.ts'
import { type MailgunPeer, startMailgunPeer } from '#world/mailgun/peer.ts'
import { createRandom } from '#world/random.ts'
import { bundle } from '../kills/bundle.ts'
import { atLeast, atMost, type Bench, known, time } from './bench.ts'
import { startBenchDatabase } from './database.ts'

const run = promisify(execFile)

const MAILS = { ci: 2_000, full: 10_000 }
const RACES = { ci: 200, full: 1_000 }
const CALM_MAILS = 1_000
/** About as long as Mailgun takes to answer. */
const LATENCY_MS = 100
/** An alert with twelve homes. */
const HTML = `<p>${'A home on the marsh. '.repeat(1_500)}</p>`

const TROUBLE = {
  ...{ 'error-500': 0.18, 'take-and-fail': 0.02, 'too-many': 0.1, 'take-and-hang': 0.05 },
  ...{ reset: 0.02, 'take-and-reset': 0.02, garble: 0.02, refuse: 0.002 },
}

const compose: ComposeMail = async () => ({ send: { subject: 'A home', html: HTML, text: 'A home' } })

const openMailer = ({ apiKey, domain, url: baseUrl }: MailgunPeer, timeoutMs = 20_000) =>
  createMailgunMailer({ apiKey, domain, baseUrl, from: 'a@palmetto.test', timeoutMs, breakMs: 200 })

async function order(db: RootDb, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => crypto.randomUUID())
  await queueMails(
    db,
    ids.map((id) => ({ id, kind: 'confirmation', recipient: `${id}@bench.test`, dedupeKey: id, payload: {} })),
  )
  return ids
}

/** Mails a second while nothing goes wrong and the provider answers as fast as Mailgun does. */
async function measureCalm(db: RootDb) {
  const peer = await startMailgunPeer({ port: 0, latencyMs: LATENCY_MS })
  await order(db, CALM_MAILS)
  const deps = { db, mailer: openMailer(peer), compose, now: () => new Date() }
  const { ms } = await time(() => deliverMails(deps, { limit: CALM_MAILS }))
  await peer.stop()
  return (1_000 * peer.accepted.length) / ms
}

type Trouble = { db: RootDb; peer: MailgunPeer; tell: (line: string) => void; clock: { at: number } }

/** Delivers until nothing waits, on a clock that leaps over the waits between attempts. */
async function deliverThrough({ db, peer, tell, clock }: Trouble) {
  const now = () => new Date(clock.at)
  const mailer = openMailer(peer, 400)
  const waiting: Prisma.OutboxMailWhereInput = { state: { in: ['queued', 'unknown', 'sending'] } }
  for (let round = 1; round <= 90; round += 1) {
    const counts = await deliverMails({ db, mailer, compose, now }, { limit: 100_000 })
    clock.at += 300_000
    const left = await db.outboxMail.count({ where: waiting })
    tell(`round ${round}: ${counts.sent} sent, ${left} wait`)
    if (left === 0) break
  }
}

async function resendDeadLetters({ db, clock }: Trouble) {
  const { id: personId, fullName, email, officeId } = await aPerson((await anOffice({}, db)).id, { role: 'admin' }, db)
  const nobody = { teamId: null, assistsId: null, sessionId: personId }
  const actor: Actor = { personId, fullName, email, officeId, role: 'admin', ...nobody }
  const dead = await db.outboxMail.findMany({ where: { state: 'failed' }, select: { id: true } })
  for (const { id } of dead) await resendMail({ db, actor, now: () => new Date(clock.at) }, { mailId: id })
  return dead.length
}

/** How many of these mails the provider took not once: none of them, or twice. */
function countWrong(peer: MailgunPeer, ids: string[]) {
  const times = new Map<string, number>()
  for (const { to } of peer.accepted) times.set(to, (times.get(to) ?? 0) + 1)
  const of = (id: string) => times.get(`${id}@bench.test`) ?? 0
  return { missing: ids.filter((id) => of(id) === 0).length, twice: ids.filter((id) => of(id) > 1).length }
}

type Races = Awaited<ReturnType<typeof raceTheLeaving>>

async function raceInABundle(databaseUrl: string, races: number): Promise<Races> {
  const script = join('.data', 'bench', 'races.mjs')
  await bundle('e2e/bench/races.run.ts', script)
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const { stdout } = await run(process.execPath, [script, String(races)], { env })
  return JSON.parse(stdout)
}

/** Mails through a provider in trouble, each once; and people who leave while theirs is on its way out. */
export const bench: Bench = async ({ full, show, tell }) => {
  const { url, stop } = await startBenchDatabase()
  const db = connectDb(url, 20)
  const peer = await startMailgunPeer({ port: 0, retryAfterSeconds: 1 })
  try {
    tell(`${CALM_MAILS} mails while all is well`)
    const rate = await measureCalm(db)
    const note = `8 at once, ${LATENCY_MS} ms an answer, ${Math.round(HTML.length / 1_000)} kB a mail`
    show(known('mails a second while all is well', rate, 'mails/s', { note }))

    const count = full ? MAILS.full : MAILS.ci
    tell(`${count} mails through trouble`)
    const ids = await order(db, count)
    peer.trouble(TROUBLE, createRandom('provider-faults').float)
    const trouble = { db, peer, tell, clock: { at: Date.now() } }
    await deliverThrough(trouble)
    const offers = `${peer.counts.offers} offers, ${peer.counts.lookUps} look-ups`
    show(atMost('sent twice', countWrong(peer, ids).twice, 'mails', 0, { note: offers }))

    peer.trouble({})
    const dead = await resendDeadLetters(trouble)
    await deliverThrough(trouble)
    const { missing, twice } = countWrong(peer, ids)
    show(known('refused for good, seen as dead letters, sent again by hand', dead, 'mails'))
    show(atMost('never sent', missing, 'mails', 0, { note: `of ${count}` }))
    show(atMost('sent twice in the end', twice, 'mails', 0))
    const left = await db.outboxMail.count({ where: { state: { not: 'sent' } } })
    show(atMost('mails in another state than sent', left, 'mails', 0))

    const races = full ? RACES.full : RACES.ci
    tell(`${races} people leave while their mail is on its way out`)
    const race = await raceInABundle(url, races)
    show(atLeast('races', race.raced, 'races', races, { note: `${race.taken} mails had left in time` }))
    show(atMost('mails taken after "you get no more mails"', race.late, 'mails', 0))
  } finally {
    await peer.stop()
    await db.$disconnect()
    await stop()
  }
}
