import type { Finding } from '#server/domain/leads/fairness/equal-service.types.ts'
import { type AreaKind, MEASURE_SAID } from '#server/domain/leads/fairness/fairness.words.ts'
import { townName } from '#server/domain/listings/town.words.ts'
import type { Tone } from '../../../_ui/tone.ts'
import type { AreaService } from '../_queries.ts'
import { shareInWords, waitInWords } from '../_reports.words.ts'

export const areaName = (area: string, kind: AreaKind): string => (kind === 'town' ? townName(area) : area)

type State = { tone: Tone; label: string; words: string }

/** The report in one sentence. */
export function stateOf(areas: readonly AreaService[]): State {
  const differing = areas.filter(({ verdict }) => verdict.kind === 'differs')
  const judged = areas.filter(({ verdict }) => verdict.kind !== 'too-few')
  if (differing.length > 0) {
    const [verb, noun] = differing.length === 1 ? ['is', 'area'] : ['are', 'areas']
    const words = `${differing.length} ${noun} ${verb} served unlike the others: look at the leads, then at the rules.`
    return { tone: 'warning', label: 'A difference was found', words }
  }
  if (judged.length === 0) {
    return {
      tone: 'neutral',
      label: 'Too few to tell',
      words: 'No area has enough leads to compare it with the others.',
    }
  }
  return {
    tone: 'good',
    label: 'No difference found',
    words: `${judged.length} areas had enough leads; none stands out.`,
  }
}

const figureOf = ({ measure }: Finding, value: number | null) =>
  measure === 'wait' ? waitInWords(value) : shareInWords(value ?? 0)

/** 'waiting time 1 h 5 min, elsewhere 20 min (by chance in fewer than 1 of 100 months)'. */
export function findingInWords(finding: Finding): string {
  const { measure, here, elsewhere, chance } = finding
  const often = Math.max(1, Math.ceil(chance * 100))
  return `${MEASURE_SAID[measure]} ${figureOf(finding, here)}, elsewhere ${figureOf(finding, elsewhere)} (by chance in ${often} of 100 months at most)`
}

export const verdictTone = (verdict: AreaService['verdict']): { tone: Tone; label: string } => {
  if (verdict.kind === 'too-few') return { tone: 'neutral', label: 'Too few to tell' }
  if (verdict.kind === 'alike') return { tone: 'good', label: 'Alike' }
  return verdict.findings.some(({ isWorse }) => isWorse)
    ? { tone: 'warning', label: 'Served worse' }
    : { tone: 'waiting', label: 'Served better' }
}
