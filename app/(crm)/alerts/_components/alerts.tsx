'use client'

import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconBellPlus, IconSearch } from '@tabler/icons-react'
import Link from 'next/link'
import { useDeferredValue } from 'react'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { FilterChips } from '../../../_ui/filter-chips.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { Section } from '../../../_ui/section.tsx'
import type { AlertFilters } from '../_filters.ts'
import { AlertResults } from './alert-results.tsx'
import classes from './alerts.module.css'
import { useAlertFilters } from './use-alert-filters.ts'

const STATES = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'On' },
  { value: 'off', label: 'Off' },
]
const toState = (value: string): AlertFilters['state'] => (value === 'active' || value === 'off' ? value : undefined)

/** All alerts one may see: their state and reason, for whom, what they ask, and the last mail they led to. */
export function Alerts() {
  const { filters, setFilters } = useAlertFilters()
  // The old rows stay, dimmed, until the new ones are here.
  const shown = useDeferredValue(filters)
  const { q, state } = filters
  const search = useDebouncedCallback((text: string) => {
    setFilters({ ...filters, q: text.trim() || undefined }, 'replace')
  }, 250)
  const chips = [
    ...(q ? [{ key: 'q', label: `“${q}”`, onRemove: () => setFilters({ ...filters, q: undefined }) }] : []),
    ...(state
      ? [
          {
            key: 'state',
            label: state === 'active' ? 'Switched on' : 'Switched off',
            onRemove: () => setFilters({ ...filters, state: undefined }),
          },
        ]
      : []),
  ]

  return (
    <>
      <PageHeader
        title="Alerts"
        description="Every 15 minutes new, reduced and returned homes are matched, and each person gets one mail."
        actions={
          <Button component={Link} href="/alerts/new" leftSection={<IconBellPlus size={16} aria-hidden />}>
            New alert
          </Button>
        }
      />
      <search className={classes.bar}>
        <TextInput
          key={q ? 'asked' : 'empty'}
          className={classes.search}
          aria-label="Name of the alert or of the person"
          placeholder="Alert or person"
          leftSection={<IconSearch size={16} aria-hidden />}
          defaultValue={q ?? ''}
          onChange={(event) => search(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="State"
          data={STATES}
          value={state ?? 'all'}
          onChange={(value) => setFilters({ ...filters, state: toState(value) })}
        />
        <FilterChips chips={chips} onClear={() => setFilters({})} />
      </search>
      <div className={classes.list} data-stale={shown !== filters || undefined}>
        <Section flush>
          <QueryBoundary loading={<ListSkeleton rows={12} label="Loading alerts" />} title="The alerts did not load">
            <AlertResults filters={shown} />
          </QueryBoundary>
        </Section>
      </div>
    </>
  )
}
