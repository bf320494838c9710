import type { SourceDocument } from '#server/adapters/mongo/mongo.documents.ts'
import type { LegacyStream } from '#server/generated/prisma/enums.ts'
import type { RefusalReason } from '../legacy.words.ts'
import { findUnstorable, isRecord, shortened, withoutNul } from './text.values.ts'

/**
 * Raised whenever a transform reads a document differently than before: what was written by an older version counts as
 * changed, so a replay brings it up to date.
 */
export const TRANSFORM_VERSION = 4

/** Another document that this one names. */
export type Reference = { stream: LegacyStream; sourceId: string }
/** Of these there may be one that a row can stand without: nobody waits for another kind when it comes. */
export const WANTED_STREAMS = ['agents', 'listings'] as const
export type Wanted = { stream: (typeof WANTED_STREAMS)[number]; sourceId: string }

export type Refusal = { reason: RefusalReason; path: string | null; sample: string | null }

export type Accepted<Row> = {
  row: Row
  /** Without this one there is no place for the row: it waits. */
  needs: Reference | null
  /** The row can stand without this one, and is read again when it arrives. */
  wants: Wanted | null
  /** The same of others, which are looked up by whoever writes the row. */
  alsoWants?: readonly Wanted[]
  /** What no column knows: kept, never thrown away. */
  extra: Record<string, unknown> | null
}
type Transformed<Row> = Accepted<Row> | Refusal
export type Transform<Row> = (document: SourceDocument) => Transformed<Row>

export const isRefusal = (result: object): result is Refusal => 'reason' in result && 'sample' in result

const sampleOf = (value: unknown) => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === undefined ? null : shortened(withoutNul(text).toWellFormed(), 120)
}

export const refuse = (reason: RefusalReason, path: string | null, value: unknown): Refusal => ({
  reason,
  path,
  sample: sampleOf(value),
})

/** Fields whose text may be cleaned without changing what it says. */
const LOOSE_TEXT = ['remarks', 'notes', 'body']
const KNOWN_EVERYWHERE = ['_id', 'updatedAt', 'createdAt', 'palmetto']

const storable = (value: unknown) => (typeof value === 'string' ? withoutNul(value).toWellFormed() : value)

/** The document's fields, refused when one of them holds what PostgreSQL can't store. */
export function readableFields({ fields }: SourceDocument): { fields: Record<string, unknown> } | Refusal {
  const cleaned = { ...fields }
  for (const name of LOOSE_TEXT) if (name in cleaned) cleaned[name] = storable(cleaned[name])
  const { _id, ...rest } = cleaned
  const path = findUnstorable(rest)
  return path === null ? { fields: cleaned } : refuse('nul-byte', path, undefined)
}

/** What the transform has no column for, with the originals it replaced. Null when nothing is left. */
export function extraOf(
  fields: Record<string, unknown>,
  known: readonly string[],
  replaced: Record<string, unknown> = {},
): Record<string, unknown> | null {
  const left = Object.entries(fields).filter(([name]) => !known.includes(name) && !KNOWN_EVERYWHERE.includes(name))
  const kept = Object.entries(replaced).filter(([, original]) => original !== undefined && original !== null)
  const extra = Object.fromEntries([...left, ...kept])
  return Object.keys(extra).length > 0 ? extra : null
}

export const isMissing = (value: unknown) => value === undefined || value === null || value === ''

export const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})
