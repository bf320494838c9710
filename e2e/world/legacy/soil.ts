import { ObjectId } from 'mongodb'
import type { Random } from '#world/random.ts'
import { type LegacyDoc, STATUS_WORDS, TYPE_WORDS } from './documents.ts'
import { DAY, daysBefore } from './timing.ts'

/** What a soiling function may use. `turn` counts the documents of its kind of dirt, so that every shape comes up. */
export type Soiler = (
  doc: LegacyDoc,
  tools: { random: Random; now: Date; turn: number; partner: () => LegacyDoc },
) => void
type Shape = (value: unknown) => unknown

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const inTurn = <T>(list: readonly T[], turn: number): T | undefined => list[turn % list.length]

/** Rewrites the fields at these paths, if the document has them, each with the shape whose turn it is. */
export function reshape(paths: string[], shapes: Shape[]): Soiler {
  return (doc, { turn }) => {
    const shape = inTurn(shapes, turn)
    for (const path of paths) {
      const parts = path.split('.')
      const field = parts.pop() ?? path
      const holder = parts.reduce<unknown>((value, part) => (isRecord(value) ? value[part] : undefined), doc)
      if (isRecord(holder) && field in holder) holder[field] = shape?.(holder[field])
    }
  }
}

/** Sets a field to each of these values in turn. */
export const put =
  (field: string, values: readonly unknown[]): Soiler =>
  (doc, { turn }) => {
    doc[field] = inTurn(values, turn)
  }

export const drop =
  (field: string): Soiler =>
  (doc) => {
    delete doc[field]
  }

const grouped = (value: unknown) => Number(value).toLocaleString('en-US')
export const MONEY_TEXT: Shape[] = [(value) => `$${grouped(value)}`, (value) => `${value}.00`, grouped, String]
export const COUNT_TEXT: Shape[] = [String, grouped, (value) => ` ${value} `]
export const BED_TEXT: Shape[] = [String, (value) => `${value} BR`]

const FAR = { timeZone: 'America/New_York', month: 'numeric', day: 'numeric', year: 'numeric' } as const
const CLOCK = { hour: 'numeric', minute: '2-digit', hour12: true } as const
const usText = new Intl.DateTimeFormat('en-US', { ...FAR, ...CLOCK })

/** "11/21/2026 3:15 PM", as the old site wrote it for its own office's clock. */
const toUsText = (date: Date) => usText.format(date).replace(',', '').replaceAll(/\s/g, ' ')

const onDate =
  (shape: (date: Date) => unknown): Shape =>
  (value) =>
    value instanceof Date ? shape(value) : value
export const DATE_SHAPES: Shape[] = [
  onDate((date) => date.toISOString()),
  onDate(toUsText),
  onDate((date) => Math.floor(date.getTime() / 1000)),
  onDate((date) => date.getTime()),
]

export const textUpdatedAt = reshape(['updatedAt'], [onDate((date) => date.toISOString()), onDate(toUsText)])

export const futureUpdatedAt: Soiler = (doc, { now, turn }) => {
  doc.updatedAt = new Date(now.getTime() + (200 + turn * 97) * DAY)
}

const MIXED = 'a55e55ed0a11ce0fc0ffee00'
/** An ObjectId, the same digits as text, the number 1 and the text "1": four documents. */
export const mixedId: Soiler = (doc, { turn }) => {
  doc._id = inTurn([new ObjectId(MIXED), MIXED, 1, '1'] as const, turn) ?? doc._id
}

export const missingAgent: Soiler = (doc, { random }) => {
  doc.agentId = new ObjectId(`dead${random.hex(20)}`)
}
export const missingContact: Soiler = (doc, { random }) => {
  doc.contactId = new ObjectId(`dead${random.hex(20)}`)
}

export const missingListing: Soiler = (doc, { random }) => {
  if ('listingId' in doc) doc.listingId = new ObjectId(`dead${random.hex(20)}`)
}
export const sharedUpdatedAt: Soiler = (doc, { now }) => {
  doc.updatedAt = daysBefore(now, 45)
}

const spelled =
  (words: Record<string, readonly string[]>): ((value: unknown, turn: number) => unknown) =>
  (value, turn) =>
    inTurn(words[String(value)] ?? [value], turn)
const spellStatus = spelled(STATUS_WORDS)
const spellType = spelled(TYPE_WORDS)

export const otherStatusWord: Soiler = (doc, { turn }) => {
  doc.status = spellStatus(doc.status, turn)
}
export const otherTypeWord: Soiler = (doc, { turn }) => {
  doc.propertyType = spellType(doc.propertyType, turn)
}
export const otherTypeWords: Soiler = (doc, { turn }) => {
  if (isRecord(doc.criteria) && Array.isArray(doc.criteria.types))
    doc.criteria.types = doc.criteria.types.map((type: unknown) => spellType(type, turn))
}

const TOWN_SHAPES: Shape[] = [
  (town) => String(town).toUpperCase(),
  (town) =>
    String(town)
      .replace(/^Mount /, 'Mt. ')
      .replace(/^North /, 'N. '),
  (town) =>
    String(town)
      .replace(/^Mount /, 'MT ')
      .replace(/^North /, 'N ')
      .toUpperCase(),
  (town) => `  ${town} `,
  (town) => String(town).toLowerCase(),
]
export const otherTown = reshape(['address.city'], TOWN_SHAPES)
export const otherTowns = reshape(
  ['criteria.towns'],
  TOWN_SHAPES.map((shape) => (towns: unknown) => (Array.isArray(towns) ? towns.map(shape) : towns)),
)

const ZIP_SHAPES: Shape[] = [Number, (zip) => `${zip}-1234`, (zip) => ` ${zip}`]
export const otherZip = reshape(['address.zip'], ZIP_SHAPES)
export const otherZips = reshape(
  ['criteria.zips'],
  ZIP_SHAPES.map((shape) => (zips: unknown) => (Array.isArray(zips) ? zips.map(shape) : zips)),
)

const BOOLEAN_SHAPES: Shape[] = [
  (value) => (value ? 'Y' : 'N'),
  (value) => (value ? 1 : 0),
  (value) => (value ? 'true' : 'false'),
]
export const otherBooleans = (...fields: string[]) => reshape(fields, BOOLEAN_SHAPES)

export const otherBaths = reshape(
  ['baths'],
  [String, (value) => ({ full: Math.floor(Number(value)), half: Number(value) % 1 ? 1 : 0 })],
)

export const swappedPlace = reshape(['loc'], [(loc) => (Array.isArray(loc) ? loc.toReversed() : loc)])

export const PHONE_SHAPES: Shape[] = [
  (phone) => String(phone).replaceAll(/\D/g, ''),
  (phone) =>
    String(phone)
      .replace(/^\((\d+)\) /, '$1.')
      .replace('-', '.'),
  (phone) => `+1 ${String(phone).replaceAll(/[()]/g, '')}`,
  (phone) => String(phone).replaceAll(/[()]/g, '').replace(' ', '-'),
  (phone) => `${String(phone).slice(6)} ext. 4`,
]

export const MAIL_SHAPES: Shape[] = [
  (mail) => String(mail).toUpperCase(),
  (mail) => ` ${mail} `,
  (mail) => String(mail).replace(/^./, (first) => first.toUpperCase()),
]

export const sharedMail: Soiler = (doc, { partner, turn }) => {
  const { email } = partner()
  doc.email = turn % 2 ? String(email).toUpperCase() : email
}

export const htmlRemarks = reshape(
  ['remarks'],
  [
    (text) => `<p>${text}</p>`,
    (text) => `<div style="color:red"><b>NEW!</b>&nbsp;${String(text).replaceAll('. ', '.<br/>')}</div>`,
    (text) => `${text}<script>track()</script>&amp; more`,
  ],
)

export const nulIn = (field: string) =>
  reshape([field], [(text) => `${String(text).slice(0, 4)}\u0000${String(text).slice(4)}`])

const FEATURE_TEXT: Shape[] = [
  (words) => String(words).replaceAll(',', ', '),
  (words) => String(words).toUpperCase().replaceAll(',', '; '),
  (words) => String(words).toLowerCase(),
]
export const otherFeatures: Soiler = (doc, { turn }) => {
  if (Array.isArray(doc.features) && doc.features.length > 0)
    doc.features = inTurn(FEATURE_TEXT, turn)?.(doc.features.map(String))
}

export const otherVisits: Soiler = (doc, { turn }) => {
  if (!Array.isArray(doc.openHouses)) return
  const shape = inTurn(DATE_SHAPES, turn)
  doc.openHouses = doc.openHouses.map((visit: unknown) =>
    isRecord(visit) ? { ...visit, start: shape?.(visit.start), end: shape?.(visit.end) } : visit,
  )
}

export const lotInAcres = reshape(
  ['lotSqft'],
  [(feet) => (typeof feet === 'number' ? `${(feet / 43_560).toFixed(2)} ac` : feet)],
)

export const minOverMax: Soiler = (doc, { random }) => {
  if (!isRecord(doc.criteria)) return
  const low = random.int(4, 12) * 25_000
  doc.criteria.minPrice = low + 300_000
  doc.criteria.maxPrice = low
}

const NOTHING = ['', 0, null]
export const emptyCriteria: Soiler = (doc, { turn }) => {
  if (!isRecord(doc.criteria)) return
  for (const [index, field] of ['minPrice', 'beds', 'baths', 'minSqft', 'maxSqft'].entries())
    doc.criteria[field] ??= NOTHING[(turn + index) % 3]
  doc.criteria.near ??= null
}

export const leftovers: Soiler = (doc, { random, turn }) => {
  const extra = inTurn(
    [{ _v: 3 }, { importBatch: `CSV-${random.int(1, 9)}` }, { wpPostId: random.int(100, 9999) }],
    turn,
  )
  Object.assign(doc, extra, turn % 4 ? {} : { tempNotes: 'see Trello card' })
}

/** Prices as a mail showed them. */
export const textPrices: Soiler = (doc) => {
  if (Array.isArray(doc.prices)) doc.prices = doc.prices.map((price) => `$${grouped(price)}`)
}

/** The first form of the log held one home. */
export const oneHome: Soiler = (doc) => {
  if (Array.isArray(doc.listingIds) && doc.listingIds.length === 1) doc.listingIds = doc.listingIds[0]
}
