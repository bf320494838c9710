import { ID_BYTES, type IdBytes, type TextBytes } from '../packed.ts'
import { ByteList, IntList } from './packed-list.ts'
import type { SearchFields } from './search-fields.ts'
import { UuidIndex } from './uuid-index.ts'

/** Most addresses are shorter; room that is not used costs nothing. */
const ADDRESS_BYTES = 32

/** Whom searches belong to: numbers for contacts, with the address that each has now, packed. */
export class People {
  readonly #ids: ByteList
  /** Addresses as UTF-8, in no order: who gets another one has it at the end. */
  readonly #addresses: ByteList
  readonly #starts = new IntList()
  readonly #ends = new IntList()
  readonly #numbers: UuidIndex
  count = 0

  constructor(expected: number) {
    this.#ids = new ByteList(expected * ID_BYTES)
    this.#addresses = new ByteList(expected * ADDRESS_BYTES)
    this.#numbers = new UuidIndex(expected, (number, word) => this.#ids.bytes.readInt32LE(number * ID_BYTES + word * 4))
  }

  /** The contact's number; its address is what the latest reading says. */
  put(bytes: Buffer, { contactAt, recipientAt, recipientEnd }: SearchFields): number {
    const known = this.#numbers.get(bytes, contactAt)
    if (known >= 0) {
      const [from, to] = [this.#starts.items[known], this.#ends.items[known]]
      const isSame = bytes.compare(this.#addresses.bytes, from, to, recipientAt, recipientEnd) === 0
      if (!isSame) this.#writeAddress(known, bytes, recipientAt, recipientEnd)
      return known
    }
    const number = this.count
    this.count += 1
    this.#ids.push(bytes, contactAt, contactAt + ID_BYTES)
    this.#starts.push(0)
    this.#ends.push(0)
    this.#writeAddress(number, bytes, recipientAt, recipientEnd)
    this.#numbers.set(bytes, contactAt, number)
    return number
  }

  #writeAddress(number: number, bytes: Buffer, from: number, to: number) {
    this.#starts.items[number] = this.#addresses.length
    this.#addresses.push(bytes, from, to)
    this.#ends.items[number] = this.#addresses.length
  }

  /** Ids and addresses of some of them, in that order. */
  pack(numbers: Int32Array): { contactIds: IdBytes; recipients: TextBytes } {
    const contactIds = new Uint8Array(numbers.length * ID_BYTES)
    const ends = new Int32Array(numbers.length)
    let end = 0
    for (const [place, number] of numbers.entries()) {
      this.#ids.bytes.copy(contactIds, place * ID_BYTES, number * ID_BYTES, (number + 1) * ID_BYTES)
      end += (this.#ends.items[number] ?? 0) - (this.#starts.items[number] ?? 0)
      ends[place] = end
    }
    const bytes = new Uint8Array(end)
    for (const [place, number] of numbers.entries()) {
      this.#addresses.bytes.copy(bytes, ends[place - 1] ?? 0, this.#starts.items[number], this.#ends.items[number])
    }
    return { contactIds, recipients: { bytes, ends } }
  }
}
