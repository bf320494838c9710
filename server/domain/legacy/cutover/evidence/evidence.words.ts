import type { Master } from '#server/domain/cutover/cutover.words.ts'

/** What has to be proven before a feature moves, in the order in which it is looked at. */
const FORWARD = ['source', 'parity', 'quiet', 'quarantine', 'gaps', 'conflicts', 'shadow', 'rehearsal'] as const
const BACK = ['gaps', 'kept'] as const
export const CHECKS = [...FORWARD, 'kept'] as const
export type CheckName = (typeof CHECKS)[number]

export const CHECK_WORDS = {
  source: 'Everything came over',
  parity: 'Records are equal',
  quiet: 'No difference lately',
  quarantine: 'Nothing is put aside',
  gaps: 'Everything is written across',
  conflicts: 'No edits on both sides',
  shadow: 'Both engines send the same',
  rehearsal: 'Rehearsed forth and back',
  kept: 'Nothing stays behind',
} as const satisfies Record<CheckName, string>

/** `missing`: not known, so not proven. */
export type CheckState = 'ok' | 'missing' | 'failed'
export type Check = { name: CheckName; state: CheckState; words: string }

/** Of a hundred records at least this many have to be equal. */
export const LEAST_PERCENT = 99.9

/** What each step asks for. A way back asks only that nothing is lost. */
export function checksFor(from: Master, to: Master): readonly CheckName[] {
  if (to === 'palmetto') return FORWARD
  if (from === 'legacy') return ['source', 'parity', 'rehearsal']
  return BACK
}

export const isWayBack = (from: Master, to: Master): boolean => from === 'palmetto' || to === 'legacy'
