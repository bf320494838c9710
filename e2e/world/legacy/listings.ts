import { type HomeKind, mlsNumberOf } from '#world/home-kinds.ts'
import { createRandom, type Random } from '#world/random.ts'
import { featuresFor, openHouseAfter } from './amenities.ts'
import type { LegacyDoc, Listing, OpenHouse, StatusWord, TypeWord } from './documents.ts'
import { streetName } from './names.ts'
import { PLACES, type Place } from './places.ts'
import { describeHome } from './remarks.ts'
import { between, daysBefore, objectIdAt } from './timing.ts'

type Kit = { random: Random; photoOrigin: string; agents: LegacyDoc[] }

const TYPE_SHARES: [TypeWord, number][] = [
  ['Single Family Residence', 66],
  ['Condominium', 13],
  ['Townhouse', 11],
  ['Unimproved Land', 6],
  ['Manufactured Home', 2],
  ['Duplex', 2],
]
const MILES_PER_DEGREE = 69.05
// The coast runs from south-west to north-east; islands lie along it.
const COAST = (50 * Math.PI) / 180

function kindFor(random: Random, type: TypeWord, place: Place): HomeKind {
  if (type === 'Condominium') return 'condo'
  if (type === 'Townhouse' || type === 'Duplex') return 'townhouse'
  if (type === 'Unimproved Land') return 'land'
  if (type === 'Manufactured Home') return 'manufactured'
  if (place.beach && random.chance(0.7)) return 'beach'
  return random.pick(['cottage', 'colonial', 'farmhouse', 'modern', 'lowcountry', 'lowcountry'])
}

function spotIn(random: Random, place: Place): [longitude: number, latitude: number] {
  const along = random.normal(0, place.reach[0] / 2)
  const across = random.normal(0, place.reach[1] / 2)
  const north = along * Math.sin(COAST) + across * Math.cos(COAST)
  const east = along * Math.cos(COAST) - across * Math.sin(COAST)
  const perDegree = MILES_PER_DEGREE * Math.cos((place.lat * Math.PI) / 180)
  return [Number((place.lng + east / perDegree).toFixed(6)), Number((place.lat + north / MILES_PER_DEGREE).toFixed(6))]
}

function sizeFor(random: Random, type: TypeWord): { beds: number; baths: number; sqft: number | null } {
  if (type === 'Unimproved Land') return { beds: 0, baths: 0, sqft: null }
  const small = type === 'Condominium' || type === 'Manufactured Home'
  const beds = small ? random.int(1, 3) : random.weighted([2, 3, 4, 5, 6], (n) => [0, 0, 2, 9, 7, 3, 1][n] ?? 0)
  const baths = Math.max(1, Math.min(beds + 0.5, random.int(beds - 1, beds) + (random.chance(0.5) ? 0.5 : 0)))
  const sqft = Math.round((300 + beds * (small ? 370 : 480) * (0.8 + random.float() * 0.5)) / 2) * 2
  return { beds, baths, sqft }
}

/** To the thousand below half a million, to five thousand above; now and then "…,900". */
export function roundPrice(random: Random, dollars: number): number {
  const step = dollars < 500_000 ? 1000 : dollars < 2_000_000 ? 5000 : 25_000
  const rounded = Math.max(step, Math.round(dollars / step) * step)
  return dollars < 900_000 && random.chance(0.4) ? rounded - 100 : rounded
}

function priceFor(random: Random, place: Place, type: TypeWord, sqft: number | null, year: number): number {
  const factor = { 'Manufactured Home': 0.55, Condominium: 0.95, Townhouse: 0.92, Duplex: 0.9 }[String(type)] ?? 1
  const age = 1 + Math.max(-0.12, (year - 2000) / 400)
  const dollars =
    sqft === null ? place.dollarsPerSqft * random.int(300, 1100) : place.dollarsPerSqft * sqft * factor * age
  return roundPrice(random, Math.max(55_000, dollars * random.normal(1, 0.13)))
}

const photosOf = (origin: string, mlsNumber: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${origin}/homes/${mlsNumber}/${index + 1}.jpg`)

/** A home as it comes on the market, at that moment and with that status. */
export function createListing(kit: Kit, sequence: number, listedAt: Date, status: StatusWord): Listing {
  const { random, photoOrigin, agents } = kit
  const place = random.weighted(PLACES, ({ share }) => share)
  const [type] = random.weighted(TYPE_SHARES, ([, share]) => share)
  const kind = kindFor(random, type, place)
  const isLand = type === 'Unimproved Land'
  const size = sizeFor(random, type)
  const year = Math.min(
    listedAt.getUTCFullYear(),
    Math.round(between(random, new Date('1955'), listedAt, 2).getUTCFullYear()),
  )
  const price = priceFor(random, place, type, size.sqft, year)
  const mlsNumber = mlsNumberOf(listedAt.getUTCFullYear(), sequence, kind)
  const subdivision = random.pick(place.subdivisions)
  const street = `${random.int(2, 2800)} ${streetName(random)}`
  const listing = {
    _id: objectIdAt(random, listedAt),
    mlsNumber,
    status,
    propertyType: type,
    price,
    originalPrice: price,
    ...size,
    ...(type === 'Condominium' ? {} : { lotSqft: random.int(isLand ? 9 : 3, isLand ? 90 : 30) * 1000 }),
    yearBuilt: isLand ? null : year,
    address: {
      street,
      ...(type === 'Condominium' ? { unit: `${random.int(1, 4)}${String(random.int(1, 24)).padStart(2, '0')}` } : {}),
      city: place.town,
      state: 'SC',
      zip: place.zip,
    },
    loc: spotIn(random, place),
    ...(random.chance(0.85) ? { subdivision } : {}),
    remarks: describeHome(random, { kind, place, subdivision, beds: size.beds, sqft: size.sqft ?? 0, year }),
    photos: photosOf(photoOrigin, mlsNumber, isLand ? random.int(1, 3) : random.int(4, 9)),
    agentId: random.pick(agents.filter((agent) => agent.office === place.office))._id,
    officeName: place.office,
    hideAddress: random.chance(0.03),
    hideOnline: random.chance(0.02),
    listedAt,
    updatedAt: listedAt,
  } satisfies Omit<Listing, 'features'>
  return { ...listing, features: featuresFor(listing) }
}

const STATUS_SHARES: [StatusWord, number][] = [
  ['Active', 1950],
  ['Under Contract', 360],
  ['Coming Soon', 90],
  ['Sold', 1000],
  ['Pending', 250],
  ['Withdrawn', 130],
  ['Expired', 110],
  ['Canceled', 70],
  ['Temp Off', 40],
]
const STILL_MOVING: StatusWord[] = ['Active', 'Under Contract', 'Coming Soon', 'Pending']

const OPENED = 0.12

/** Some were open the week after they were listed, and some of those will be on the next weekend. */
function openHousesAround({ mlsNumber, listedAt }: Listing, now: Date): OpenHouse[] {
  const random = createRandom(`${mlsNumber}:open houses`)
  const first = random.chance(0.3) ? [openHouseAfter(listedAt, mlsNumber)] : []
  return [...first, ...(random.chance(OPENED) ? [openHouseAfter(now, `${mlsNumber}:now`)] : [])]
}

/** Five years of homes: what is on the market was listed lately, what is sold lies further back. */
export function createListings(kit: Kit, now: Date, count: number): Listing[] {
  const { random } = kit
  const parts = STATUS_SHARES.flatMap(([status, share]) =>
    Array.from({ length: Math.max(1, Math.round((share * count) / 4000)) }, () => status),
  )
  return random.sample(parts, parts.length).map((status, index) => {
    const moving = STILL_MOVING.includes(status)
    const days = status === 'Coming Soon' ? [12, 0.2] : moving ? [210, 0.2] : [1820, 60]
    const listedAt = between(random, daysBefore(now, days[0] ?? 210), daysBefore(now, days[1] ?? 0), 1.3)
    const listing = createListing(kit, index + 1, listedAt, status)
    const until = moving
      ? daysBefore(now, 0.001)
      : new Date(Math.min(listedAt.getTime() + 150 * 86_400_000, now.getTime() - 60_000))
    if (status !== 'Coming Soon' && random.chance(0.35))
      listing.price = Math.min(
        listing.price,
        roundPrice(random, listing.originalPrice * (0.99 - random.float() * 0.08)),
      )
    if (status === 'Sold') listing.closePrice = roundPrice(random, listing.price * random.normal(0.985, 0.015))
    listing.updatedAt = between(random, listedAt, until, 1.2)
    if (status === 'Active') listing.openHouses = openHousesAround(listing, now)
    return listing
  })
}
