'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { type SyncCounts, syncOfRun } from '../_queries.ts'
import { clockInWords } from '../_streams.words.ts'
import { CountsPlot } from './counts-plot.tsx'
import classes from './sync-run.module.css'

const notesOf = ({ resolved, endedAt, ...times }: SyncCounts) => [
  ...(resolved > 0 ? [`${formatCount(resolved)} let out of quarantine`] : []),
  ...(endedAt ? [] : ['did not get to its end']),
  ...[clockInWords(times) ?? []].flat(),
]

function StreamOfRun({ counts }: { counts: SyncCounts }) {
  const notes = notesOf(counts)
  return (
    <li className={classes.stream}>
      <h3>
        {STREAM_WORDS[counts.stream].many}
        {counts.unreachable > 0 && (
          <StatusBadge tone="neutral">{`${formatCount(counts.unreachable)} without a date`}</StatusBadge>
        )}
      </h3>
      <CountsPlot counts={counts} />
      {notes.length > 0 && <p>{notes.join('; ')}</p>}
    </li>
  )
}

const LegacyLink = () => <TextLink href="/operations/legacy">Legacy sync</TextLink>

/** What a run of the sync did, stream by stream; nothing for runs of other jobs. */
export function SyncRun({ runId }: { runId: string }) {
  const { data } = useSuspenseQuery(syncOfRun(useTRPC(), runId))
  if (data.length === 0) return null
  return (
    <Section title="What came over" actions={<LegacyLink />}>
      <ul className={classes.streams}>
        {data.map((counts) => (
          <StreamOfRun key={counts.stream} counts={counts} />
        ))}
      </ul>
    </Section>
  )
}
