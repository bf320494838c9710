import type { ServedLead, ServiceFigures } from './equal-service.types.ts'

/** A touch within this time is prompt. */
export const PROMPT_MINUTES = 15

export const wasPrompt = ({ touchedAfterMinutes }: ServedLead) =>
  touchedAfterMinutes !== null && touchedAfterMinutes <= PROMPT_MINUTES

/** The wait, with nobody at all as the longest there is. */
export const waitOf = ({ touchedAfterMinutes }: ServedLead) => touchedAfterMinutes ?? Number.POSITIVE_INFINITY

function medianOf(waits: number[]): number | null {
  const sorted = waits.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  const median = ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2
  return Number.isFinite(median) ? median : null
}

/** What was done for these leads, in numbers. Null for none. */
export function figuresOf(leads: readonly ServedLead[]): ServiceFigures | null {
  if (leads.length === 0) return null
  const share = (holds: (lead: ServedLead) => boolean) => leads.filter(holds).length / leads.length
  return {
    leads: leads.length,
    offers: leads.reduce((sum, { offers }) => sum + offers, 0),
    medianMinutes: medianOf(leads.map(waitOf)),
    promptShare: share(wasPrompt),
    passedShare: share(({ passes }) => passes > 0),
    timedOutShare: share(({ timeouts }) => timeouts > 0),
  }
}
