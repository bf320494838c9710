import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMailgunMailer } from '#server/adapters/mail/mailgun.ts'
import { connectLegacy } from '#server/adapters/mongo/mongo.ts'
import { connectDb } from '#server/db.ts'
import { createDatabase, ownDatabase } from '#server/testing/database.ts'
import type { AcceptedMail } from '#world/mailgun/messages.ts'
import { startMailgunPeer } from '#world/mailgun/peer.ts'
import { compareArrived } from '../e2e/kills/arrived.ts'
import { sendTo, startFactsSink } from '../e2e/kills/facts-sink.ts'
import { playRound } from '../e2e/kills/round.ts'
import { bundleVictim, runVictim } from '../e2e/kills/run-victim.ts'
import { stageMarket } from '../e2e/kills/scene.ts'

const MINUTE = 60_000

let stage: Awaited<ReturnType<typeof stageMarket>>
let staged: URL
beforeAll(async () => {
  const [own] = await Promise.all([ownDatabase(), bundleVictim()])
  stage = await stageMarket(own.db)
  staged = new URL(own.url)
  await own.close()
})
afterAll(() => stage.stop())

const asArrived = ({ to, messageId, fields }: AcceptedMail) => {
  const text = fields.find(([name]) => name === 'text')?.[1] ?? ''
  return { to, messageId, raw: `Content-Type: text/plain; charset=utf-8\r\n\r\n${text}` }
}

// Eight hand-overs are under way: when one has just ended, others have not begun, and others hang in between.
test('with a provider that keeps a record, a process that dies while it hands mails over loses none and repeats none', async () => {
  const at = (database: string) => Object.assign(new URL(staged), { pathname: `/${database}` }).href
  const name = `kill_${crypto.randomUUID().slice(0, 8)}`
  await createDatabase(at('postgres'), name, staged.pathname.slice(1))
  const [peer, facts, db] = [await startMailgunPeer({ port: 0 }), await startFactsSink(), connectDb(at(name), 12)]
  const { apiKey, domain, url: baseUrl } = peer
  const legacy = connectLegacy(stage.legacy)
  const order = { run: crypto.randomUUID(), slot: new Date() }
  const env = {
    ...{ DATABASE_URL: at(name), INNGEST_BASE_URL: facts.url, PALMETTO_FAILPOINT: 'mail.after-hand-over' },
    ...{ LEGACY_MONGO_URL: stage.legacy.url, LEGACY_MONGO_DATABASE: stage.legacy.database },
    ...{ MAILGUN_API_KEY: apiKey, MAILGUN_DOMAIN: domain, MAILGUN_BASE_URL: baseUrl },
  }
  expect(await runVictim(order, env)).toBe('SIGKILL')

  const mailer = createMailgunMailer({ apiKey, domain, baseUrl, from: 'a@palmetto.test' })
  const deps = { db, legacy, mailer, send: sendTo(facts.url) }
  // After the leases the record tells of what was taken; of the rest it can be believed after half an hour.
  for (const minutes of [3, 40]) {
    await playRound({ ...deps, now: () => new Date(Date.now() + minutes * MINUTE) }, order)
  }
  expect(compareArrived(stage.expected.people, peer.accepted.map(asArrived))).toEqual({
    ...{ missed: [], unasked: [], doubled: [] },
    repeated: 0,
  })
  const planned = stage.expected.people.size
  const books = await db.alertRun.findUniqueOrThrow({ where: { jobRunId: order.run } })
  expect(books).toMatchObject({ state: 'closed', planned, sent: planned })
  await legacy.close()
  await db.$disconnect()
  await Promise.all([peer.stop(), facts.stop()])
}, 60_000)
