import { type Comparison, compareAreas } from './compare-areas.ts'
import {
  type AreaService,
  type EqualService,
  type Finding,
  MEASURES,
  type Measure,
  type ServedLead,
  type ServiceFigures,
  type Verdict,
} from './equal-service.types.ts'
import { figuresOf } from './figures-of.ts'
import { type PlacedLead, strataOf } from './measured.ts'

/** Fewer leads than that say nothing, in the area or in all others. */
export const LEAST_LEADS = 20
/** A report as a whole is wrong that often when all are served alike. At 0.05 a thousand made-up months had 48 false ones. */
export const MOST_CHANCE = 0.03
/** A difference that nobody would feel is none, however sure it is: ten of a hundred leads, or half as long again. */
const LEAST_SHARE = 0.1
const LEAST_RATIO = 1.5
const PERMUTATIONS = 999

type Options = { permutations?: number; seed?: number }

const FIGURE: Record<Measure, (figures: ServiceFigures) => number | null> = {
  wait: ({ medianMinutes }) => medianMinutes,
  prompt: ({ promptShare }) => promptShare,
  passed: ({ passedShare }) => passedShare,
  'timed-out': ({ timedOutShare }) => timedOutShare,
}

/** Whether who waits would feel it. A wait without an end is longer than any other. */
function isFelt(measure: Measure, here: number | null, elsewhere: number | null): boolean {
  if (measure !== 'wait') return Math.abs((here ?? 0) - (elsewhere ?? 0)) >= LEAST_SHARE
  const waits = [here ?? Number.POSITIVE_INFINITY, elsewhere ?? Number.POSITIVE_INFINITY]
  return Math.max(...waits) > Math.min(...waits) && Math.max(...waits) >= Math.min(...waits) * LEAST_RATIO
}

type Sides = { here: ServiceFigures; elsewhere: ServiceFigures }

function judge({ here, elsewhere }: Sides, compared: readonly Comparison[]): Verdict {
  const findings = MEASURES.flatMap((measure, number): Finding[] => {
    const { z, chance } = compared[number] ?? { z: 0, chance: 1 }
    const [ours, theirs] = [FIGURE[measure](here), FIGURE[measure](elsewhere)]
    if (chance > MOST_CHANCE || !isFelt(measure, ours, theirs)) return []
    return [{ measure, isWorse: measure === 'prompt' ? z < 0 : z > 0, here: ours, elsewhere: theirs, chance }]
  })
  return findings.length > 0 ? { kind: 'differs', findings } : { kind: 'alike' }
}

const byLeads = (a: AreaService, b: AreaService) => b.figures.leads - a.figures.leads || (a.area < b.area ? -1 : 1)

/**
 * Compares how each area was served with all others together. The same leads, in the same order, give the same report.
 * An area with few leads gets no verdict; its leads still count among the others.
 */
export function equalService(leads: readonly ServedLead[], options: Options = {}): EqualService {
  const { permutations = PERMUTATIONS, seed = 1 } = options
  const placed = leads.flatMap((lead): PlacedLead[] => (lead.area === null ? [] : [{ ...lead, area: lead.area }]))
  const byArea = Map.groupBy(placed, ({ area }) => area)
  const isJudged = (own: readonly PlacedLead[]) =>
    own.length >= LEAST_LEADS && placed.length - own.length >= LEAST_LEADS
  const judged = [...byArea].flatMap(([area, own]) => (isJudged(own) ? [area] : [])).toSorted()
  const measures = MEASURES.length
  const compared = compareAreas(strataOf(placed, judged), { judged: judged.length, measures, permutations, seed })
  const areas = [...byArea].flatMap(([area, own]): AreaService[] => {
    const [here, elsewhere] = [figuresOf(own), figuresOf(placed.filter((lead) => lead.area !== area))]
    if (!here) return []
    const number = judged.indexOf(area)
    if (number < 0 || !elsewhere) return [{ area, figures: here, verdict: { kind: 'too-few' } }]
    const ofArea = compared.slice(number * measures, (number + 1) * measures)
    return [{ area, figures: here, verdict: judge({ here, elsewhere }, ofArea) }]
  })
  return { areas: areas.toSorted(byLeads), all: figuresOf(placed), withoutArea: leads.length - placed.length }
}
