import type { Stratum } from './compare-areas.ts'
import { CAME_AT, MEASURES, type Measure, type ServedLead } from './equal-service.types.ts'
import { waitOf, wasPrompt } from './figures-of.ts'

export type PlacedLead = ServedLead & { area: string }

/** Ranks from the shortest wait to the longest; equal waits share their rank. */
function ranksOf(waits: readonly number[]): Float64Array {
  const sorted = waits.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const rankOf = new Map<number, number>()
  for (const [index, wait] of sorted.entries()) {
    if (!rankOf.has(wait)) rankOf.set(wait, (index + sorted.lastIndexOf(wait)) / 2)
  }
  return Float64Array.from(waits, (wait) => rankOf.get(wait) ?? 0)
}

const yes = (leads: readonly PlacedLead[], holds: (lead: PlacedLead) => boolean) =>
  Float64Array.from(leads, (lead) => (holds(lead) ? 1 : 0))

/** Each grows with worse service, but for `prompt`. */
const VALUES: Record<Measure, (leads: readonly PlacedLead[]) => Float64Array> = {
  wait: (leads) => ranksOf(leads.map(waitOf)),
  prompt: (leads) => yes(leads, wasPrompt),
  passed: (leads) => yes(leads, ({ passes }) => passes > 0),
  'timed-out': (leads) => yes(leads, ({ timeouts }) => timeouts > 0),
}

/** The leads by when they came. An area that is not judged gets a number behind all that are. */
export function strataOf(leads: readonly PlacedLead[], judged: readonly string[]): Stratum[] {
  const numbers = new Map(judged.map((area, number) => [area, number]))
  return CAME_AT.flatMap((cameAt) => {
    const within = leads.filter((lead) => lead.cameAt === cameAt)
    if (within.length === 0) return []
    return {
      areas: Int32Array.from(within, ({ area }) => numbers.get(area) ?? judged.length),
      values: MEASURES.map((measure) => VALUES[measure](within)),
    }
  })
}
