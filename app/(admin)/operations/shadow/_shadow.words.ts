import { type Cause, isOpenCause } from '#server/domain/legacy/shadow/shadow.words.ts'
import type { Tone } from '../../../_ui/tone.ts'
import type { ShadowDay } from './_queries.ts'

const short = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' })
const long = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' })

/** "Nov 20": days are the house's, and have no zone of their own. */
export const shortDay = (day: string): string => short.format(new Date(`${day}T00:00:00Z`))
export const longDay = (day: string): string => long.format(new Date(`${day}T00:00:00Z`))

/** "97.3%", and never 100% while anything differs. */
export function agreementOf({ pairs, agreed }: Pick<ShadowDay, 'pairs' | 'agreed'>): string {
  if (pairs === 0) return 'nothing told'
  if (agreed === pairs) return '100%'
  return `${(Math.floor((1_000 * agreed) / pairs) / 10).toFixed(1)}%`
}

/** How a day stands: unexplained is bad, unfinished waits, known causes are worth a look. */
export function toneOfDay({ state, unexplained, differences }: ShadowDay): Tone | null {
  if (state === null || state === 'before') return null
  if (unexplained > 0) return 'bad'
  if (state !== 'complete') return 'waiting'
  return differences > 0 ? 'warning' : 'good'
}

/** The day that the page shows: the one in its address, else the last that was compared. */
export const shownDay = (days: readonly ShadowDay[], asked: string | undefined): ShadowDay | undefined => {
  const compared = days.filter(({ state }) => state !== null && state !== 'before')
  return compared.find(({ day }) => day === asked) ?? compared.at(-1)
}

const THEIRS: readonly Cause[] = [
  'theirsMissed',
  'theirsSkippedRun',
  'duplicate',
  'addressChanged',
  'clockShift',
  'cutOff',
]
const EITHER: readonly Cause[] = ['dataLate', 'ruleDiffers', 'searchUnknown', 'personUnknown', 'homeUnknown']

export function toneOfCause(cause: Cause): Tone {
  if (isOpenCause(cause)) return 'bad'
  if (THEIRS.includes(cause)) return 'neutral'
  return EITHER.includes(cause) ? 'warning' : 'waiting'
}

const DAY_SAID = {
  comparing: 'being compared',
  partial: 'so far',
  complete: 'compared',
  before: 'not compared',
} as const

/** "agree, compared: 3 differ, 1 unexplained". */
export function standingInWords({ state, differences, unexplained }: ShadowDay): string {
  const open = unexplained > 0 ? `, ${unexplained} unexplained` : ''
  return `agree, ${DAY_SAID[state ?? 'before']}: ${differences} differ${open}`
}

/** A day in a sentence, for the pointer. */
export function dayInWords(day: ShadowDay): string {
  const name = longDay(day.day)
  if (day.state === null) return `${name}: not compared`
  if (day.state === 'before') return `${name}: before Palmetto sent alerts`
  return `${name}: ${agreementOf(day)} ${standingInWords(day)}`
}
