import type { Db } from '#server/db.ts'
import type { Listing, Prisma } from '#server/generated/prisma/client.ts'
import type { Happening } from './told-as.ts'

/** The latest of a home; what is older explains nothing that anybody asks. */
const OF_ONE = 50
/** More changes than a run ever waits for; a preview may say that it looked at the first of them. */
export const COMING_CAP = 2_000

const facts = {
  ...{ kind: true, fromPriceCents: true, toPriceCents: true, toStatus: true, recordedAt: true },
  feed: { select: { position: true } },
  openHouse: { select: { openHouseStatus: true, openHouseEndTime: true } },
} satisfies Prisma.ListingEventSelect

type Row = Prisma.ListingEventGetPayload<{ select: typeof facts }>

const toHappening = ({ feed, openHouse, ...event }: Row, now: Date): Happening => ({
  ...event,
  position: feed?.position ?? null,
  isOver: openHouse !== null && (openHouse.openHouseStatus !== 'Active' || openHouse.openHouseEndTime <= now),
})

/** What happened to a home, the latest first. */
export async function listHappeningsOf(db: Db, listingId: string, now: Date): Promise<Happening[]> {
  const events = await db.listingEvent.findMany({
    where: { listingId },
    select: facts,
    orderBy: { recordedAt: 'desc' },
    take: OF_ONE,
  })
  return events.map((event) => toHappening(event, now))
}

export type Coming = { eventId: string; happening: Happening; home: Listing }

/** What the next alert run will read: events behind its position, and those that are not numbered yet. */
export async function listComing(db: Db, position: bigint, now: Date): Promise<Coming[]> {
  const [numbered, queued] = await Promise.all([
    db.listingFeedEntry.findMany({
      where: { position: { gt: position } },
      select: { eventId: true },
      orderBy: { position: 'asc' },
      take: COMING_CAP,
    }),
    db.listingFeedQueue.findMany({ select: { eventId: true }, orderBy: { recordedAt: 'asc' }, take: COMING_CAP }),
  ])
  const ids = [...numbered, ...queued].map(({ eventId }) => eventId)
  const events = await db.listingEvent.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...facts, listing: true },
    orderBy: { id: 'asc' },
  })
  return events.map(({ id, listing, ...event }) => ({ eventId: id, happening: toHappening(event, now), home: listing }))
}
