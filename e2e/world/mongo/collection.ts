import { Int32 } from 'bson'
import { PeerError } from './errors.ts'
import { checkFilter, matches } from './match.ts'
import { scanStart } from './range.ts'
import { type Sorted, sortDocs } from './sort.ts'
import { type Doc, isDoc, keyOf, kindOf, numberOf } from './values.ts'

export type Query = { filter: Doc; sort?: Doc | undefined; skip?: number; limit?: number }

/** The documents of one collection in natural order. Stored documents are never changed in place. */
export class Collection {
  readonly namespace: string
  readonly docs = new Map<string, Doc>()
  indexes: Doc[]
  private sorted = new Map<string, Sorted>()

  constructor(namespace: string) {
    this.namespace = namespace
    this.indexes = [{ v: new Int32(2), key: { _id: new Int32(1) }, name: '_id_', ns: namespace }]
  }

  refuseKnown(id: unknown): void {
    const key = keyOf(id)
    if (this.docs.has(key))
      throw new PeerError(11000, `E11000 duplicate key error collection: ${this.namespace} index: _id_ dup key: ${key}`)
  }

  put(doc: Doc): void {
    this.docs.set(keyOf(doc._id), doc)
    this.sorted.clear()
  }

  remove(doc: Doc): void {
    this.docs.delete(keyOf(doc._id))
    this.sorted.clear()
  }

  addIndex(index: Doc): boolean {
    if (this.indexes.some((known) => known.name === index.name)) return false
    this.indexes.push(index)
    return true
  }

  find({ filter, sort, skip = 0, limit = 0 }: Query): Doc[] {
    checkFilter(filter)
    const found: Doc[] = []
    const enough = limit ? skip + limit : Number.POSITIVE_INFINITY
    for (const doc of this.candidates(filter, sort)) {
      if (found.length >= enough) break
      if (matches(doc, filter)) found.push(doc)
    }
    return skip ? found.slice(skip) : found
  }

  private *candidates(filter: Doc, sort: Doc | undefined): Iterable<Doc> {
    const id = filter._id
    if (id !== undefined && !isDoc(id) && kindOf(id) !== 'null' && !Array.isArray(id)) {
      const doc = this.docs.get(keyOf(id))
      if (doc) yield doc
      return
    }
    if (!sort || !Object.keys(sort).length) {
      yield* this.docs.values()
      return
    }
    const sorted = this.inOrder(sort)
    for (let at = scanStart(sorted, filter); at < sorted.docs.length; at++) {
      const doc = sorted.docs[at]
      if (doc) yield doc
    }
  }

  /** A sorted list is kept until the next write: paging through ten thousand documents sorts them once. */
  private inOrder(sort: Doc): Sorted {
    const name = JSON.stringify(Object.entries(sort).map(([path, direction]) => [path, numberOf(direction)]))
    const known = this.sorted.get(name)
    if (known) return known
    const fresh = sortDocs(this.docs.values(), sort)
    this.sorted.set(name, fresh)
    return fresh
  }
}
