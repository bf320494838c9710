import { HOUR, MINUTE, type Pair, type PairKey, type Said, type Sent } from './facts.ts'

/** News of the last minutes before midnight is told after it by one of the two: that is no difference. */
const OVER_MIDNIGHT = 3 * HOUR
/** The clock that makes ids and the one that writes dates may drift so far. */
export const CLOCKS_DRIFT = 30 * MINUTE

export type Day = { from: Date; to: Date }

/** A mail that did not leave and will not is not told. */
export const isTold = ({ mail }: Said): boolean => mail === null || !['suppressed', 'failed'].includes(mail.state)

const within = ({ from, to }: Day, at: Date) => at >= from && at < to
const keyOf = ({ person, home }: PairKey) => `${person} ${home}`
const isNear = (a: { at: Date }, b: { at: Date }) => Math.abs(a.at.getTime() - b.at.getTime()) <= OVER_MIDNIGHT

/** All that was told on a day by either engine, by person and home, with what the days around it say about the same. */
export function pairUp(day: Day, theirs: readonly Sent[], ours: readonly Said[]): Pair[] {
  const told = ours.filter(isTold)
  const [byTheirs, byOurs] = [Map.groupBy(theirs, keyOf), Map.groupBy(told, keyOf)]
  return [...new Set([...byTheirs.keys(), ...byOurs.keys()])].flatMap((key) => {
    const [sent, said] = [byTheirs.get(key) ?? [], byOurs.get(key) ?? []]
    const [a, b] = [sent.filter(({ at }) => within(day, at)), said.filter(({ at }) => within(day, at))]
    const of = a[0] ?? b[0]
    if (!of) return []
    const { person, contactId, home, listingId } = of
    return [{ person, contactId, home, listingId, theirs: a, ours: b, near: { theirs: sent, ours: said } }]
  })
}

export const isTheirsOnly = ({ theirs, ours, near }: Pair): boolean =>
  ours.length === 0 && !theirs.some((sent) => near.ours.some((said) => isNear(sent, said)))

export const isOursOnly = ({ theirs, ours, near }: Pair): boolean =>
  theirs.length === 0 && !ours.some((said) => near.theirs.some((sent) => isNear(sent, said)))

export const hasShiftedClock = ({ at, writtenAt }: Sent): boolean =>
  writtenAt !== null && Math.abs(writtenAt.getTime() - at.getTime()) >= CLOCKS_DRIFT

/** When it was really sent, as far as its id can tell. */
export const reallyAt = (sent: Sent): Date => (hasShiftedClock(sent) ? (sent.writtenAt ?? sent.at) : sent.at)
