import type { CutoverMaster } from '#server/generated/prisma/enums.ts'
import { type Held, isSame, type Plain, type SharedField } from './shared-fields.ts'

export type Side = 'ours' | 'theirs'
/** What decided: the later edit, a master, or that a client's stop is final. */
export type ConflictRule = 'later' | 'palmetto' | 'legacy' | 'stopped'
export type FieldConflict = {
  field: string
  base: Plain
  ours: Plain
  theirs: Plain
  taken: Side
  rule: ConflictRule
}

type Sides<Row> = {
  fields: readonly SharedField<Row>[]
  /** What both systems last agreed on; null when nobody knows. */
  base: Held<Row> | null
  ours: Held<Row>
  theirs: Held<Row>
  master: CutoverMaster
  oursAt: Date
  /** Null when the old system does not say. */
  theirsAt: Date | null
}

/**
 * Field by field: what one side has edited is taken from that side; what both have is a conflict, and a rule takes one.
 * Where Palmetto is the master, an edit over there is a conflict by itself. Pure.
 */
export function mergeThreeWay<Row>(sides: Sides<Row>): { merged: Held<Row>; conflicts: FieldConflict[] } {
  const { fields, base, ours, theirs, master, oursAt, theirsAt } = sides
  let merged = ours
  const conflicts: FieldConflict[] = []
  for (const field of fields) {
    const [was, here, there] = [base ? field.read(base) : undefined, field.read(ours), field.read(theirs)]
    if (here === undefined || there === undefined || isSame(here, there) || isSame(was, there)) continue
    const decide = (taken: Side, rule: ConflictRule) => {
      conflicts.push({ field: field.name, base: was ?? null, ours: here, theirs: there, taken, rule })
      if (taken === 'theirs') merged = field.take(merged, theirs)
    }
    if (field.refuses?.(ours, theirs)) decide('ours', 'stopped')
    else if (master === 'palmetto') decide('ours', 'palmetto')
    else if (isSame(was, here)) merged = field.take(merged, theirs)
    else if (master === 'legacy') decide('theirs', 'legacy')
    // An edit that nobody dated happened some time after we last looked: ours is the one we know of.
    else decide(theirsAt !== null && theirsAt > oursAt ? 'theirs' : 'ours', 'later')
  }
  return { merged, conflicts }
}
