import { DOORS } from '#server/domain/leads/doors/doors.words.ts'
import { LEAD_KINDS, type LeadKind } from '#server/domain/leads/leads.words.ts'
import type { LeadDoor } from '#server/generated/prisma/enums.ts'
import { readChoice } from '../_lists/params.ts'

const SHOWN = ['offered', 'pond', 'open', 'idle', 'answered', 'all'] as const
const YES = ['yes'] as const

/** What the address of the page can hold; without a state it is all that waits for an answer. */
export type LeadFilters = {
  state?: (typeof SHOWN)[number] | undefined
  kind?: LeadKind | undefined
  door?: LeadDoor | undefined
  /** People who were in nobody's book before. */
  isNew?: 'yes' | undefined
  /** Those that one has oneself. */
  isMine?: 'yes' | undefined
}

export function readLeadFilters(params: Iterable<[string, string]>): LeadFilters {
  const { state, kind, door, isNew, isMine } = Object.fromEntries<string | undefined>(params)
  return {
    state: readChoice(state, SHOWN),
    kind: readChoice(kind, LEAD_KINDS),
    door: readChoice(door, DOORS),
    isNew: readChoice(isNew, YES),
    isMine: readChoice(isMine, YES),
  }
}

/** As the server is asked. */
export const toInput = ({ state, kind, door, isNew, isMine }: LeadFilters) => ({
  state: state === 'all' ? undefined : (state ?? ('waiting' as const)),
  ...{ kind, door },
  isNew: isNew ? true : undefined,
  isMine: isMine ? true : undefined,
})
