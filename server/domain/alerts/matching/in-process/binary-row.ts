const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEADER_BYTES = 19
/** Most arrays are empty: one for all of them. */
const NONE: readonly string[] = []

/** Reads the fields of a row of `COPY ... (FORMAT binary)` in their order. */
export class BinaryRow {
  bytes: Buffer = Buffer.alloc(0)
  #at = 0

  /** Stands before the first field of a row; false when the chunk holds none. */
  open(chunk: Buffer): boolean {
    this.bytes = chunk
    // The first row comes behind the header of the format, the last chunk is a count of -1.
    this.#at = chunk.length >= HEADER_BYTES && chunk.subarray(0, HEADER.length).equals(HEADER) ? HEADER_BYTES : 0
    if (this.#at >= chunk.length) return false
    const fields = chunk.readInt16BE(this.#at)
    this.#at += 2
    return fields > 0
  }

  /** Where the next field begins, or -1 for null; stands behind it then. */
  #field(): number {
    const length = this.bytes.readInt32BE(this.#at)
    const start = this.#at + 4
    this.#at = start + Math.max(0, length)
    return length < 0 ? -1 : start
  }

  /** Where the bytes of an id or a text begin; they end where `at` stands then. */
  start(): number {
    return this.#field()
  }

  get at(): number {
    return this.#at
  }

  int4(): number | null {
    const start = this.#field()
    return start < 0 ? null : this.bytes.readInt32BE(start)
  }

  /** Exact up to 2^53, far above any price. */
  int8(): number | null {
    const start = this.#field()
    return start < 0 ? null : this.bytes.readInt32BE(start) * 2 ** 32 + this.bytes.readUInt32BE(start + 4)
  }

  float8(): number | null {
    const start = this.#field()
    return start < 0 ? null : this.bytes.readDoubleBE(start)
  }

  text(): string | null {
    const start = this.#field()
    return start < 0 ? null : this.bytes.toString('utf8', start, this.#at)
  }

  /** Texts or enum values; none for null. */
  texts(): readonly string[] {
    const start = this.#field()
    if (start < 0 || this.bytes.readInt32BE(start) === 0) return NONE
    const items: string[] = []
    for (let at = start + 20; at < this.#at; ) {
      const end = at + 4 + this.bytes.readInt32BE(at)
      items.push(this.bytes.toString('utf8', at + 4, end))
      at = end
    }
    return items
  }

  /** What `read` makes of an array; the few arrays that most rows share are read once. */
  shared(known: Map<string, number>, read: (items: readonly string[]) => number): number {
    const before = this.#at
    const start = this.#field()
    const key = start < 0 ? '' : this.bytes.toString('latin1', start, this.#at)
    const made = known.get(key)
    if (made !== undefined) return made
    this.#at = before
    const fresh = read(this.texts())
    known.set(key, fresh)
    return fresh
  }
}
