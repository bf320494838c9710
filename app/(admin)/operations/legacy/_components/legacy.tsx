'use client'

import { IconDatabaseImport } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { useNow } from '../../../../_ui/use-now.ts'
import { When } from '../../../../_ui/when.tsx'
import { feed, type StreamState, streams } from '../_queries.ts'
import { lookOfStream } from '../_streams.words.ts'
import { Brakes } from './brakes.tsx'
import { Corrections } from './corrections.tsx'
import { FeedState } from './feed-state.tsx'
import classes from './legacy.module.css'
import { NewFields } from './new-fields.tsx'
import { Quarantine } from './quarantine.tsx'
import { StreamCard } from './stream-card.tsx'
import { Undated } from './undated.tsx'

const ORDER = ['bad', 'warning', 'neutral', 'waiting', 'good'] as const
const WORDS = {
  bad: 'Not well',
  warning: 'Look at it',
  neutral: 'Not run yet',
  waiting: 'Running',
  good: 'All well',
}

/** A chain is as good as its worst link. */
function worstOf(all: readonly StreamState[], now: number) {
  const tones = all.map((each) => lookOfStream(each, now).tone)
  return ORDER.find((tone) => tones.includes(tone)) ?? 'neutral'
}

/** What comes over from the old system, how fresh it is, and what could not come and why. */
export function Legacy() {
  const trpc = useTRPC()
  const { data } = useSuspenseQuery(streams(trpc))
  const { data: horizon } = useSuspenseQuery(feed(trpc))
  const worst = worstOf(data, useNow())
  const tone = horizon.isHeldBack ? 'bad' : worst
  const lastRun = data.flatMap(({ last }) => last ?? []).sort((a, b) => +b.startedAt - +a.startedAt)[0]
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title="Legacy sync"
        aside={<StatusBadge tone={tone}>{WORDS[tone]}</StatusBadge>}
        description={
          lastRun ? (
            <>
              Each minute the old system is asked what has changed. It was last asked <When at={lastRun.endedAt} />.
            </>
          ) : (
            'Each minute the old system is asked what has changed.'
          )
        }
        actions={
          <>
            <ActionLink href="/operations/legacy/writes">Writes back</ActionLink>
            {lastRun && <ActionLink href={`/operations/runs/${lastRun.jobRunId}`}>Last run</ActionLink>}
          </>
        }
      />
      {lastRun ? (
        <>
          <Brakes streams={data} />
          <Undated streams={data} />
          <div className={classes.streams}>
            {data.map((each) => (
              <StreamCard key={each.stream} state={each} />
            ))}
          </div>
          <FeedState />
          <Quarantine streams={data} />
          <Corrections />
          <NewFields />
        </>
      ) : (
        <Section flush>
          <EmptyState
            icon={IconDatabaseImport}
            title="Nothing has come over yet"
            action={
              <ActionLink primary href="/operations">
                Go to the jobs
              </ActionLink>
            }
          >
            The first run of the sync brings agents, contacts, listings and saved searches. It starts within a minute
            once a worker is running.
          </EmptyState>
        </Section>
      )}
    </div>
  )
}
