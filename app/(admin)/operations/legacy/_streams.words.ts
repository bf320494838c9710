import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { formatCount, formatDuration } from '../../../_ui/format.ts'
import type { Tone } from '../../../_ui/tone.ts'

type Stream = keyof typeof STREAM_WORDS
type Counts = { read: number; inserted: number; updated: number; unchanged: number; quarantined: number }
type Ended = { startedAt: Date; endedAt: Date | null }
type Walk = { brake: string | null } | null
type State = { walk: Walk; last: { endedAt: Date | null } | null }

/** The sync looks each minute; after five without an answer it stands still. */
const STANDS_STILL_MS = 5 * 60_000

/** How a stream is, in one word. */
export function lookOfStream({ walk, last }: State, now: number): { tone: Tone; label: string } {
  if (!last?.endedAt) return { tone: 'neutral', label: 'Not followed yet' }
  if (now - last.endedAt.getTime() > STANDS_STILL_MS) return { tone: 'bad', label: 'Stands still' }
  if (walk?.brake) return { tone: 'bad', label: 'Too much is missing' }
  return { tone: 'good', label: 'Up to date' }
}

/** Clocks this close are equal: the answer itself takes a moment. */
const SAME_TIME_MS = 30_000

/** "its clock was 4m 10s ahead of ours"; null while both tell the same time, or the run is older than this count. */
export function clockInWords({ startedAt, sourceTime }: { startedAt: Date; sourceTime: Date | null }): string | null {
  const ahead = sourceTime ? sourceTime.getTime() - startedAt.getTime() : 0
  if (Math.abs(ahead) < SAME_TIME_MS) return null
  return `its clock was ${formatDuration(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} ours`
}

/** 1 -> "1 contact", 12 -> "12 contacts". */
export const countOf = (stream: Stream, count: number) => {
  const { one, many } = STREAM_WORDS[stream]
  return `${formatCount(count)} ${count === 1 ? one : many.toLowerCase()}`
}

/** "2 changed in silence, 1 gone", or that all was as we hold it. */
export function walkInWords({ updated, gone }: { updated: number; gone: number }): string {
  const parts = [
    ...(updated > 0 ? [`${formatCount(updated)} changed in silence`] : []),
    ...(gone > 0 ? [`${formatCount(gone)} gone`] : []),
  ]
  return parts.join(', ') || 'all as we hold it'
}

type Done = { accepted: number; next: { label: string; path: string | null } | null }

/** What a correction has done: who came in, or what stands in the way next. */
export function arrivedInWords({ accepted, next }: Done): string {
  const came =
    accepted > 0 ? `${formatCount(accepted)} ${accepted === 1 ? 'record has' : 'records have'} come over.` : ''
  const left = next
    ? `This one is still refused: ${next.label.toLowerCase()}${next.path ? ` in ${next.path}` : ''}.`
    : ''
  return [came, left].filter(Boolean).join(' ') || 'Read again.'
}

/** What was read is in exactly one of these. */
export const partsOf = ({ inserted, updated, unchanged, quarantined }: Counts) =>
  [
    { label: 'New', count: inserted, tone: 'good' },
    { label: 'Changed', count: updated, tone: 'good' },
    { label: 'As before', count: unchanged, tone: 'neutral' },
    { label: 'Quarantined', count: quarantined, tone: 'warning' },
  ] as const satisfies { label: string; count: number; tone: Tone }[]

const inWords = (counts: Counts) =>
  partsOf(counts)
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${formatCount(count)} ${label.toLowerCase()}`)
    .join(', ')

/** The tone of one run on one stream. */
export function toneOfSync(counts: Counts & Ended): Tone {
  if (!counts.endedAt) return 'waiting'
  if (counts.quarantined > 0) return 'warning'
  return counts.read > 0 ? 'good' : 'neutral'
}

/** "3:15 PM: 12 read, 3 new, 9 changed": all that a bar of the strip says. */
export function syncLabel(counts: Counts & Ended, timeZone?: string) {
  const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', ...(timeZone ? { timeZone } : {}) })
  const at = time.format(counts.startedAt)
  if (counts.read === 0) return `${at}: ${counts.endedAt ? 'nothing new' : 'did not get to its end'}`
  return `${at}: ${formatCount(counts.read)} read, ${inWords(counts)}`
}
