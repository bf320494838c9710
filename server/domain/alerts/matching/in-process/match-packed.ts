import { ID_BYTES } from '../packed.ts'
import { NEEDS_AREA, NEEDS_MORE } from './bits.ts'
import { fitsMore, liesInArea } from './fits.ts'
import { type Home, kindFor, toHome } from './home.ts'
import type { HappeningRow } from './homes.sql.ts'
import { IntList } from './packed-list.ts'
import type { PackedMatches } from './packed-matches.ts'
import { ENTRY, endOfAffordable, type PlaceIndex } from './place-index.ts'
import { AT, type SearchTable } from './search-table.ts'

/** Calls `found` for each entry of a place that wants the home; one search may be met at several places. */
function matchPlace(
  table: SearchTable,
  index: PlaceIndex,
  home: Home,
  place: number,
  found: (slot: number, kind: number) => void,
) {
  const { entries, starts } = index
  const from = starts[place] ?? 0
  const end = endOfAffordable(index, from, starts[place + 1] ?? from, home.price)
  for (let at = from * ENTRY.stride; at < end * ENTRY.stride; at += ENTRY.stride) {
    const mask = entries.getInt32(at + ENTRY.mask, true)
    if ((mask & home.bits) !== home.bits || (mask & home.kinds) === 0) continue
    const [priceMin, priceMax] = [entries.getFloat64(at, true), entries.getFloat64(at + ENTRY.priceMax, true)]
    if (home.price < priceMin || home.price > priceMax) continue
    const kind = kindFor(home, mask, priceMin, priceMax)
    if (kind < 0) continue
    const slot = entries.getInt32(at + ENTRY.slot, true)
    if ((mask & NEEDS_MORE) !== 0 && !fitsMore(table, slot, home)) continue
    if ((mask & NEEDS_AREA) !== 0 && !liesInArea(table, slot, home)) continue
    found(slot, kind)
  }
}

/** Names what was found: ids and addresses of the searches that want something, each once. */
function nameSearches(table: SearchTable, slots: Int32Array): Pick<PackedMatches, 'searches' | 'people'> {
  const searches = {
    searchIds: new Uint8Array(slots.length * ID_BYTES),
    version: new Int32Array(slots.length),
    person: new Int32Array(slots.length),
  }
  const people = new IntList()
  const placeOf = new Int32Array(table.people.count)
  const records = Buffer.from(table.records.view.buffer)
  for (const [place, slot] of slots.entries()) {
    const person = table.int(slot, AT.person)
    if (placeOf[person] === 0) {
      people.push(person)
      placeOf[person] = people.length
    }
    const at = slot * table.records.stride
    records.copy(searches.searchIds, place * ID_BYTES, at, at + ID_BYTES)
    searches.version[place] = table.int(slot, AT.version)
    searches.person[place] = (placeOf[person] ?? 0) - 1
  }
  return { searches, people: table.people.pack(people.exactly()) }
}

/** Holds what happened against the packed searches. */
export function matchPacked(
  table: SearchTable,
  indexes: readonly PlaceIndex[],
  rows: readonly HappeningRow[],
): PackedMatches {
  const pairs = { event: new IntList(), search: new IntList(), kind: new IntList() }
  const events: PackedMatches['events'] = []
  const wanting = new IntList()
  // Per search: the event that it was met for last, and its place among those that want something.
  const [metFor, placeOf] = [new Int32Array(table.records.length), new Int32Array(table.records.length)]
  for (const row of rows) {
    const { eventId, listingId } = row
    const home = toHome(row)
    const event = events.length
    const found = (slot: number, kind: number) => {
      if (metFor[slot] === event + 1 || table.isGone(slot)) return
      metFor[slot] = event + 1
      if (placeOf[slot] === 0) {
        wanting.push(slot)
        placeOf[slot] = wanting.length
      }
      pairs.event.push(event)
      pairs.search.push((placeOf[slot] ?? 0) - 1)
      pairs.kind.push(kind)
    }
    const before = pairs.event.length
    for (const place of table.places.placesOf(row)) {
      for (const index of indexes) matchPlace(table, index, home, place, found)
    }
    if (pairs.event.length > before) events.push({ eventId, listingId })
  }
  return {
    held: table.held,
    events,
    ...nameSearches(table, wanting.items.subarray(0, wanting.length)),
    pairs: {
      event: pairs.event.exactly(),
      search: pairs.search.exactly(),
      kind: Uint8Array.from(pairs.kind.items.subarray(0, pairs.kind.length)),
    },
  }
}
