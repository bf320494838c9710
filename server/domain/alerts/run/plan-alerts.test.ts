import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import { planInWords } from '#server/domain/alerts/run/run.words.ts'
import { switchMaster } from '#server/domain/cutover/cutover.service.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

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

const plan = (slot = new Date(Date.UTC(2026, 10, 1) + ++tick * 900_000)) =>
  planAlerts({ db, match: matchInSql, now: () => new Date() }, { jobRunId: crypto.randomUUID(), slot })
const run = async (slot?: Date) => (await plan(slot)).run

const mailsTo = (email: string | null) => db.outboxMail.findMany({ where: { recipient: email ?? '', kind: 'alert' } })

test('a new home reaches the person whose search it fits, and nobody else', async () => {
  const [wants, wantsDearer] = await Promise.all([aContact(agent, {}, db), aContact(agent, {}, db)])
  await aSearch(agent, wants, { postalCodes: ['29401'], listPriceMax: 600_000 }, db)
  await aSearch(agent, wantsDearer, { postalCodes: ['29401'], listPriceMin: 600_001 }, db)
  await aListingEvent(await aPlacedListing({ postalCode: '29401', listPriceCents: 60_000_000n }, db), {}, db)

  const done = await run()

  expect(done).toMatchObject({ events: 1, changed: 1, matches: 1, people: 1, planned: 1, state: 'sending' })
  expect(await mailsTo(wants.email)).toHaveLength(1)
  expect(await mailsTo(wantsDearer.email)).toHaveLength(0)
})

test('three searches of one person and two contacts with one address make one mail', async () => {
  const first = await aContact(agent, { email: 'couple@example.test' }, db)
  const second = await aContact(agent, { email: 'Couple@Example.test' }, db)
  for (const contact of [first, first, second]) await aSearch(agent, contact, { postalCodes: ['29402'] }, db)
  await aListingEvent(await aPlacedListing({ postalCode: '29402' }, db), {}, db)

  expect(await run()).toMatchObject({ matches: 3, people: 1 })
  expect(await mailsTo('couple@example.test')).toHaveLength(1)
})

test('a step that runs again after its commit finds the run it wrote', async () => {
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: ['29403'] }, db)
  await aListingEvent(await aPlacedListing({ postalCode: '29403' }, db), {}, db)
  const order = { jobRunId: crypto.randomUUID(), slot: new Date(Date.UTC(2027, 0, 1)) }
  const deps = { db, match: matchInSql, now: () => new Date() }

  const [once, again] = [await planAlerts(deps, order), await planAlerts(deps, order)]

  expect(again.run?.id).toBe(once.run?.id)
  expect(again.run?.planned).toBe(1)
  expect(await mailsTo(contact.email)).toHaveLength(1)
})

test('a doubled tick answers with the first run, and leaves what came since to the next tick', async () => {
  const slot = new Date(Date.UTC(2027, 1, 1))
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: ['29405'] }, db)
  await aListingEvent(await aPlacedListing({ postalCode: '29404' }, db), {}, db)
  const first = await run(slot)
  await aListingEvent(await aPlacedListing({ postalCode: '29405' }, db), {}, db)

  expect(await run(slot)).toMatchObject({ id: first?.id })
  expect(await mailsTo(contact.email)).toHaveLength(0)
  await run()
  expect(await mailsTo(contact.email)).toHaveLength(1)
})

test('five runs at once plan each change once', async () => {
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: ['29406'] }, db)
  await aListingEvent(await aPlacedListing({ postalCode: '29406' }, db), {}, db)

  const runs = await Promise.all(Array.from({ length: 5 }, () => run()))

  expect(runs.reduce((sum, done) => sum + (done?.planned ?? 0), 0)).toBe(1)
  expect(await mailsTo(contact.email)).toHaveLength(1)
})

test('a price cut is mailed, a price rise is not, and an undone cut is not', async () => {
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: ['29407'] }, db)
  const home = (listPriceCents: bigint) => aPlacedListing({ postalCode: '29407', listPriceCents }, db)
  const change = { kind: 'PriceChange' as const }
  await aListingEvent(
    await home(50_000_000n),
    { ...change, fromPriceCents: 45_000_000n, toPriceCents: 50_000_000n },
    db,
  )
  await aListingEvent(
    await home(52_000_000n),
    { ...change, fromPriceCents: 52_000_000n, toPriceCents: 48_000_000n },
    db,
  )
  expect(await run()).toMatchObject({ changed: 2, matches: 0 })

  await aListingEvent(
    await home(40_000_000n),
    { ...change, fromPriceCents: 45_000_000n, toPriceCents: 40_000_000n },
    db,
  )
  expect(await run()).toMatchObject({ changed: 1, matches: 1 })
})

test('homes whose owners keep them off the internet are never matched', async () => {
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: ['29408'] }, db)
  await aListingEvent(await aPlacedListing({ postalCode: '29408', internetEntireListingDisplayYN: false }, db), {}, db)

  expect(await run()).toMatchObject({ changed: 1, matches: 0 })
})

test('while a writer holds changes back, a run says that it could not see them, never that nothing changed', async () => {
  const listing = await aPlacedListing({ postalCode: '29409' }, db)
  const blind = await db.$transaction(async (writer) => {
    await writer.listingEvent.create({
      data: {
        listingId: listing.id,
        kind: 'New',
        toPriceCents: 1n,
        toStatus: 'Active',
        occurredAt: new Date(),
        changeKey: 'held',
      },
    })
    const order = { jobRunId: crypto.randomUUID(), slot: new Date(Date.UTC(2027, 2, 1)) }
    return planAlerts({ db, match: matchInSql, now: () => new Date(), horizonLimitMs: 0 }, order)
  })

  expect(blind.problem).toMatch(/could not see/)
  expect(await run()).toMatchObject({ changed: 1, problem: null })
})

test('a tick that finds nothing changed writes nothing, and says so', async () => {
  await run()
  const rows = async () => [await db.alertRun.count(), await db.feedReader.findMany()]
  const before = await rows()

  const idle = await plan()

  expect(idle).toEqual({ run: null, problem: null })
  expect(planInWords(idle)).toMatchObject({ words: 'No home changed since the last run.', outcome: 'good' })
  expect(await rows()).toEqual(before)
})

test('a reader that was set back tells of what it has missed, and of nothing a second time', async () => {
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: ['29410', '29411'] }, db)
  await aListingEvent(await aPlacedListing({ postalCode: '29410' }, db), {}, db)
  await run()
  const late = await aListingEvent(await aPlacedListing({ postalCode: '29411' }, db), {}, db)
  await run()
  await db.alertFinding.delete({ where: { eventId: late.id } })
  await db.feedReader.updateMany({ data: { position: 0 } })

  expect(await run()).toMatchObject({ matches: 1, planned: 1 })
  const told = await db.alertMail.findMany({ where: { recipient: contact.email ?? '' }, orderBy: { slot: 'asc' } })
  expect(told.map(({ eventIds }) => eventIds)).toEqual([expect.any(Array), [late.id], [late.id]])
})

test('the database itself refuses a second finding of an event, and a second mail of a person in one tick', async () => {
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: ['29412'] }, db)
  await aListingEvent(await aPlacedListing({ postalCode: '29412' }, db), {}, db)
  await run()
  const mail = await db.alertMail.findFirstOrThrow({ where: { recipient: contact.email ?? '' } })
  const finding = await db.alertFinding.findFirstOrThrow({ where: { eventId: { in: mail.eventIds } } })

  await expect(db.alertFinding.create({ data: finding })).rejects.toMatchObject({ code: 'P2002' })
  await expect(db.alertMail.create({ data: { ...mail, id: crypto.randomUUID() } })).rejects.toMatchObject({
    code: 'P2002',
  })
})

test('while the old system sends alerts nobody is told by us, and nobody is told later of what changed meanwhile', async () => {
  const contact = await aContact(agent, {}, db)
  await aSearch(agent, contact, { postalCodes: ['29400'] }, db)
  const admin = await anAgent(agent.officeId, { role: 'admin' }, db)
  const ctx = { db, actor: null, now: () => new Date() }
  const order = { feature: 'alerts', why: 'A look at the old engine.', evidence: [], byId: admin.id } as const
  await db.$transaction((tx) => switchMaster(tx, ctx, { ...order, from: 'both', to: 'legacy', version: 1 }))
  await aListingEvent(await aPlacedListing({ postalCode: '29400' }, db), {}, db)
  expect(planInWords(await plan()).words).toContain('The old system sends alerts')
  await db.$transaction((tx) => switchMaster(tx, ctx, { ...order, from: 'legacy', to: 'both', version: 2 }))
  await run()
  expect(await mailsTo(contact.email)).toEqual([])
  await aListingEvent(await aPlacedListing({ postalCode: '29400' }, db), {}, db)
  await run()
  expect(await mailsTo(contact.email)).toHaveLength(1)
})
