import { expect, test } from 'vitest'
import { db } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Contact } from '#server/generated/prisma/client.ts'
import type { MailEventKind } from '#server/generated/prisma/enums.ts'
import { aPlacedListing, aSearch } from '#server/testing/alert-factories.ts'
import { callAs } from '#server/testing/caller.ts'
import { aContact, anAgent, anOffice } from '#server/testing/factories.ts'

const DAY_MS = 86_400_000
const now = new Date()
const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)

async function aRun(at: Date) {
  const counts = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  const slot = new Date(at.getTime() + Math.random() * 60_000)
  return db.alertRun.create({ data: { jobRunId: crypto.randomUUID(), slot, feedFrom: 0, feedTo: 0, ...counts } })
}
type Told = { to: Contact; lines: [searchId: string, listingId: string][]; at: Date; events?: MailEventKind[] }

async function aMail({ to, lines, at, events = [] }: Told) {
  const id = crypto.randomUUID()
  const recipient = to.email ?? ''
  const run = await aRun(at)
  await db.outboxMail.create({
    data: {
      ...{ id, kind: 'alert', recipient, contactId: to.id, dedupeKey: id, messageId: id, subject: 'A home' },
      ...{ state: 'sent', sentAt: at, body: { create: { html: '', text: 'x' } } },
      alertMail: {
        create: {
          ...{ runId: run.id, slot: run.slot, recipient, searchIds: lines.map(([searchId]) => searchId) },
          ...{ versions: lines.map(() => 1), eventIds: lines.map(() => crypto.randomUUID()) },
          ...{ listingIds: lines.map(([, listingId]) => listingId), kinds: lines.map(() => 'New' as const) },
        },
      },
      events: {
        create: events.map((kind) => ({
          ...{ kind, providerEventId: crypto.randomUUID(), occurredAt: at, recordedAt: at },
        })),
      },
    },
  })
  return id
}

async function someone() {
  const agent = await anAgent((await anOffice()).id)
  const contact = await aContact(agent)
  await ensureAddresses(db, [contact.email ?? ''])
  const searches = [await aSearch(agent, contact, {}, db), await aSearch(agent, contact, { bedroomsMin: 3 }, db)]
  const [first = '', second = ''] = searches.map(({ id }) => id)
  return { agent, contact, first, second, lanes: () => callAs(agent).alerts.lanes({ contactId: contact.id }) }
}

test('each alert has a lane with its mails and what became of them, homes that wait, words of its person and changes', async () => {
  const { contact, first, second, lanes } = await someone()
  const [loved, other] = [await aPlacedListing({}, db), await aPlacedListing({}, db)]
  const clicked = await aMail({
    ...{ to: contact, at: ago(9), events: ['opened', 'clicked'] },
    lines: [
      [first, loved.id],
      [first, other.id],
      [second, other.id],
    ],
  })
  await aMail({ to: contact, lines: [[first, loved.id]], at: ago(120) })
  await db.contactListing.create({
    data: {
      email: contact.email ?? '',
      listingId: loved.id,
      preference: 'Favorite',
      decidedAt: ago(8),
      origin: 'portal',
    },
  })
  const hold = { runId: (await aRun(ago(3))).id, version: 1, eventIds: [crypto.randomUUID()], kinds: ['New' as const] }
  await db.alertHold.create({
    data: { searchId: second, listingIds: [loved.id], reason: 'approval', expiresAt: now, createdAt: ago(3), ...hold },
  })
  const pausedUntil = ago(-10)
  await db.savedSearch.update({ where: { id: second }, data: { pausedUntil } })

  const shown = await lanes()
  expect(shown.lanes.map(({ searchId }) => searchId)).toEqual([first, second])
  expect(shown.lanes[0]?.marks).toMatchObject([
    { kind: 'version', version: 1 },
    { kind: 'verdict', verdict: 'Favorite', street: loved.streetAddress, at: ago(8) },
    { kind: 'mail', mailId: clicked, homes: 2, became: 'clicked', at: ago(9) },
  ])
  expect(shown.lanes[1]?.marks).toMatchObject([
    { kind: 'version' },
    { kind: 'held', homes: 1, reason: 'approval', state: 'waiting' },
    { kind: 'mail', mailId: clicked, homes: 1 },
  ])
  expect(shown.lanes[1]?.pause).toEqual({ from: ago(20), to: pausedUntil })
})

test('a contact without alerts has no lane, a contact of somebody else does not exist, and a namesake of the address learns no verdict', async () => {
  const { contact } = await someone()
  const rival = await anAgent((await anOffice()).id)
  const copy = await aContact(rival, { email: contact.email })
  const as = (contactId: string) => callAs(rival).alerts.lanes({ contactId })
  expect((await as(copy.id)).lanes).toEqual([])
  await expect(as(contact.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { id } = await aSearch(rival, copy, {}, db)
  const home = await aPlacedListing({}, db)
  const said = { email: contact.email ?? '', listingId: home.id, preference: 'Discard' as const, origin: 'portal' }
  await db.contactListing.create({ data: { ...said, decidedAt: ago(1) } })
  await aMail({ to: contact, lines: [[id, home.id]], at: ago(2) })
  expect((await as(copy.id)).lanes[0]?.marks.map(({ kind }) => kind)).toEqual(['version', 'mail'])
})
