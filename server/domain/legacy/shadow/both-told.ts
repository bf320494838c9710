import type { ShadowKind } from '#server/generated/prisma/enums.ts'
import { type Around, HOUR, MINUTE, type Pair, type Sent } from './facts.ts'
import { earlierPrices, emailAt, emailsBefore, homeAt } from './moments.ts'
import { reallyAt } from './pairs.ts'
import type { Reason } from './theirs-only.ts'

/** A change of the last minutes may not have reached a mail that was being made. */
const MAKING = 2 * MINUTE
/** The sync looks each minute; after so long it has been away. */
const LOOKS_APART = 5 * MINUTE

/** How often the old engine told the same news for one search: once for each thing that happened is right. */
export function timesTold({ theirs }: Pair): number {
  const bySearch = Map.groupBy(theirs, ({ searchSourceId }) => searchSourceId ?? '')
  return Math.max(...[...bySearch.values()].map((sent) => sent.length))
}

/** What we told of it, as one news each. */
export const newsTold = ({ near, theirs, ours }: Pair): number => {
  const from = Math.min(...theirs.map(({ at }) => at.getTime())) - 3 * HOUR
  const told = [...ours, ...near.ours.filter(({ at }) => at.getTime() >= from)]
  return new Set(told.map(({ eventId }) => eventId)).size
}

export const mayBeTwice = (pair: Pair): boolean =>
  pair.theirs.length > 1 && timesTold(pair) > Math.max(1, newsTold(pair))

function whyPrice(sent: Sent, { home }: Around): Reason | null {
  if (!home || sent.priceCents === 0) return null
  const [at, told] = [reallyAt(sent), BigInt(sent.priceCents)]
  const prices = [homeAt(home, at), homeAt(home, new Date(at.getTime() - MAKING))].map(
    ({ listPriceCents }) => listPriceCents,
  )
  if (prices.includes(told)) return null
  if (earlierPrices(home, at).includes(told)) {
    return { cause: 'dataLate', note: 'they told a price that it no longer had' }
  }
  // Of changes between two looks of ours only the last is on record here.
  const isBetweenLooks = home.events.some(({ recordedAt, occurredAt }) => {
    const isNear = Math.abs(recordedAt.getTime() - at.getTime()) <= 3 * HOUR
    return isNear && (recordedAt > at || recordedAt.getTime() - occurredAt.getTime() > LOOKS_APART)
  })
  return isBetweenLooks
    ? { cause: 'dataLate', note: 'it had this price between two of our looks' }
    : { cause: 'unexplained', note: 'it never had this price' }
}

function whyAddress(sent: Sent, { person }: Around): Reason | null {
  const to = sent.to?.toLowerCase()
  if (!person || !to || to === emailAt(person, reallyAt(sent))) return null
  return emailsBefore(person, reallyAt(sent)).includes(to)
    ? { cause: 'addressChanged' }
    : { cause: 'unexplained', note: 'this address was never theirs' }
}

/** What differs about a home that both told. */
export function whyBoth(pair: Pair, around: Around): { kind: ShadowKind; reason: Reason }[] {
  const found: { kind: ShadowKind; reason: Reason }[] = []
  if (mayBeTwice(pair)) found.push({ kind: 'twice', reason: { cause: 'duplicate' } })
  for (const sent of pair.theirs) {
    const [price, address] = [whyPrice(sent, around), whyAddress(sent, around)]
    if (price && !found.some(({ kind }) => kind === 'price')) found.push({ kind: 'price', reason: price })
    if (address && !found.some(({ kind }) => kind === 'address')) found.push({ kind: 'address', reason: address })
  }
  return found
}
