import type { JobOutcome, JobRunStatus, JobStepStatus } from '#server/generated/prisma/enums.ts'
import { formatDuration } from '../../_ui/format.ts'
import type { Tone } from '../../_ui/tone.ts'

type Ended = { status: JobRunStatus; outcome: JobOutcome | null }

/** The tone of a run: what became of it, not merely that it ended. */
export function toneOfRun({ status, outcome }: Ended): Tone {
  if (status === 'running') return 'waiting'
  if (status === 'skipped') return 'neutral'
  return outcome ?? 'bad'
}

/** One word for the same. */
export function wordOfRun({ status, outcome }: Ended): string {
  if (status === 'running') return 'Running'
  if (status === 'skipped') return 'Paused'
  if (status === 'cancelled') return 'Cancelled'
  if (status === 'failed') return 'Failed'
  if (outcome === 'bad') return "Doesn't add up"
  return outcome === 'warning' ? 'Look at it' : 'Done'
}

export const stepLook: Record<JobStepStatus, { tone: Tone; label: string }> = {
  running: { tone: 'waiting', label: 'Running' },
  completed: { tone: 'good', label: 'Done' },
  retrying: { tone: 'warning', label: 'Tried again' },
  failed: { tone: 'bad', label: 'Failed' },
}

/** "3:15 PM, done in 2.0 s, 87 people mailed": all that a bar of the strip says. */
export function runLabel(
  run: Ended & { startedAt: Date; durationMs: number; words: string | null },
  timeZone?: string,
) {
  const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', ...(timeZone ? { timeZone } : {}) })
  const took =
    run.status === 'running' ? `for ${formatDuration(run.durationMs)}` : `in ${formatDuration(run.durationMs)}`
  const words = run.words ? `: ${run.words}` : ''
  return `${time.format(run.startedAt)}, ${wordOfRun(run).toLowerCase()} ${took}${words}`
}

/** "feedTo" -> "Feed to": figures as the job named them. */
export const countLabel = (key: string) => {
  const words = key.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
