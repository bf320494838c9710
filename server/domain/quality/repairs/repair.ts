import type { z } from 'zod'
import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import type { Swap } from '#server/swap.ts'

type Json = Prisma.InputJsonValue

/** What one repair would do to one record, or has done: in words, and as it is kept. */
export type Change = { recordId: string; before: Json; after: Json }
type Moment = { at: Date; isUndo: boolean }

export type Side = 'before' | 'after'

type Definition<Value extends Json> = {
  ruleKey: string
  /** The button: "Write it properly". */
  order: string
  /** What may have been kept is parsed again: the journal outlives releases. */
  value: z.ZodType<Value>
  /** What these records would become, of those for which there is a safe way. */
  plan: (tx: Db, recordIds: readonly string[], at: Date) => Promise<Swap<Value>[]>
  /** Through the subject that owns the record: writes where the record still is what it was, and says where. */
  swap: (tx: Db, swaps: Swap<Value>[], moment: Moment) => Promise<string[]>
  /** The value in words, for a preview. */
  show: (value: Value, side: Side) => string
}

export type Repair = {
  ruleKey: string
  order: string
  plan: (tx: Db, recordIds: readonly string[], at: Date) => Promise<Change[]>
  apply: (tx: Db, changes: readonly Change[], at: Date) => Promise<Set<string>>
  undo: (tx: Db, changes: readonly ReadChange[], at: Date) => Promise<Set<string>>
  show: (value: unknown, side: Side) => string
}
/** As the journal has it. */
export type ReadChange = { recordId: string; before: unknown; after: unknown }

/** A repair writes through a swap; the same swap, the other way round, is its undo. */
export function defineRepair<Value extends Json>({
  ruleKey,
  order,
  value,
  plan,
  swap,
  show,
}: Definition<Value>): Repair {
  const run = async (tx: Db, swaps: Swap<Value>[], moment: Moment) =>
    new Set(swaps.length > 0 ? await swap(tx, swaps, moment) : [])
  return {
    ...{ ruleKey, order },
    plan: async (tx, recordIds, at) =>
      (await plan(tx, recordIds, at)).map(({ id, from, to }) => ({ recordId: id, before: from, after: to })),
    apply: (tx, changes, at) =>
      run(
        tx,
        changes.map(({ recordId, before, after }) => ({
          id: recordId,
          from: value.parse(before),
          to: value.parse(after),
        })),
        { at, isUndo: false },
      ),
    undo: (tx, changes, at) =>
      run(
        tx,
        changes.map(({ recordId, before, after }) => ({
          id: recordId,
          from: value.parse(after),
          to: value.parse(before),
        })),
        { at, isUndo: true },
      ),
    show: (kept, side) => show(value.parse(kept), side),
  }
}
