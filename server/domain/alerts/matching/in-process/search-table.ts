import { NEEDS_MORE } from './bits.ts'
import { FloatList, IntList, RecordList } from './packed-list.ts'
import { People } from './people.ts'
import { Places } from './places.ts'
import type { SearchFields } from './search-fields.ts'
import { UuidIndex } from './uuid-index.ts'

/** Where the fields of a search stand in its record, in bytes. */
export const AT = {
  ...{ id: 0, person: 16, version: 20, mask: 24, features: 28, priceMin: 32, priceMax: 40 },
  ...{ bedrooms: 48, bathroomHalves: 52, areaMin: 56, areaMax: 60, lotMin: 64, lotMax: 68, yearMin: 72, yearMax: 76 },
  ...{ keywords: 80, tokens: 84, area: 88, gone: 92 },
} as const
const STRIDE = 96

/** Whether a home has to be held against more than mask, price and place. */
const needsMore = (fields: SearchFields) =>
  fields.bedroomsMin > 0 ||
  fields.bathroomHalvesMin > 0 ||
  fields.features !== 0 ||
  fields.keywords.length > 0 ||
  // Wherever there is a bound, there is one from below: 0, or it would let -1 pass, which is "no such figure".
  fields.areaMin > -1 ||
  fields.lotMin > -1 ||
  fields.yearMin > -1

/**
 * All searches that a run evaluates, packed: a million of them in some 200 MB, where objects would take several GB. A
 * search that changes gets a new record; the old one is marked as gone.
 */
export class SearchTable {
  readonly records: RecordList
  readonly tokens = new IntList()
  readonly places = new Places()
  readonly people: People
  /** Phrases by number, each with a space at both ends. */
  readonly phrases: string[] = []
  readonly keywords = new IntList()
  /** For each search with a circle or drawn areas: latitude, longitude and miles (-1: none); then rings, see `#packArea`. */
  readonly areas = new FloatList()
  readonly #slots: UuidIndex
  readonly #phraseNumbers = new Map<string, number>()
  /** Searches that are not gone. */
  held = 0

  constructor(expected: { searches: number; contacts: number }) {
    this.records = new RecordList(STRIDE, expected.searches)
    this.people = new People(expected.contacts)
    this.#slots = new UuidIndex(expected.searches, (slot, word) => this.int(slot, AT.id + word * 4))
  }

  add(bytes: Buffer, fields: SearchFields) {
    const slot = this.records.length
    const at = this.records.add()
    const { view } = this.records
    const int = (place: number, value: number) => view.setInt32(at + place, value, true)
    const float = (place: number, value: number) => view.setFloat64(at + place, value, true)
    for (let word = 0; word < 16; word += 4) int(AT.id + word, bytes.readInt32LE(fields.idAt + word))
    int(AT.person, this.people.put(bytes, fields))
    int(AT.version, fields.version)
    int(AT.mask, fields.mask | (needsMore(fields) ? NEEDS_MORE : 0))
    int(AT.features, fields.features)
    float(AT.priceMin, fields.priceMinCents)
    float(AT.priceMax, fields.priceMaxCents)
    int(AT.bedrooms, fields.bedroomsMin)
    int(AT.bathroomHalves, fields.bathroomHalvesMin)
    int(AT.areaMin, fields.areaMin)
    int(AT.areaMax, fields.areaMax)
    int(AT.lotMin, fields.lotMin)
    int(AT.lotMax, fields.lotMax)
    int(AT.yearMin, fields.yearMin)
    int(AT.yearMax, fields.yearMax)
    int(AT.keywords, this.keywords.length)
    for (const words of fields.keywords) this.keywords.push(this.#phraseOf(words))
    int(AT.tokens, this.tokens.length)
    this.places.addTokens(fields.area, this.tokens)
    int(AT.area, this.#packArea(fields.area))
    this.#bury(this.#slots.set(bytes, fields.idAt, slot))
    this.held += 1
  }

  /** Takes a search out of all matching. */
  remove(bytes: Buffer, idAt: number) {
    this.#bury(this.#slots.get(bytes, idAt))
  }

  #bury(slot: number) {
    if (slot < 0 || this.isGone(slot)) return
    this.records.view.setInt32(slot * STRIDE + AT.gone, 1, true)
    this.held -= 1
  }

  isGone(slot: number) {
    return this.int(slot, AT.gone) === 1
  }

  int(slot: number, place: number) {
    return this.records.view.getInt32(slot * STRIDE + place, true)
  }

  float(slot: number, place: number) {
    return this.records.view.getFloat64(slot * STRIDE + place, true)
  }

  /** Where the tokens or keywords of a search end: where those of the next one begin. */
  endOf(slot: number, list: 'tokens' | 'keywords') {
    return slot + 1 < this.records.length ? this.int(slot + 1, AT[list]) : this[list].length
  }

  #phraseOf(words: string): number {
    const known = this.#phraseNumbers.get(words)
    if (known !== undefined) return known
    this.#phraseNumbers.set(words, this.phrases.length)
    return this.phrases.push(` ${words} `) - 1
  }

  /** The circle; then how many rings there are, and for each how many corners, then the corners. -1 where there is nothing. */
  #packArea({ radius, polygons }: SearchFields['area']): number {
    if (!radius && polygons.length === 0) return -1
    const at = this.areas.length
    for (const number of [radius?.latitude ?? 0, radius?.longitude ?? 0, radius?.miles ?? -1]) this.areas.push(number)
    this.areas.push(polygons.length)
    for (const ring of polygons) {
      this.areas.push(ring.length)
      for (const corner of ring) for (const degrees of corner) this.areas.push(degrees)
    }
    return at
  }
}
