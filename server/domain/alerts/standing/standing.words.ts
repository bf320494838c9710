import type { Cadence } from '../rhythm/rhythm.words.ts'
import type { Evidence } from './standing.schema.ts'

/** What can be the matter with a search, each judged alone. */
export const LANES = ['Ignored', 'NothingFound', 'TooBroad'] as const
export type Lane = (typeof LANES)[number]

/** RESO's words for where a search stands, those that a warning can have. */
export const STAGES = [
  'InitialIgnoredWarning',
  'FinalIgnoredWarning',
  'Ignored',
  'NoListingsFoundWarning',
  'NoListingsFound',
  'OverLimit',
] as const
export type Stage = (typeof STAGES)[number]
export const isStage = (reason: string | null): reason is Stage => STAGES.some((stage) => stage === reason)

/** How often a search writes, after "it writes". */
export const CADENCE_SAID = {
  Instant: 'at once',
  Daily: 'once a day',
  Weekly: 'once a week',
  Monthly: 'once a month',
} as const

/** Each step of slowing down; `off` stands below the slowest. */
export const SLOWER: Record<Cadence, Cadence | 'off'> = {
  Instant: 'Daily',
  Daily: 'Weekly',
  Weekly: 'Monthly',
  Monthly: 'off',
}

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

/** "writes once a day instead of at once", "is laid to rest". */
export function slowingInWords(cadence: Cadence): string {
  const to = SLOWER[cadence]
  return to !== 'off' ? `will write ${CADENCE_SAID[to]} instead of ${CADENCE_SAID[cadence]}` : 'will be laid to rest'
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
      return evidence.rested
        ? 'It is at rest: they get no mails. One tap brings it back.'
        : `It writes ${CADENCE_SAID[cadence]} now.`
    case 'NoListingsFoundWarning':
    case 'NoListingsFound':
      return 'One wish less would help. It stays on.'
    case 'OverLimit':
      return 'Narrow it: the mail shows the first ten, and a link to all.'
  }
}
