import { type Clock, WAIT_BARS, type WaitBar } from './response.words.ts'

type Waited = { minutes: number | null; officeMinutes: number | null }

/** How fast people turned to those who came. Null where that many have not been turned to yet. */
export type Speed = {
  leads: number
  touched: number
  medianMinutes: number | null
  p90Minutes: number | null
  /** Share within 15 minutes, from 0 to 1. */
  promptShare: number
}

export const PROMPT = 15

export const waitOf = (lead: Waited, clock: Clock) => (clock === 'wall' ? lead.minutes : lead.officeMinutes)

/** The wait that a share of all stays below; who still waits counts as the longest. Nearest rank. */
function quantile(sorted: readonly (number | null)[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null
}

/** Who waits still is last: a report of the answered alone would be best on the day on which nobody answers. */
export function speedOf(leads: readonly Waited[], clock: Clock): Speed {
  const waits = leads
    .map((lead) => waitOf(lead, clock))
    .toSorted((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY) || 0)
  const prompt = waits.filter((wait) => wait !== null && wait <= PROMPT).length
  return {
    leads: leads.length,
    touched: waits.filter((wait) => wait !== null).length,
    medianMinutes: quantile(waits, 0.5),
    p90Minutes: quantile(waits, 0.9),
    promptShare: leads.length === 0 ? 0 : prompt / leads.length,
  }
}

/** The bar of the plot that a wait belongs to. */
export function barOf(wait: number | null): WaitBar {
  if (wait === null) return 'nobody'
  return WAIT_BARS.find(({ upTo }) => upTo !== null && wait <= upTo)?.key ?? 'later'
}
