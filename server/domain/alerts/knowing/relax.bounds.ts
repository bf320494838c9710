import type { Criteria } from '../searches.schema.ts'

export const BOUND_KEYS = [
  ...(['listPriceMin', 'listPriceMax', 'bedroomsMin', 'bathroomsMin', 'livingAreaMin', 'livingAreaMax'] as const),
  ...(['lotSizeMin', 'lotSizeMax', 'yearBuiltMin', 'yearBuiltMax'] as const),
] as const satisfies readonly (keyof Criteria)[]
export type BoundKey = (typeof BOUND_KEYS)[number]

type Bound = {
  side: 'min' | 'max'
  /** Moved bounds stand on these steps, as a person would say them. */
  step: number
  /** How far a move goes from what was asked; 1 is about twice as much as anybody would forgive. */
  cost: (from: number, to: number) => number
}

/** A share of what was asked for. */
const share = (weight: number) => (from: number, to: number) => (weight * Math.abs(to - from)) / Math.max(from, 1)
const each = (weight: number) => (from: number, to: number) => weight * Math.abs(to - from)

/** The weights are a judgement: 10 % on the price hurts as much as 12 % on the area, and half as much as a bedroom. */
export const BOUNDS: Record<BoundKey, Bound> = {
  listPriceMin: { side: 'min', step: 1_000, cost: share(0.5) },
  listPriceMax: { side: 'max', step: 1_000, cost: share(1) },
  bedroomsMin: { side: 'min', step: 1, cost: each(0.2) },
  bathroomsMin: { side: 'min', step: 0.5, cost: each(0.2) },
  livingAreaMin: { side: 'min', step: 50, cost: share(0.8) },
  livingAreaMax: { side: 'max', step: 50, cost: share(0.5) },
  lotSizeMin: { side: 'min', step: 100, cost: share(0.5) },
  lotSizeMax: { side: 'max', step: 100, cost: share(0.3) },
  yearBuiltMin: { side: 'min', step: 1, cost: each(0.01) },
  yearBuiltMax: { side: 'max', step: 1, cost: each(0.01) },
}

/** The bound on the next step that lets `reached` in; never below zero. */
export function stepTo(key: BoundKey, reached: number): number {
  const { side, step } = BOUNDS[key]
  const steps = reached / step
  return Math.max(0, (side === 'max' ? Math.ceil(steps) : Math.floor(steps)) * step)
}

/** What it costs to give up or add one thing, on the same scale as the bounds. */
export const COSTS = { feature: 0.3, keyword: 0.25, propertySubType: 0.3, propertyType: 0.35, status: 0.45, town: 0.4 }

export const MAX_MILES = 100
export const circleCost = (from: number, to: number) => (0.5 * (to - from)) / from
/** Circles grow by half miles. */
export const milesTo = (reached: number) => Math.ceil(reached * 2) / 2
