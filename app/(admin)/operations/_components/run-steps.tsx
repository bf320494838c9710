'use client'

import { EmptyState } from '../../../_ui/empty-state.tsx'
import { formatDuration } from '../../../_ui/format.ts'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import tones from '../../../_ui/tone.module.css'
import type { Run } from '../_queries.ts'
import { stepLook } from '../_runs.words.ts'
import classes from './run-steps.module.css'

/** "may-run" -> "May run". */
const stepName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

/** Steps on the time line of their run: where each began and how long it took, each attempt on its own. */
export function RunSteps({ run }: { run: Pick<Run, 'steps' | 'startedAt' | 'durationMs' | 'status'> }) {
  if (run.steps.length === 0) {
    return (
      <EmptyState title="No steps">
        {run.status === 'running' ? 'Its first step has not begun yet.' : 'This run ended before its first step.'}
      </EmptyState>
    )
  }
  const whole = Math.max(1, run.durationMs)
  const start = run.startedAt.getTime()
  return (
    <ol className={classes.steps}>
      {run.steps.map((step) => {
        const { tone, label } = stepLook[step.status]
        const from = Math.min(99, Math.max(0, ((step.startedAt.getTime() - start) / whole) * 100))
        const width = Math.min(100 - from, Math.max(0.5, (step.durationMs / whole) * 100))
        return (
          <li key={`${step.hashedId} ${step.attempt}`} className={classes.step}>
            <span className={classes.name}>
              {stepName(step.name)}
              {step.attempt > 0 && <span className={classes.attempt}> attempt {step.attempt + 1}</span>}
            </span>
            <span className={`${classes.line} ${tones[tone]}`} aria-hidden>
              <span className={classes.bar} style={{ left: `${from}%`, width: `${width}%` }} />
            </span>
            <span className={classes.took}>{formatDuration(step.durationMs)}</span>
            <StatusBadge tone={tone} variant="plain">
              {label}
            </StatusBadge>
            {step.errorMessage && <p className={classes.error}>{step.errorMessage}</p>}
          </li>
        )
      })}
    </ol>
  )
}
