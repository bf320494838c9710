import { failingCriteria } from '#server/domain/alerts/knowing/checks.ts'
import { toldAs } from '#server/domain/alerts/knowing/told-as.ts'
import type { Criteria } from '#server/domain/alerts/searches.schema.ts'
import { type Around, HOUR, type HomeFacts, MINUTE, type Pair, type SearchFacts, type Sent } from './facts.ts'
import { earlierPrices, homeAt, searchAt } from './moments.ts'
import { hasShiftedClock, reallyAt } from './pairs.ts'
import type { Cause } from './shadow.words.ts'

/** Why, and what the words of the cause do not say yet. */
export type Reason = { cause: Cause; criterion?: string; note?: string; happenedAt?: Date }

/** News is told within so long of it by an engine that runs each hour. */
const FRESH = 3 * HOUR
/** How long the sync may take to bring a change. */
const LATE = 20 * MINUTE

/** The same news, told to them for the same search before. */
function isRepeated({ near }: Pair, sent: Sent, home: HomeFacts | null): boolean {
  const earlier = near.theirs.filter((one) => one.at < sent.at && one.searchSourceId === sent.searchSourceId)
  const last = earlier.at(-1)
  return Boolean(last && !home?.events.some(({ occurredAt }) => occurredAt > last.at && occurredAt <= sent.at))
}

function whyUnknown(sent: Sent, { absent, person, home }: Around): Reason | null {
  const reasonOf = (stream: string, sourceId: string) => absent.get(`${stream}/${sourceId}`)
  if (person === null) {
    const note = reasonOf('contacts', sent.personSourceId)
    return note ? { cause: 'personUnknown', note } : { cause: 'unexplained', note: 'nobody here is this person' }
  }
  if (home === null) {
    const note = reasonOf('listings', sent.homeSourceId)
    return note ? { cause: 'homeUnknown', note } : { cause: 'unexplained', note: 'no home here is this home' }
  }
  return null
}

function whySearch(sent: Sent, search: SearchFacts | undefined, { absent }: Around): Reason | null {
  if (!search) {
    const note = absent.get(`savedSearches/${sent.searchSourceId}`)
    return { cause: 'searchUnknown', note: note ?? 'nothing of this alert has ever come over' }
  }
  const at = reallyAt(sent)
  const then = searchAt(search, at)
  if (then.active) return null
  if (search.isRemoved) return { cause: 'searchUnknown', note: 'deleted' }
  if (then.isYetToCome) return { cause: 'dataLate', note: 'the alert reached us after they had sent' }
  return { cause: 'unsubscribed', note: 'switched off' }
}

/** What we had found of it and did not tell at once. */
function whyNotTold({ found, hasSaidNo, person }: Around, search: SearchFacts | undefined, sent: Sent): Reason | null {
  const ours = found.filter(({ searchId }) => searchId === sent.searchId)
  const unsent = ours.find(({ mail }) => mail && ['suppressed', 'failed'].includes(mail.state))
  if (unsent?.mail?.state === 'suppressed' || person?.suppressed) {
    return { cause: 'suppressed', note: unsent?.mail?.suppressedReason ?? person?.suppressed ?? 'no mails' }
  }
  if (person && person.email === null) return { cause: 'suppressed', note: 'there is no address to write to' }
  if (unsent) return { cause: 'ourRunFailed', note: 'the mail could not be sent' }
  const held = ours.find(({ hold }) => hold !== null)
  if (held?.hold) return { cause: 'rhythm', note: `${held.hold.reason}, ${held.hold.state}` }
  if (hasSaidNo) return { cause: 'saidNo' }
  const at = reallyAt(sent)
  if (search?.pausedUntil && search.pausedUntil > at) return { cause: 'unsubscribed', note: 'at rest' }
  if (search?.leftAt && search.leftAt <= at) return { cause: 'unsubscribed', note: 'they have left it' }
  return null
}

/** Their price was the home's before: what they knew was old. */
const isStale = (sent: Sent, home: HomeFacts) => {
  const told = BigInt(sent.priceCents)
  const at = reallyAt(sent)
  return told > 0n && homeAt(home, at).listPriceCents !== told && earlierPrices(home, at).includes(told)
}

function whyCriteria(sent: Sent, criteria: Criteria, home: HomeFacts): Reason | null {
  const at = reallyAt(sent)
  const failing = failingCriteria(criteria, homeAt(home, at))
  const [first] = failing
  if (first === undefined) {
    return isStale(sent, home) ? { cause: 'dataLate', note: 'they told a price that it no longer had' } : null
  }
  if (isStale(sent, home) && failing.every((name) => name === 'price')) {
    return { cause: 'dataLate', note: 'it fits at a price that it no longer had' }
  }
  const news = home.events.find(
    (event) =>
      event.occurredAt <= at &&
      at.getTime() - event.occurredAt.getTime() <= FRESH &&
      toldAs(criteria, event, home.home),
  )
  const fitted = news && failingCriteria(criteria, homeAt(home, news.occurredAt)).length === 0
  if (fitted) return { cause: 'dataLate', note: 'it fitted when it happened, and had changed before they sent' }
  return { cause: 'ruleDiffers', criterion: first }
}

/** It fits, and the search is on: then what happened, and what our runs made of it, has to say why. */
function whyNews(sent: Sent, criteria: Criteria, home: HomeFacts, isReplayed: boolean): Reason {
  const at = reallyAt(sent)
  const fresh = home.events.filter(({ occurredAt }) => occurredAt <= at && at.getTime() - occurredAt.getTime() <= FRESH)
  const news = fresh.filter((event) => toldAs(criteria, event, homeAt(home, event.occurredAt)))
  const [first] = news
  if (!first) {
    return {
      cause: 'ruleDiffers',
      criterion: 'news',
      note: fresh.length > 0 ? 'not what the alert asks to hear of' : 'nothing had happened to it',
    }
  }
  const happenedAt = first.occurredAt
  if (news.every(({ recordedAt, occurredAt }) => recordedAt.getTime() - occurredAt.getTime() > LATE)) {
    return { cause: 'dataLate', note: 'the change reached us late', happenedAt }
  }
  if (!isReplayed && news.every(({ isRead }) => !isRead))
    return { cause: 'ourRunFailed', note: 'no run of ours has read the change', happenedAt }
  return { cause: 'oursMissed', happenedAt }
}

/** Why the old engine told a home that we did not. Pure: from what is on record, the strongest evidence first. */
export function whyTheirsOnly(pair: Pair, around: Around): Reason {
  const [sent] = pair.theirs
  if (!sent) return { cause: 'unexplained' }
  if (
    hasShiftedClock(sent) &&
    pair.near.ours.some(({ at }) => Math.abs(at.getTime() - reallyAt(sent).getTime()) <= FRESH)
  ) {
    return { cause: 'clockShift' }
  }
  const unknown = whyUnknown(sent, around)
  if (unknown) return unknown
  const { home } = around
  const search = sent.searchId === null ? undefined : around.searches.get(sent.searchId)
  const stopped = whySearch(sent, search, around)
  if (stopped || !search || !home) return stopped ?? { cause: 'unexplained' }
  if (!home.home.internetEntireListingDisplayYN) return { cause: 'hiddenHome' }
  const untold = whyNotTold(around, search, sent)
  if (untold) return untold
  if (isRepeated(pair, sent, home)) return { cause: 'duplicate', note: 'nothing new had happened since' }
  const { criteria } = searchAt(search, reallyAt(sent))
  if (!criteria) return { cause: 'unexplained', note: 'what the alert asked for then is not on record' }
  const differs = whyCriteria(sent, criteria, home)
  if (differs) return differs
  if (pair.near.ours.length > 0) return { cause: 'dataLate', note: 'we told it on another day' }
  if (!search.isAtOnce) return { cause: 'rhythm', note: 'the alert does not write at once' }
  return whyNews(sent, criteria, home, around.isReplayed)
}
