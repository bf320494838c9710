import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { aBuyerWith } from './stories.ts'

/** A run of long ago, whose books are closed: what is found and told has to belong to one. */
async function anOldRun(db: PrismaClient): Promise<string> {
  const counts = { horizonAgeMs: 0, events: 0, changed: 0, searches: 0, matches: 0, people: 0, planned: 0, matchMs: 0 }
  const at = new Date(Date.UTC(2020, 0, 1) + Math.floor(Math.random() * 1e10))
  const books = { state: 'closed' as const, startedAt: at, closedAt: at, slot: at, feedFrom: 0, feedTo: 0 }
  const run = await db.alertRun.create({ data: { jobRunId: crypto.randomUUID(), ...books, ...counts } })
  return run.id
}

const someHomes = (db: PrismaClient, take: number) =>
  db.listing.findMany({
    where: { standardStatus: 'Active', internetEntireListingDisplayYN: true, internetAddressDisplayYN: true },
    orderBy: { listingId: 'asc' },
    take,
  })

/** A buyer whose agent looks first, and a home that was found for them and waits. */
export async function aHeldFind(db: PrismaClient) {
  const { contact, searchId } = await aBuyerWith(db, { postalCodes: ['29912'] })
  const [home] = await someHomes(db, 1)
  if (!home) throw new Error('The demo has no home.')
  const found = { eventIds: [crypto.randomUUID()], listingIds: [home.id], kinds: ['New' as const], version: 1 }
  const expiresAt = new Date(Date.now() + 86_400_000)
  const hold = await db.alertHold.create({
    data: { searchId, runId: await anOldRun(db), reason: 'approval', expiresAt, ...found },
  })
  return { name: contact.fullName, holdId: hold.id }
}

/** A client who was mailed two homes, with the key of their link. */
export async function aClientWithHomes(db: PrismaClient) {
  const { contact, searchId, email } = await aBuyerWith(db, { postalCodes: ['29912'] })
  const homes = await someHomes(db, 2)
  const { token } = await db.mailAddress.create({ data: { email, token: crypto.randomUUID().replaceAll('-', '') } })
  const [id, sentAt] = [crypto.randomUUID(), new Date()]
  const told = {
    searchIds: homes.map(() => searchId),
    versions: homes.map(() => 1),
    kinds: homes.map(() => 'New' as const),
  }
  await db.outboxMail.create({
    data: {
      ...{ id, kind: 'alert', recipient: email, contactId: contact.id, dedupeKey: id, messageId: id },
      ...{ state: 'sent', sentAt, subject: '2 homes for you', body: { create: { html: '', text: 'Two homes' } } },
      alertMail: {
        create: {
          ...{ runId: await anOldRun(db), slot: sentAt, recipient: email, ...told },
          ...{ eventIds: homes.map(() => crypto.randomUUID()), listingIds: homes.map((home) => home.id) },
        },
      },
    },
  })
  return { contactId: contact.id, searchId, email, token, homes: homes.map((home) => home.streetAddress) }
}
