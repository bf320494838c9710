import { calculateObjectSize, Long } from 'bson'
import { PeerError } from './errors.ts'
import type { Doc } from './values.ts'

const MAX_BATCH_BYTES = 16 * 1024 * 1024
const FIRST_BATCH = 101

type Open = { namespace: string; docs: Doc[]; at: number }

/** Cursors that are still open. A cursor reads the documents as they stood when it was opened. */
export class Cursors {
  private readonly open = new Map<string, Open>()
  private last = 0

  get size() {
    return this.open.size
  }

  start(namespace: string, docs: Doc[], batchSize: number = FIRST_BATCH, single = false): Doc {
    const cursor = { namespace, docs, at: 0 }
    const firstBatch = this.take(cursor, batchSize)
    let id = Long.ZERO
    if (!single && cursor.at < docs.length) {
      this.last += 1
      id = Long.fromNumber(4_000_000_000 + this.last)
      this.open.set(id.toString(), cursor)
    }
    return { cursor: { firstBatch, id, ns: namespace } }
  }

  next(id: string, batchSize: number): Doc {
    const cursor = this.open.get(id)
    if (!cursor) throw new PeerError(43, `cursor id ${id} not found`)
    const nextBatch = this.take(cursor, batchSize)
    const done = cursor.at >= cursor.docs.length
    if (done) this.open.delete(id)
    return { cursor: { nextBatch, id: done ? Long.ZERO : Long.fromString(id), ns: cursor.namespace } }
  }

  kill(ids: string[]): Doc {
    const killed = ids.filter((id) => this.open.delete(id))
    const missing = ids.filter((id) => !killed.includes(id))
    const asLongs = (list: string[]) => list.map((id) => Long.fromString(id))
    return {
      cursorsKilled: asLongs(killed),
      cursorsNotFound: asLongs(missing),
      cursorsAlive: [],
      cursorsUnknown: [],
    }
  }

  private take(cursor: Open, most: number): Doc[] {
    const batch: Doc[] = []
    let bytes = 0
    for (; cursor.at < cursor.docs.length && batch.length < most; cursor.at++) {
      const doc = cursor.docs[cursor.at]
      if (!doc) break
      bytes += calculateObjectSize(doc)
      if (batch.length && bytes > MAX_BATCH_BYTES) break
      batch.push(doc)
    }
    return batch
  }
}
