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

const WORDS = ENTRY.stride / Int32Array.BYTES_PER_ELEMENT
/** More entries than any place can have; behind the dollars of a key there is room for their numbers. */
const MOST = 2 ** 23
/** Whole dollars, as high as a criterion may go. */
const dollarsOf = (cents: number) => Math.min(2 ** 30 - 1, Math.max(0, Math.floor(cents / 100)))

/** Where each place begins: the number of entries before it. The last item is the number of all. */
function countPlaces(table: SearchTable, from: number): Int32Array {
  const starts = new Int32Array(table.places.count + 1)
  for (let slot = from; slot < table.records.length; slot += 1) {
    if (table.isGone(slot)) continue
    const end = table.endOf(slot, 'tokens')
    for (let at = table.int(slot, AT.tokens); at < end; at += 1) {
      const place = (table.tokens.items[at] ?? 0) >> 1
      starts[place + 1] = (starts[place + 1] ?? 0) + 1
    }
  }
  for (let place = 1; place < starts.length; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  return starts
}

/** Puts the searches from a slot on to their places, in the order of slots: records are read once, one after the other. */
function fillPlaces(table: SearchTable, from: number, starts: Int32Array): DataView<ArrayBuffer> {
  const entries = new DataView(new ArrayBuffer((starts.at(-1) ?? 0) * ENTRY.stride))
  const next = starts.slice()
  for (let slot = from; slot < table.records.length; slot += 1) {
    if (table.isGone(slot)) continue
    const [priceMin, priceMax] = [table.float(slot, AT.priceMin), table.float(slot, AT.priceMax)]
    const mask = table.int(slot, AT.mask)
    const end = table.endOf(slot, 'tokens')
    for (let index = table.int(slot, AT.tokens); index < end; index += 1) {
      const token = table.tokens.items[index] ?? 0
      const at = (next[token >> 1] ?? 0) * ENTRY.stride
      next[token >> 1] = (next[token >> 1] ?? 0) + 1
      entries.setFloat64(at + ENTRY.priceMin, priceMin, true)
      entries.setFloat64(at + ENTRY.priceMax, priceMax, true)
      entries.setInt32(at + ENTRY.mask, token & 1 ? mask | NEEDS_AREA : mask, true)
      entries.setInt32(at + ENTRY.slot, slot, true)
    }
  }
  return entries
}

/** Puts the entries of a place in order, the lowest price first; to the dollar, which is near enough to stop looking. */
function sortPlace(entries: DataView<ArrayBuffer>, from: number, to: number) {
  if (to - from > MOST) throw new Error(`${to - from} searches are more than one place can order.`)
  const keys = new Float64Array(to - from)
  for (let entry = 0; entry < keys.length; entry += 1) {
    keys[entry] = dollarsOf(entries.getFloat64((from + entry) * ENTRY.stride + ENTRY.priceMin, true)) * MOST + entry
  }
  keys.sort()
  const words = new Int32Array(entries.buffer, from * ENTRY.stride, keys.length * WORDS)
  const before = words.slice()
  for (let entry = 0; entry < keys.length; entry += 1) {
    const was = ((keys[entry] ?? 0) % MOST) * WORDS
    for (let word = 0; word < WORDS; word += 1) words[entry * WORDS + word] = before[was + word] ?? 0
  }
}

/** Indexes the searches of a table from a slot on. */
export function indexPlaces(table: SearchTable, from: number): PlaceIndex {
  const starts = countPlaces(table, from)
  const entries = fillPlaces(table, from, starts)
  for (let place = 0; place + 1 < starts.length; place += 1) {
    sortPlace(entries, starts[place] ?? 0, starts[place + 1] ?? 0)
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
