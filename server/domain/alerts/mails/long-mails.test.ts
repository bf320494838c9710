import { beforeAll, expect, test } from 'vitest'
import type { RootDb } from '#server/db.ts'
import { matchInSql } from '#server/domain/alerts/matching/match-in-sql.ts'
import { planAlerts } from '#server/domain/alerts/run/plan-alerts.ts'
import type { Office, Person } from '#server/generated/prisma/client.ts'
import { aListingEvent, aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { ownDatabase } from '#server/testing/database.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'
import { composeAlert } from './compose-alert.ts'

let db: RootDb
let office: Office
let agent: Person
let tick = 0
const now = () => new Date()
const run = () =>
  planAlerts(
    { db, match: matchInSql, now },
    { jobRunId: crypto.randomUUID(), slot: new Date(Date.UTC(2026, 10, 1) + ++tick * 900_000) },
  )

beforeAll(async () => {
  const own = await ownDatabase()
  db = own.db
  office = await anOffice({}, db)
  agent = await anAgent(office.id, {}, db)
  await run()
  return own.close
})

/** A mail of so many homes at once: every fifth is reduced, each by more than the one before. */
async function aMailOf(homes: number) {
  const contact = await aContact(agent, {}, db)
  const postalCode = String(10_000 + Math.floor(Math.random() * 80_000))
  await aSearch(agent, contact, { postalCodes: [postalCode] }, db)
  for (let home = 0; home < homes; home += 1) {
    const listing = await aPlacedListing({ postalCode, streetAddress: `${home} Long Lane` }, db)
    const cut = { kind: 'PriceChange', fromPriceCents: listing.listPriceCents + BigInt(home) * 1_000_000n } as const
    await aListingEvent(listing, home % 5 === 4 ? cut : {}, db)
  }
  await run()
  const recipient = contact.email ?? ''
  const mail = await db.outboxMail.findFirstOrThrow({ where: { recipient } })
  const composed = await composeAlert(db, mail, now())
  if ('suppress' in composed) throw new Error(`It was suppressed: ${composed.suppress}`)
  await db.outboxMail.update({
    where: { id: mail.id },
    data: { state: 'sent', sentAt: now(), subject: composed.send.subject },
  })
  const { token } = await db.mailAddress.findUniqueOrThrow({ where: { email: recipient } })
  return { mailId: mail.id, token, ...composed.send }
}

test('up to 30 homes each have their place in the mail', async () => {
  const { html, text } = await aMailOf(30)
  for (let home = 0; home < 30; home += 1) {
    expect(html).toContain(`${home} Long Lane`)
    expect(text).toContain(`${home} Long Lane`)
  }
  expect(text).not.toContain('These were the first')
})

test('of more than 30 the mail shows ten in an order it names, says how many more there are, and leads to all of them', async () => {
  const { subject, html, text, mailId, token } = await aMailOf(61)
  expect(subject).toBe('61 homes for you: 49 new, 12 reduced')
  const link = `/preferences/${token}/mail?id=${mailId}`
  for (const content of [html, text]) {
    expect(content).toContain('And 51 more')
    expect(content).toContain('New homes come first, the latest on top')
    expect(content).toContain(link)
    expect(new Set(content.match(/\d+ Long Lane/g)).size).toBe(10)
  }
  // The latest that is new.
  expect(text.indexOf('60 Long Lane')).toBeLessThan(text.indexOf('58 Long Lane'))
  // Mail programs cut off what is longer than 102 kB.
  expect(Buffer.byteLength(html)).toBeLessThan(102_000)

  const visitor = callAs(null, { db }).portal
  const shown = []
  for (let cursor: number | undefined = 0; cursor !== undefined; ) {
    const page: Awaited<ReturnType<typeof visitor.mailHomes>> = await visitor.mailHomes({ token, mailId, cursor })
    expect(page.count).toBe(61)
    shown.push(...page.homes.map(({ streetAddress }) => streetAddress))
    cursor = page.nextCursor
  }
  expect(new Set(shown).size).toBe(61)
  // The same order as in the mail: what is new first, and of the cuts the biggest.
  expect(shown.slice(0, 2)).toEqual(['60 Long Lane', '58 Long Lane'])
  expect(shown.slice(49, 51)).toEqual(['59 Long Lane', '54 Long Lane'])
})

test('a mail of somebody else is not there', async () => {
  const [mine, theirs] = [await aMailOf(1), await aMailOf(1)]
  const asked = callAs(null, { db }).portal.mailHomes({ token: mine.token, mailId: theirs.mailId })
  await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
