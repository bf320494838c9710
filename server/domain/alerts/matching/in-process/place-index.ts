import { NEEDS_AREA } from './bits.ts'
import { AT, type SearchTable } from './search-table.ts'

/** Where the fields of an entry stand, in bytes: what decides most often lies together. */
export const ENTRY = { priceMin: 0, priceMax: 8, mask: 16, slot: 20, stride: 24 } as const

/** Searches by the place they look at, and there by their lowest price. */
export type PlaceIndex = {
  entries: DataView<ArrayBuffer>
  /** The entries of place n lie from starts[n] to starts[n + 1]. */
  starts: Int32Array
}

const SLOTS = 2 ** 23
/** Whole dollars, as high as a criterion may go. */
const dollarsOf = (cents: number) => Math.min(2 ** 30 - 1, Math.max(0, Math.floor(cents / 100)))

/** Slots from `from` on that are not gone, the lowest price first; to the dollar, which is near enough to stop looking. */
function slotsByPrice(table: SearchTable, from: number): Float64Array {
  const count = table.records.length - from
  if (count > SLOTS) throw new Error(`${count} searches are more than one index can order.`)
  const keys = new Float64Array(count)
  let live = 0
  for (let slot = from; slot < table.records.length; slot += 1) {
    if (table.isGone(slot)) continue
    keys[live] = dollarsOf(table.float(slot, AT.priceMin)) * SLOTS + (slot - from)
    live += 1
  }
  return keys.subarray(0, live).sort()
}

/** Indexes the searches of a table from a slot on. */
export function indexPlaces(table: SearchTable, from: number): PlaceIndex {
  const order = slotsByPrice(table, from)
  const starts = new Int32Array(table.places.count + 2)
  const tokensOf = (slot: number) =>
    table.tokens.items.subarray(table.int(slot, AT.tokens), table.endOf(slot, 'tokens'))
  for (const key of order) {
    for (const token of tokensOf(from + (key % SLOTS))) starts[(token >> 1) + 2] = (starts[(token >> 1) + 2] ?? 0) + 1
  }
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  const entries = new DataView(new ArrayBuffer((starts.at(-1) ?? 0) * ENTRY.stride))
  for (const key of order) {
    const slot = from + (key % SLOTS)
    const [priceMin, priceMax, mask] = [
      table.float(slot, AT.priceMin),
      table.float(slot, AT.priceMax),
      table.int(slot, AT.mask),
    ]
    for (const token of tokensOf(slot)) {
      const place = (token >> 1) + 1
      const at = (starts[place] ?? 0) * ENTRY.stride
      starts[place] = (starts[place] ?? 0) + 1
      entries.setFloat64(at + ENTRY.priceMin, priceMin, true)
      entries.setFloat64(at + ENTRY.priceMax, priceMax, true)
      entries.setInt32(at + ENTRY.mask, token & 1 ? mask | NEEDS_AREA : mask, true)
      entries.setInt32(at + ENTRY.slot, slot, true)
    }
  }
  return { entries, starts }
}

/** The place behind the last entry of a range whose lowest price the home reaches, to the dollar. */
export function endOfAffordable({ entries }: PlaceIndex, from: number, to: number, priceCents: number): number {
  const above = (Math.floor(priceCents / 100) + 1) * 100
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (entries.getFloat64(middle * ENTRY.stride + ENTRY.priceMin, true) < above) low = middle + 1
    else high = middle
  }
  return low
}
