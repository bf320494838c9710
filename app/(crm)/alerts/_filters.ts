import { CADENCES, type Cadence } from '#server/domain/alerts/rhythm/rhythm.words.ts'
import { readChoice, readText } from '../_lists/params.ts'

export const STATES = ['active', 'off', 'needsLook'] as const

/** What the address of the alerts page can hold. A value that makes no sense counts as not there. */
export type AlertFilters = {
  q?: string | undefined
  state?: (typeof STATES)[number] | undefined
  cadence?: Cadence | undefined
}

/** Page address -> filters. Takes the browser's parameters and the server's alike. */
export function readFilters(params: Iterable<[string, string]>): AlertFilters {
  const { q, state, cadence } = Object.fromEntries<string | undefined>(params)
  return { q: readText(q), state: readChoice(state, STATES), cadence: readChoice(cadence, CADENCES) }
}
