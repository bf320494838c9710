/** A small seeded generator: the same seed gives the same world on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  float: () => number
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** Picks by weight; heavier is likelier. */
  weighted: <T>(list: readonly T[], weightOf: (item: T) => number) => T
  /** `count` different items, in random order. */
  sample: <T>(list: readonly T[], count: number) => T[]
  /** Around `mean`; two thirds lie within one `deviation`. */
  normal: (mean: number, deviation: number) => number
  /** `length` hexadecimal digits. */
  hex: (length: number) => string
}

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** Mulberry32. Parts of the world take streams of their own (`createRandom('42:listings')`), so that one may change without the others. */
export function createRandom(seed: number | string): Random {
  let state = hash(String(seed))
  const float = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(float() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const item = list[int(0, list.length - 1)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const weighted = <T>(list: readonly T[], weightOf: (item: T) => number): T => {
    let left = float() * list.reduce((sum, item) => sum + weightOf(item), 0)
    for (const item of list) {
      left -= weightOf(item)
      if (left < 0) return item
    }
    return pick(list)
  }
  const sample = <T>(list: readonly T[], count: number): T[] => {
    const rest = [...list]
    const taken: T[] = []
    while (taken.length < count && rest.length) taken.push(...rest.splice(int(0, rest.length - 1), 1))
    return taken
  }
  const normal = (mean: number, deviation: number) =>
    mean + deviation * (float() + float() + float() + float() - 2) * Math.sqrt(3)
  const hex = (length: number) => Array.from({ length }, () => int(0, 15).toString(16)).join('')
  return { float, int, chance: (probability) => float() < probability, pick, weighted, sample, normal, hex }
}
