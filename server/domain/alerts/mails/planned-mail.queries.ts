import type { Db } from '#server/db.ts'
import { findSuppressed } from '#server/domain/mail/suppression.queries.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { SearchEventKind } from '#server/generated/prisma/enums.ts'

const event = {
  ...{ id: true, fromPriceCents: true, toPriceCents: true, recordedAt: true },
  openHouse: { select: { openHouseStartTime: true, openHouseEndTime: true, openHouseStatus: true } },
  listing: true,
} satisfies Prisma.ListingEventSelect

const person = {
  ...{ id: true, fullName: true, email: true, removedAt: true },
  agent: {
    select: {
      ...{ fullName: true, title: true, phone: true, email: true },
      office: { select: { name: true, postalAddress: true, phone: true } },
    },
  },
} satisfies Prisma.ContactSelect

const criteria = {
  ...{ searchId: true, version: true, summary: true, standardStatuses: true },
  search: {
    select: {
      ...{
        id: true,
        name: true,
        activeYN: true,
        removedAt: true,
        pausedUntil: true,
        contactLeftAt: true,
        bccMeYN: true,
      },
      contact: { select: person },
      owner: { select: { fullName: true, email: true, removedAt: true } },
      recipients: {
        select: {
          ...{ email: true, name: true, leftAt: true, removedAt: true, pausedUntil: true },
          addedBy: { select: { fullName: true } },
        },
      },
    },
  },
} satisfies Prisma.SavedSearchVersionSelect

const mail = {
  ...{ recipient: true, role: true, copied: true },
  ...{ searchIds: true, versions: true, eventIds: true, listingIds: true, kinds: true },
  mail: { select: { contact: { select: person } } },
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

/** Those of these searches that a mail to this address has told of before. */
async function findToldBefore(db: Db, recipient: string, searchIds: string[]): Promise<Set<string>> {
  const told = await db.alertMail.findMany({
    where: { recipient, searchIds: { hasSome: searchIds }, mail: { state: 'sent' } },
    select: { searchIds: true },
  })
  return new Set(told.flatMap((mail) => mail.searchIds))
}

/** Searches of which a copy is due although nobody gets the original: all of them have stopped their mails. */
async function findSilent(db: Db, matches: readonly PlannedMatch[], copied: readonly string[]): Promise<Set<string>> {
  const searches = matches.flatMap(({ search }) => (copied.includes(search.id) ? [search] : []))
  const addressesOf = ({ contact, contactLeftAt, recipients }: PlannedMatch['search']) => [
    ...(contact.email === null || contactLeftAt ? [] : [contact.email.toLowerCase()]),
    ...recipients.flatMap(({ email, leftAt, removedAt }) => (leftAt || removedAt ? [] : [email.toLowerCase()])),
  ]
  const stopped = await findSuppressed(db, searches.flatMap(addressesOf))
  return new Set(searches.flatMap((search) => (addressesOf(search).every((it) => stopped.has(it)) ? [search.id] : [])))
}

/** A planned alert with everything that decides whether and how it leaves; null when its plan is gone. */
export async function readPlannedMail(db: Db, mailId: string) {
  const planned = await db.alertMail.findUnique({ where: { id: mailId }, select: mail })
  if (!planned) return null
  const address = await db.mailAddress.findUnique({ where: { email: planned.recipient } })
  const matches = await readLines(db, planned)
  // The mail of an agent who reads along is nobody's: it speaks of the client whose search is told first.
  const contact = planned.mail.contact ?? (planned.role === 'copy' ? matches[0]?.search.contact : undefined)
  if (!address || !contact) return null
  const discards = await db.contactListing.findMany({
    where: { email: address.email, preference: 'Discard', listingId: { in: planned.listingIds } },
    select: { listingId: true },
  })
  const discarded = new Set(discards.map(({ listingId }) => listingId))
  const { recipient, role, copied, searchIds } = planned
  const isAdded = matches.some(({ search: { contact } }) => contact.email?.toLowerCase() !== recipient.toLowerCase())
  const toldBefore = isAdded ? await findToldBefore(db, recipient, searchIds) : new Set<string>()
  const silent = copied.length > 0 ? await findSilent(db, matches, copied) : new Set<string>()
  return { address, contact, discarded, matches, role, copied: new Set(copied), silent, toldBefore }
}
