import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { SearchEventKind } from '#server/generated/prisma/enums.ts'

const event = {
  ...{ id: true, fromPriceCents: true, toPriceCents: true, recordedAt: true },
  openHouse: { select: { openHouseStartTime: true, openHouseEndTime: true, openHouseStatus: true } },
  listing: true,
} satisfies Prisma.ListingEventSelect

const criteria = {
  ...{ searchId: true, version: true, summary: true, standardStatuses: true },
  search: { select: { name: true, activeYN: true, removedAt: true, pausedUntil: true } },
} satisfies Prisma.SavedSearchVersionSelect

const mail = {
  ...{ recipient: true, searchIds: true, versions: true, eventIds: true, listingIds: true, kinds: true },
  mail: {
    select: {
      contact: {
        select: {
          id: true,
          fullName: true,
          removedAt: true,
          agent: {
            select: {
              fullName: true,
              title: true,
              phone: true,
              email: true,
              office: { select: { name: true, postalAddress: true, phone: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.AlertMailSelect

type Criteria = Prisma.SavedSearchVersionGetPayload<{ select: typeof criteria }>
type Event = Prisma.ListingEventGetPayload<{ select: typeof event }>
type Lines = Pick<Prisma.AlertMailGetPayload<{ select: typeof mail }>, 'searchIds' | 'versions' | 'eventIds' | 'kinds'>

/** A line of a mail with all that it names. */
export type PlannedMatch = {
  kind: SearchEventKind
  event: Omit<Event, 'listing'>
  listing: Event['listing']
  criteria: Omit<Criteria, 'search'>
  search: Criteria['search']
}

/** Reads what the lines name. A line whose search is gone is left out: its ids are kept without foreign keys. */
async function readLines(db: Db, { searchIds, versions, eventIds, kinds }: Lines): Promise<PlannedMatch[]> {
  const events = await db.listingEvent.findMany({ where: { id: { in: eventIds } }, select: event })
  const asked = await db.savedSearchVersion.findMany({
    where: { searchId: { in: searchIds }, version: { in: versions } },
    select: criteria,
  })
  const eventOf = new Map(events.map((row) => [row.id, row]))
  const askedBy = new Map(asked.map((row) => [`${row.searchId} ${row.version}`, row]))
  return kinds.flatMap((kind, line) => {
    const happened = eventOf.get(eventIds[line] ?? '')
    const wanted = askedBy.get(`${searchIds[line]} ${versions[line]}`)
    if (!happened || !wanted) return []
    const [{ listing, ...event }, { search, ...criteria }] = [happened, wanted]
    return [{ kind, event, listing, criteria, search }]
  })
}

/** A planned alert with everything that decides whether and how it leaves; null when its plan is gone. */
export async function readPlannedMail(db: Db, mailId: string) {
  const planned = await db.alertMail.findUnique({ where: { id: mailId }, select: mail })
  const contact = planned?.mail.contact
  if (!planned || !contact) return null
  const address = await db.mailAddress.findUnique({ where: { email: planned.recipient } })
  if (!address) return null
  const discards = await db.contactListing.findMany({
    where: { email: address.email, preference: 'Discard', listingId: { in: planned.listingIds } },
    select: { listingId: true },
  })
  const discarded = new Set(discards.map(({ listingId }) => listingId))
  return { address, contact, discarded, matches: await readLines(db, planned) }
}
