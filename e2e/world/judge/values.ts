// Reads the old database's values by hand, apart from the app, so that one can check the other.

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

export const recordOf = (value: unknown) => (isRecord(value) ? value : {})

/** 3, "3", "2,140", " 2140 ", "3 BR", "$350,000", "350000.00"; null for anything else. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const found = /^\s*\$?\s*(-?[\d,]+(?:\.\d+)?)/.exec(value)?.[1]
  return found === undefined ? null : Number(found.replaceAll(',', ''))
}

/** In a search, nothing, "" and 0 all mean "any". */
export const readBound = (value: unknown) => readNumber(value) || null

export const toCents = (dollars: number) => Math.round(dollars * 100)

/** 2.5, "2.5" or { full: 2, half: 1 }. */
export const readBaths = (value: unknown) =>
  isRecord(value) ? (readNumber(value.full) ?? 0) + 0.5 * (readNumber(value.half) ?? 0) : (readNumber(value) ?? 0)

/** true, 1, "Y", "true", "yes" are yes. */
export const readBoolean = (value: unknown) =>
  ['true', '1', 'y', 'yes'].includes(
    String(value ?? '')
      .trim()
      .toLowerCase(),
  )

/** Five digits, from 29464, "29464-1234" or " 29464". */
export const readZip = (value: unknown) => /\d{5}/.exec(String(value ?? ''))?.[0] ?? ''

const SHORT: Record<string, string> = { mt: 'mount', n: 'north' }

/** A town as a key: "MT PLEASANT", "Mt. Pleasant" and " Mount Pleasant " are one. */
export function readTown(value: unknown): string {
  const [first = '', ...rest] = String(value ?? '')
    .toLowerCase()
    .replaceAll("'", '')
    .split(/[^a-z]+/)
    .filter(Boolean)
  return [SHORT[first] ?? first, ...rest].join(' ')
}

/** Trimmed and lower case; null when nobody could be reached there. */
export function readEmail(value: unknown): string | null {
  const mail = String(value ?? '')
    .trim()
    .toLowerCase()
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(mail) ? mail : null
}

export type Place = { lat: number; lng: number }

const inSouthCarolina = ({ lat, lng }: Place) => lat >= 32 && lat <= 35.3 && lng >= -83.5 && lng <= -78.4

/** [lng, lat]; turned round when only that lies in South Carolina; otherwise no place at all. */
export function readPlace(value: unknown): Place | null {
  if (!Array.isArray(value)) return null
  const [first, second] = [readNumber(value[0]), readNumber(value[1])]
  if (first === null || second === null) return null
  const place = { lat: second, lng: first }
  if (inSouthCarolina(place)) return place
  const turned = { lat: first, lng: second }
  return inSouthCarolina(turned) ? turned : null
}

const EARTH_RADIUS_MILES = 3958.7613
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance by the haversine formula. */
export function milesBetween(a: Place, b: Place): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(half))
}

const wordReader = (table: Record<string, string>) => {
  const byWord = new Map(
    Object.entries(table).flatMap(([name, words]) => words.split('|').map((word) => [word, name] as const)),
  )
  return (value: unknown) =>
    byWord.get(
      String(value ?? '')
        .trim()
        .toLowerCase(),
    ) ?? null
}

export const readStatus = wordReader({
  Active: 'active|act|a|for sale',
  ActiveUnderContract: 'under contract|auc|contingent',
  Pending: 'pending|pend|p',
  Closed: 'sold|closed|cls|s',
  Withdrawn: 'withdrawn|w/d|wdn|off market',
  ComingSoon: 'coming soon|cs',
  Expired: 'expired|exp',
  Canceled: 'canceled|cancelled|cxl',
  Hold: 'temp off',
})

export const readType = wordReader({
  SingleFamilyResidence: 'single family residence|single family|sfr|house',
  Townhouse: 'townhouse|townhome|th',
  Condominium: 'condominium|condo',
  ManufacturedHome: 'manufactured home|manufactured|mobile home|mobile',
  Duplex: 'duplex',
  UnimprovedLand: 'unimproved land|land|lot',
})
