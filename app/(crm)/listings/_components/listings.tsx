'use client'

import { IconBellPlus, IconLayoutGrid, IconMap } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useDeferredValue, useState } from 'react'
import { QueryBoundary } from '../../../_trpc/query-boundary.tsx'
import { Action } from '../../../_ui/action.tsx'
import { ActionLink } from '../../../_ui/action-link.tsx'
import { FilterChips } from '../../../_ui/filter-chips.tsx'
import { ListSkeleton } from '../../../_ui/list-skeleton.tsx'
import { PageHeader } from '../../../_ui/page-header.tsx'
import { PlainSelect } from '../../../_ui/plain-select.tsx'
import { type Filters, noFilters, writeFilters } from '../_filters.ts'
import { chipsOf } from '../_filters.words.ts'
import { FilterBar } from './filter-bar.tsx'
import { HomeCount, HomeResults } from './home-results.tsx'
import classes from './listings.module.css'
import { useFilters } from './use-filters.ts'
import { useView } from './use-view.ts'
import { ViewToggle } from './view-toggle.tsx'

// Who looks at the list alone pays for no map.
const ListingsMap = dynamic(() => import('./listings-map.tsx').then((part) => part.ListingsMap), {
  loading: () => <div className={classes.map} />,
})
// Only filters have an answer to this: a page without any does not wait for it.
const WhoLooks = dynamic(() => import('./who-looks.tsx').then((part) => part.WhoLooks))

const SORTS: { value: Filters['sort']; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'cheapest', label: 'Lowest price' },
  { value: 'dearest', label: 'Highest price' },
]

/** The listings page: filters on top, homes left, the map right. */
export function Listings({ mapStyleUrl }: { mapStyleUrl: string | undefined }) {
  const { filters, setFilters } = useFilters()
  const { view, setView } = useView()
  const [activeId, setActiveId] = useState<string | null>(null)
  // The old homes stay, dimmed, until the new ones are here.
  const shown = useDeferredValue(filters)
  const chips = chipsOf(filters)
  const alertUrl = `/alerts/new?${writeFilters({ ...filters, box: undefined, sort: 'newest' })}`

  return (
    <div className={classes.page} data-view={view}>
      <div className={classes.head}>
        <PageHeader
          title="Listings"
          actions={
            <>
              {chips.length > 0 && <WhoLooks filters={filters} />}
              <ActionLink primary href={alertUrl} icon={IconBellPlus}>
                Save as alert
              </ActionLink>
            </>
          }
        />
        <FilterBar filters={filters} onChange={setFilters} />
        <div className={classes.line}>
          <p className={classes.count} aria-live="polite" data-figures>
            <QueryBoundary loading="Counting homes…" failed={null}>
              <HomeCount filters={shown} />
            </QueryBoundary>
          </p>
          <FilterChips
            chips={chips.map(({ key, label, without }) => ({
              key,
              label,
              onRemove: () => setFilters(without),
            }))}
            onClear={() => setFilters({ ...noFilters, sort: filters.sort })}
          />
          <div className={classes.tools}>
            <PlainSelect
              label="Order"
              options={SORTS}
              value={filters.sort}
              onChange={(sort) => setFilters({ ...filters, sort })}
            />
            <ViewToggle view={view} onChange={setView} />
          </div>
        </div>
      </div>
      {view !== 'map' && (
        <div className={classes.list} data-stale={shown !== filters || undefined}>
          <QueryBoundary loading={<ListSkeleton shape="cards" label="Loading homes" />} title="The homes did not load">
            <HomeResults filters={shown} activeId={activeId} onHover={setActiveId} onRelax={setFilters} />
          </QueryBoundary>
        </div>
      )}
      {view !== 'list' && (
        <ListingsMap
          filters={filters}
          activeId={activeId}
          onHover={setActiveId}
          onBox={(box) => setFilters({ ...filters, box })}
          styleUrl={mapStyleUrl}
        />
      )}
      <Action
        primary
        pill
        className={classes.swap}
        icon={view === 'map' ? IconLayoutGrid : IconMap}
        onClick={() => setView(view === 'map' ? 'split' : 'map')}
      >
        {view === 'map' ? 'List' : 'Map'}
      </Action>
    </div>
  )
}
