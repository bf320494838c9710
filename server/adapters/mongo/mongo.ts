import { MongoClient, MongoServerError } from 'mongodb'
import { decodeDocument, idFromJson, type SourceDocument, type SourceStream } from './mongo.documents.ts'
import { changedAfter, unreachableAt } from './mongo.filters.ts'
import { guardQuestions } from './mongo.guard.ts'
import { idsAmong, idsBetween, idsInLane, LANE_COUNT, orderOf, startOfLane } from './mongo.order.ts'
import { type ChangeOutcome, type SourceChange, writeChange } from './mongo.writes.ts'

/** A place in a stream: the last document that was taken, in the order (updatedAt, _id). */
export type SourceCursor = { updatedAt: Date; idJson: string }
export type SourcePage = { documents: SourceDocument[]; next: SourceCursor | null; isLast: boolean }

/** A place in a walk by `_id`: the type of ids it has come to, and the last one of them. */
export type SweepPosition = { lane: number; idJson: string | null }
/** Ids in canonical Extended JSON; after the first, up to and including the second, null for no bound. */
export type SourceRange = { after: string | null; upTo: string | null }
export type SweptPage = {
  documents: SourceDocument[]
  /** Null when the walk has come to its end. */
  next: SweepPosition | null
  /** Every document with a place after `from` and up to `to` is in this page. */
  from: Uint8Array
  to: Uint8Array
}

/** The old system's database: read in bulk, written one document at a time. */
export type LegacySource = {
  /** The source's own clock: ours may be minutes away from it. */
  sourceTime: () => Promise<Date>
  /** The next documents after a cursor whose date of change is at most `until`. */
  readPage: (
    stream: SourceStream,
    cursor: SourceCursor | null,
    options: { limit: number; until: Date },
  ) => Promise<SourcePage>
  /** The next documents in the order of their ids, whatever else they say of themselves. */
  sweepPage: (stream: SourceStream, position: SweepPosition, options: { limit: number }) => Promise<SweptPage>
  /** Those of these documents that are there now. */
  lookUp: (stream: SourceStream, idJsons: readonly string[]) => Promise<SourceDocument[]>
  /** Goes through the documents between two ids, a batch at a time: what it holds does not grow with the collection. */
  scan: (stream: SourceStream, range: SourceRange) => AsyncIterable<SourceDocument[]>
  /** Whether changes can be read by an index. Without one each question would read the whole collection. */
  canFollow: (stream: SourceStream) => Promise<boolean>
  /** How many documents have no date of change, one that is no date, or one after `now`. */
  countUnreachable: (stream: SourceStream, now: Date) => Promise<number>
  /** Changes one document, if it still is as it was read. */
  write: (stream: SourceStream, change: SourceChange) => Promise<ChangeOutcome>
  close: () => Promise<void>
}

const decodeAll = (found: readonly unknown[]) =>
  found.filter((raw) => raw instanceof Uint8Array).map((raw) => decodeDocument(raw))

const NAMESPACE_NOT_FOUND = 26
/** Some megabytes of listings. */
const SCAN_BATCH = 1_000

type Options = { url: string; database: string; timeoutMs?: number }

/** Connects on the first call. Every call has a time limit, and after five failures in a row none is made for a while. */
export function connectLegacy({ url, database, timeoutMs = 10_000 }: Options): LegacySource {
  const client = new MongoClient(url, {
    directConnection: true,
    retryWrites: false,
    readPreference: 'primary',
    maxPoolSize: 4,
    serverSelectionTimeoutMS: timeoutMs,
    connectTimeoutMS: timeoutMs,
    waitQueueTimeoutMS: timeoutMs,
    // The server gives up first; this is for a server that has stopped to answer at all.
    socketTimeoutMS: timeoutMs + 2_000,
    appName: 'palmetto-sync',
  })
  const db = client.db(database)
  const { ask } = guardQuestions()

  return {
    sourceTime: () =>
      ask(async () => {
        const { localTime } = await db.command({ isMaster: 1, maxTimeMS: timeoutMs })
        if (!(localTime instanceof Date)) throw new Error('it does not tell its time')
        return localTime
      }),

    readPage: (stream, cursor, { limit, until }) =>
      ask(async () => {
        const position = cursor && { updatedAt: cursor.updatedAt, id: idFromJson(cursor.idJson) }
        const found = await db
          .collection(stream)
          .find(changedAfter(position, until), { raw: true, maxTimeMS: timeoutMs, batchSize: limit })
          .sort({ updatedAt: 1, _id: 1 })
          .limit(limit)
          .toArray()
        const documents = decodeAll(found)
        const last = documents.findLast(({ updatedAt }) => updatedAt !== null)
        const next = last?.updatedAt ? { updatedAt: last.updatedAt, idJson: last.idJson } : cursor
        return { documents, next, isLast: found.length < limit }
      }),

    sweepPage: async (stream, position, { limit }) => {
      const from = position.idJson === null ? startOfLane(position.lane) : orderOf(idFromJson(position.idJson))
      let { lane, idJson } = position
      for (;;) {
        const after = idJson === null ? null : { id: idFromJson(idJson) }
        const documents = await ask(async () =>
          decodeAll(
            await db
              .collection(stream)
              .find(idsInLane(lane, after), { raw: true, maxTimeMS: timeoutMs, batchSize: limit })
              .sort({ _id: 1 })
              .limit(limit)
              .toArray(),
          ),
        )
        const last = documents.at(-1)
        if (last && documents.length >= limit) {
          return { documents, next: { lane, idJson: last.idJson }, from, to: last.order }
        }
        lane += 1
        idJson = null
        const isEnd = lane >= LANE_COUNT
        if (isEnd || last) return { documents, next: isEnd ? null : { lane, idJson }, from, to: startOfLane(lane) }
      }
    },

    lookUp: (stream, idJsons) =>
      ask(async () => {
        const found = await db
          .collection(stream)
          .find(idsAmong(idJsons.map(idFromJson)), { raw: true, maxTimeMS: timeoutMs })
          .toArray()
        return decodeAll(found)
      }),

    scan: async function* (stream, { after, upTo }) {
      const bound = (idJson: string | null) => (idJson === null ? null : { id: idFromJson(idJson) })
      const found = db
        .collection(stream)
        .find(idsBetween(bound(after), bound(upTo)), { raw: true, maxTimeMS: timeoutMs, batchSize: SCAN_BATCH })
        .sort({ _id: 1 })
      try {
        for (;;) {
          // The first answer may be an empty batch of a cursor that has more.
          const isMore = await ask(() => found.hasNext())
          if (!isMore) return
          yield decodeAll(found.readBufferedDocuments())
        }
      } finally {
        await found.close()
      }
    },

    canFollow: (stream) =>
      ask(async () => {
        try {
          const indexes = await db.collection(stream).listIndexes({ maxTimeMS: timeoutMs }).toArray()
          return indexes.some(({ key, sparse, partialFilterExpression }) => {
            const [first, second] = Object.keys(key)
            // A sparse or partial one would leave documents out, and the server would not use it.
            return first === 'updatedAt' && (second ?? '_id') === '_id' && !sparse && !partialFilterExpression
          })
        } catch (error) {
          // A collection that nobody has written to yet has no documents to read.
          if (error instanceof MongoServerError && error.code === NAMESPACE_NOT_FOUND) return true
          throw error
        }
      }),

    countUnreachable: (stream, now) =>
      ask(async () => {
        const { n } = await db.command({ count: stream, query: unreachableAt(now), maxTimeMS: timeoutMs })
        return Number(n)
      }),

    write: (stream, change) => ask(() => writeChange(db.collection(stream), change, timeoutMs)),

    close: () => client.close(),
  }
}
