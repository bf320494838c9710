import { evidenceInWords, nextInWords } from '#server/domain/alerts/standing/standing.words.ts'
import type { Tone } from '../../_ui/tone.ts'
import type { AlertItem, Warned } from './_queries.ts'

type Warning = AlertItem['warnings'][number]
type Look = { tone: Tone; label: string; why: string; next: string | null }

const LABELS: Record<Warning['stage'], { tone: Tone; label: string }> = {
  InitialIgnoredWarning: { tone: 'warning', label: 'Nobody follows it' },
  FinalIgnoredWarning: { tone: 'warning', label: 'Slows down soon' },
  Ignored: { tone: 'waiting', label: 'Slowed down' },
  NoListingsFoundWarning: { tone: 'warning', label: 'Finds nothing' },
  NoListingsFound: { tone: 'warning', label: 'Finds nothing' },
  OverLimit: { tone: 'warning', label: 'Too broad' },
}

/** A warning as an agent would say it: what, by which figures, and what comes when nobody says a word. */
export const warningLook = (warning: Warning, cadence: AlertItem['cadence']): Look => ({
  ...LABELS[warning.stage],
  ...(warning.evidence.rested ? { label: 'At rest' } : {}),
  why: evidenceInWords(warning.evidence),
  next: nextInWords({ ...warning, cadence }),
})

/** Names one warning of one search, as long as it is this one. */
export const warningKey = ({ search, lane, stageAt }: Warned) => `${search.id} ${lane} ${stageAt.toISOString()}`
