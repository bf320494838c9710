/** A home that a person was shown, as far as a taste can be read from it. */
export type JudgedHome = {
  /** What they said; null for nothing yet. */
  verdict: 'Favorite' | 'Possible' | 'Discard' | null
  priceCents: number
  beds: number
  areaSqFt: number | null
  lotSqFt: number | null
  yearBuilt: number | null
  city: string
}

export type RejectionPattern = {
  rejected: number
  shown: number
  /** "lot too small", the clearest first; empty when they have nothing in common that the others lack. */
  reasons: string[]
}

/** Below this a coincidence looks like a taste. */
const LEAST_REJECTED = 4
const LEAST_KEPT = 2
const LEAST_KNOWN_SHARE = 0.6
/** How often a rejected home lies on the same side of a kept one, minus how often on the other: Cliff's delta. */
const CLEAR = 0.6
const MOST_REASONS = 2

type Trait = {
  of: (home: JudgedHome) => number | null
  /** Medians closer than that are the same to a buyer. */
  differs: (rejected: number, kept: number) => boolean
  less: string
  more: string
}

const apart = (share: number) => (a: number, b: number) => Math.abs(a - b) > share * Math.max(Math.abs(b), 1)
const NUMBERS: Trait[] = [
  { of: ({ lotSqFt }) => lotSqFt, differs: apart(0.2), less: 'lot too small', more: 'lot too large' },
  { of: ({ priceCents }) => priceCents, differs: apart(0.1), less: 'cheaper than they like', more: 'too expensive' },
  { of: ({ areaSqFt }) => areaSqFt, differs: apart(0.12), less: 'house too small', more: 'house too large' },
  {
    of: ({ beds }) => beds,
    differs: (a, b) => Math.abs(a - b) >= 1,
    less: 'too few bedrooms',
    more: 'too many bedrooms',
  },
  { of: ({ yearBuilt }) => yearBuilt, differs: (a, b) => Math.abs(a - b) >= 10, less: 'too old', more: 'too new' },
]

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = 0, high = 0] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1)
  return (low + high) / 2
}

/** -1 when every rejected value lies under every kept one, 1 when above, 0 when they mix. */
function delta(rejected: readonly number[], kept: readonly number[]): number {
  const sum = rejected.reduce((total, a) => total + kept.reduce((each, b) => each + Math.sign(a - b), 0), 0)
  return sum / (rejected.length * kept.length)
}

type Reason = { words: string; strength: number }

function numberReason({ of, differs, less, more }: Trait, rejected: JudgedHome[], kept: JudgedHome[]): Reason[] {
  const known = (homes: JudgedHome[]) => homes.flatMap((home) => of(home) ?? [])
  const [a, b] = [known(rejected), known(kept)]
  if (
    a.length < LEAST_KNOWN_SHARE * rejected.length ||
    b.length < Math.max(LEAST_KEPT, LEAST_KNOWN_SHARE * kept.length)
  )
    return []
  const side = delta(a, b)
  if (Math.abs(side) < CLEAR || !differs(median(a), median(b))) return []
  return [{ words: side < 0 ? less : more, strength: Math.abs(side) }]
}

/** A town that most of the rejected are in, and hardly any of the others. */
function townReason(rejected: JudgedHome[], kept: JudgedHome[]): Reason[] {
  const shareIn = (homes: JudgedHome[], city: string) =>
    homes.filter((home) => home.city === city).length / homes.length
  return [...new Set(rejected.map(({ city }) => city))].flatMap((city) => {
    const strength = shareIn(rejected, city) - shareIn(kept, city)
    return strength >= CLEAR ? [{ words: `in ${city}`, strength }] : []
  })
}

/**
 * What rejected homes have in common that the others lack. Held against the homes that were liked, or, where too few
 * were, against all that were not rejected. Null while the sample is too small to say anything.
 */
export function findRejectionPattern(homes: readonly JudgedHome[]): RejectionPattern | null {
  const rejected = homes.filter(({ verdict }) => verdict === 'Discard')
  const liked = homes.filter(({ verdict }) => verdict === 'Favorite' || verdict === 'Possible')
  const kept = liked.length >= LEAST_KEPT ? liked : homes.filter(({ verdict }) => verdict !== 'Discard')
  if (rejected.length < LEAST_REJECTED || kept.length < LEAST_KEPT) return null
  const reasons = [...NUMBERS.flatMap((trait) => numberReason(trait, rejected, kept)), ...townReason(rejected, kept)]
  return {
    rejected: rejected.length,
    shown: homes.length,
    reasons: reasons
      .toSorted((a, b) => b.strength - a.strength)
      .slice(0, MOST_REASONS)
      .map(({ words }) => words),
  }
}
