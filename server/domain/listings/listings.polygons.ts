import type { Ring } from './listings.tokens.ts'

/**
 * Whether a point lies in a ring: planar, nonzero winding, edges and corners belong to the inside. The same sums in the
 * same order as `lies_in_polygons` in the database, so both agree to the bit.
 */
export function liesInRing(ring: Ring, longitude: number, latitude: number): boolean {
  let winding = 0
  let [ax, ay] = ring.at(-1) ?? [Number.NaN, Number.NaN]
  for (const [bx, by] of ring) {
    const side = (bx - ax) * (latitude - ay) - (longitude - ax) * (by - ay)
    if (
      side === 0 &&
      longitude >= Math.min(ax, bx) &&
      longitude <= Math.max(ax, bx) &&
      latitude >= Math.min(ay, by) &&
      latitude <= Math.max(ay, by)
    ) {
      return true
    }
    if (ay <= latitude && by > latitude && side > 0) winding += 1
    if (ay > latitude && by <= latitude && side < 0) winding -= 1
    ;[ax, ay] = [bx, by]
  }
  return winding !== 0
}
