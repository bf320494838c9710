'use client'

import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useDeferredValue, useMemo } from 'react'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { useListKeys } from '../../../../_ui/use-list-keys.ts'
import { type QuarantineFilters as Filters, hrefOf, readFilters } from '../_filters.ts'
import type { StreamState } from '../_queries.ts'
import classes from './quarantine.module.css'
import { QuarantineFilters } from './quarantine-filters.tsx'
import { QuarantineRows } from './quarantine-rows.tsx'

const DocumentDrawer = dynamic(() => import('./document-drawer.tsx').then((module) => module.DocumentDrawer), {
  ssr: false,
})

/** Back to the list, to the row that was opened. */
function close({ opened, ...filters }: Filters) {
  window.history.pushState(null, '', hrefOf(filters))
  if (opened) document.getElementById(`${opened.stream}/${opened.sourceId}`)?.focus()
}

/** What had to be put aside: by stream and by reason, each document a click away. */
export function Quarantine({ streams }: { streams: readonly StreamState[] }) {
  const params = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  // The old rows stay, dimmed, until the new ones are here.
  const { stream, reason } = useDeferredValue(filters)
  const total = streams.reduce((sum, { quarantined }) => sum + quarantined, 0)
  useListKeys()
  return (
    <div id="quarantine" className={classes.quarantine}>
      <Section title="Quarantine" flush>
        {total > 0 && <QuarantineFilters streams={streams} filters={filters} />}
        <div className={classes.list} data-stale={stream !== filters.stream || reason !== filters.reason || undefined}>
          <QueryBoundary loading={<ListSkeleton rows={8} label="Loading the quarantine" />}>
            <QuarantineRows shown={{ stream, reason }} filters={filters} />
          </QueryBoundary>
        </div>
      </Section>
      {filters.opened && <DocumentDrawer opened={filters.opened} onClose={() => close(filters)} />}
    </div>
  )
}
