import { CRITERION_NAMES, type CriterionName } from '../knowing/checks.ts'
import { askedWords } from '../knowing/checks.words.ts'
import type { Criteria } from '../searches.schema.ts'
import { summariseEvents } from '../searches.words.ts'

/** What a change touched, and how it was asked for then and before: "up to $600,000", "any". */
export type VersionChange = { of: CriterionName | 'events'; now: string; was: string }

const NOTHING: Partial<Record<CriterionName, string>> = { area: 'anywhere' }
const REDRAWN = 'drawn anew on the map'

const asked = (of: CriterionName, criteria: Criteria) => askedWords[of](criteria) || (NOTHING[of] ?? 'any')
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Drawn areas and circles that were moved are called the same, and are not. */
function isRedrawn(before: Criteria, after: Criteria): boolean {
  return !same(before.polygons, after.polygons) || !same(before.radius, after.radius)
}

const events = (criteria: Criteria) => summariseEvents(criteria).replace(/^When a home /, '')

/** What differs between two versions of a search, in words, in the order in which an agent would look. Pure. */
export function changesBetween(before: Criteria, after: Criteria): VersionChange[] {
  const criteria = CRITERION_NAMES.flatMap((of): VersionChange[] => {
    const [was, now] = [asked(of, before), asked(of, after)]
    if (was !== now) return [{ of, now, was }]
    return of === 'area' && isRedrawn(before, after) ? [{ of, now: REDRAWN, was }] : []
  })
  const [was, now] = [events(before), events(after)]
  return was === now ? criteria : [...criteria, { of: 'events', now, was }]
}
