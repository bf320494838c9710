import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { numberFeed } from '#server/domain/listings/listings.feed.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { writeRounds } from '#server/testing/alert-rounds.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { matchInSql } from '../matching/match-in-sql.ts'
import { roundArb } from '../matching/rounds.arbitrary.ts'
import { planAlerts } from '../run/plan-alerts.ts'

let db: RootDb
let agent: Person
let tick = 0

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  agent = await anAgent((await anOffice({}, db)).id, {}, db)
  await run() // the first run ever takes what is there as its baseline
  return own.close
})

const run = () =>
  planAlerts(
    { db, match: matchInSql, now: () => new Date() },
    { jobRunId: crypto.randomUUID(), slot: new Date(Date.UTC(2026, 10, 1) + ++tick * 900_000) },
  )

const preview = (contactId: string, by = agent) => callAs(by, { db }).alerts.nextMail({ contactId })

test('the mail that is foretold is the mail that the next run plans, numbered yet or not', async () => {
  const rows = await writeRounds(db, agent, fc.sample(roundArb, { numRuns: 70, seed: 2 }))
  const reachable = rows.filter(({ standing }) => standing === 'on')
  // Half of the way: some events are numbered by the sync, the others wait in the queue.
  await numberFeed(db)
  await writeHalfAgain()
  const foretold = new Map<string, string[]>()
  for (const { contactId } of reachable) {
    const { homes } = await preview(contactId)
    const lines = homes.flatMap(({ eventId, because }) =>
      because.map(({ searchId, kind }) => `${searchId} ${eventId} ${kind}`),
    )
    foretold.set(`${contactId}@example.test`, lines.sort())
  }

  await run()

  const mails = await db.alertMail.findMany({ where: { recipient: { in: [...foretold.keys()] } } })
  const planned = new Map(
    mails.map(({ recipient, searchIds, eventIds, kinds }) => [
      recipient,
      searchIds.map((searchId, line) => `${searchId} ${eventIds[line]} ${kinds[line]}`).sort(),
    ]),
  )
  for (const [recipient, lines] of foretold) expect(planned.get(recipient) ?? []).toEqual(lines)
  expect(planned.size, 'people who get nothing prove little').toBeGreaterThan(10)
})

/** News of homes that are known already, which nobody has numbered. */
async function writeHalfAgain() {
  const homes = await db.listing.findMany({ take: 20 })
  await db.listingEvent.createMany({
    data: homes.map(({ id, listPriceCents, standardStatus }) => ({
      ...{ listingId: id, kind: 'New', toPriceCents: listPriceCents, toStatus: standardStatus },
      ...{ occurredAt: new Date(), changeKey: crypto.randomUUID() },
    })),
  })
}

test('it says when the run comes, and does not while the job is paused', async () => {
  const contact = await aContact(agent, {}, db)
  const before = new Date()
  const { at, homes, searches } = await preview(contact.id)
  expect(homes).toEqual([])
  expect(searches).toBe(0)
  expect(Number(at) - before.getTime()).toBeLessThanOrEqual(900_000)
  await db.jobSchedule.upsert({
    where: { functionId: 'send-alerts' },
    create: { functionId: 'send-alerts', pausedAt: before },
    update: { pausedAt: before },
  })
  expect((await preview(contact.id)).at).toBeNull()
})

test('somebody who stopped their mails is foretold none, and the reason', async () => {
  const contact = await aContact(agent, {}, db)
  const stopped = { suppressedAt: new Date(), suppressionReason: 'unsubscribed' }
  await db.mailAddress.create({ data: { email: contact.email ?? '', token: crypto.randomUUID(), ...stopped } })
  expect((await preview(contact.id)).stopped).toBe('unsubscribed')
  const stranger = await anAgent((await anOffice({}, db)).id, {}, db)
  await expect(preview(contact.id, stranger)).rejects.toThrow('This contact')
})
