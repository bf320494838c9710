'use client'

import { IconBellPlus, IconChartBar } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { EmptyState } from '../../../../_ui/empty-state.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { useUrlFilters } from '../../../_lists/use-url-filters.ts'
import { totalOf } from '../_measures.words.ts'
import { performanceOfAlerts, readSpan } from '../_queries.ts'
import classes from './alert-performance.module.css'
import { LedTo } from './led-to.tsx'
import { RankedSearches } from './ranked-searches.tsx'
import { SpanPicker } from './span-picker.tsx'
import { Stages } from './stages.tsx'

/** What became of the alerts of the people one looks after: week by week, and by search. */
export function AlertPerformance() {
  const { filters } = useUrlFilters(readSpan)
  // The weeks shown stay, dimmed, until the others are here.
  const shown = useDeferredValue(filters)
  const { data } = useSuspenseQuery(performanceOfAlerts(useTRPC(), shown))
  const { weeks, isTold, freshWeeks, leastMails, judged, best, worst } = data
  const something = isTold ? 'a visit or an answer' : 'an answer'
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/alerts">Alerts</TextLink>}
        title="Alert performance"
        description="What became of the alerts to the people whose contacts you may see."
        actions={<SpanPicker />}
      />
      {totalOf(weeks, 'sent') === 0 ? (
        <Section>
          <EmptyState
            icon={IconChartBar}
            title={`No alert has left in the last ${weeks.length} weeks`}
            action={
              <ActionLink href="/alerts/new" icon={IconBellPlus} primary>
                New alert
              </ActionLink>
            }
          >
            Once homes that your people want come on the market, what their mails lead to is shown here.
          </EmptyState>
        </Section>
      ) : (
        <>
          <div data-stale={shown !== filters || undefined} className={classes.weeks}>
            <Stages weeks={weeks} isTold={isTold} freshWeeks={freshWeeks} />
          </div>
          <LedTo freshWeeks={freshWeeks} />
          {best.length > 0 && (
            <RankedSearches
              title="Searches that do best"
              aside={`Of ${judged} with at least ${leastMails} mails in the last ${freshWeeks} weeks: above their average in leading to ${something}`}
              searches={best}
              isTold={isTold}
            />
          )}
          {worst.length > 0 && (
            <RankedSearches
              title="Searches worth a talk"
              aside={`Below the average in leading to ${something}: what they ask for may have changed`}
              searches={worst}
              isTold={isTold}
            />
          )}
          {best.length + worst.length === 0 && (
            <Section title="Searches">
              <EmptyState title="No search stands out yet">
                Searches are compared from {leastMails} mails on, once one of them has led to {something}.
              </EmptyState>
            </Section>
          )}
        </>
      )}
    </div>
  )
}
