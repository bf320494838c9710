import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import type { Cadence } from '../rhythm/rhythm.words.ts'
import type { Move } from './judge.ts'
import { CADENCE_SAID, dayInWords, evidenceInWords, slowingInWords } from './standing.words.ts'

const some = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

type Moved = { name: string; cadence: Cadence; from: string | null; move: Move }

/** What happened to a search, as it stands on the timeline of its person. */
export function moveInWords({ name, cadence, from, move }: Moved): string {
  if (move.to === null) {
    if (from === 'OverLimit') return `“${name}” finds a readable number of homes again`
    return from?.startsWith('No') ? `“${name}” found a home again` : `“${name}” is followed again`
  }
  const figures = evidenceInWords(move.evidence)
  const due = move.dueAt ? dayInWords(move.dueAt) : ''
  switch (move.to) {
    case 'InitialIgnoredWarning':
      return `“${name}”: ${figures}. On ${due} they are asked whether they still want it`
    case 'FinalIgnoredWarning':
      return `“${name}”: ${figures}. They were asked; on ${due} it ${slowingInWords(cadence)}`
    case 'Ignored':
      return move.step === 'off'
        ? `“${name}” was laid to rest: ${figures}`
        : `“${name}” writes ${CADENCE_SAID[move.step ?? cadence]} from now on: ${figures}`
    case 'NoListingsFoundWarning':
    case 'NoListingsFound':
      return `“${name}”: ${figures}. One wish less would help`
    case 'OverLimit':
      return `“${name}” found ${figures}: the mail showed the first ten and a link to all`
  }
}

type Night = { looked: number; warned: number; slowed: number; rested: number; recovered: number; agents: number }

/** "3 of 4,200 searches are warned of something, 1 writes less often, 2 have recovered." */
export function nightInWords(counts: Night): JobResult {
  const { looked, warned, slowed, rested, recovered } = counts
  const parts = [
    warned > 0 ? `${some(warned, 'has', 'have')} a new warning` : null,
    slowed > 0 ? `${some(slowed, 'writes', 'write')} less often` : null,
    rested > 0 ? `${some(rested, 'was', 'were')} laid to rest` : null,
    recovered > 0 ? `${some(recovered, 'has', 'have')} recovered` : null,
  ].filter((part) => part !== null)
  const words = `${some(looked, 'search was', 'searches were')} looked at`
  return {
    words: parts.length > 0 ? `${words}: ${parts.join(', ')}.` : `${words}, and nothing has changed.`,
    outcome: 'good',
    counts,
  }
}
