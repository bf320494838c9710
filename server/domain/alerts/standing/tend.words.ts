import type { JobResult } from '#server/domain/jobs/jobs.result.ts'
import type { Cadence } from '../rhythm/rhythm.words.ts'
import type { Move } from './judge.ts'
import { SLOWER } from './patience.ts'
import type { Evidence } from './standing.schema.ts'
import { CADENCE_SAID, type Stage } from './standing.words.ts'

const some = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`

/** "62 days and 14 mails without a sign of life". */
export function evidenceInWords({ days = 0, mails, homes }: Evidence): string {
  if (homes !== undefined) return `${some(homes, 'home', 'homes')} in one mail`
  if (mails === undefined) return `${some(days, 'day', 'days')} without a home`
  return `${some(days, 'day', 'days')} and ${some(mails, 'mail', 'mails')} without a sign of life`
}

const day = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'America/New_York' })
export const dayInWords = (at: Date) => day.format(at)

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

/** "writes once a day instead of at once", "is laid to rest". */
export function slowingInWords(cadence: Cadence): string {
  const to = SLOWER[cadence]
  return to !== 'off' ? `will write ${CADENCE_SAID[to]} instead of ${CADENCE_SAID[cadence]}` : 'will be laid to rest'
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

type Warned = { stage: Stage; dueAt: Date | null; cadence: Cadence; evidence: Evidence }

/** What comes by itself when nobody says a word, and when; null where nothing does. */
export function nextInWords({ stage, dueAt, cadence, evidence }: Warned): string | null {
  const on = dueAt ? `On ${dayInWords(dueAt)}` : 'Soon'
  switch (stage) {
    case 'InitialIgnoredWarning':
      return `${on} we ask them whether they still want it; two weeks later it ${slowingInWords(cadence)}.`
    case 'FinalIgnoredWarning':
      return `They were asked. ${on} it ${slowingInWords(cadence)}.`
    case 'Ignored':
      return evidence.rested ? 'It is at rest. Keep brings it back.' : `It writes ${CADENCE_SAID[cadence]} now.`
    case 'NoListingsFoundWarning':
    case 'NoListingsFound':
      return 'One wish less would help. It stays on.'
    case 'OverLimit':
      return 'Narrow it: the mail shows the first ten, and a link to all.'
  }
}
