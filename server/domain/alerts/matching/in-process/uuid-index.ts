const FREE = -1

/** The n-th word (0 to 3) of the id that a number stands for, as little-endian bytes. */
type WordOf = (number: number, word: number) => number

/**
 * Numbers by uuid. The ids themselves stand with whoever gives the numbers, so that a place costs four bytes and not
 * twenty. Ids to look for are 16 bytes at a place in a buffer.
 */
export class UuidIndex {
  #numbers: Int32Array
  #size = 0
  readonly #wordOf: WordOf

  constructor(expected: number, wordOf: WordOf) {
    const capacity = 2 ** Math.max(10, Math.ceil(Math.log2(expected * 2)))
    this.#numbers = new Int32Array(capacity).fill(FREE)
    this.#wordOf = wordOf
  }

  /** The number, or -1. */
  get(bytes: Buffer, at: number): number {
    return this.#numbers[this.#placeOf(bytes, at)] ?? FREE
  }

  /**
   * Sets the number and returns the one before, or -1: a search for both is one search. The number's id has to be
   * readable by then.
   */
  set(bytes: Buffer, at: number, number: number): number {
    const place = this.#placeOf(bytes, at)
    const former = this.#numbers[place] ?? FREE
    this.#numbers[place] = number
    if (former !== FREE) return former
    this.#size += 1
    if (this.#size * 2 > this.#numbers.length) this.#grow()
    return FREE
  }

  /** Where the id stands, or where it would. The last bytes of a uuid of any version are random: they are the hash. */
  #placeOf(bytes: Buffer, at: number): number {
    const [numbers, wordOf] = [this.#numbers, this.#wordOf]
    const last = bytes.readInt32LE(at + 12)
    const mask = numbers.length - 1
    for (let place = last & mask; ; place = (place + 1) & mask) {
      const number = numbers[place] ?? FREE
      if (number === FREE) return place
      if (
        wordOf(number, 3) === last &&
        wordOf(number, 2) === bytes.readInt32LE(at + 8) &&
        wordOf(number, 1) === bytes.readInt32LE(at + 4) &&
        wordOf(number, 0) === bytes.readInt32LE(at)
      )
        return place
    }
  }

  #grow() {
    const numbers = new Int32Array(this.#numbers.length * 2).fill(FREE)
    const mask = numbers.length - 1
    for (const number of this.#numbers) {
      if (number === FREE) continue
      let place = this.#wordOf(number, 3) & mask
      while (numbers[place] !== FREE) place = (place + 1) & mask
      numbers[place] = number
    }
    this.#numbers = numbers
  }
}
