import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { formatCount, formatDuration } from '../../../../_ui/format.ts'
import type { Tone } from '../../../../_ui/tone.ts'
import type { Conflict, Gap, WriteRun } from './_queries.ts'

/** How it stands, in one look. */
export function lookOfGap({ waiting, isOverdue, breakerUntil }: Pick<Gap, 'waiting' | 'isOverdue' | 'breakerUntil'>): {
  tone: Tone
  label: string
} {
  if (isOverdue) return { tone: 'bad', label: 'Waits too long' }
  if (breakerUntil) return { tone: 'warning', label: 'Calls are stopped' }
  return waiting > 0
    ? { tone: 'waiting', label: `${formatCount(waiting)} on the way` }
    : { tone: 'good', label: 'All across' }
}

const ageOf = ({ oldest, measuredAt }: Pick<Gap, 'oldest' | 'measuredAt'>) =>
  oldest ? measuredAt.getTime() - oldest.getTime() : 0

/** "2m 10s", or that nothing waits. */
export const ageInWords = (gap: Pick<Gap, 'oldest' | 'measuredAt'>): string =>
  gap.oldest ? formatDuration(Math.round(ageOf(gap) / 1000) * 1000) : 'Nothing waits'

/** Whether what waits grows: the last runs against those before them. */
export function trendInWords(runs: readonly Pick<WriteRun, 'waiting'>[]): string {
  const half = Math.floor(runs.length / 2)
  const mean = (some: readonly Pick<WriteRun, 'waiting'>[]) =>
    some.reduce((sum, { waiting }) => sum + waiting, 0) / Math.max(1, some.length)
  const [before, after] = [mean(runs.slice(0, half)), mean(runs.slice(half))]
  if (runs.every(({ waiting }) => waiting === 0)) return 'Nothing was left over by any of them.'
  if (after > before * 1.2 + 0.5) return 'What waits is growing.'
  return before > after * 1.2 + 0.5 ? 'What waits is shrinking.' : 'What waits stays about the same.'
}

const RULE_WORDS: Record<string, string> = {
  later: 'the later edit',
  palmetto: 'Palmetto is the master',
  legacy: 'the old system is the master',
  stopped: 'who was stopped here stays stopped',
  admin: 'decided by hand',
}
export const ruleInWords = (rule: string): string => RULE_WORDS[rule] ?? rule

/** A value of either side, as a person would read it. */
export function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value.map((one) => (one === null ? 'any' : valueInWords(one))).join(', ') || 'nothing'
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, one]) => `${name} ${valueInWords(one)}`)
      .join(', ')
  }
  return String(value)
}

const KINDS: Record<string, { one: string }> = STREAM_WORDS
export const kindOf = (stream: Conflict['stream']): string => KINDS[stream]?.one ?? 'record'

/** Where a record stands here; null for those without a page of their own. */
export function hrefOfRecord({ stream, targetId }: Pick<Conflict, 'stream' | 'targetId'>): string | null {
  if (stream === 'contacts') return `/contacts/${targetId}`
  return stream === 'savedSearches' ? `/alerts/${targetId}` : null
}

/** Conflicts of one record that were found at once belong together. */
export function byRecord(conflicts: readonly Conflict[]): Conflict[][] {
  const groups = new Map<string, Conflict[]>()
  for (const conflict of conflicts) {
    const key = `${conflict.targetId}/${conflict.foundAt.getTime()}`
    groups.set(key, [...(groups.get(key) ?? []), conflict])
  }
  return [...groups.values()]
}
