import {
  FEATURE_WORDS,
  PROPERTY_TYPE_WORDS,
  STATUS_WORDS,
  SUB_TYPE_WORDS,
} from '#server/domain/listings/listings.words.ts'
import { EVENT_KINDS, KIND_WORDS } from '../event-kinds.ts'

/** Closed lists that a search picks from, each with its own bits in one mask. */
const LISTS = {
  status: Object.values<string>(STATUS_WORDS),
  subType: Object.values<string>(SUB_TYPE_WORDS),
  type: Object.values<string>(PROPERTY_TYPE_WORDS),
  kind: EVENT_KINDS.map<string>((kind) => KIND_WORDS[kind]),
}
type ListName = keyof typeof LISTS

/** Behind the lists: more has to be looked at than mask and price. */
export const NEEDS_MORE = 1 << 30
/** The token was a cell or nothing: whether the home is in the circle or in a drawn area has to be looked at. */
export const NEEDS_AREA = 1 << 31

const words = Object.values(LISTS).flat()
if (words.length > 30) throw new Error(`Statuses, types and kinds need ${words.length} bits; a mask has 30.`)

/** Where a list's bits begin. */
const SHIFT: Record<ListName, number> = {
  status: 0,
  subType: LISTS.status.length,
  type: LISTS.status.length + LISTS.subType.length,
  kind: LISTS.status.length + LISTS.subType.length + LISTS.type.length,
}

/** The bit of one of the database's words. */
export function bitOf(list: ListName, word: string): number {
  const place = LISTS[list].indexOf(word)
  if (place < 0) throw new Error(`"${word}" is not on the list of ${list}s that this release knows.`)
  return 1 << (SHIFT[list] + place)
}

const allOf = (list: ListName) => LISTS[list].reduce((mask, word) => mask | bitOf(list, word), 0)
const ANY = { status: 0, subType: allOf('subType'), type: allOf('type'), kind: 0 } satisfies Record<ListName, number>

/** The bits of what a search picked. No type or sub type means any. */
export const maskOf = (list: ListName, picked: readonly string[]) =>
  picked.length === 0 ? ANY[list] : picked.reduce((mask, word) => mask | bitOf(list, word), 0)

const FEATURES = Object.values<string>(FEATURE_WORDS)
if (FEATURES.length > 31) throw new Error(`Features need ${FEATURES.length} bits; a mask has 31.`)

/** The bits of features, in a mask of their own. */
export const featuresOf = (features: readonly string[]) =>
  features.reduce((mask, word) => {
    const place = FEATURES.indexOf(word)
    if (place < 0) throw new Error(`"${word}" is not a feature that this release knows.`)
    return mask | (1 << place)
  }, 0)
