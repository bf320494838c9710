import { failingCriteria } from '#server/domain/alerts/knowing/checks.ts'
import type { SearchEventKind } from '#server/generated/prisma/enums.ts'
import { type Around, HOUR, type Pair, type Said } from './facts.ts'
import { homeAt, searchAt } from './moments.ts'
import { hasShiftedClock, reallyAt } from './pairs.ts'
import type { Reason } from './theirs-only.ts'

/** What the old engine knows to tell of. */
const THEIR_NEWS: readonly SearchEventKind[] = ['New', 'PriceDrop', 'BackOnMarket']
const FRESH = 3 * HOUR

function whyOnlyHere(said: Said, { home, searches }: Around): Reason | null {
  if (!THEIR_NEWS.includes(said.kind)) return { cause: 'onlyHere', note: 'the old engine does not tell such news' }
  if (!searches.get(said.searchId)?.isLegacy) return { cause: 'onlyHere', note: 'the alert was made in Palmetto' }
  if (!home?.isLegacy) return { cause: 'onlyHere', note: 'the old system does not have this home' }
  return null
}

/** Told by both, on different days: which of the two was late, and why. */
function whyAnotherDay({ near, ours }: Pair, said: Said, { found, home }: Around): Reason | null {
  const [theirs] = near.theirs
  if (!theirs) return null
  const shifted = near.theirs.find(
    (sent) => hasShiftedClock(sent) && Math.abs(reallyAt(sent).getTime() - said.at.getTime()) <= FRESH,
  )
  if (shifted) return { cause: 'clockShift' }
  const held = found.find(
    ({ eventId, searchId, hold }) => hold && ours.some((one) => one.eventId === eventId && one.searchId === searchId),
  )
  if (held?.hold) return { cause: 'rhythm', note: `${held.hold.reason}, ${held.hold.state}` }
  const event = home?.events.find(({ id }) => id === said.eventId)
  if (event && event.recordedAt.getTime() - event.occurredAt.getTime() > HOUR) {
    return { cause: 'dataLate', note: 'the change reached us late' }
  }
  const isNews = event && event.occurredAt > theirs.at
  return isNews ? null : { cause: 'dataLate', note: 'they told it on another day' }
}

/** We told it: was that right? Held against the criteria by the reading that shares no line with the matchers. */
function whyWrong(said: Said, { home, searches, person }: Around): Reason | null {
  const search = searches.get(said.searchId)
  if (!home || !search || !person) return { cause: 'unexplained' }
  const event = home.events.find(({ id }) => id === said.eventId)
  if (!home.home.internetEntireListingDisplayYN) return { cause: 'oursWrong', note: 'the home is hidden' }
  const { active, criteria } = searchAt(search, said.at)
  if (!active) return { cause: 'oursWrong', note: 'the alert was off' }
  if (!criteria) return { cause: 'unexplained', note: 'what the alert asked for then is not on record' }
  const failing = failingCriteria(criteria, homeAt(home, event?.occurredAt ?? said.at))
  return failing.length > 0 ? { cause: 'oursWrong', note: `it fails on ${failing.join(', ')}` } : null
}

/** The home costs exactly what somebody named as their bound: engines differ in whether that is still within it. */
function isAtTheBound(said: Said, { home, searches }: Around): boolean {
  const search = searches.get(said.searchId)
  if (!home || !search) return false
  const { criteria } = searchAt(search, said.at)
  const cents = homeAt(home, said.at).listPriceCents
  const bounds = [criteria?.listPriceMin, criteria?.listPriceMax]
  return bounds.some((bound) => bound !== undefined && BigInt(bound) * 100n === cents)
}

/** Why we told a home that the old engine did not. `fullMails`: their mails to this person that hold no more. */
export function whyOursOnly(
  pair: Pair,
  around: Around,
  theirMails: readonly { at: Date; homes: number; searchId: string | null }[],
): Reason {
  const [said] = pair.ours
  if (!said) return { cause: 'unexplained' }
  const event = around.home?.events.find(({ id }) => id === said.eventId)
  const happenedAt = event?.occurredAt ?? said.at
  const early = whyOnlyHere(said, around) ?? whyAnotherDay(pair, said, around) ?? whyWrong(said, around)
  if (early) return { ...early, happenedAt }
  if (isAtTheBound(said, around))
    return { cause: 'ruleDiffers', criterion: 'price', note: 'it costs exactly what they named', happenedAt }
  const isFull = theirMails.some(
    ({ at, homes, searchId }) =>
      searchId === said.searchId &&
      homes >= 5 &&
      homes === around.mostHomes &&
      at >= happenedAt &&
      at.getTime() - happenedAt.getTime() <= FRESH,
  )
  if (isFull) return { cause: 'cutOff', note: `their mail held ${around.mostHomes} homes`, happenedAt }
  const note = around.home?.isUndated ? 'their record of the home has no date of change to ask by' : undefined
  return { cause: 'theirsMissed', happenedAt, ...(note ? { note } : {}) }
}
