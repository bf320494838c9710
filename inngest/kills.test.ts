import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSmtpMailer } from '#server/adapters/mail/smtp.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { connectDb } from '#server/db.ts'
import { FAILPOINTS } from '#server/failpoint.ts'
import { createDatabase, ownDatabase } from '#server/testing/database.ts'
import { startSmtpServer } from '#server/testing/smtp.ts'
import { compareArrived } from '../e2e/kills/arrived.ts'
import { sendTo, startFactsSink } from '../e2e/kills/facts-sink.ts'
import { playRound } from '../e2e/kills/round.ts'
import { bundleVictim, runVictim } from '../e2e/kills/run-victim.ts'
import { stageMarket } from '../e2e/kills/scene.ts'

/** Mails that one process hands over at a time: what plain SMTP may repeat when it dies. */
const IN_FLIGHT = 4
/** They say only that something waits: of several at once one is sent. */
const NUDGES = ['mail/queued', 'legacy/write.queued']
const LONGER_THAN_A_LEASE = 180_000

let stage: Awaited<ReturnType<typeof stageMarket>>
let staged: URL
beforeAll(async () => {
  const [own] = await Promise.all([ownDatabase(), bundleVictim()])
  stage = await stageMarket(own.db)
  staged = new URL(own.url)
  await own.close()
})
afterAll(() => stage.stop())

/** A copy of the staged database, with a mail server and an executor of its own. */
async function openCopy() {
  const at = (database: string) => Object.assign(new URL(staged), { pathname: `/${database}` }).href
  const name = `kill_${crypto.randomUUID().slice(0, 8)}`
  await createDatabase(at('postgres'), name, staged.pathname.slice(1))
  const [smtp, facts, db] = [await startSmtpServer(), await startFactsSink(), connectDb(at(name), 5)]
  const mailer = createSmtpMailer({ url: smtp.url, from: 'Palmetto <alerts@palmetto.test>' })
  const legacy = connectLegacy(stage.legacy)
  const env = {
    DATABASE_URL: at(name),
    LEGACY_MONGO_URL: stage.legacy.url,
    LEGACY_MONGO_DATABASE: stage.legacy.database,
    SMTP_URL: smtp.url,
    INNGEST_BASE_URL: facts.url,
  }
  const stop = async () => {
    mailer.close()
    await legacy.close()
    await db.$disconnect()
    await Promise.all([smtp.stop(), facts.stop()])
  }
  return { db, smtp, facts, env, deps: { db, legacy, mailer, send: sendTo(facts.url) }, stop }
}

test.each(FAILPOINTS)(
  'a process that dies at %s loses no mail, and repeats none but what was in flight',
  async (killedAt) => {
    const { db, smtp, facts, env, deps, stop } = await openCopy()
    const order = { run: crypto.randomUUID(), slot: new Date() }

    expect(await runVictim(order, { ...env, PALMETTO_FAILPOINT: killedAt })).toBe('SIGKILL')
    await db.outboxEvent.updateMany({ where: { state: 'sending' }, data: { leaseUntil: new Date(0) } })
    await playRound({ ...deps, now: () => new Date(Date.now() + LONGER_THAN_A_LEASE) }, order)

    const { repeated, ...wrong } = compareArrived(stage.expected.people, smtp.received)
    expect(wrong).toEqual({ missed: [], unasked: [], doubled: [] })
    expect(repeated).toBeLessThanOrEqual(killedAt.startsWith('mail.') ? IN_FLIGHT : 0)

    const planned = stage.expected.people.size
    expect(planned).toBeGreaterThan(IN_FLIGHT)
    const books = await db.alertRun.findUniqueOrThrow({ where: { jobRunId: order.run } })
    expect(books).toMatchObject({ state: 'closed', planned, sent: planned, failed: 0, suppressed: 0, deferred: 0 })
    const told = await db.outboxEvent.findMany({ select: { id: true, name: true, state: true } })
    expect(told.filter(({ state }) => state !== 'sent')).toEqual([])
    const arrived = new Set(facts.received)
    expect(told.filter(({ id, name }) => !NUDGES.includes(name) && !arrived.has(id))).toEqual([])
    const namesOf = (facts: typeof told) => new Set(facts.map(({ name }) => name))
    expect(namesOf(told.filter(({ id }) => arrived.has(id)))).toEqual(namesOf(told))
    await stop()
  },
  60_000,
)
