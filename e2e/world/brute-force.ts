import type { Db } from 'mongodb'
import {
  idKey,
  type JudgedContact,
  type JudgedListing,
  type JudgedSearch,
  judgeAgent,
  judgeContact,
  judgeListing,
  judgeSearch,
  type Verdict,
} from './judge/documents.ts'
import { judgeOther, OTHERS, type Other } from './judge/others.ts'
import { milesBetween } from './judge/values.ts'
import type { LegacyDoc } from './legacy/documents.ts'

export type LegacySnapshot = {
  takenAt: Date
  /** A walk by id has brought everything; without one, what has no date up to `takenAt` can't be read. */
  isSwept: boolean
  agents: LegacyDoc[]
  contacts: LegacyDoc[]
  listings: LegacyDoc[]
  savedSearches: LegacyDoc[]
  /** Left out where only the alerts are looked at. */
  others?: ReadonlyMap<Other, LegacyDoc[]>
}

/** The same for each of the smaller collections. */
const forEachOther = <T>(make: (name: Other) => T): Record<Other, T> => ({
  offices: make('offices'),
  photos: make('photos'),
  leads: make('leads'),
  sentAlerts: make('sentAlerts'),
  notes: make('notes'),
  tasks: make('tasks'),
  appointments: make('appointments'),
  deals: make('deals'),
})

/** Every document that the sync cares for, as it stands. */
export async function takeSnapshot(
  db: Db,
  { takenAt = new Date(), isSwept = false }: { takenAt?: Date; isSwept?: boolean } = {},
): Promise<LegacySnapshot> {
  const all = (name: string) => db.collection<LegacyDoc>(name).find().toArray()
  return {
    takenAt,
    isSwept,
    agents: await all('agents'),
    contacts: await all('contacts'),
    listings: await all('listings'),
    savedSearches: await all('savedSearches'),
    others: new Map(await Promise.all(OTHERS.map(async (name) => [name, await all(name)] as const))),
  }
}

function judgeAll({ takenAt, isSwept, agents, contacts, listings, savedSearches, others: rest }: LegacySnapshot) {
  const reach = isSwept ? null : takenAt
  const judged = {
    agents: agents.map((doc) => ({ id: idKey(doc._id), verdict: judgeAgent(doc, reach) })),
    listings: listings.map((doc) => ({ id: idKey(doc._id), verdict: judgeListing(doc, reach) })),
  }
  const agentIds = new Set(accepted(judged.agents).keys())
  const people = contacts.map((doc) => ({ id: idKey(doc._id), verdict: judgeContact(doc, reach, agentIds) }))
  const byContact: Map<string, JudgedContact> = accepted(people)
  const searches = savedSearches.map((doc) => ({
    id: idKey(doc._id),
    verdict: judgeSearch(doc, reach, byContact),
  }))
  const targets = {
    agents: agentIds,
    contacts: new Set(byContact.keys()),
    listings: new Set(accepted(judged.listings).keys()),
  }
  const others = forEachOther((name) =>
    (rest?.get(name) ?? []).map((doc) => ({ id: idKey(doc._id), verdict: judgeOther(name, doc, reach, targets) })),
  )
  return { ...judged, contacts: people, savedSearches: searches, ...others }
}

function accepted<T>(judged: { id: string; verdict: Verdict<T> }[]): Map<string, T> {
  const found = new Map<string, T>()
  for (const { id, verdict } of judged) if (verdict.outcome === 'accepted') found.set(id, verdict.value)
  return found
}

export type Books = { documents: number; accepted: number; unreachable: number; quarantined: Record<string, number> }

/** How each collection has to be booked by a sync that has read all it can. */
export function expectedBooks(snapshot: LegacySnapshot): Record<keyof ReturnType<typeof judgeAll>, Books> {
  const count = (judged: { verdict: Verdict<unknown> }[]): Books => {
    const books: Books = { documents: judged.length, accepted: 0, unreachable: 0, quarantined: {} }
    for (const { verdict } of judged) {
      if (verdict.outcome === 'quarantined')
        books.quarantined[verdict.reason] = (books.quarantined[verdict.reason] ?? 0) + 1
      else books[verdict.outcome] += 1
    }
    return books
  }
  const judged = judgeAll(snapshot)
  return {
    agents: count(judged.agents),
    contacts: count(judged.contacts),
    listings: count(judged.listings),
    savedSearches: count(judged.savedSearches),
    ...forEachOther((name) => count(judged[name])),
  }
}

type Happening = 'new' | 'price' | 'back' | 'other'
const ON_MARKET = ['Active', 'ComingSoon', 'ActiveUnderContract']

/** Open houses to come that were not there before. The old system's searches ask for none of them. */
function newVisits(was: JudgedListing | undefined, is: JudgedListing, now: Date): Happening[] {
  if (!ON_MARKET.includes(is.status)) return []
  const known = new Set(was?.visits.map(({ start }) => start))
  return is.visits.filter(({ start, end }) => end > now.getTime() && !known.has(start)).map(() => 'other')
}

/** What happened to a listing between the two snapshots. One change of a document can be two happenings. */
function happeningsOf(was: JudgedListing | undefined, is: JudgedListing, now: Date): Happening[] {
  const happenings: Happening[] = newVisits(was, is, now)
  if (!was) return ON_MARKET.includes(is.status) ? ['new', ...happenings] : []
  if (is.priceCents !== was.priceCents) happenings.push(is.priceCents < was.priceCents ? 'price' : 'other')
  if (is.status !== was.status)
    happenings.push(is.status === 'Active' && was.status !== 'ComingSoon' ? 'back' : 'other')
  return happenings
}

function isInArea(listing: JudgedListing, { towns, zips, near }: JudgedSearch): boolean {
  if (!towns.length && !zips.length && !near) return true
  if (towns.includes(listing.town) || zips.includes(listing.zip)) return true
  return near !== null && listing.place !== null && milesBetween(near, listing.place) <= near.miles
}

function satisfies(listing: JudgedListing, search: JudgedSearch): boolean {
  if (!listing.online) return false
  if (!search.statuses.includes(listing.status)) return false
  if (search.minCents !== null && listing.priceCents < search.minCents) return false
  if (search.maxCents !== null && listing.priceCents > search.maxCents) return false
  if (search.beds !== null && listing.beds < search.beds) return false
  if (search.baths !== null && listing.baths < search.baths) return false
  if (search.minSqft !== null && (listing.sqft === null || listing.sqft < search.minSqft)) return false
  if (search.maxSqft !== null && (listing.sqft === null || listing.sqft > search.maxSqft)) return false
  if (search.types.length && !search.types.includes(listing.type)) return false
  return isInArea(listing, search)
}

export type ExpectedAlerts = {
  /** Listings to which anything happened. */
  changed: number
  events: number
  /** Pairs of a search and an event. */
  matches: number
  /** Searches with at least one match. */
  searches: number
  /** Address to the MLS numbers that its one mail has to show. */
  people: Map<string, Set<string>>
}

/**
 * Who has to be told what about the change from one snapshot to the other: each search against each changed listing,
 * from the raw documents. Shares nothing with the app but the meaning.
 */
export function expectedAlerts({ before, after }: { before: LegacySnapshot; after: LegacySnapshot }): ExpectedAlerts {
  const earlier = accepted(judgeAll(before).listings)
  const now = judgeAll(after)
  const searches = [...accepted(now.savedSearches).values()].filter((search) => search.active && search.email !== null)
  const result: ExpectedAlerts = { changed: 0, events: 0, matches: 0, searches: 0, people: new Map() }
  const matched = new Set<JudgedSearch>()
  for (const [id, listing] of accepted(now.listings)) {
    const happenings = happeningsOf(earlier.get(id), listing, after.takenAt)
    result.events += happenings.length
    if (happenings.length) result.changed += 1
    for (const search of searches) {
      const wanted = happenings.filter((happening) => search.events.includes(happening))
      if (!wanted.length || search.email === null || !satisfies(listing, search)) continue
      result.matches += wanted.length
      matched.add(search)
      const homes = result.people.get(search.email) ?? new Set()
      result.people.set(search.email, homes.add(listing.mlsNumber))
    }
  }
  result.searches = matched.size
  return result
}
