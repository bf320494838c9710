import type { LegacyDoc } from '#world/legacy/documents.ts'
import {
  isRecord,
  type Place,
  readBaths,
  readBoolean,
  readBound,
  readEmail,
  readNumber,
  readPlace,
  readStatus,
  readTown,
  readType,
  readVisits,
  readZip,
  recordOf,
  toCents,
} from './values.ts'

/** What has to come of a document, with its content where it is accepted. */
export type Verdict<T> =
  | { outcome: 'accepted'; value: T }
  | { outcome: 'quarantined'; reason: string }
  | { outcome: 'unreachable' }

export const quarantined = (reason: string) => ({ outcome: 'quarantined', reason }) as const

/** 1, "1" and an ObjectId are different people. */
export const idKey = (id: unknown) =>
  typeof id === 'number' || typeof id === 'string' ? `${typeof id}:${id}` : `objectId:${String(id)}`

/** Up to when dates of change can be followed; null when a walk by id has brought the rest. */
export type Reach = Date | null

export const isReachable = ({ updatedAt }: LegacyDoc, reach: Reach) =>
  reach === null || (updatedAt instanceof Date && updatedAt <= reach)

export function hasNul(value: unknown, field = ''): boolean {
  if (['remarks', 'notes', 'body'].includes(field)) return false
  if (typeof value === 'string') return value.includes('\u0000')
  if (Array.isArray(value)) return value.some((item) => hasNul(item))
  if (!isRecord(value) || '_bsontype' in value) return false
  return Object.entries(value).some(([name, item]) => hasNul(item, name))
}

const OFFICES = ['Charleston', 'Mount Pleasant', 'Summerville', 'Beaufort']

export function judgeAgent(doc: LegacyDoc, reach: Reach): Verdict<LegacyDoc> {
  if (!isReachable(doc, reach)) return { outcome: 'unreachable' }
  if (hasNul(doc)) return quarantined('nul-byte')
  if (!OFFICES.includes(String(doc.office).trim())) return quarantined('unknown-office')
  return { outcome: 'accepted', value: doc }
}

export type JudgedContact = { email: string | null }

export function judgeContact(doc: LegacyDoc, reach: Reach, agents: Set<string>): Verdict<JudgedContact> {
  if (!isReachable(doc, reach)) return { outcome: 'unreachable' }
  if (hasNul(doc)) return quarantined('nul-byte')
  if (!agents.has(idKey(doc.agentId))) return quarantined('orphan')
  return { outcome: 'accepted', value: { email: readEmail(doc.email) } }
}

export type JudgedListing = {
  mlsNumber: string
  status: string
  type: string | null
  priceCents: number
  beds: number
  baths: number
  sqft: number | null
  town: string
  zip: string
  place: Place | null
  online: boolean
  /** The starts and ends of its open houses that were not called off, in milliseconds. */
  visits: { start: number; end: number }[]
}

export function judgeListing(doc: LegacyDoc, reach: Reach): Verdict<JudgedListing> {
  if (!isReachable(doc, reach)) return { outcome: 'unreachable' }
  if (hasNul(doc)) return quarantined('nul-byte')
  const status = readStatus(doc.status)
  if (!status) return quarantined('unknown-status')
  const price = readNumber(doc.price)
  if (price === null || price <= 0) return quarantined('invalid-price')
  const address = recordOf(doc.address)
  return {
    outcome: 'accepted',
    value: {
      mlsNumber: String(doc.mlsNumber),
      status,
      type: readType(doc.propertyType),
      priceCents: toCents(price),
      beds: readNumber(doc.beds) ?? 0,
      baths: readBaths(doc.baths),
      sqft: readNumber(doc.sqft),
      town: readTown(address.city),
      zip: readZip(address.zip),
      place: readPlace(doc.loc),
      online: !readBoolean(doc.hideOnline),
      visits: readVisits(doc.openHouses),
    },
  }
}

export type JudgedSearch = {
  email: string | null
  active: boolean
  minCents: number | null
  maxCents: number | null
  beds: number | null
  baths: number | null
  minSqft: number | null
  maxSqft: number | null
  types: (string | null)[]
  towns: string[]
  zips: string[]
  near: (Place & { miles: number }) | null
  statuses: string[]
  events: string[]
}

const listOf = (value: unknown) => (Array.isArray(value) ? value : [])

function readNear(value: unknown): JudgedSearch['near'] {
  const { lat, lng, miles } = recordOf(value)
  const [latitude, longitude, radius] = [readNumber(lat), readNumber(lng), readBound(miles)]
  return latitude === null || longitude === null || radius === null
    ? null
    : { lat: latitude, lng: longitude, miles: radius }
}

/** The lower one first, whichever way they were typed. */
function readRange(low: unknown, high: unknown): [number | null, number | null] {
  const [a, b] = [readBound(low), readBound(high)]
  return a !== null && b !== null && a > b ? [b, a] : [a, b]
}

export function judgeSearch(doc: LegacyDoc, reach: Reach, contacts: Map<string, JudgedContact>): Verdict<JudgedSearch> {
  if (!isReachable(doc, reach)) return { outcome: 'unreachable' }
  if (hasNul(doc)) return quarantined('nul-byte')
  const contact = contacts.get(idKey(doc.contactId))
  if (!contact) return quarantined('orphan')
  const criteria = recordOf(doc.criteria)
  const [minPrice, maxPrice] = readRange(criteria.minPrice, criteria.maxPrice)
  const [minSqft, maxSqft] = readRange(criteria.minSqft, criteria.maxSqft)
  const statuses = listOf(doc.statuses).map(readStatus)
  const events = listOf(doc.events).map(String)
  return {
    outcome: 'accepted',
    value: {
      email: contact.email,
      active: readBoolean(doc.active),
      minCents: minPrice === null ? null : toCents(minPrice),
      maxCents: maxPrice === null ? null : toCents(maxPrice),
      beds: readBound(criteria.beds),
      baths: readBound(criteria.baths),
      minSqft,
      maxSqft,
      types: listOf(criteria.types).map(readType),
      towns: listOf(criteria.towns).map(readTown),
      zips: listOf(criteria.zips).map(readZip),
      near: readNear(criteria.near),
      statuses: statuses.length ? statuses.map(String) : ['Active'],
      events: events.length ? events : ['new', 'price', 'back'],
    },
  }
}
