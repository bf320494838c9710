'use client'

import { IconInbox, IconX } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { CLOCK_SAID, CLOCKS, RESPONSE_DAYS } from '#server/domain/leads/response/response.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { formatCount } from '../../../../_ui/format.ts'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { Segments } from '../../../../_ui/segments.tsx'
import { When } from '../../../../_ui/when.tsx'
import { useUrlFilters } from '../../../_lists/use-url-filters.ts'
import { LeadRows } from '../../_components/lead-rows.tsx'
import { ReportTabs } from '../../_components/report-tabs.tsx'
import classes from '../../_components/reports.module.css'
import { type ResponseFilters, readResponse, toResponseInput } from '../../_filters.ts'
import { response, responseLeads } from '../../_queries.ts'
import { AskedPeople } from './asked-people.tsx'
import { SpeedFigures } from './speed-figures.tsx'
import { SpeedGroups } from './speed-groups.tsx'
import { WaitBars } from './wait-bars.tsx'

const DAYS = RESPONSE_DAYS.map((days) => ({ value: String(days), label: `${days} days` }))
const CLOCK_OPTIONS = CLOCKS.map((clock) => ({ value: clock, label: CLOCK_SAID[clock] }))

function Behind({ filters }: { filters: ResponseFilters }) {
  const { data } = useSuspenseQuery(responseLeads(useTRPC(), filters))
  return <LeadRows {...data} />
}

function Report() {
  const { filters, setFilters } = useUrlFilters(readResponse)
  const shown = useDeferredValue(filters)
  const { data } = useSuspenseQuery(response(useTRPC(), shown))
  const { days, clock } = toResponseInput(filters)
  const isOpen = filters.bar !== undefined || filters.key !== undefined
  return (
    <>
      <PageHeader
        title="Speed to the first human touch"
        description={
          <>
            From the moment somebody came to the first thing that a person did for them: a call, a text, a mail, a
            visit, a note or an appointment. What our machines send never counts. As of{' '}
            <When at={data.asOf} format="exact" />, {data.isWholeFirm ? 'the whole firm' : 'your office'}.
          </>
        }
        actions={
          <div className={classes.choices}>
            <Segments
              label="How far back"
              options={DAYS}
              value={String(days)}
              onChange={(value) => setFilters({ ...filters, days: value === '30' ? undefined : value })}
            />
            <Segments
              label="Which clock"
              options={CLOCK_OPTIONS}
              value={clock}
              onChange={(value) => setFilters({ ...filters, clock: value === 'wall' ? undefined : value })}
            />
          </div>
        }
      />
      {data.all.leads === 0 ? (
        <Section>
          <EmptyState
            icon={IconInbox}
            title={`Nobody came in the last ${days} days`}
            action={<ActionLink href="/leads">Leads</ActionLink>}
          >
            As soon as leads come in by one of the doors, how fast they are answered stands here.
            {data.elsewhere > 0 &&
              ` The old system took in ${formatCount(data.elsewhere)} meanwhile: they were worked on there.`}
          </EmptyState>
        </Section>
      ) : (
        <div className={classes.stale} data-stale={shown !== filters || undefined}>
          <SpeedFigures all={data.all} />
          <WaitBars bars={data.bars} filters={filters} />
          {isOpen && (
            <Section
              title="The leads behind it"
              actions={
                <IconAction
                  icon={IconX}
                  aria-label="Close the list"
                  onClick={() => setFilters({ ...filters, bar: undefined, key: undefined })}
                />
              }
              flush
            >
              <QueryBoundary
                loading={<ListSkeleton rows={4} label="Loading the leads" />}
                title="The leads did not load"
              >
                <Behind filters={filters} />
              </QueryBoundary>
            </Section>
          )}
          <SpeedGroups
            groups={data.groups}
            filters={filters}
            onBy={(by) => setFilters({ ...filters, by, key: undefined })}
          />
          <AskedPeople asked={data.asked} reasons={data.reasons} />
          <p className={classes.foot}>
            Whoever still waits counts as the longest wait; where that many wait, the figure says “not yet”. Office
            hours are eight to eight on the clock of the office, each day. A mail counts once it is logged on the
            contact.
            {data.elsewhere > 0 &&
              ` ${formatCount(data.elsewhere)} leads that the old system took in are left out: they were worked on there.`}
            {data.isCut && ' Only the latest 20,000 leads are counted.'}
          </p>
        </div>
      )}
    </>
  )
}

/** How fast people turn to those who come: the whole, by source, agent and office, and the leads behind each number. */
export const ResponseReport = () => (
  <div className={classes.page}>
    <ReportTabs here="response" />
    <QueryBoundary loading={<ListSkeleton rows={8} label="Loading the report" />} title="The report did not load" page>
      <Report />
    </QueryBoundary>
  </div>
)
