/** Mulberry32: the same seed, the same numbers from 0 to below 1, on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Deals the members of one group anew, in place. */
export function shuffle(members: Int32Array, random: () => number): void {
  for (let last = members.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const held = members[last] ?? 0
    members[last] = members[other] ?? 0
    members[other] = held
  }
}
