/** Bytes of an id: a text of it takes four times as much, and an object beside that. */
export const ID_BYTES = 16
const DIGITS = Buffer.from('0123456789abcdef', 'latin1')
const DASH = 45
/** Before these bytes of an id stands a dash in its text. */
const DASHES = new Set([4, 6, 8, 10])
const written = Buffer.alloc(36)

/** "018f…-…" of the 16 bytes at a place. Written into one buffer: slices of a hex string are seven objects an id. */
export function uuidAt(bytes: Uint8Array, at: number): string {
  let to = 0
  for (let place = 0; place < ID_BYTES; place += 1) {
    if (DASHES.has(place)) written[to++] = DASH
    const byte = bytes[at + place] ?? 0
    written[to++] = DIGITS[byte >> 4] ?? 0
    written[to++] = DIGITS[byte & 15] ?? 0
  }
  return written.toString('latin1')
}

/** Ids, 16 bytes each, one after the other: on no heap, and a thread hands them over without a copy. */
export type IdBytes = Uint8Array<ArrayBuffer>

/** Reads packed ids as the texts that the database writes. */
export class IdList {
  readonly bytes: IdBytes
  readonly length: number

  constructor(bytes: IdBytes) {
    this.bytes = bytes
    this.length = bytes.length / ID_BYTES
  }

  static of(ids: readonly string[]): IdList {
    const bytes = new Uint8Array(ids.length * ID_BYTES)
    for (const [place, id] of ids.entries()) bytes.set(Buffer.from(id.replaceAll('-', ''), 'hex'), place * ID_BYTES)
    return new IdList(bytes)
  }

  at(place: number): string | undefined {
    return place >= 0 && place < this.length ? uuidAt(this.bytes, place * ID_BYTES) : undefined
  }

  *[Symbol.iterator](): Generator<string> {
    for (let place = 0; place < this.length; place += 1) yield uuidAt(this.bytes, place * ID_BYTES)
  }
}

/** Texts as UTF-8, one after the other, and where each of them ends. */
export type TextBytes = { bytes: Uint8Array<ArrayBuffer>; ends: Int32Array<ArrayBuffer> }

/** Reads packed texts. */
export class TextList {
  readonly packed: TextBytes
  readonly length: number
  readonly #bytes: Buffer

  constructor(packed: TextBytes) {
    this.packed = packed
    this.length = packed.ends.length
    this.#bytes = Buffer.from(packed.bytes.buffer)
  }

  static of(texts: readonly string[]): TextList {
    const bytes = new TextEncoder().encode(texts.join(''))
    const ends = new Int32Array(texts.length)
    for (const [place, text] of texts.entries()) ends[place] = (ends[place - 1] ?? 0) + Buffer.byteLength(text)
    return new TextList({ bytes, ends })
  }

  at(place: number): string | undefined {
    if (place < 0 || place >= this.length) return undefined
    return this.#bytes.toString('utf8', this.packed.ends[place - 1] ?? 0, this.packed.ends[place])
  }
}
