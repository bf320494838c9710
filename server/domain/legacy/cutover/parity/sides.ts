import { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Transform } from '../../sync/transform.ts'

/** The fields of a record as one side has them, each as a text that two sides can be compared by. */
export type Side = Record<string, string | null>

export type Row = {
  side: Side
  /** Taken away here. */
  isRemoved: boolean
  /** Stays, whatever becomes of its document: who signs in here is removed on our pages alone. */
  staysWithout: boolean
}

/** What the row refers to, as it was looked up. */
export type Links = { needed: string | null; wanted: string | null }

/** How one stream is compared. Streams without one are not compared, and no feature of theirs can be switched. */
export type Comparer<Value> = {
  transform: (tx: Db) => Promise<Transform<Value>>
  /** What should stand here, if the old system is right. Only fields that the row has are compared. */
  theirs: (row: Value, links: Links) => Side
  ours: (tx: Db, ids: string[]) => Promise<Map<string, Row>>
  /** Rows that the old system never had: how many, and some of them. */
  onlyHere: (tx: Db, limit: number) => Promise<{ count: number; ids: string[] }>
}

/** A field that differs, in words of each side. */
export type FieldDifference = { field: string; theirs: string | null; ours: string | null }

export type Verdict =
  | { kind: 'equal' | 'missing' | 'surplus' | 'quarantined' | 'absent'; fields: [] }
  | { kind: 'differs'; fields: FieldDifference[] }

/** A value as text: the same for values that mean the same. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object'
    ? JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part))
    : String(value)
}

export const sideOf = (fields: Record<string, unknown>): Side =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asText(value)]))

/** The order of what is a set does not matter. */
export const sorted = (values: readonly string[]): string[] => values.toSorted()

export const differencesOf = (theirs: Side, ours: Side): FieldDifference[] =>
  Object.keys(ours).flatMap((field) => {
    // What our tables only work out for themselves has no other side.
    if (!(field in theirs)) return []
    const [a, b] = [theirs[field] ?? null, ours[field] ?? null]
    return a === b ? [] : [{ field, theirs: a, ours: b }]
  })

const differencesSchema = z.array(
  z.object({ field: z.string(), theirs: z.string().nullable(), ours: z.string().nullable() }),
)

/** Differences as they were kept. */
export const readDifferences = (fields: unknown): FieldDifference[] => differencesSchema.catch([]).parse(fields)
