import { milesBetween } from '#server/domain/listings/listings.tokens.ts'
import type { Home } from './home.ts'
import { AT, type SearchTable } from './search-table.ts'

function hasPhrase(table: SearchTable, home: Home, phrase: number): boolean {
  const known = home.phrases.get(phrase)
  if (known !== undefined) return known
  const has = home.keywordText.includes(table.phrases[phrase] ?? '')
  home.phrases.set(phrase, has)
  return has
}

function hasWords(table: SearchTable, slot: number, home: Home): boolean {
  const end = table.endOf(slot, 'keywords')
  for (let at = table.int(slot, AT.keywords); at < end; at += 1) {
    if (!hasPhrase(table, home, table.keywords.items[at] ?? -1)) return false
  }
  return true
}

/** Whether a home is what a search asks for beyond mask, price and place. */
export function fitsMore(table: SearchTable, slot: number, home: Home): boolean {
  const features = table.int(slot, AT.features)
  return (
    home.bedrooms >= table.int(slot, AT.bedrooms) &&
    home.bathroomHalves >= table.int(slot, AT.bathroomHalves) &&
    home.livingArea >= table.int(slot, AT.areaMin) &&
    home.livingArea <= table.int(slot, AT.areaMax) &&
    home.lotSize >= table.int(slot, AT.lotMin) &&
    home.lotSize <= table.int(slot, AT.lotMax) &&
    home.yearBuilt >= table.int(slot, AT.yearMin) &&
    home.yearBuilt <= table.int(slot, AT.yearMax) &&
    (features & home.features) === features &&
    hasWords(table, slot, home)
  )
}

/**
 * Whether a point lies in one of the rings packed from `at` on. The same sums in the same order as `liesInRing` and
 * `lies_in_polygons`: nonzero winding, edges and corners belong to the inside.
 */
function liesInRings(packed: Float64Array, at: number, x: number, y: number): boolean {
  let next = at + 1
  for (let ring = packed[at] ?? 0; ring > 0; ring -= 1) {
    const first = next + 1
    next = first + 2 * (packed[next] ?? 0)
    let winding = 0
    let [ax, ay] = [packed[next - 2] ?? 0, packed[next - 1] ?? 0]
    for (let corner = first; corner < next; corner += 2) {
      const [bx, by] = [packed[corner] ?? 0, packed[corner + 1] ?? 0]
      const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
      const isBetween = x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)
      if (side === 0 && isBetween) return true
      if (ay <= y && by > y && side > 0) winding += 1
      if (ay > y && by <= y && side < 0) winding -= 1
      ;[ax, ay] = [bx, by]
    }
    if (winding !== 0) return true
  }
  return false
}

/** Whether a home lies in a search's circle or in one of its drawn areas. */
export function liesInArea(table: SearchTable, slot: number, { latitude, longitude }: Home): boolean {
  const area = table.int(slot, AT.area)
  if (latitude === null || longitude === null || area < 0) return false
  const packed = table.areas.items
  const miles = packed[area + 2] ?? -1
  if (miles >= 0) {
    const centre = { latitude: packed[area] ?? 0, longitude: packed[area + 1] ?? 0 }
    if (milesBetween(centre, { latitude, longitude }) <= miles) return true
  }
  return liesInRings(packed, area + 3, longitude, latitude)
}
