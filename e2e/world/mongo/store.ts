import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Collection } from './collection.ts'
import { type Change, Journal, readJournal, rewriteJournal } from './journal.ts'
import type { Doc } from './values.ts'

/** All databases of the peer, in memory, and what was written since the last `save`. */
export class Store {
  private readonly collections = new Map<string, Collection>()
  private readonly journal: Journal | undefined
  private unsaved: Change[] = []

  /** With a file the store survives a restart; without one it lives and dies with the process. */
  constructor(dataFile?: string) {
    if (!dataFile) return
    mkdirSync(dirname(dataFile), { recursive: true })
    const { changes, length } = readJournal(dataFile)
    for (const change of changes) this.apply(change)
    const live = [...this.snapshot()]
    const wasteful = changes.length > 2 * live.length + 1000
    if (wasteful) rewriteJournal(dataFile, live)
    this.journal = new Journal(dataFile, wasteful ? readJournal(dataFile).length : length)
  }

  get(namespace: string): Collection | undefined {
    return this.collections.get(namespace)
  }

  /** The collection, made when it is not there, as MongoDB does on a first write. */
  open(namespace: string): Collection {
    const known = this.collections.get(namespace)
    if (known) return known
    this.write({ kind: 'create', namespace, doc: {} })
    return this.open(namespace)
  }

  namesIn(database: string): string[] {
    const prefix = `${database}.`
    return [...this.collections.keys()].filter((name) => name.startsWith(prefix)).map((n) => n.slice(prefix.length))
  }

  write(change: Change): void {
    this.apply(change)
    if (this.journal) this.unsaved.push(change)
  }

  /** Called before a command is answered. */
  save(): void {
    this.journal?.append(this.unsaved)
    this.unsaved = []
  }

  close(): void {
    this.save()
    this.journal?.close()
  }

  private apply({ kind, namespace, doc }: Change): void {
    if (kind === 'drop') {
      this.collections.delete(namespace)
      return
    }
    const collection = this.collections.get(namespace) ?? new Collection(namespace)
    this.collections.set(namespace, collection)
    if (kind === 'put') collection.put(doc)
    else if (kind === 'remove') collection.remove(doc)
    else if (kind === 'index') collection.addIndex(doc)
  }

  private *snapshot(): Iterable<Change> {
    const empty: Doc = {}
    for (const [namespace, { docs, indexes }] of this.collections) {
      yield { kind: 'create', namespace, doc: empty }
      for (const doc of indexes.slice(1)) yield { kind: 'index', namespace, doc }
      for (const doc of docs.values()) yield { kind: 'put', namespace, doc }
    }
  }
}
