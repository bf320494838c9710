import type { ToldHome } from './_preferences.ts'

/** The parts of the portal, as the address names them. */
export const SHELVES = ['homes', 'favorites', 'maybe', 'no'] as const
export type Shelf = (typeof SHELVES)[number]
export type Show = Shelf | 'searches'

type Judged = Pick<ToldHome, 'verdict'>

/** A home that was said no to leaves the others alone; it can be fetched back from its own shelf. */
const HOLDS: Record<Shelf, (home: Judged) => boolean> = {
  homes: ({ verdict }) => verdict !== 'Discard',
  favorites: ({ verdict }) => verdict === 'Favorite',
  maybe: ({ verdict }) => verdict === 'Possible',
  no: ({ verdict }) => verdict === 'Discard',
}

export const homesOn = <Home extends Judged>(shelf: Shelf, homes: readonly Home[]) => homes.filter(HOLDS[shelf])

/** Without a word, the homes; where there are none yet, the searches that will bring them. */
export function readShow(asked: string | null | undefined, hasHomes: boolean): Show {
  const known = [...SHELVES, 'searches' as const].find((each) => each === asked)
  return known ?? (hasHomes ? 'homes' : 'searches')
}
