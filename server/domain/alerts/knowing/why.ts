import type {
  HoldReason,
  HoldState,
  OutboxState,
  SearchEventKind,
  SearchReason,
} from '#server/generated/prisma/enums.ts'
import type { Criteria } from '../searches.schema.ts'
import { type Check, type CheckedHome, checkHome } from './checks.ts'
import { type Happening, toldAs } from './told-as.ts'

/** A search told somebody of the home: in which mail, what became of it, and which version of the search it was. */
export type Told = {
  searchId: string
  version: number
  kind: SearchEventKind
  at: Date
  /** Null while it waits, when it was dropped, and when nobody was to be told. */
  mail: { id: string; state: OutboxState; sentAt: Date | null; suppressedReason: string | null } | null
  /** Why it was not told at once. */
  hold: { reason: HoldReason; state: HoldState; dueAt: Date | null; droppedBecause: string | null } | null
}

export type AskedSearch = {
  id: string
  activeYN: boolean
  reason: SearchReason
  createdAt: Date
  pausedUntil: Date | null
  /** Since when this person is not on it any more, though others are. */
  leftAt: Date | null
  criteria: Criteria
}

type Asked = {
  search: AskedSearch
  home: CheckedHome & { internetEntireListingDisplayYN: boolean }
  /** What happened to the home, the latest first. */
  happenings: readonly Happening[]
  /** The latest time that this search told of this home, if it did. */
  told: Told | null
  /** The person has said no to this home. */
  isRejected: boolean
  /** How far the alert runs have read the feed. */
  readTo: bigint
}

/** Why a search told of a home, or why it did not: always one answer. */
export type Why =
  | { answer: 'told'; told: Told }
  /** It waits for its day, for the morning, or for the agent's word. */
  | { answer: 'waits'; told: Told; reason: HoldReason; dueAt: Date | null }
  /** It waited, and nobody will be told. */
  | { answer: 'dropped'; told: Told; because: string }
  /** They left the search, while others are on it. */
  | { answer: 'left'; at: Date }
  /** Their own no. */
  | { answer: 'rejected' }
  /** The search rested when it was found. */
  | { answer: 'paused' }
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

function whyFound(told: Told, { isRejected, search }: Asked): Why {
  const { mail, hold } = told
  if (mail) return { answer: 'told', told }
  if (hold?.state === 'waiting') return { answer: 'waits', told, reason: hold.reason, dueAt: hold.dueAt }
  if (hold?.droppedBecause) return { answer: 'dropped', told, because: hold.droppedBecause }
  if (search.leftAt && search.leftAt <= told.at) return { answer: 'left', at: search.leftAt }
  if (isRejected) return { answer: 'rejected' }
  if (search.pausedUntil && search.pausedUntil > told.at) return { answer: 'paused' }
  return { answer: 'told', told }
}

function whyOf(asked: Asked, fits: boolean): Why {
  const { search, home, happenings, told, readTo } = asked
  if (told) return whyFound(told, asked)
  if (!search.activeYN) return { answer: 'off', reason: search.reason }
  if (search.leftAt) return { answer: 'left', at: search.leftAt }
  if (asked.isRejected) return { answer: 'rejected' }
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
