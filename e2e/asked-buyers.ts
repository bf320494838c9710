import type { PrismaClient } from '#server/generated/prisma/client.ts'
import { aBuyerWith } from './stories.ts'

/** Somebody whose search slows down in two weeks unless they or their agent say a word. */
export async function aBuyerWhoIsAsked(db: PrismaClient) {
  const { email, contact, searchId } = await aBuyerWith(db, { postalCodes: ['29910'] })
  const { token } = await db.mailAddress.create({ data: { email, token: crypto.randomUUID().replaceAll('-', '') } })
  const day = (days: number) => new Date(Date.now() + days * 86_400_000)
  await db.searchStanding.create({
    data: {
      ...{ searchId, lane: 'Ignored', stage: 'FinalIgnoredWarning', since: day(-74), stageAt: day(0), dueAt: day(14) },
      evidence: { days: 74, mails: 12 },
    },
  })
  return { email, token, contact, searchId }
}

/** A mail that told of more homes than it showed. */
export async function aLongMail(db: PrismaClient) {
  const { email, token, searchId } = await aBuyerWhoIsAsked(db)
  const events = await db.listingEvent.findMany({ where: { kind: 'New' }, take: 40, distinct: ['listingId'] })
  const at = new Date()
  const id = crypto.randomUUID()
  const counts = {
    horizonAgeMs: 0,
    events: 40,
    changed: 40,
    searches: 1,
    matches: 40,
    people: 1,
    planned: 1,
    matchMs: 1,
  }
  const { id: runId } = await db.alertRun.create({
    // Closed: nobody waits for its books.
    data: {
      jobRunId: id,
      slot: new Date(Math.floor(Math.random() * 1e12)),
      feedFrom: 0,
      feedTo: 1,
      state: 'closed',
      closedAt: at,
      sent: 1,
      ...counts,
    },
  })
  await db.outboxMail.create({
    data: {
      ...{ id, kind: 'alert', recipient: email, dedupeKey: id, messageId: id, state: 'sent', sentAt: at },
      ...{ subject: '40 homes for you', body: { create: { html: '<h1>40 homes</h1>', text: '40 homes' } } },
      alertMail: {
        create: {
          ...{
            runId,
            slot: at,
            recipient: email,
            searchIds: events.map(() => searchId),
            versions: events.map(() => 1),
          },
          eventIds: events.map((event) => event.id),
          listingIds: events.map(({ listingId }) => listingId),
          kinds: events.map(() => 'New' as const),
        },
      },
    },
  })
  return { token, mailId: id }
}
