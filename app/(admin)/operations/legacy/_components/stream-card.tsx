'use client'

import Link from 'next/link'
import { STREAM_WORDS } from '#server/domain/legacy/legacy.words.ts'
import { formatCount } from '../../../../_ui/format.ts'
import { RunStrip } from '../../../../_ui/run-strip.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { useNow } from '../../../../_ui/use-now.ts'
import { When } from '../../../../_ui/when.tsx'
import { useZone } from '../../_components/use-zone.ts'
import { hrefOf } from '../_filters.ts'
import type { StreamState } from '../_queries.ts'
import { lookOfStream, syncLabel, toneOfSync, walkInWords } from '../_streams.words.ts'
import { CountsPlot } from './counts-plot.tsx'
import classes from './stream-card.module.css'

/** When it was last asked, and how new the newest is that came. */
const Freshness = ({ last, followedUntil, walk }: Pick<StreamState, 'last' | 'followedUntil' | 'walk'>) => (
  <dl className={classes.facts}>
    <div>
      <dt>Last asked</dt>
      <dd>
        <When at={last?.endedAt} />
      </dd>
    </div>
    <div>
      <dt>Newest change there</dt>
      <dd>
        <When at={followedUntil} never="None yet" />
      </dd>
    </div>
    <div>
      <dt>Walked through</dt>
      <dd>
        <When at={walk?.endedAt} never="Not yet" />
        {walk && <span className={classes.found}> {walkInWords(walk)}</span>}
      </dd>
    </div>
  </dl>
)

/** Heights are what was read; the strip draws whatever figure it is given. */
function Volumes({ stream, runs }: Pick<StreamState, 'stream' | 'runs'>) {
  const zone = useZone()
  return (
    <RunStrip
      label={`What the last ${runs.length} runs read of ${STREAM_WORDS[stream].many.toLowerCase()}`}
      runs={runs.map((run) => ({
        id: run.jobRunId,
        tone: toneOfSync(run),
        durationMs: run.read,
        label: syncLabel(run, zone),
        href: `/operations/runs/${run.jobRunId}`,
      }))}
    />
  )
}

/** The last run, or the last that found something: an empty plot says nothing. */
function LastCounts({ last, runs }: Pick<StreamState, 'last' | 'runs'>) {
  if (!last) return null
  const shown = last.read > 0 ? last : runs.findLast(({ read, endedAt }) => read > 0 && endedAt)
  return (
    <div className={classes.plot}>
      <h3>
        {last.read > 0 ? 'Last run' : 'Nothing new in the last run'}
        {last.read === 0 && shown && (
          <>
            ; something was new <When at={shown.startedAt} />
          </>
        )}
      </h3>
      {shown && <CountsPlot counts={shown} />}
    </div>
  )
}

function Reasons({ stream, reasons }: Pick<StreamState, 'stream' | 'reasons'>) {
  if (reasons.length === 0) return <p className={classes.none}>None in quarantine</p>
  return (
    <ul className={classes.reasons} aria-label={`Why ${STREAM_WORDS[stream].many.toLowerCase()} are in quarantine`}>
      {reasons.map(({ reason, label, words, count }) => (
        <li key={reason}>
          <Link href={`${hrefOf({ stream, reason })}#quarantine`} title={words}>
            {label} <strong>{formatCount(count)}</strong>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** One stream: how fresh, what the last run did, how much comes over, and what had to be put aside. */
export function StreamCard({ state }: { state: StreamState }) {
  const { stream, accepted, last, runs, reasons, followedUntil, walk } = state
  const { tone, label } = lookOfStream(state, useNow())
  return (
    <Section
      title={STREAM_WORDS[stream].many}
      aside={`${formatCount(accepted)} in use`}
      actions={<StatusBadge tone={tone}>{label}</StatusBadge>}
    >
      <div className={classes.card}>
        <Freshness last={last} followedUntil={followedUntil} walk={walk} />
        <Volumes stream={stream} runs={runs} />
        <LastCounts last={last} runs={runs} />
        <Reasons stream={stream} reasons={reasons} />
      </div>
    </Section>
  )
}
