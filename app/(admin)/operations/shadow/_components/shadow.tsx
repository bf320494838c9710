'use client'

import { IconArrowsDiff } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { useListKeys } from '../../../../_ui/use-list-keys.ts'
import { hrefOf, readFilters } from '../_filters.ts'
import { shadowDays } from '../_queries.ts'
import { shownDay } from '../_shadow.words.ts'
import { DayCells } from './day-cells.tsx'
import { DaySummary } from './day-summary.tsx'
import { DifferenceRows } from './difference-rows.tsx'
import classes from './shadow.module.css'

const DifferenceDrawer = dynamic(() => import('./difference-drawer.tsx').then((module) => module.DifferenceDrawer), {
  ssr: false,
})

/** Both alert engines side by side: the days, one of them with its causes, and each difference with its evidence. */
export function Shadow() {
  const params = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const { days, verdict } = useSuspenseQuery(shadowDays(useTRPC())).data
  useListKeys()
  const shown = shownDay(days, filters.day)
  const { opened, ...around } = filters
  const close = () => {
    window.history.pushState(null, '', hrefOf(around))
    if (opened) document.getElementById(opened)?.focus()
  }
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/operations">Operations</TextLink>}
        title="Shadow alerts"
        aside={
          <StatusBadge tone={verdict.isProven ? 'good' : 'waiting'}>
            {verdict.isProven ? 'Both agree' : 'Not proven yet'}
          </StatusBadge>
        }
        description={verdict.words}
        actions={<ActionLink href="/operations/cut-over">Cut-over</ActionLink>}
      />
      {shown ? (
        <>
          <Section title="Agreement, day by day" aside="homes told alike by both engines">
            <DayCells days={days} shown={shown.day} />
          </Section>
          <DaySummary day={shown} cause={filters.cause} />
          <Section title="Differences" flush>
            <QueryBoundary
              key={`${shown.day} ${filters.cause}`}
              loading={<ListSkeleton rows={6} label="Loading the differences" />}
            >
              <DifferenceRows day={shown} filters={{ ...filters, day: shown.day }} />
            </QueryBoundary>
          </Section>
        </>
      ) : (
        <Section flush>
          <EmptyState
            icon={IconArrowsDiff}
            title="Nothing has been compared yet"
            action={
              <ActionLink primary href="/operations">
                Go to the jobs
              </ActionLink>
            }
          >
            Each morning the mails that the old engine has logged are held against what Palmetto sent. “Shadow alerts”
            among the jobs can be run now.
          </EmptyState>
        </Section>
      )}
      {opened && <DifferenceDrawer differenceId={opened} onClose={close} />}
    </div>
  )
}
