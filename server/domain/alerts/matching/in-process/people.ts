import { UuidMap, uuidAt } from './uuid-map.ts'

/** Whom searches belong to: numbers for contacts, with the address that each has now. */
export class People {
  readonly #numbers: UuidMap
  readonly #recipients: string[] = []
  #ids: Buffer

  constructor(expected: number) {
    this.#numbers = new UuidMap(expected)
    this.#ids = Buffer.alloc(16 * Math.max(expected, 1_024))
  }

  /** The contact's number; its address is what the latest reading says. */
  put(bytes: Buffer, at: number, recipient: string): number {
    const known = this.#numbers.get(bytes, at)
    if (known >= 0) {
      if (this.#recipients[known] !== recipient) this.#recipients[known] = recipient
      return known
    }
    const number = this.#recipients.push(recipient) - 1
    if ((number + 1) * 16 > this.#ids.length) this.#ids = Buffer.concat([this.#ids, Buffer.alloc(this.#ids.length)])
    bytes.copy(this.#ids, number * 16, at, at + 16)
    this.#numbers.set(bytes, at, number)
    return number
  }

  at(number: number): { recipient: string; contactId: string } {
    return { recipient: this.#recipients[number] ?? '', contactId: uuidAt(this.#ids, number * 16) }
  }
}
