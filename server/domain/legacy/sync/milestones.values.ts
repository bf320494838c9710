import type { DealInput } from '#server/domain/deals/deals.bulk.ts'
import { MILESTONE_KINDS } from '#server/domain/deals/deals.words.ts'
import { dateOf } from './date.values.ts'
import { milestoneKindOf } from './deal-words.values.ts'
import { dueOf } from './due.values.ts'
import { booleanOf, isRecord } from './text.values.ts'

type Milestone = DealInput['milestones'][number]

/** A list of { kind, due }, or, as the oldest forms left it, { inspection: day, ... }. */
function entriesOf(value: unknown): { kind: unknown; entry: Record<string, unknown>; original: unknown }[] {
  if (Array.isArray(value)) {
    return value.map((original: unknown) => {
      const entry = isRecord(original) ? original : {}
      return { kind: entry.kind, entry, original }
    })
  }
  if (!isRecord(value)) return []
  return Object.entries(value).map(([kind, due]) => ({ kind, entry: { due }, original: { [kind]: due } }))
}

/**
 * The milestones of a deal, in the order of their kinds; of two of a kind the last one counts. `unread` are those whose
 * kind or day nobody can place. One that is done without a day of it was done when the deal was changed last.
 */
export function milestonesOf(value: unknown, changedAt: Date): { milestones: Milestone[]; unread: unknown[] } {
  const byKind = new Map<Milestone['kind'], Milestone>()
  const unread: unknown[] = []
  for (const { kind: word, entry, original } of entriesOf(value)) {
    const [kind, dueOn] = [milestoneKindOf(word), dueOf(entry.due, undefined)?.dueOn]
    if (!kind || !dueOn) {
      unread.push(original)
      continue
    }
    const doneAt = dateOf(entry.doneAt) ?? (booleanOf(entry.done) ? changedAt : null)
    byKind.set(kind, { kind, dueOn, doneAt })
  }
  return { milestones: MILESTONE_KINDS.flatMap((kind) => byKind.get(kind) ?? []), unread }
}
