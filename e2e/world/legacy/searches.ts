import type { Random } from '#world/random.ts'
import type { Criteria, LegacyDoc, SavedSearch, SentAlert, TypeWord } from './documents.ts'
import { PLACES, type Place } from './places.ts'
import { between, daysBefore, objectIdAt } from './timing.ts'

const dateOf = (value: unknown, otherwise: Date) => (value instanceof Date && value < otherwise ? value : otherwise)

function areaOf(random: Random, place: Place): Pick<Criteria, 'towns' | 'zips' | 'near'> {
  const way = random.weighted(['town', 'zip', 'both', 'near', 'anywhere'] as const, (name) => {
    return { town: 46, zip: 30, both: 6, near: 14, anywhere: 4 }[name]
  })
  const other = random.pick(PLACES.filter(({ office }) => office === place.office))
  if (way === 'near') return { near: { lat: place.lat, lng: place.lng, miles: random.pick([1, 2, 3, 5, 5, 10]) } }
  if (way === 'zip') return { zips: [...new Set([place.zip, ...(random.chance(0.4) ? [other.zip] : [])])] }
  if (way === 'town') return { towns: [...new Set([place.town, ...(random.chance(0.3) ? [other.town] : [])])] }
  return way === 'both' ? { towns: [other.town], zips: [place.zip] } : {}
}

const TYPE_CHOICES: TypeWord[][] = [
  ['Single Family Residence'],
  ['Single Family Residence'],
  ['Single Family Residence', 'Townhouse'],
  ['Condominium', 'Townhouse'],
  ['Condominium'],
  ['Unimproved Land'],
]

function criteriaOf(random: Random, place: Place): Criteria {
  const beds = random.weighted([1, 2, 3, 4, 5], (n) => [0, 1, 3, 7, 4, 1][n] ?? 0)
  const middle = place.dollarsPerSqft * (350 + beds * 470) * random.normal(1, 0.2)
  const step = middle < 600_000 ? 25_000 : 100_000
  const maxPrice = Math.max(step, Math.ceil((middle * (1.05 + random.float() * 0.4)) / step) * step)
  const types = random.chance(0.4) ? random.pick(TYPE_CHOICES) : undefined
  const isLand = types?.includes('Unimproved Land')
  return {
    ...areaOf(random, place),
    ...(random.chance(0.92) ? { maxPrice } : {}),
    ...(random.chance(0.7) ? { minPrice: Math.floor((maxPrice * (0.4 + random.float() * 0.3)) / step) * step } : {}),
    ...(!isLand && random.chance(0.85) ? { beds } : {}),
    ...(!isLand && random.chance(0.45) ? { baths: random.pick([1, 1.5, 2, 2, 2.5, 3]) } : {}),
    ...(!isLand && random.chance(0.2) ? { minSqft: random.int(3, 12) * 200 } : {}),
    ...(!isLand && random.chance(0.05) ? { maxSqft: random.int(14, 25) * 200 } : {}),
    ...(types ? { types } : {}),
  }
}

const EVENT_CHOICES: SavedSearch['events'][] = [['new'], ['new', 'price'], ['price', 'back'], ['new', 'back']]

function nameOf({ beds, towns, zips, near, types }: Criteria, place: Place): string {
  const what = types?.[0] === 'Unimproved Land' ? 'Lots' : beds ? `${beds}+ beds` : 'Homes'
  const where = towns?.join(' or ') ?? zips?.join(' or ') ?? (near ? `around ${place.town}` : 'the coast')
  return near ? `${what} ${where}` : `${what} in ${where}`
}

/** Nobody has more than three searches; the agent who keeps one is the contact's. */
export function createSearches(random: Random, now: Date, count: number, contacts: LegacyDoc[]): SavedSearch[] {
  const owners = random.sample([...contacts, ...contacts, ...contacts], Math.min(count, contacts.length * 3))
  return owners.map((contact): SavedSearch => {
    const place = random.weighted(PLACES, ({ share }) => share)
    const criteria = criteriaOf(random, place)
    const from = dateOf(contact.createdAt, daysBefore(now, 900))
    const createdAt = between(random, from, daysBefore(now, 1), 1.6)
    return {
      _id: objectIdAt(random, createdAt),
      contactId: contact._id,
      agentId: contact.agentId,
      name: nameOf(criteria, place),
      criteria,
      ...(random.chance(0.12) ? { statuses: ['Active', 'Coming Soon'] } : {}),
      ...(random.chance(0.15) ? { events: random.pick(EVENT_CHOICES) } : {}),
      frequency: 'instant',
      active: random.chance(0.88),
      createdAt,
      updatedAt: between(random, createdAt, daysBefore(now, 0.001), 1.4),
    }
  })
}

/** Since when the old site logs to which address it wrote, and at what price. */
const LOGS_MORE_DAYS = 200

/** What the old site remembers to have mailed. */
export function createSentAlerts(
  random: Random,
  now: Date,
  count: number,
  { contacts, searches, listings }: Record<'contacts' | 'searches' | 'listings', LegacyDoc[]>,
): SentAlert[] {
  const emails = new Map(contacts.map(({ _id, email }) => [String(_id), email]))
  return Array.from({ length: count }, () => {
    const search = random.pick(searches)
    const sentAt = between(random, daysBefore(now, 400), daysBefore(now, 1), 1.5)
    const homes = random.sample(listings, random.int(1, 4))
    const more = {
      to: emails.get(String(search.contactId)),
      prices: homes.map(({ price }) => price),
      events: homes.map(() => random.pick(['new', 'new', 'price', 'back'] as const)),
    }
    return {
      _id: objectIdAt(random, sentAt),
      ...{ searchId: search._id, contactId: search.contactId, listingIds: homes.map(({ _id }) => _id) },
      ...(sentAt > daysBefore(now, LOGS_MORE_DAYS) ? more : {}),
      ...{ sentAt, updatedAt: sentAt },
    }
  })
}
