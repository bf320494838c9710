import type { ShadowKind } from '#server/generated/prisma/enums.ts'
import type { Records } from './around.sql.ts'
import { whyBoth } from './both-told.ts'
import type { Around, Pair, Sent } from './facts.ts'
import { whyOursOnly } from './ours-only.ts'
import { isOursOnly, isTheirsOnly } from './pairs.ts'
import { type Reason, whyTheirsOnly } from './theirs-only.ts'

export type Difference = { pair: Pair; kind: ShadowKind; reason: Reason }
export type Known = { records: Records; isReplayed: boolean; mostHomes: number }

function aroundOf(pair: Pair, { records, isReplayed, mostHomes }: Known): Around {
  const { persons, homes, searches, found, absent, rejected } = records
  const person = pair.contactId === null ? null : (persons.get(pair.contactId) ?? null)
  const told = new Set([...pair.theirs, ...pair.ours].flatMap(({ searchId }) => searchId ?? []))
  return {
    ...{ person, searches, absent, isReplayed, mostHomes },
    home: pair.listingId === null ? null : (homes.get(pair.listingId) ?? null),
    found: [...told].flatMap((searchId) => found.get(`${searchId} ${pair.listingId}`) ?? []),
    hasSaidNo: rejected.has(`${person?.email?.toLowerCase()} ${pair.listingId}`),
  }
}

/** How one pair differs; nothing where both engines did the same. `theirMails`: all that person got from the old one. */
export function judgePair(pair: Pair, known: Known, theirMails: readonly Sent[]): Difference[] {
  const around = aroundOf(pair, known)
  if (isTheirsOnly(pair)) return [{ pair, kind: 'theirsOnly', reason: whyTheirsOnly(pair, around) }]
  if (isOursOnly(pair)) {
    const mails = theirMails.map(({ at, homesInMail, searchId }) => ({ at, homes: homesInMail, searchId }))
    return [{ pair, kind: 'oursOnly', reason: whyOursOnly(pair, around, mails) }]
  }
  return pair.theirs.length > 0 ? whyBoth(pair, around).map((found) => ({ pair, ...found })) : []
}
