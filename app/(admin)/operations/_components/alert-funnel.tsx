'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { spokenDuration } from '#server/domain/jobs/alarms.words.ts'
import { useTRPC } from '../../../_trpc/client.tsx'
import { formatCount, formatDuration } from '../../../_ui/format.ts'
import { Section } from '../../../_ui/section.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import tones from '../../../_ui/tone.module.css'
import type { Tone } from '../../../_ui/tone.ts'
import { type AlertRun, alertRunOf } from '../_queries.ts'
import classes from './alert-funnel.module.css'
import { ReplayRun } from './replay-run.tsx'

type Stage = { label: string; count: number; tone: Tone; between?: string }

/** From what changed to what arrived; between two stages stands why the figure changed. */
const stagesOf = (run: AlertRun): Stage[] => [
  { label: 'Changes', count: run.events, tone: 'neutral' },
  { label: 'Homes changed', count: run.changed, tone: 'neutral' },
  {
    label: 'Matches',
    count: run.matches,
    tone: 'neutral',
    between: `held against ${formatCount(run.searches)} saved searches in ${formatDuration(run.matchMs)}`,
  },
  { label: 'People', count: run.people, tone: 'neutral', between: 'one mail a person, however many homes' },
  { label: 'Mails planned', count: run.planned, tone: 'neutral' },
  { label: 'Sent', count: run.sent, tone: 'good' },
  { label: 'Held back', count: run.suppressed, tone: 'neutral', between: 'unsubscribed or not to be written to' },
  {
    label: 'Put off',
    count: run.deferred,
    tone: 'warning',
    between: 'tried again, or waiting while alerts are stopped',
  },
  { label: 'Failed', count: run.failed, tone: 'bad' },
]

const ALWAYS = 6

const BOOKS = {
  sending: { tone: 'waiting', label: 'Mails are on their way' },
  closed: { tone: 'good', label: 'Every mail accounted for' },
  broken: { tone: 'bad', label: "The books don't add up" },
} as const satisfies Record<AlertRun['state'], { tone: Tone; label: string }>

/** The funnel of an alert run; nothing for runs of other jobs. */
export function AlertFunnel({ jobRunId }: { jobRunId: string }) {
  const trpc = useTRPC()
  const { data: run } = useSuspenseQuery(alertRunOf(trpc, jobRunId))
  if (!run) return null
  const stages = stagesOf(run).filter(({ count }, index) => index < ALWAYS || count > 0)
  const most = Math.max(1, ...stages.map(({ count }) => count))
  const books = BOOKS[run.state]
  return (
    <Section title="From change to mail" aside={<StatusBadge tone={books.tone}>{books.label}</StatusBadge>}>
      {run.delay && (
        <p className={classes.delay}>
          From a change being recorded to its mail being taken: half within {spokenDuration(run.delay.p50Ms)}, all but
          one in twenty within {spokenDuration(run.delay.p95Ms)}.
        </p>
      )}
      {run.problem && <p className={classes.problem}>{run.problem}</p>}
      <ol className={classes.funnel}>
        {stages.map(({ label, count, tone, between }) => (
          <li key={label} className={`${classes.stage} ${tones[tone]}`}>
            <span className={classes.label}>
              {label}
              {between && <span className={classes.between}>{between}</span>}
            </span>
            <span className={classes.count}>{formatCount(count)}</span>
            <span className={classes.track} aria-hidden>
              <span className={classes.bar} style={{ width: `${100 * Math.sqrt(count / most)}%` }} />
            </span>
          </li>
        ))}
      </ol>
      <ReplayRun jobRunId={jobRunId} />
    </Section>
  )
}
