import { NEEDS_MORE } from './bits.ts'
import { FloatList, IntList, RecordList } from './packed-list.ts'
import { People } from './people.ts'
import { Places } from './places.ts'
import type { SearchFields } from './search-fields.ts'
import { UuidMap } from './uuid-map.ts'

/** Where the fields of a search stand in its record, in bytes. */
export const AT = {
  ...{ id: 0, person: 16, version: 20, mask: 24, features: 28, priceMin: 32, priceMax: 40 },
  ...{ bedrooms: 48, bathroomHalves: 52, areaMin: 56, areaMax: 60, lotMin: 64, lotMax: 68, yearMin: 72, yearMax: 76 },
  ...{ keywords: 80, keywordsEnd: 84, tokens: 88, tokensEnd: 92 },
  ...{ latitude: 96, longitude: 104, miles: 112, polygons: 120, gone: 124 },
} as const
const STRIDE = 128

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
 * All searches that a run evaluates, packed: a million of them in some 300 MB, where objects would take several GB. A
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
  /** Rings one after the other: how many, and for each how many corners, then the corners. */
  readonly polygons = new FloatList()
  readonly #slots: UuidMap
  readonly #phraseNumbers = new Map<string, number>()
  /** Searches that are not gone. */
  held = 0

  constructor(expected: { searches: number; contacts: number }) {
    this.records = new RecordList(STRIDE, expected.searches)
    this.people = new People(expected.contacts)
    this.#slots = new UuidMap(expected.searches)
  }

  add(bytes: Buffer, fields: SearchFields) {
    const slot = this.records.length
    const at = this.records.add()
    const { view } = this.records
    const int = (place: number, value: number) => view.setInt32(at + place, value, true)
    const float = (place: number, value: number) => view.setFloat64(at + place, value, true)
    for (let word = 0; word < 16; word += 4) int(AT.id + word, bytes.readInt32LE(fields.idAt + word))
    int(AT.person, this.people.put(bytes, fields.contactAt, fields.recipient))
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
    int(AT.keywordsEnd, this.keywords.length)
    int(AT.tokens, this.tokens.length)
    this.places.addTokens(fields.area, this.tokens)
    int(AT.tokensEnd, this.tokens.length)
    float(AT.latitude, fields.area.radius?.latitude ?? 0)
    float(AT.longitude, fields.area.radius?.longitude ?? 0)
    float(AT.miles, fields.area.radius?.miles ?? -1)
    int(AT.polygons, this.#packPolygons(fields.area.polygons))
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

  #phraseOf(words: string): number {
    const known = this.#phraseNumbers.get(words)
    if (known !== undefined) return known
    this.#phraseNumbers.set(words, this.phrases.length)
    return this.phrases.push(` ${words} `) - 1
  }

  #packPolygons(rings: SearchFields['area']['polygons']): number {
    if (rings.length === 0) return -1
    const at = this.polygons.length
    this.polygons.push(rings.length)
    for (const ring of rings) {
      this.polygons.push(ring.length)
      for (const corner of ring) for (const degrees of corner) this.polygons.push(degrees)
    }
    return at
  }
}
