import type { SearchEventKind } from '#server/generated/prisma/enums.ts'
import { EVENT_KINDS, KIND_WORDS } from '../event-kinds.ts'
import { bitOf, featuresOf } from './bits.ts'
import type { HappeningRow } from './homes.sql.ts'

const kindBit = (kind: SearchEventKind) => bitOf('kind', KIND_WORDS[kind])
const placeOf = (kind: SearchEventKind) => EVENT_KINDS.indexOf(kind)

const DROP = { bit: kindBit('PriceDrop'), place: placeOf('PriceDrop') }
const MOVED = { bit: kindBit('MovedIntoRange'), place: placeOf('MovedIntoRange') }
/** Kinds of events that are to every search what they are. */
const PLAIN = new Map(
  EVENT_KINDS.map((kind) => [String(KIND_WORDS[kind]), { bit: kindBit(kind), place: placeOf(kind) }]),
)

/** A home and what happened to it, as the packed searches are held against it. -1 stands for a figure that it does not have. */
export type Home = ReturnType<typeof toHome>

/** What of an event may be told at all, whatever a search asks. */
function tellable({ kind, oldPriceCents, isCut }: HappeningRow) {
  if (kind !== 'Price Change')
    return { ...(PLAIN.get(kind) ?? { bit: 0, place: -1 }), oldPrice: Number.NaN, isCut: false }
  const cut = isCut === true
  return { bit: MOVED.bit | (cut ? DROP.bit : 0), place: -1, oldPrice: Number(oldPriceCents), isCut: cut }
}

export function toHome(row: HappeningRow) {
  const { bit, place, oldPrice, isCut } = tellable(row)
  const statuses = bitOf('status', row.status) | (row.kind === 'Status Change' ? bitOf('status', row.newStatus) : 0)
  return {
    /** A search needs every one of these … */
    bits: statuses | bitOf('type', row.type) | bitOf('subType', row.subType),
    /** … and one of these. */
    kinds: bit,
    ...{ kind: place, oldPrice, isCut, price: Number(row.priceCents) },
    ...{ bedrooms: row.bedrooms, bathroomHalves: row.bathroomHalves, livingArea: row.livingArea ?? -1 },
    ...{ lotSize: row.lotSize ?? -1, yearBuilt: row.yearBuilt ?? -1, features: featuresOf(row.features) },
    keywordText: row.keywordText ?? '',
    /** Which phrases stand in the text, as far as they were looked for. */
    phrases: new Map<number, boolean>(),
    ...{ latitude: row.latitude, longitude: row.longitude },
  }
}

/** What the event is to a search with this mask and these prices: a place in `EVENT_KINDS`, or -1. */
export function kindFor(home: Home, mask: number, priceMin: number, priceMax: number): number {
  if (home.kind >= 0) return home.kind
  if ((mask & MOVED.bit) !== 0 && (home.oldPrice < priceMin || home.oldPrice > priceMax)) return MOVED.place
  return home.isCut && (mask & DROP.bit) !== 0 ? DROP.place : -1
}
