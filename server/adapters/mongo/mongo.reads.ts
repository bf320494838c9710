import { type Document, MongoClient } from 'mongodb'
import { decodeDocument, idFromJson, type SourceDocument, type SourceStream } from './mongo.documents.ts'
import { unreachableAt } from './mongo.filters.ts'
import { guardQuestions } from './mongo.guard.ts'

/**
 * Documents whose field holds one of these ids (in canonical Extended JSON), or, with `orNoneOf`, none of those: what
 * names nobody we know is found by that.
 */
export type IdFilter = { field: string; oneOf: readonly string[]; orNoneOf?: readonly string[] }

/** A place in the order of dates of change, latest first. */
export type Before = { at: Date; isIncluded: boolean }

/** What pages read in the old database while a feature has not moved. Each answer is bounded in time and size. */
export type LegacyReads = {
  /**
   * The documents changed last before a moment, latest first: `limit` of them, and all that share the last one's moment,
   * so that whoever goes on before that moment misses none.
   */
  newest: (
    stream: SourceStream,
    filters: readonly IdFilter[],
    options: { before: Before; limit: number },
  ) => Promise<{ documents: SourceDocument[]; isLast: boolean }>
  /** Documents that have no usable date of change; those with the latest ids. */
  undated: (
    stream: SourceStream,
    filters: readonly IdFilter[],
    options: { latest: Date; limit: number },
  ) => Promise<SourceDocument[]>
  /** One document, by its `_id`; null when it is gone. */
  one: (stream: SourceStream, idJson: string) => Promise<SourceDocument | null>
  /** When it last answered this process. */
  answeredAt: () => Date | null
  close: () => Promise<void>
}

const idsOf = (idJsons: readonly string[]) => idJsons.map(idFromJson)

function whereOf(filters: readonly IdFilter[]): Document[] {
  return filters.map(({ field, oneOf, orNoneOf }) => {
    const isOne = { [field]: { $in: idsOf(oneOf) } }
    return orNoneOf ? { $or: [isOne, { [field]: { $nin: idsOf(orNoneOf) } }] } : isOne
  })
}

const decodeAll = (found: readonly unknown[]) =>
  found.filter((raw) => raw instanceof Uint8Array).map((raw) => decodeDocument(raw))

/** More documents than this were never changed in one moment by people. */
const MOST_AT_ONCE = 2_000

type Options = { url: string; database: string; timeoutMs?: number; halfOpenAfterMs?: number }

/**
 * Connects on the first question. The server gives up after the time-out, the driver soon after, and the guard before
 * anybody has waited twice as long; after three failures in a row nobody asks for a while.
 */
export function connectLegacyReads({
  url,
  database,
  timeoutMs = 1_500,
  halfOpenAfterMs = 10_000,
}: Options): LegacyReads {
  const client = new MongoClient(url, {
    ...{ directConnection: true, retryWrites: false, retryReads: false, readPreference: 'primary', maxPoolSize: 4 },
    ...{ serverSelectionTimeoutMS: timeoutMs, connectTimeoutMS: timeoutMs, waitQueueTimeoutMS: timeoutMs },
    ...{ socketTimeoutMS: timeoutMs + 500, appName: 'palmetto-pages' },
  })
  const db = client.db(database)
  const { ask, answeredAt } = guardQuestions({ failures: 3, halfOpenAfterMs, deadlineMs: timeoutMs * 2 })
  const find = async (stream: SourceStream, where: Document[], sort: Record<string, 1 | -1>, limit: number) =>
    decodeAll(
      await db
        .collection(stream)
        .find({ $and: where }, { raw: true, maxTimeMS: timeoutMs, batchSize: limit })
        .sort(sort)
        .limit(limit)
        .toArray(),
    )

  return {
    newest: (stream, filters, { before: { at, isIncluded }, limit }) =>
      ask(async () => {
        const where = whereOf(filters)
        const upTo = { updatedAt: isIncluded ? { $lte: at } : { $lt: at } }
        const found = await find(stream, [upTo, ...where], { updatedAt: -1 }, limit)
        const last = found.at(-1)?.updatedAt
        if (found.length < limit || !last) return { documents: found, isLast: true }
        const ties = await find(stream, [{ updatedAt: last }, ...where], { _id: -1 }, MOST_AT_ONCE)
        const later = found.filter(({ updatedAt }) => updatedAt !== null && updatedAt > last)
        return { documents: [...later, ...ties], isLast: false }
      }),

    undated: (stream, filters, { latest, limit }) =>
      ask(() => find(stream, [unreachableAt(latest), ...whereOf(filters)], { _id: -1 }, limit)),

    one: (stream, idJson) =>
      ask(async () => (await find(stream, [{ _id: idFromJson(idJson) }], { _id: 1 }, 1)).at(0) ?? null),

    answeredAt,
    close: () => client.close(),
  }
}
