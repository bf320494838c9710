'use client'

import { cronInWords, latenessInWords } from '#server/domain/jobs/jobs.words.ts'
import { formatDuration } from '../../../_ui/format.ts'
import { RunStrip } from '../../../_ui/run-strip.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { When } from '../../../_ui/when.tsx'
import type { Overview, ScheduleLine } from '../_queries.ts'
import { runLabel, toneOfRun } from '../_runs.words.ts'
import { ScheduleActions } from './schedule-actions.tsx'
import classes from './schedule-lines.module.css'
import { useZone } from './use-zone.ts'

type Props = { schedule: ScheduleLine; reason: Overview['reasons'][number] | undefined }

/** Durations as people compare them: what is usual, and what is slow. */
const usually = (p50: number | null, p95: number | null) =>
  p50 === null || p95 === null ? 'Not run yet' : `${formatDuration(p50)} · slow ${formatDuration(p95)}`

const KINDS = {
  worker: 'No worker',
  overdue: 'Overdue',
  stuck: 'Stuck',
  broken: 'Look at it',
  drill: 'No alarm',
} as const

/** What is wrong with it now; or who paused it; or what it said last. */
function LastWords({ schedule: { paused, lastWords, purpose }, reason }: Props) {
  if (paused) {
    return (
      <>
        <StatusBadge tone="warning">Paused</StatusBadge>
        <span>
          {paused.by ? `by ${paused.by} ` : ''}
          <When at={paused.at} />
        </span>
      </>
    )
  }
  if (!reason) return <span>{lastWords ?? purpose}</span>
  return (
    <>
      <StatusBadge tone="bad">{KINDS[reason.kind]}</StatusBadge>
      <span>{reason.words}</span>
    </>
  )
}

function Line({ schedule, reason }: Props) {
  const zone = useZone()
  const { id, name, purpose, cron, paused, nextTickAt, p50Ms, p95Ms, lateP95Ms, runs } = schedule
  return (
    <li className={classes.line} data-row>
      <div className={classes.name}>
        <h3 title={purpose}>{name}</h3>
        <p>
          {cronInWords(cron)}
          {!paused && nextTickAt && cronInWords(cron) !== 'Every minute' && (
            <>
              {' · next '}
              <When at={nextTickAt} />
            </>
          )}
        </p>
      </div>
      <div className={classes.strip}>
        <RunStrip
          label={`The last ${runs.length} runs of ${name}`}
          runs={runs.map((run) => ({
            id: run.runId,
            tone: toneOfRun(run),
            durationMs: run.durationMs,
            label: runLabel(run, zone),
            href: `/operations/runs/${run.runId}`,
            running: run.status === 'running',
          }))}
        />
      </div>
      <div className={classes.figures}>
        <span title="Half of the runs take less; one in twenty takes more than the second figure">
          {usually(p50Ms, p95Ms)}
        </span>
        {lateP95Ms !== null && <span>{latenessInWords(lateP95Ms)}</span>}
      </div>
      <div className={classes.words}>
        <LastWords schedule={schedule} reason={reason} />
      </div>
      <div className={classes.actions}>
        <ScheduleActions key={id} schedule={schedule} />
      </div>
    </li>
  )
}

/** One line per schedule. */
export const ScheduleLines = ({ schedules, reasons }: Pick<Overview, 'schedules' | 'reasons'>) => (
  <ul className={classes.lines}>
    {schedules.map((schedule) => (
      <Line
        key={schedule.id}
        schedule={schedule}
        reason={reasons.find(({ functionId }) => functionId === schedule.id)}
      />
    ))}
  </ul>
)
