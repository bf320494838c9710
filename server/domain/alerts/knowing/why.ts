import type { OutboxState, SearchEventKind, SearchReason } from '#server/generated/prisma/enums.ts'
import type { Criteria } from '../searches.schema.ts'
import { type Check, type CheckedHome, checkHome } from './checks.ts'
import { type Happening, toldAs } from './told-as.ts'

/** A search told somebody of the home: in which mail, what became of it, and which version of the search it was. */
export type Told = {
  searchId: string
  version: number
  kind: SearchEventKind
  at: Date
  /** Null when another search's mail told them of the same. */
  mail: { id: string; state: OutboxState; sentAt: Date | null; suppressedReason: string | null } | null
}

export type AskedSearch = {
  id: string
  activeYN: boolean
  reason: SearchReason
  createdAt: Date
  criteria: Criteria
}

type Asked = {
  search: AskedSearch
  home: CheckedHome & { internetEntireListingDisplayYN: boolean }
  /** What happened to the home, the latest first. */
  happenings: readonly Happening[]
  /** The latest time that this search told of this home, if it did. */
  told: Told | null
  /** How far the alert runs have read the feed. */
  readTo: bigint
}

/** Why a search told of a home, or why it did not: always one answer. */
export type Why =
  | { answer: 'told'; told: Told }
  | { answer: 'off'; reason: SearchReason }
  /** The seller keeps it off the internet: no mail may show it. */
  | { answer: 'withheld' }
  /** At least one check does not hold. */
  | { answer: 'differs' }
  /** It fits, and the next run will tell. */
  | { answer: 'next-run'; kind: SearchEventKind; since: Date }
  /** It fits now, and it did not when it happened: the home or the search has changed since. */
  | { answer: 'fits-since'; kind: SearchEventKind; since: Date }
  /** It fits, but what happened to it is not what the search wants to hear of. */
  | { answer: 'not-asked'; happened: Happening['kind'][] }
  /** It fits, and nothing has happened to it since the search was set up. */
  | { answer: 'nothing-new' }

function whyOf({ search, home, happenings, told, readTo }: Asked, fits: boolean): Why {
  if (told) return { answer: 'told', told }
  if (!search.activeYN) return { answer: 'off', reason: search.reason }
  if (!home.internetEntireListingDisplayYN) return { answer: 'withheld' }
  if (!fits) return { answer: 'differs' }
  const since = happenings.filter(({ recordedAt }) => recordedAt >= search.createdAt)
  for (const happening of since) {
    const kind = toldAs(search.criteria, happening, home)
    if (!kind) continue
    const isRead = happening.position !== null && happening.position <= readTo
    return { answer: isRead ? 'fits-since' : 'next-run', kind, since: happening.recordedAt }
  }
  if (since.length > 0) return { answer: 'not-asked', happened: [...new Set(since.map(({ kind }) => kind))] }
  return { answer: 'nothing-new' }
}

/** Holds a home against a search and says why it was told, or the first thing that stood in the way. Pure. */
export function whySearch(asked: Asked): Why & { checks: Check[] } {
  const checks = checkHome(asked.search.criteria, asked.home)
  return {
    ...whyOf(
      asked,
      checks.every(({ holds }) => holds),
    ),
    checks,
  }
}
