'use client'

import { IconChevronLeft, IconChevronRight, IconScale, IconX } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { AREA_KIND_SAID, AREA_KINDS } from '#server/domain/leads/fairness/fairness.words.ts'
import { monthBeside } from '#server/domain/leads/report-time.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { Segments } from '../../../../_ui/segments.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { When } from '../../../../_ui/when.tsx'
import { useUrlFilters } from '../../../_lists/use-url-filters.ts'
import { LeadRows } from '../../_components/lead-rows.tsx'
import { ReportTabs } from '../../_components/report-tabs.tsx'
import classes from '../../_components/reports.module.css'
import { type FairnessFilters, readFairness, toMonthInput } from '../../_filters.ts'
import { areaLeads, equalService } from '../../_queries.ts'
import { monthInWords } from '../../_reports.words.ts'
import { areaName, stateOf } from '../_fairness.words.ts'
import { AreaTable } from './area-table.tsx'
import { WaitDots } from './wait-dots.tsx'
import { WhatItSays } from './what-it-says.tsx'

const KINDS = AREA_KINDS.map((value) => ({ value, label: AREA_KIND_SAID[value] }))

function Behind({ filters, area }: { filters: FairnessFilters; area: string }) {
  const { data } = useSuspenseQuery(areaLeads(useTRPC(), filters, area))
  return <LeadRows {...data} />
}

function Report() {
  const { filters, setFilters } = useUrlFilters(readFairness)
  const shown = useDeferredValue(filters)
  const { data } = useSuspenseQuery(equalService(useTRPC(), shown))
  const { by } = toMonthInput(filters)
  const state = stateOf(data.areas)
  const go = (step: number) => setFilters({ ...filters, month: monthBeside(data.month, step), area: undefined })
  return (
    <>
      <PageHeader
        title={`Equal service, ${monthInWords(data.month)}`}
        {...(data.all ? { aside: <StatusBadge tone={state.tone}>{state.label}</StatusBadge> } : {})}
        description={
          <>
            {state.words} As of <When at={data.asOf} format="exact" />,{' '}
            {data.isWholeFirm ? 'the whole firm' : 'your office'}.
          </>
        }
        actions={
          <div className={classes.choices}>
            <IconAction icon={IconChevronLeft} bordered aria-label="The month before" onClick={() => go(-1)} />
            <IconAction icon={IconChevronRight} bordered aria-label="The month after" onClick={() => go(1)} />
            <Segments
              label="By"
              options={KINDS}
              value={by}
              onChange={(value) =>
                setFilters({ ...filters, by: value === 'town' ? undefined : value, area: undefined })
              }
            />
          </div>
        }
      />
      <div className={classes.stale} data-stale={shown !== filters || undefined}>
        {data.all ? (
          <>
            <WaitDots areas={data.areas} all={data.all} kind={by} />
            <AreaTable areas={data.areas} filters={filters} />
            {filters.area && (
              <Section
                title={`Leads of ${areaName(filters.area, by)}, the longest wait first`}
                actions={
                  <IconAction
                    icon={IconX}
                    aria-label="Close the list"
                    onClick={() => setFilters({ ...filters, area: undefined })}
                  />
                }
                flush
              >
                <QueryBoundary
                  loading={<ListSkeleton rows={4} label="Loading the leads" />}
                  title="The leads did not load"
                >
                  <Behind filters={filters} area={filters.area} />
                </QueryBoundary>
              </Section>
            )}
            {data.withoutArea > 0 && (
              <p className={classes.foot}>
                {formatCount(data.withoutArea)} leads named no {by === 'town' ? 'town' : 'zip code'}: they are in no
                area.
              </p>
            )}
          </>
        ) : (
          <Section>
            <EmptyState icon={IconScale} title={`No lead of ${monthInWords(data.month)} can be compared`}>
              Leads are in the report a day after they came, once it is known whether somebody turned to them.
            </EmptyState>
          </Section>
        )}
        <WhatItSays />
      </div>
    </>
  )
}

/** Whether every area is served alike: what was found, how sure it is, and what the report can not say. */
export const FairnessReport = () => (
  <div className={classes.page}>
    <ReportTabs here="fairness" />
    <QueryBoundary loading={<ListSkeleton rows={8} label="Loading the report" />} title="The report did not load" page>
      <Report />
    </QueryBoundary>
  </div>
)
