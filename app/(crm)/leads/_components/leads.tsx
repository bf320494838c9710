'use client'

import { useDeferredValue } from 'react'
import { LEAD_KINDS } from '#server/domain/leads/leads.words.ts'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { FilterChips } from '../../../_ui/filter-chips.tsx'
import { Kbd } from '../../../_ui/kbd.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { Segments } from '../../../_ui/segments.tsx'
import { useUrlFilters } from '../../_lists/use-url-filters.ts'
import { type LeadFilters, readLeadFilters } from '../_filters.ts'
import { KIND_LABEL } from '../_leads.words.ts'
import { LeadResults } from './lead-results.tsx'
import classes from './leads.module.css'

const STATES = [
  { value: 'open', label: 'To answer' },
  { value: 'answered', label: 'Answered' },
  { value: 'all', label: 'All' },
] as const
const KINDS = [
  { value: 'any', label: 'Any kind' },
  ...LEAD_KINDS.map((value) => ({ value, label: KIND_LABEL[value] })),
] as const
const WHO = [
  { value: 'all', label: 'Everybody' },
  { value: 'new', label: 'New people' },
] as const

/** Who came by themselves: what waits for an answer first, live. */
export function Leads() {
  const { filters, setFilters } = useUrlFilters<LeadFilters>(readLeadFilters)
  const shown = useDeferredValue(filters)
  const { state, kind, isNew } = filters
  const chips = [
    ...(kind
      ? [{ key: 'kind', label: KIND_LABEL[kind], onRemove: () => setFilters({ ...filters, kind: undefined }) }]
      : []),
    ...(isNew
      ? [{ key: 'new', label: 'New people', onRemove: () => setFilters({ ...filters, isNew: undefined }) }]
      : []),
  ]
  return (
    <>
      <PageHeader title="Leads" description="Who asked about a home, or signed up for alerts, on our own pages." />
      <div className={classes.bar}>
        <Segments
          label="State"
          options={STATES}
          value={state ?? 'open'}
          onChange={(value) => setFilters({ ...filters, state: value === 'open' ? undefined : value })}
        />
        <PlainSelect
          label="Kind"
          options={KINDS}
          value={kind ?? 'any'}
          onChange={(value) => setFilters({ ...filters, kind: value === 'any' ? undefined : value })}
        />
        <PlainSelect
          label="Who"
          options={WHO}
          value={isNew ? 'new' : 'all'}
          onChange={(value) => setFilters({ ...filters, isNew: value === 'new' ? 'yes' : undefined })}
        />
        <FilterChips chips={chips} onClear={() => setFilters({ state })} />
      </div>
      <div className={classes.results} aria-busy={shown !== filters}>
        <QueryBoundary
          loading={<ListSkeleton shape="rows" rows={5} label="Loading the leads" />}
          title="The leads did not load"
        >
          <LeadResults filters={shown} />
        </QueryBoundary>
      </div>
      <p className={classes.keys}>
        <Kbd keys="j" /> <Kbd keys="k" /> move, <Kbd keys="enter" /> opens, <Kbd keys="e" /> marks as answered
      </p>
    </>
  )
}
