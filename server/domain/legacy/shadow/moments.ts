import type { Criteria } from '#server/domain/alerts/searches.schema.ts'
import type { HomeFacts, PersonFacts, SearchFacts } from './facts.ts'

/** A home as it was at some moment of its source: its price and status are followed through what happened to it. */
export function homeAt({ home, events }: HomeFacts, at: Date): HomeFacts['home'] {
  const before = events.findLast(({ occurredAt }) => occurredAt <= at)
  if (before) return { ...home, listPriceCents: before.toPriceCents, standardStatus: before.toStatus }
  const after = events.find(({ occurredAt }) => occurredAt > at)
  if (!after) return home
  const { fromPriceCents, toPriceCents, fromStatus, toStatus } = after
  return { ...home, listPriceCents: fromPriceCents ?? toPriceCents, standardStatus: fromStatus ?? toStatus }
}

/** How a search stood at some moment: what stands before its first change since, else what it is now. */
export function searchAt(
  search: SearchFacts,
  at: Date,
): { active: boolean; isYetToCome: boolean; criteria: Criteria | null } {
  const then = search.was.find(({ notedAt }) => notedAt > at)
  const version = then?.version ?? search.version
  const active = then ? then.active : search.active && !search.isRemoved
  // The first thing noted of a search is that it was not there.
  const isYetToCome = then !== undefined && then === search.was[0] && !then.active && then.version === 1
  return { active, isYetToCome, criteria: search.versions.get(version) ?? null }
}

export const emailAt = (person: PersonFacts, at: Date): string | null =>
  (person.was.find(({ notedAt }) => notedAt > at) ?? person).email?.toLowerCase() ?? null

/** Addresses that had been theirs before that moment. */
export const emailsBefore = (person: PersonFacts, at: Date): string[] =>
  person.was.flatMap(({ email, notedAt }) => (email !== null && notedAt <= at ? email.toLowerCase() : []))

/** Prices that the home had before, in cents: what is told at one of them comes too late. */
export const earlierPrices = ({ events }: HomeFacts, at: Date): bigint[] =>
  events.flatMap(({ occurredAt, fromPriceCents, toPriceCents }) =>
    occurredAt <= at ? [toPriceCents, ...(fromPriceCents === null ? [] : [fromPriceCents])] : [],
  )
