'use client'

import { useDeferredValue, useRef } from 'react'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { Kbd } from '../../../_ui/kbd.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import { useKeySequences } from '../../../_ui/use-key-sequences.ts'
import { useUrlFilters } from '../../_lists/use-url-filters.ts'
import { type CalendarFilters, readCalendarFilters } from '../_filters.ts'
import classes from './calendar.module.css'
import { DayTasks } from './day-tasks.tsx'
import { Week } from './week.tsx'
import { WhoSelect } from './who-select.tsx'

/** My day: what is late, what is for today, what comes; and whom I meet this week. */
export function Calendar() {
  const { filters, setFilters } = useUrlFilters<CalendarFilters>(readCalendarFilters)
  const shown = useDeferredValue(filters)
  const composer = useRef<HTMLInputElement>(null)
  useKeySequences({ n: () => composer.current?.focus() })
  return (
    <>
      <PageHeader
        title="Calendar"
        description="What is to do, and whom you meet."
        actions={
          <QueryBoundary loading={null} failed={null}>
            <WhoSelect who={filters.who ?? 'me'} onChange={(who) => setFilters({ ...filters, who })} />
          </QueryBoundary>
        }
      />
      <div className={classes.columns} aria-busy={shown !== filters}>
        <div>
          <QueryBoundary
            loading={
              <Section title="To do">
                <ListSkeleton shape="lines" rows={8} label="Loading what is to do" />
              </Section>
            }
            title="The tasks did not load"
          >
            <DayTasks filters={shown} composer={composer} />
          </QueryBoundary>
          <p className={classes.keys}>
            <Kbd keys="n" /> new, <Kbd keys="j" /> <Kbd keys="k" /> move, <Kbd keys="enter" /> done, <Kbd keys="e" />{' '}
            edits, <Kbd keys="s" /> tomorrow
          </p>
        </div>
        <QueryBoundary
          loading={
            <Section title="Next seven days">
              <ListSkeleton shape="lines" rows={10} label="Loading the week" />
            </Section>
          }
          title="The week did not load"
        >
          <Week filters={shown} onGo={(from) => setFilters({ ...filters, from })} />
        </QueryBoundary>
      </div>
    </>
  )
}
