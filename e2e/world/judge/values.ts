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

const usText = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}) (AM|PM)$/
const NEW_YORK = { timeZone: 'America/New_York', hourCycle: 'h23', hour: '2-digit' } as const

/** A date, ISO text, "11/21/2026 3:15 PM" on New York's clock, epoch seconds or milliseconds; null for anything else. */
export function readMoment(value: unknown): number | null {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'number') return value < 1e11 ? value * 1000 : value
  const [, month, day, year, hour, minute, half] = usText.exec(String(value ?? '')) ?? []
  if (!year) return Date.parse(String(value ?? '')) || null
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0)
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute))
  // New York is four or five hours behind: the one under which its clock shows the hour that was written.
  const shows = (moment: number) => Number(new Intl.DateTimeFormat('en-US', NEW_YORK).format(moment)) === hours
  return [4, 5].map((behind) => wall + behind * 3_600_000).find(shows) ?? null
}

/** Open houses that were not called off. Without an end that can be, they last two hours. */
export function readVisits(value: unknown): { start: number; end: number }[] {
  const visits = (Array.isArray(value) ? value : []).map(recordOf).flatMap(({ start, end, status }) => {
    const [from, to] = [readMoment(start), readMoment(end)]
    if (from === null) return []
    const lasts = to === null ? 0 : to - from
    const until = lasts > 0 && lasts <= 12 * 3_600_000 ? lasts : 2 * 3_600_000
    return [{ start: from, end: from + until, isOff: /cancel/i.test(String(status ?? '')) }]
  })
  const byStart = new Map(visits.map((visit) => [visit.start, visit]))
  return [...byStart.values()].filter(({ isOff }) => !isOff).map(({ start, end }) => ({ start, end }))
}
