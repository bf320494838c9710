const WORDS = 4
const FREE = -1

/** Numbers by uuid, without a string or an object for each. Keys are the 16 bytes of an id at a place in a buffer. */
export class UuidMap {
  #keys: Int32Array
  #values: Int32Array
  #size = 0

  constructor(expected: number) {
    const capacity = 2 ** Math.max(10, Math.ceil(Math.log2(expected * 2)))
    this.#keys = new Int32Array(capacity * WORDS)
    this.#values = new Int32Array(capacity).fill(FREE)
  }

  /** The number, or -1. */
  get(bytes: Buffer, at: number): number {
    return this.#values[this.#placeOf(bytes, at)] ?? FREE
  }

  /** Sets the number and returns the one before, or -1: a search for both is one search. */
  set(bytes: Buffer, at: number, value: number): number {
    const place = this.#placeOf(bytes, at)
    const former = this.#values[place] ?? FREE
    this.#values[place] = value
    if (former !== FREE) return former
    this.#size += 1
    for (let word = 0; word < WORDS; word += 1) this.#keys[place * WORDS + word] = bytes.readInt32LE(at + word * 4)
    if (this.#size * 2 > this.#values.length) this.#grow()
    return FREE
  }

  /** Where the key stands, or where it would. The last bytes of a uuid of any version are random: they are the hash. */
  #placeOf(bytes: Buffer, at: number): number {
    const keys = this.#keys
    const [a, b] = [bytes.readInt32LE(at), bytes.readInt32LE(at + 4)]
    const [c, d] = [bytes.readInt32LE(at + 8), bytes.readInt32LE(at + 12)]
    const mask = this.#values.length - 1
    for (let place = d & mask; ; place = (place + 1) & mask) {
      if (this.#values[place] === FREE) return place
      const key = place * WORDS
      if (keys[key + 3] === d && keys[key + 2] === c && keys[key + 1] === b && keys[key] === a) return place
    }
  }

  #grow() {
    const [keys, values] = [Buffer.from(this.#keys.buffer), this.#values]
    this.#keys = new Int32Array(values.length * 2 * WORDS)
    this.#values = new Int32Array(values.length * 2).fill(FREE)
    this.#size = 0
    for (const [place, value] of values.entries()) if (value !== FREE) this.set(keys, place * 16, value)
  }
}

const DIGITS = Buffer.from('0123456789abcdef', 'latin1')
const DASH = 45
/** Before these bytes of an id stands a dash in its text. */
const DASHES = new Set([4, 6, 8, 10])
const written = Buffer.alloc(36)

/** "018f…-…" of the 16 bytes at a place. Written into one buffer: slices of a hex string are seven objects an id. */
export function uuidAt(bytes: Buffer, at: number): string {
  let to = 0
  for (let place = 0; place < 16; place += 1) {
    if (DASHES.has(place)) written[to++] = DASH
    const byte = bytes[at + place] ?? 0
    written[to++] = DIGITS[byte >> 4] ?? 0
    written[to++] = DIGITS[byte & 15] ?? 0
  }
  return written.toString('latin1')
}
