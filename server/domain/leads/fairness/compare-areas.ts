import { randomFrom, shuffle } from './shuffles.ts'

/** Leads that came at a like time: the area of each by its number, and what was measured of each, a row a measure. */
export type Stratum = { areas: Int32Array; values: readonly Float64Array[] }
type Options = {
  /** Areas from 0 up to this are judged; what lies behind is only compared with. */
  judged: number
  measures: number
  permutations: number
  seed: number
}

/** By area and measure: how far from what chance deals out, in standard deviations, and how often chance goes as far. */
export type Comparison = { z: number; chance: number }

/** Too little spread to divide by. */
const NOTHING = 1e-9

function spreadOf(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length }
}

const add = (cells: Float64Array, cell: number, value: number) => {
  cells[cell] = (cells[cell] ?? 0) + value
}

/** What the sum over an area is expected to be, and its spread, when areas are dealt by lot within each stratum. */
function expectByLot(strata: readonly Stratum[], { judged, measures }: Options) {
  const [means, variances] = [new Float64Array(judged * measures), new Float64Array(judged * measures)]
  for (const stratum of strata) {
    const total = stratum.areas.length
    for (const [measure, values] of stratum.values.entries()) {
      const { mean, variance } = spreadOf(values)
      for (let area = 0; area < judged; area += 1) {
        const count = stratum.areas.reduce((sum, each) => (each === area ? sum + 1 : sum), 0)
        add(means, area * measures + measure, count * mean)
        // Drawn without putting back: who has nearly all of a stratum hardly varies in it.
        if (total > 1) add(variances, area * measures + measure, (count * variance * (total - count)) / (total - 1))
      }
    }
  }
  return { means, deviations: variances.map(Math.sqrt) }
}

/** Adds up what was measured, by area. What lies behind the judged areas falls off the end of `sums`. */
function addUp(sums: Float64Array, { areas, values }: Stratum): void {
  const measures = values.length
  for (let lead = 0; lead < areas.length; lead += 1) {
    const first = (areas[lead] ?? 0) * measures
    if (first >= sums.length) continue
    for (let measure = 0; measure < measures; measure += 1) add(sums, first + measure, values[measure]?.[lead] ?? 0)
  }
}

/**
 * Compares each area with all others in each measure, by dealing the areas anew within the strata many times, from a
 * seed: `chance` is the share of deals in which ANY judged area and measure lies as far out as this one (Westfall and
 * Young's max-T). So a whole report, however many areas it has, is wrong no more often than the chance it allows,
 * whatever the shape of the waits and however few there are.
 */
export function compareAreas(strata: readonly Stratum[], options: Options): Comparison[] {
  const { judged, measures, permutations, seed } = options
  const { means, deviations } = expectByLot(strata, options)
  const distances = (dealt: readonly Stratum[]) => {
    const sums = new Float64Array(judged * measures)
    for (const stratum of dealt) addUp(sums, stratum)
    return sums.map((sum, cell) => {
      const deviation = deviations[cell] ?? 0
      return deviation > NOTHING ? (sum - (means[cell] ?? 0)) / deviation : 0
    })
  }
  const observed = distances(strata)
  const random = randomFrom(seed)
  const dealt = strata.map((stratum) => ({ ...stratum, areas: stratum.areas.slice() }))
  const asFar = new Float64Array(observed.length)
  for (let deal = 0; deal < permutations; deal += 1) {
    for (const { areas } of dealt) shuffle(areas, random)
    const farthest = distances(dealt).reduce((most, distance) => Math.max(most, Math.abs(distance)), 0)
    for (const [cell, distance] of observed.entries()) {
      if (farthest >= Math.abs(distance) - NOTHING) add(asFar, cell, 1)
    }
  }
  // The deal that was seen is one of them: without it a chance could be none at all.
  return Array.from(observed, (z, cell) => ({ z, chance: ((asFar[cell] ?? 0) + 1) / (permutations + 1) }))
}
