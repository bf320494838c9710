'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { RunStrip } from '../../../../_ui/run-strip.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { useZone } from '../../_components/use-zone.ts'
import { throughput, type WriteRun } from '../writes/_queries.ts'
import { trendInWords } from '../writes/_writes.words.ts'
import classes from './writes.module.css'

const toneOf = ({ outcome, waiting }: WriteRun) =>
  outcome === 'bad' ? 'bad' : waiting > 0 ? 'warning' : outcome === 'good' ? 'good' : 'neutral'

/** What each of the last runs wrote, and whether what it leaves over grows. */
export function Throughput() {
  const { data: runs } = useSuspenseQuery(throughput(useTRPC()))
  const zone = useZone()
  const clock = new Intl.DateTimeFormat('en-US', { timeStyle: 'short', ...(zone ? { timeZone: zone } : {}) })
  const written = runs.reduce((sum, run) => sum + run.written, 0)
  if (runs.length === 0) return null
  return (
    <Section title="Throughput" aside={`${formatCount(written)} written in the last ${runs.length} runs`}>
      <div className={classes.plot}>
        <RunStrip
          label={`What the last ${runs.length} runs wrote`}
          runs={runs.map((run) => ({
            id: run.runId,
            tone: toneOf(run),
            durationMs: run.written,
            label: `${clock.format(run.startedAt)}: ${run.written} written, ${run.waiting} left waiting`,
            href: `/operations/runs/${run.runId}`,
          }))}
        />
        <p>{trendInWords(runs)}</p>
      </div>
    </Section>
  )
}
