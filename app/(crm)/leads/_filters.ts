import { LEAD_KINDS, type LeadKind } from '#server/domain/leads/leads.words.ts'
import { readChoice } from '../_lists/params.ts'

const SHOWN = ['answered', 'all'] as const
const YES = ['yes'] as const

/** What the address of the page can hold; without a state it is what waits for an answer. */
export type LeadFilters = {
  state?: (typeof SHOWN)[number] | undefined
  kind?: LeadKind | undefined
  /** People who were in nobody's book before. */
  isNew?: 'yes' | undefined
}

export function readLeadFilters(params: Iterable<[string, string]>): LeadFilters {
  const { state, kind, isNew } = Object.fromEntries<string | undefined>(params)
  return { state: readChoice(state, SHOWN), kind: readChoice(kind, LEAD_KINDS), isNew: readChoice(isNew, YES) }
}

const STATE_OF = { answered: 'answered', all: undefined } as const

/** As the server is asked. */
export const toInput = ({ state, kind, isNew }: LeadFilters) => ({
  state: state ? STATE_OF[state] : ('open' as const),
  kind,
  isNew: isNew ? true : undefined,
})
