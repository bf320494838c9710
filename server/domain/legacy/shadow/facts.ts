import type { CheckedHome } from '#server/domain/alerts/knowing/checks.ts'
import type { Happening } from '#server/domain/alerts/knowing/told-as.ts'
import type { Criteria } from '#server/domain/alerts/searches.schema.ts'
import type { HoldReason, OutboxState, SearchEventKind } from '#server/generated/prisma/enums.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** Who and what a difference is about: ids here, or those of the old system where there is nobody here. */
export type PairKey = { person: string; contactId: string | null; home: string; listingId: string | null }

/** A home in a mail of the old engine. */
export type Sent = PairKey & {
  alertId: string
  personSourceId: string
  homeSourceId: string
  at: Date
  writtenAt: Date | null
  to: string | null
  searchSourceId: string | null
  searchId: string | null
  /** 0 and "": their log does not say. */
  priceCents: number
  news: string
  homesInMail: number
}

/** A home that we told, or would have. */
export type Said = PairKey & {
  at: Date
  searchId: string
  kind: SearchEventKind
  eventId: string
  /** Null for what no run told and was worked out afterwards. */
  mail: { state: OutboxState; suppressedReason: string | null } | null
}

/** One person and one home on one day; `near` is what was told within a day before and after it. */
export type Pair = PairKey & { theirs: Sent[]; ours: Said[]; near: { theirs: Sent[]; ours: Said[] } }

export type HomeEvent = Happening & {
  id: string
  occurredAt: Date
  fromStatus: Happening['toStatus'] | null
  /** An alert run has looked at it. */
  isRead: boolean
}

export type HomeFacts = {
  home: CheckedHome & { internetEntireListingDisplayYN: boolean }
  /** Oldest first. */
  events: readonly HomeEvent[]
  isLegacy: boolean
  /** The old engine asks by date of change, and this has none. */
  isUndated: boolean
}

export type SearchFacts = {
  isLegacy: boolean
  isRemoved: boolean
  /** How it stood before each of its changes, oldest first. */
  was: readonly { active: boolean; version: number; notedAt: Date }[]
  active: boolean
  version: number
  pausedUntil: Date | null
  leftAt: Date | null
  isAtOnce: boolean
  versions: ReadonlyMap<number, Criteria>
}

export type Found = {
  searchId: string
  eventId: string
  at: Date
  hold: { reason: HoldReason; state: 'waiting' | 'told' | 'dropped' } | null
  mail: { state: OutboxState; suppressedReason: string | null } | null
}

export type PersonFacts = {
  email: string | null
  /** What it was before each change, oldest first. */
  was: readonly { email: string | null; notedAt: Date }[]
  suppressed: string | null
}

/** Everything on record that can say why the two differ. */
export type Around = {
  person: PersonFacts | null
  home: HomeFacts | null
  /** By id here. */
  searches: ReadonlyMap<string, SearchFacts>
  found: readonly Found[]
  hasSaidNo: boolean
  /** Documents of the old system that are gone or put aside: "contacts/o:…" and why. */
  absent: ReadonlyMap<string, string>
  /** Nobody was to be told by us: what we would have told was worked out afterwards. */
  isReplayed: boolean
  /** The most homes that the old engine puts into one mail, as far as its log shows. */
  mostHomes: number
}
