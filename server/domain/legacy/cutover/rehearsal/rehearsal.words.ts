/** What a rehearsal tries, in this order. */
export const REHEARSAL_STEPS = ['reads', 'roundTrip', 'gaps', 'conflicts', 'switch'] as const
export type RehearsalStep = (typeof REHEARSAL_STEPS)[number]

export const REHEARSAL_WORDS = {
  reads: 'Both sides give the same answer',
  roundTrip: 'Each record goes across and comes back the same',
  gaps: 'Nothing waits to be written across',
  conflicts: 'Nobody edits both sides',
  switch: 'Forth and back, and not kept',
} as const satisfies Record<RehearsalStep, string>

export type StepResult = { name: RehearsalStep; state: 'ok' | 'failed' | 'skipped'; words: string; ms: number }
export type Finding = Pick<StepResult, 'state' | 'words'>
