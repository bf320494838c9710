'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../../_ui/plain-select.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { Toggle } from '../../../../_ui/toggle.tsx'
import { useUrlFilters } from '../../../_lists/use-url-filters.ts'
import { type RerouteFilters, readRerouteFilters } from '../_filters.ts'
import { agentsToAsk } from '../_queries.ts'
import { Candidates } from './candidates.tsx'
import classes from './reroute.module.css'

/** Leads that are inside already, and that the rules decide about once more: who would get them, and then so. */
export function ReroutePage() {
  const { data: agents } = useSuspenseQuery(agentsToAsk(useTRPC()))
  const { filters, setFilters } = useUrlFilters<RerouteFilters>(readRerouteFilters)
  const shown = useDeferredValue(filters)
  const whose = [
    { value: 'all', label: 'Everybody’s' },
    ...agents.map(({ id, fullName }) => ({ value: id, label: fullName })),
  ]
  return (
    <div className={classes.page}>
      <PageHeader
        trail={<TextLink href="/leads">Leads</TextLink>}
        title="Give leads anew"
        description="The rules in force decide once more about leads that somebody has. First you see who would get them and why; nothing is written before you say so."
      />
      <div className={classes.bar}>
        <PlainSelect
          label="Whose leads"
          options={whose}
          value={filters.agent ?? 'all'}
          onChange={(value) => setFilters({ ...filters, agent: value === 'all' ? undefined : value })}
        />
        <Toggle
          named
          label="Only those that nobody works"
          checked={filters.idle === 'yes'}
          onChange={(idle) => setFilters({ ...filters, idle: idle ? 'yes' : undefined })}
        />
      </div>
      <div aria-busy={shown !== filters}>
        <QueryBoundary
          loading={<ListSkeleton shape="rows" rows={5} label="Loading the leads" />}
          title="The leads did not load"
        >
          <Candidates key={`${shown.agent} ${shown.idle}`} filters={shown} />
        </QueryBoundary>
      </div>
    </div>
  )
}
