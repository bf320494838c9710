import { QUALITY_STREAM_WORDS, type QualityStreamName, type Severity } from '#server/domain/quality/quality.words.ts'
import { formatCount } from '../../../_ui/format.ts'
import type { Tone } from '../../../_ui/tone.ts'

/** Critical is what needs a human now; minor can wait for a quiet hour. */
export const SEVERITY_TONES = { critical: 'bad', serious: 'warning', minor: 'neutral' } as const satisfies Record<
  Severity,
  Tone
>

/** Where a record is looked at; of the old system on the page of the sync. Null for what has no page. */
export function hrefOfRecord(stream: QualityStreamName, recordId: string): string | null {
  switch (stream) {
    case 'people':
      return '/settings/people'
    case 'contacts':
      return `/contacts/${recordId}`
    case 'listings':
      return `/listings/${recordId}`
    case 'savedSearches':
      return `/alerts/${recordId}`
    case 'mails':
      return `/mails/${recordId}`
    case 'legacy':
      return `/operations/legacy?document=${encodeURIComponent(recordId)}`
  }
}

/** 98.42 -> "98.4 %". */
export const scoreInWords = (score: number | null) => (score === null ? 'none yet' : `${score.toFixed(1)} %`)

export const toneOfScore = (score: number | null): Tone =>
  score === null ? 'neutral' : score >= 98 ? 'good' : score >= 90 ? 'warning' : 'bad'

const issues = (count: number) => (count === 1 ? '1 issue' : `${formatCount(count)} issues`)

type Sums = { open: number; critical: number; failedRules: number }

/** The state of all streams in one word, and its tone. */
export function stateOf({ open, critical, failedRules }: Sums): { tone: Tone; label: string } {
  if (critical > 0) return { tone: 'bad', label: `${formatCount(critical)} critical` }
  if (failedRules > 0) return { tone: 'warning', label: 'Could not look at everything' }
  if (open > 0) return { tone: 'warning', label: issues(open) }
  return { tone: 'good', label: 'Nothing wrong' }
}

/** "1,204 contacts · 32 issues" under a score. */
export function streamInWords(stream: QualityStreamName, records: number, open: number): string {
  const { one, many } = QUALITY_STREAM_WORDS[stream]
  const counted =
    stream === 'legacy'
      ? `${formatCount(records)} records`
      : `${formatCount(records)} ${(records === 1 ? one : many).toLowerCase()}`
  return `${counted} · ${open === 0 ? 'no issue' : issues(open)}`
}

type Repaired = { repaired: number; left: number; hasMore: boolean }
const records = (count: number) => (count === 1 ? '1 record' : `${formatCount(count)} records`)

/** What a repair did, and what it left. */
export function repairedInWords({ repaired, left, hasMore }: Repaired): string {
  const done = repaired === 0 ? 'Nothing was repaired' : `${records(repaired)} repaired`
  const kept = left > 0 ? `; ${records(left)} left: they had changed, or need a person` : ''
  return `${done}${kept}.${hasMore ? ' There are more: repair once more.' : ''}`
}

export function undoneInWords({ undone, refused }: { undone: number; refused: number }): string {
  if (refused === 0) return `${records(undone)} as before.`
  return `${records(undone)} as before; ${records(refused)} kept: somebody has changed ${refused === 1 ? 'it' : 'them'} since.`
}
