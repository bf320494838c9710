import { MASTER_WORDS, type Master } from '#server/domain/cutover/cutover.words.ts'
import type { Tone } from '../../../_ui/tone.ts'
import type { Check, Move, Step } from './_queries.ts'

export const CHECK_TONES = {
  ok: { tone: 'good', label: 'Proven' },
  missing: { tone: 'waiting', label: 'Not proven' },
  failed: { tone: 'bad', label: 'Speaks against it' },
} as const satisfies Record<Check['state'], { tone: Tone; label: string }>

export const proven = (checks: readonly Check[]) => checks.filter(({ state }) => state === 'ok').length

/** "Make Palmetto the master", "Let both write", "Back to the old system". */
export function stepInWords({ to, isBack }: Pick<Step, 'to' | 'isBack'>): string {
  if (isBack) return to === 'both' ? 'Back to both' : 'Back to the old system'
  return to === 'both' ? 'Let both write' : 'Make Palmetto the master'
}

/** Where a feature stands and how near its next step is, in two words. */
export function lookOf({ master, steps }: Pick<Move, 'master' | 'steps'>): { tone: Tone; label: string } {
  const ahead = steps.find(({ isBack }) => !isBack)
  if (!ahead) return { tone: 'good', label: 'Moved' }
  if (ahead.isOpen) return { tone: 'good', label: 'Ready' }
  if (ahead.checks.some(({ state }) => state === 'failed')) return { tone: 'warning', label: 'Not ready' }
  return { tone: 'neutral', label: master === 'legacy' ? 'Not begun' : 'To be proven' }
}

export const percentWords = (percent: number) => `${percent.toLocaleString('en-US')} %`

export const masterName = (master: Master | null) => (master ? MASTER_WORDS[master].label : 'Nobody')

export const KIND_WORDS = {
  differs: 'Differs',
  missing: 'Missing here',
  surplus: 'Gone over there',
  onlyHere: 'Only here',
} as const

/** "listPriceCents" as people say it. */
export const fieldName = (field: string) =>
  field
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/YN$| Id$/, '')
    .toLowerCase()
