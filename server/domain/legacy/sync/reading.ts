import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'

/** How documents came to us, which decides what they may overwrite. */
export type Reading = {
  /**
   * `date`: in the order of their dates of change, so an earlier date is an earlier version.
   * `sight`: as they stood when we looked, whatever their dates say: a clerk's clock may go backwards.
   * `kept`: from our own store, to be read once more.
   */
  by: 'date' | 'sight' | 'kept'
  /** When the read began. */
  at: Date
  /** A date of change after this one lies in the future and says nothing. */
  latest: Date
}

/** Documents out of our own store: nobody has looked at the source. */
export const KEPT: Reading = { by: 'kept', at: new Date(0), latest: new Date(0) }

/** What the mirror knows of a document. */
export type Held = { hash: string; updatedAt: Date | null; readAt: Date; isGone: boolean; removedTarget: boolean }

/** A writer whose clock is a little ahead is no document from the future: it is read when its moment has come. */
const CLOCK_TOLERANCE_MS = 60_000

export const latestDate = (clock: Date): Date => new Date(clock.getTime() + CLOCK_TOLERANCE_MS)

const hashOf = ({ hash }: SourceDocument) => Buffer.from(hash).toString('hex')

/**
 * The document with the date that it counts under, or null when what we hold is later. A date from the future would keep
 * every later version out; one that goes back would do so in the tables, so the latest usable one stays.
 */
export function settle(document: SourceDocument, held: Held | undefined, reading: Reading): SourceDocument | null {
  if (reading.by === 'kept') return { ...document, updatedAt: held ? held.updatedAt : document.updatedAt }
  const told = document.updatedAt && document.updatedAt <= reading.latest ? document.updatedAt : null
  if (!held) return { ...document, updatedAt: told }
  const isLater = told !== null && held.updatedAt !== null && told > held.updatedAt
  const isEarlier = told !== null && held.updatedAt !== null && told < held.updatedAt
  // Another lane has looked after this one had begun to.
  const isOvertaken = held.readAt > reading.at && held.hash !== hashOf(document) && !isLater
  if (isOvertaken || (reading.by === 'date' && isEarlier && !held.isGone)) return null
  return { ...document, updatedAt: isEarlier || told === null ? held.updatedAt : told }
}
